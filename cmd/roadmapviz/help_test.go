package main

import (
	"bytes"
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

// Every command says in its help how it is called, by an example that can be.
func TestEveryCommandHasExamples(t *testing.T) {
	root := newRootCmd(&streams{err: newMessages(nil)})
	root.InitDefaultHelpCmd()
	seen := 0
	var look func(*cobra.Command)
	look = func(c *cobra.Command) {
		seen++
		if c.Example == "" || c.Short == "" || c.Long == "" && c.Name() != "version" {
			t.Errorf("%s: the help lacks words or examples", c.CommandPath())
		}
		for line := range strings.Lines(c.Example) {
			name, _, _ := strings.Cut(strings.TrimPrefix(strings.TrimSpace(line), "source <("), "  #")
			args := strings.Fields(strings.TrimSuffix(name, ")"))
			if found, _, err := root.Find(args[1:]); args[0] != "roadmapviz" || err != nil || found == root && len(args) > 1 && args[1] != "--version" {
				t.Errorf("%s: the example %q calls no command", c.CommandPath(), line)
			}
		}
		if c.Parent() == root && c.GroupID == "" {
			t.Errorf("%s is in no group", c.CommandPath())
		}
		for _, sub := range c.Commands() {
			look(sub)
		}
	}
	look(root)
	if seen < 20 {
		t.Errorf("only %d commands were looked at", seen)
	}
}

// Flags of few words complete them.
func TestFormatsAreCompleted(t *testing.T) {
	for _, name := range []string{"check", "diff", "explain", "export", "inspect", "lint", "list", "next", "order", "path", "render", "stats"} {
		var out, errs bytes.Buffer
		if code := run([]string{"__complete", name, "--format", ""}, nil, &out, &errs); code != exitOK || strings.Count(out.String(), "\n") < 3 {
			t.Errorf("%s --format: %q, %s", name, out.String(), errs.String())
		}
	}
}
