package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/dot"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/engines"
	"github.com/roadmapviz/roadmapviz/render/png"
	"github.com/roadmapviz/roadmapviz/render/svg"
	"github.com/roadmapviz/roadmapviz/themes"
)

const example = "../../examples/llm-course/README.md"

// synthetic is a course of so many topics, eight a section, each with a
// sentence, every tenth with a prerequisite.
func synthetic(topics int) []byte {
	first := strings.Fields("Vector Sparse Neural Causal Robust Modular Hybrid Local Online Shared Linear Dense")
	second := strings.Fields("caching retrieval decoding routing training alignment pruning indexing parsing planning")
	var b bytes.Buffer
	b.WriteString("# A synthetic course\n\n## The Only Part\n")
	title := func(i int) string {
		return fmt.Sprintf("%s %s %d", first[i%len(first)], second[i/3%len(second)], i)
	}
	for i := range topics {
		if i%8 == 0 {
			fmt.Fprintf(&b, "\n### %d. %s %s\n\nWhat this section is about, and why it comes here.\n\n", i/8+1, first[i/8%len(first)], second[i/8%len(second)])
		}
		fmt.Fprintf(&b, "- **%s**: How the data flows between the stages, and why the choice of a method matters for quality, cost and latency.", title(i))
		if i%10 == 9 {
			fmt.Fprintf(&b, " Requires: %s.", title(i-9))
		}
		b.WriteByte('\n')
	}
	return b.Bytes()
}

// benchmarkCourses are the engineer part of the example, and synthetic courses.
func benchmarkCourses(b *testing.B, run func(b *testing.B, src []byte, part string)) {
	src, err := os.ReadFile(example)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("engineer", func(b *testing.B) { run(b, src, "engineer") })
	for _, n := range []int{100, 1000, 10000, 100000} {
		src := synthetic(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) { run(b, src, "") })
	}
}

// BenchmarkStages times each step from the text to the picture.
func BenchmarkStages(b *testing.B) {
	ctx := context.Background()
	engine, _ := engines.Lookup(engines.Default)
	theme, _ := themes.Lookup("course")
	benchmarkCourses(b, func(b *testing.B, src []byte, part string) {
		b.Run("goldmark", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				goldmark.New(goldmark.WithExtensions(extension.GFM)).Parser().Parse(text.NewReader(src))
			}
		})
		b.Run("parse", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				markdown.Parse(src, markdown.Options{})
			}
		})
		g := drawnPart(b, src, part)
		b.Run("layout", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				engines.Layout(ctx, engine, g, layout.Options{})
			}
		})
		d, _, err := engines.Layout(ctx, engine, g, layout.Options{})
		if err != nil {
			b.Fatal(err)
		}
		b.Run("svg", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := svg.Encode(ctx, io.Discard, d, theme, svg.Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
		for _, scale := range []int{1, 2} {
			if d.Height*float64(scale) > 20000 {
				continue // larger than any PNG that a page would show
			}
			b.Run(fmt.Sprintf("png@%d", scale), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if err := png.Encode(ctx, io.Discard, d, theme, png.Options{Scale: scale}); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	})
}

// BenchmarkProcess times whole processes, and Graphviz's dot on the same graph
// beside them where it is installed.
func BenchmarkProcess(b *testing.B) {
	folder := b.TempDir()
	program := filepath.Join(folder, "roadmapviz")
	command(b, "go", "build", "-o", program, ".")
	benchmarkCourses(b, func(b *testing.B, src []byte, part string) {
		in := filepath.Join(folder, "course.md")
		if err := os.WriteFile(in, src, 0o666); err != nil {
			b.Fatal(err)
		}
		args := []string{"render", in}
		if part != "" {
			args = append(args, "--part", part)
		}
		g := drawnPart(b, src, part)
		gv := filepath.Join(folder, "course.dot")
		var buf bytes.Buffer
		if err := dot.Encode(&buf, g); err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(gv, buf.Bytes(), 0o666); err != nil {
			b.Fatal(err)
		}
		_, noDot := exec.LookPath("dot")
		for _, format := range []string{"svg", "png"} {
			if format == "svg" || len(g.Nodes) < 200 {
				b.Run("roadmapviz/"+format, func(b *testing.B) {
					for b.Loop() {
						command(b, program, append(args, "-o", filepath.Join(folder, "out."+format))...)
					}
				})
			}
			if noDot == nil && len(g.Nodes) < 2000 { // beyond, dot takes minutes
				b.Run("dot/"+format, func(b *testing.B) {
					for b.Loop() {
						command(b, "dot", "-T"+format, "-o", filepath.Join(folder, "dot."+format), gv)
					}
				})
			}
		}
	})
}

func drawnPart(b *testing.B, src []byte, part string) *graph.Graph {
	g, _ := markdown.Parse(src, markdown.Options{})
	if part == "" {
		return g.Drawn()
	}
	n, err := g.Find(part, graph.Part)
	if err != nil {
		b.Fatal(err)
	}
	g, err = g.Select(n.ID)
	if err != nil {
		b.Fatal(err)
	}
	return g
}

func command(b *testing.B, name string, args ...string) {
	b.Helper()
	if out, err := exec.Command(name, args...).CombinedOutput(); err != nil {
		b.Fatalf("%s: %v\n%s", name, err, out)
	}
}
