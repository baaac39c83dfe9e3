package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/codes"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/layout"
)

// lintOptions are the flags of lint.
type lintOptions struct {
	format  string
	explain string
	fix     bool
	dryRun  bool
}

func newLintCmd(s *streams) *cobra.Command {
	var o lintOptions
	cmd := &cobra.Command{
		Use:   "lint [FILE|FOLDER]…",
		Short: "Find what is odd in a course and its figure",
		Long: `Read courses, lay out their figures, and report what is odd: cycles and unknown
prerequisites, empty sections, duplicate titles, dead anchors, damaged text, labels
that do not fit, text too small to read on GitHub.

Each FILE is a course of its own; without one it is the input: of roadmapviz.yaml,
else README.md. The exit status is 3 when there is a finding of severity error.
lint: in roadmapviz.yaml changes severities.`,
		Example: `  roadmapviz lint
  roadmapviz lint --explain RV004
  roadmapviz lint --fix --dry-run
  roadmapviz lint --format sarif > roadmapviz.sarif`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if o.explain != "" {
				return explainCode(s, o.explain)
			}
			conf, err := configure(cmd)
			if err != nil {
				return err
			}
			return lint(cmd.Context(), s, conf, args, o)
		},
	}
	f := cmd.Flags()
	f.StringVarP(&o.format, "format", "f", "text", "format: "+strings.Join(findingFormatNames(), ", "))
	f.StringVar(&o.explain, "explain", "", "print the page that explains a code, and do nothing else")
	f.BoolVar(&o.fix, "fix", false, "mend what can be mended mechanically: damaged text, headings that skip a level")
	f.BoolVar(&o.dryRun, "dry-run", false, "with --fix: show what would change, and change nothing")
	cmd.RegisterFlagCompletionFunc("explain", cobra.FixedCompletions(codes.Names(), cobra.ShellCompDirectiveNoFileComp))
	cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(findingFormatNames(), cobra.ShellCompDirectiveNoFileComp))
	addCourseFlags(cmd)
	return cmd
}

func lint(ctx context.Context, s *streams, conf config, args []string, o lintOptions) error {
	write, ok := findingFormats[o.format]
	if !ok {
		return unknown("format", o.format, findingFormatNames())
	}
	if o.dryRun && !o.fix {
		return usagef("--dry-run shows what --fix would change: give both")
	}
	targets := make([][]string, 0, 1+len(args)) // the arguments of one course each
	for _, arg := range args {
		targets = append(targets, []string{arg})
	}
	if len(args) == 0 {
		targets = append(targets, nil)
	}
	conf.settle = true
	var found []graph.Diagnostic
	for _, target := range targets {
		if o.fix {
			if err := fix(ctx, s, conf, target, o.dryRun); err != nil {
				return err
			}
			if o.dryRun {
				continue
			}
		}
		c, err := openCourse(ctx, s, conf, target)
		if err != nil {
			return err
		}
		inFigure, err := lintFigure(ctx, c)
		if err != nil {
			return err
		}
		more := conf.judge(slices.Concat(deadAnchors(c), unlinked(c.graph), inFigure))
		found = append(found, inOrder(append(c.diagnostics, more...))...)
	}
	if o.dryRun {
		return nil
	}
	if err := write(s.out, found); err != nil {
		return err
	}
	return verdict(found)
}

// deadAnchors are the links to no heading in the files of a course.
func deadAnchors(c *course) []graph.Diagnostic {
	var found []graph.Diagnostic
	for _, f := range c.files {
		if f.isMarkdown() {
			found = append(found, markdown.DeadAnchors(f.src, markdown.Options{File: f.name})...)
		}
	}
	return found
}

// codeUnlinked is the code of an address that becomes no link.
const codeUnlinked = "RV022"

// unlinked are the addresses that figures and exports leave out.
func unlinked(g *graph.Graph) []graph.Diagnostic {
	var found []graph.Diagnostic
	for _, n := range g.Nodes {
		if strings.TrimSpace(n.URL) == "" || graph.SafeLink(n.URL) != "" {
			continue
		}
		found = append(found, graph.Diagnostic{
			Position: n.Source, Severity: graph.Info, Code: codeUnlinked,
			Message: fmt.Sprintf("the address %q of %q becomes no link", layout.Shorten(n.URL, 60), n.Title),
			Hint:    "links are of http, https or mailto, or relative to the document",
		})
	}
	return found
}

// inOrder sorts diagnostics by their places, the same ones once. Those without
// a place come first, the files in the order in which they occur.
func inOrder(found []graph.Diagnostic) []graph.Diagnostic {
	files := map[string]int{"": -1}
	for _, d := range found {
		if _, seen := files[d.Position.File]; !seen {
			files[d.Position.File] = len(files)
		}
	}
	slices.SortStableFunc(found, func(a, b graph.Diagnostic) int {
		return cmp.Or(
			cmp.Compare(files[a.Position.File], files[b.Position.File]),
			cmp.Compare(a.Position.Line, b.Position.Line),
			cmp.Compare(a.Position.Column, b.Position.Column),
			cmp.Compare(a.Code, b.Code))
	})
	return slices.Compact(found)
}

// verdict is the error of a course with findings of severity error.
func verdict(found []graph.Diagnostic) error {
	counts := map[graph.Severity]int{}
	for _, d := range found {
		counts[d.Severity]++
	}
	if counts[graph.Error] == 0 {
		return nil
	}
	text := plural(counts[graph.Error], "error")
	if n := counts[graph.Warning]; n > 0 {
		text += ", " + plural(n, "warning")
	}
	return differsError{errors.New(text)}
}

// explainCode prints the page of a code.
func explainCode(s *streams, name string) error {
	rule, ok := codes.Lookup(strings.ToUpper(name))
	if !ok {
		return unknown("code", name, codes.Names())
	}
	_, err := fmt.Fprintf(s.out, "%s (%s): %s\n\n%s", rule.Code, rule.Severity, rule.Title, rule.Page())
	return err
}
