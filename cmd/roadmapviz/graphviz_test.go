package main

import (
	"bytes"
	"os"
	"os/exec"
	"strings"
	"testing"
)

// TestGraphvizStaysOutside: importing go-graphviz costs every start of a
// program tens of milliseconds, half a second the first time.
func TestGraphvizStaysOutside(t *testing.T) {
	list := func(pkg string) string {
		out, err := exec.Command("go", "list", "-deps", pkg).CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		return string(out)
	}
	const unwanted = "github.com/goccy/go-graphviz"
	if deps := list("."); strings.Contains(deps, unwanted) || !strings.Contains(deps, "layout/graphviz") {
		t.Errorf("roadmapviz imports %s, or the test looks in the wrong place", unwanted)
	}
	if !strings.Contains(list("../roadmapviz-graphviz"), unwanted) {
		t.Errorf("roadmapviz-graphviz does not import %s: what does this test tell?", unwanted)
	}
}

// TestWithoutGraphviz: the message says how to get the program that is missing.
func TestWithoutGraphviz(t *testing.T) {
	t.Chdir(t.TempDir())
	t.Setenv("PATH", "")
	readme := "# A course\n\n## The Engineer\n\n### 1. Running things\n\n* **Starting**: how.\n* **Stopping**: how.\n"
	if err := os.WriteFile("README.md", []byte(readme), 0o666); err != nil {
		t.Fatal(err)
	}
	for program, want := range map[string]string{
		"helper": "the layout dot: there is no roadmapviz-graphviz beside this program or on PATH; get it with 'go install github.com/roadmapviz/roadmapviz/cmd/...@latest'",
		"system": "there is no dot on PATH; install Graphviz",
	} {
		var out, errs bytes.Buffer
		code := run([]string{"render", "--layout", "dot", "--graphviz", program, "-o", "out.svg"}, strings.NewReader(""), &out, &errs)
		if code != exitFailed || !strings.Contains(errs.String(), want) {
			t.Errorf("%s: exit code %d, %s", program, code, errs.String())
		}
		if _, err := os.Stat("out.svg"); err == nil {
			t.Error("a file was written")
		}
	}
}
