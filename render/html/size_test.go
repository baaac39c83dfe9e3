package html_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph/markdown"
)

// A page stays small, here without the record that a figure carries: that of a hundred
// topics, and that of a course of ordinary size. The bounds are a little above what
// pages have, so that growth is noticed; the large course is to stay below 250 kB with
// its record.
func TestSize(t *testing.T) {
	src, err := os.ReadFile("../../examples/llm-course/README.md")
	if err != nil {
		t.Fatal(err)
	}
	g, _ := markdown.Parse(src, markdown.Options{File: "README.md"})
	type size struct {
		name string
		page []byte
		most int // kB
	}
	sizes := []size{
		{"a hundred topics", encodedGraph(t, grown(100)), 185},
		{"the example", encodedGraph(t, g), 202},
	}
	if src, err := os.ReadFile(filepath.Join("..", "..", "..", "shared", "course", "README-clean-encoding.md")); err == nil {
		g, _ := markdown.Parse(src, markdown.Options{File: "README.md"})
		sizes = append(sizes, size{"a large course", encodedGraph(t, g), 233})
	} else {
		t.Log("no courses in ../shared: only the example is tried")
	}
	for _, c := range sizes {
		kB := len(c.page) / 1000
		t.Logf("%s: %d kB", c.name, kB)
		if kB > c.most {
			t.Errorf("the page of %s has %d kB, more than %d", c.name, kB, c.most)
		}
	}
}
