package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
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
		"helper": "the layout dot needs Graphviz: there is no roadmapviz-graphviz beside this program or on PATH; get it with 'go install github.com/roadmapviz/roadmapviz/cmd/...@latest'",
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

// TestGraphvizLayouts draws a figure with the real program.
func TestGraphvizLayouts(t *testing.T) {
	if testing.Short() {
		t.Skip("builds a program")
	}
	helper := filepath.Join(t.TempDir(), "roadmapviz-graphviz.exe") // the name is free
	if out, err := exec.Command("go", "build", "-o", helper, "../roadmapviz-graphviz").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	var out, errs bytes.Buffer
	code := run([]string{"render", "../../examples/llm-course/README.md", "--part", "engineer", "--layout", "osage", "--graphviz-helper", helper}, strings.NewReader(""), &out, &errs)
	if code != exitOK || errs.Len() > 0 || !bytes.HasPrefix(out.Bytes(), []byte("<svg ")) && !bytes.HasPrefix(out.Bytes(), []byte("<?xml")) {
		t.Errorf("exit code %d, %s", code, errs.String())
	}
}
