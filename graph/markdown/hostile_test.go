package markdown

import (
	"bytes"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/internal/hostile"
)

// Every document gives a graph that holds together; none costs more than its
// size warrants (the test would take minutes otherwise).
func TestHostileDocuments(t *testing.T) {
	for name, src := range hostile.Documents() {
		t.Run(name, func(t *testing.T) {
			g, _ := Parse(src, Options{File: "README.md"})
			checkGraph(t, g)
		})
	}
}

// checkGraph holds what is promised of every graph.
func checkGraph(t *testing.T, g *graph.Graph) {
	t.Helper()
	if err := g.Check(); err != nil {
		t.Fatal(err)
	}
	if len(g.Nodes) == 0 || g.Nodes[0].ID != graph.CourseID || g.Nodes[0].Title == "" {
		t.Fatal("no course node")
	}
	if cycles := g.Cycles(); len(cycles) > 0 {
		t.Fatal("cycles:", cycles)
	}
	for _, n := range g.Nodes {
		if n.Kind != graph.Resource && n.Title == "" {
			t.Fatalf("%s %q has no title", n.Kind, n.ID)
		}
	}
}

// FuzzParse looks for documents that break the parser or its promises.
func FuzzParse(f *testing.F) {
	for name, src := range hostile.Documents() {
		if len(src) < 20_000 {
			f.Add(src)
		}
		_ = name
	}
	for _, src := range caseFiles(f) {
		f.Add(src)
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		g, found := Parse(src, Options{File: "README.md"})
		checkGraph(t, g)
		again, foundAgain := Parse(src, Options{File: "README.md"})
		if len(again.Nodes) != len(g.Nodes) || len(again.Edges) != len(g.Edges) || len(found) != len(foundAgain) {
			t.Fatal("two parses differ")
		}
		after, _ := Parse(src, Options{File: "README.md", Prior: g.Nodes})
		checkGraph(t, after)
		lines := bytes.Count(src, []byte("\n")) + bytes.Count(src, []byte("\r")) + 1
		for _, n := range g.Nodes {
			if n.Source.Line > lines {
				t.Fatalf("line %d of %d", n.Source.Line, lines)
			}
		}
	})
}
