package main

import (
	"bytes"
	"os/exec"
	"strings"
	"testing"
)

// Without the program that serves, serve says how to get it, its help says what it is
// for, and shells complete files.
func TestWithoutServe(t *testing.T) {
	t.Chdir(t.TempDir())
	t.Setenv("PATH", "")
	const missing = "there is no roadmapviz-serve beside this program or on PATH; get it with 'go install github.com/roadmapviz/roadmapviz/cmd/...@latest'"
	for _, c := range []struct {
		line      string
		code      int
		out, errs string
	}{
		{"serve README.md", exitFailed, "", missing},
		{"serve --help", exitOK, "roadmapviz serve --api", missing},
		{"help serve", exitOK, "roadmapviz serve --api", missing},
		{"__complete serve --lay", exitOK, ":0\n", ""},
	} {
		var out, errs bytes.Buffer
		code := run(strings.Fields(c.line), strings.NewReader(""), &out, &errs)
		if code != c.code || !strings.Contains(out.String(), c.out) || !strings.Contains(errs.String(), c.errs) {
			t.Errorf("%s: exit status %d, %s%s", c.line, code, out.String(), errs.String())
		}
	}
}

// TestServingStaysOutside: what serving needs would be loaded at every start.
func TestServingStaysOutside(t *testing.T) {
	deps := func(pkg string) string {
		out, err := exec.Command("go", "list", "-deps", pkg).CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		return "\n" + string(out)
	}
	here, there := deps("."), deps("../roadmapviz-serve")
	for _, unwanted := range []string{"\nnet/http\n", "\ngithub.com/prometheus/client_golang/"} {
		if strings.Contains(here, unwanted) || !strings.Contains(there, unwanted) {
			t.Errorf("roadmapviz imports %s, or roadmapviz-serve does not: what does this test tell?", strings.TrimSpace(unwanted))
		}
	}
}
