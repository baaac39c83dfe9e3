package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/internal/golden"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/render/figure"
	"github.com/roadmapviz/roadmapviz/render/formats"
)

// TestExampleFigures holds the committed figures of the example course, which
// the README opens with, to what the program draws.
func TestExampleFigures(t *testing.T) {
	const folder = "../../examples/llm-course"
	course := filepath.Join(t.TempDir(), "README.md") // beside which the figures lie, for their links
	text, err := os.ReadFile(folder + "/README.md")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(course, text, 0o666); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(filepath.Dir(course), "img")
	draw(t, course, "-o", filepath.Join(out, "roadmap_{part}.svg"))
	drawn, err := filepath.Glob(filepath.Join(out, "*.svg"))
	if err != nil || len(drawn) != 4 {
		t.Fatalf("drew %v (%v), want three figures and the index", drawn, err)
	}
	for _, path := range drawn {
		holdFigure(t, path, filepath.Join(folder, "img", filepath.Base(path)))
	}
}

// holdFigure compares a figure with the committed one, or replaces that with -update.
func holdFigure(t *testing.T, drawn, committed string) {
	t.Helper()
	got, err := os.ReadFile(drawn)
	if err != nil {
		t.Fatal(err)
	}
	if *golden.Update {
		if err := os.WriteFile(committed, got, 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(committed)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s is stale: go test ./cmd/roadmapviz -update draws it anew; then look at it", committed)
	}
}

// TestLayoutFigures holds the pictures of docs/layouts.md, a part and the whole
// example course in every layout, to what the program draws.
func TestLayoutFigures(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program for the Graphviz layouts")
	}
	helper := filepath.Join(t.TempDir(), "roadmapviz-graphviz.exe") // the name is free
	if out, err := exec.Command("go", "build", "-o", helper, "../roadmapviz-graphviz").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	page, err := os.ReadFile("../../docs/layouts.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range figure.Layouts() {
		t.Run(name, func(t *testing.T) {
			for suffix, args := range map[string][]string{"": {"--part", "engineer"}, "-course": nil} {
				file := name + suffix + ".svg"
				drawn := filepath.Join(t.TempDir(), file)
				draw(t, append(args, "../../examples/llm-course/README.md", "--layout", name, "--graphviz-helper", helper, "-o", drawn)...)
				holdFigure(t, drawn, "../../docs/img/layouts/"+file)
				if !bytes.Contains(page, []byte("img/layouts/"+file)) {
					t.Errorf("docs/layouts.md does not show %s", file)
				}
			}
		})
	}
}

// TestSizedFigures holds the pictures of docs/sizes.md to what the program draws.
func TestSizedFigures(t *testing.T) {
	for _, name := range []string{"card", "slide", "a4"} {
		drawn := filepath.Join(t.TempDir(), name+".svg")
		draw(t, "../../examples/llm-course/README.md", "--preset", name, "-o", drawn)
		holdFigure(t, drawn, "../../docs/img/sizes/"+name+".svg")
	}
}

// TestPaper holds the pictures of docs/sizes.md to the pages of PDFs.
func TestPaper(t *testing.T) {
	text, err := os.ReadFile("../../examples/llm-course/README.md")
	if err != nil {
		t.Fatal(err)
	}
	g, _ := markdown.Parse(text, markdown.Options{})
	svg, _ := formats.Lookup("svg")
	for name, o := range map[string]figure.Options{
		"a5":      {Paper: "a5", Parts: []string{"engineer"}},
		"a3-mono": {Paper: "a3", Theme: "mono"},
	} {
		f, err := figure.New(g, o)
		if err != nil {
			t.Fatal(err)
		}
		pages, _, err := f.Pages(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		theme, err := o.OpenTheme()
		if err != nil {
			t.Fatal(err)
		}
		for i, page := range pages {
			var data bytes.Buffer
			if err := svg.Encode(t.Context(), &data, []*layout.Diagram{page}, theme, formats.Options{}); err != nil {
				t.Fatal(err)
			}
			golden.File(t, fmt.Sprintf("../../docs/img/sizes/%s-%d.svg", name, i+1), data.Bytes())
		}
	}
}

// TestReferenceFigures compares the layout of the reference course's three
// parts with the figures that were drawn for it by hand.
func TestReferenceFigures(t *testing.T) {
	shared := "../../../shared"
	compare := shared + "/figures/compare.py"
	if _, err := os.Stat(compare); err != nil {
		t.Skip("the reference figures are not here:", err)
	}
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("no python3 to run compare.py with")
	}
	for _, course := range []string{"README.md", "README-clean-encoding.md"} {
		for _, part := range []string{"fundamentals", "scientist", "engineer"} {
			diagram := filepath.Join(t.TempDir(), part+".json")
			draw(t, shared+"/course/"+course, "--part", part, "-o", diagram)
			if report, err := exec.Command(python, compare, diagram, part).CombinedOutput(); err != nil {
				t.Errorf("%s, %s: %v\n%s", course, part, err, report)
			}
		}
	}
}

// draw runs render and fails the test when that does not succeed.
func draw(t *testing.T, args ...string) {
	t.Helper()
	var errs bytes.Buffer
	args = append([]string{"render", "--system-fonts", "never"}, args...)
	if code := run(args, nil, io.Discard, &errs); code != exitOK {
		t.Fatalf("roadmapviz %v: exit status %d\n%s", args, code, errs.String())
	}
}
