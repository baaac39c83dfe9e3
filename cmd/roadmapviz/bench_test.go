package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"testing"
	"testing/fstest"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/codes"
	courses "github.com/roadmapviz/roadmapviz/graph/course"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/internal/synthetic"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/engines"
	"github.com/roadmapviz/roadmapviz/render/png"
	"github.com/roadmapviz/roadmapviz/render/svg"
	"github.com/roadmapviz/roadmapviz/themes"
)

const example = "../../examples/llm-course/README.md"

// benchmarkCourses are the engineer part of the example, and synthetic courses.
func benchmarkCourses(b *testing.B, run func(b *testing.B, src []byte, part string)) {
	src, err := os.ReadFile(example)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("engineer", func(b *testing.B) { run(b, src, "engineer") })
	for _, n := range []int{100, 1000, 10000, 100000, 1000000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) { run(b, synthetic.Course(n, 0), "") })
	}
}

// stage is a step from a text to a picture.
type stage struct {
	name string
	run  func() error
}

// stagesOf are the steps from a text to pictures, in their order. What a step
// starts from is made before, by the others.
func stagesOf(t testing.TB, src []byte, part string) []stage {
	ctx := context.Background()
	engine, _ := engines.Lookup(engines.Default)
	theme, _ := themes.Lookup("course")
	read := reader(src)
	g := drawnPart(t, read, part)
	d, _, err := engines.Layout(ctx, engine, g, layout.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return []stage{
		{"parse", func() error { _, _, err := read(); return err }},
		{"layout", func() error { _, _, err := engines.Layout(ctx, engine, g, layout.Options{}); return err }},
		{"svg", func() error { return svg.Encode(ctx, io.Discard, d, theme, svg.Options{}) }},
		{"png", func() error { return png.Encode(ctx, io.Discard, d, theme, png.Options{Scale: 1}) }},
	}
}

// BenchmarkStages times each step from the text to the pictures, and beside them
// goldmark's parse, on which the first is built.
func BenchmarkStages(b *testing.B) {
	benchmarkCourses(b, func(b *testing.B, src []byte, part string) {
		parse := func() error {
			goldmark.New(goldmark.WithExtensions(extension.GFM)).Parser().Parse(text.NewReader(src))
			return nil
		}
		measure := func(s stage) {
			b.Run(s.name, func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if err := s.run(); err != nil {
						b.Skip(err) // larger than any picture
					}
				}
			})
		}
		measure(stage{"goldmark", parse})
		for _, s := range stagesOf(b, src, part) {
			measure(s)
		}
	})
}

// mostInFile is how large a text is read as one file: not much more would be read of one.
const mostInFile = 20 << 20

// reader reads a course; a very large one from several files, cut between sections.
func reader(src []byte) func() (*graph.Graph, []graph.Diagnostic, error) {
	if len(src) <= mostInFile {
		return func() (*graph.Graph, []graph.Diagnostic, error) {
			g, found := markdown.Parse(src, markdown.Options{})
			return g, found, nil
		}
	}
	folder := fstest.MapFS{}
	var names []string
	for len(src) > 0 {
		end := len(src)
		if end > mostInFile {
			end = bytes.LastIndex(src[:mostInFile], []byte("\n### ")) + 1
		}
		name := fmt.Sprintf("%03d.md", len(names))
		folder[name] = &fstest.MapFile{Data: append([]byte("# Part "+name[:3]+"\n\n"), src[:end]...)}
		names, src = append(names, name), src[end:]
	}
	return func() (*graph.Graph, []graph.Diagnostic, error) {
		c, err := courses.Open(context.Background(), folder, names, courses.Options{})
		if err != nil {
			return nil, nil, err
		}
		return c.Graph, c.Diagnostics, nil
	}
}

// drawnPart is what is drawn of a course, all of which is read, or of one of its parts.
func drawnPart(t testing.TB, read func() (*graph.Graph, []graph.Diagnostic, error), part string) *graph.Graph {
	g, found, err := read()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		if f.Code == codes.TooLong.ID {
			t.Fatal("another course than the one that was asked for: ", f.Message)
		}
	}
	if part == "" {
		return g.Drawn()
	}
	n, err := g.Find(part, graph.Part)
	if err != nil {
		t.Fatal(err)
	}
	g, err = g.Select(n.ID)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func command(b *testing.B, name string, args ...string) {
	b.Helper()
	if out, err := exec.Command(name, args...).CombinedOutput(); err != nil {
		b.Fatalf("%s: %v\n%s", name, err, out)
	}
}
