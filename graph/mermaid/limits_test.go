package mermaid

import (
	"fmt"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
)

// large is a course of sections with eight linked topics each; with edges, each
// topic requires the first one.
func large(sections int, edges bool) *graph.Graph {
	g := &graph.Graph{Nodes: []graph.Node{{ID: graph.CourseID, Kind: graph.Course, Title: "Course"}, {ID: "p", Kind: graph.Part, Parent: graph.CourseID, Title: "Part"}}}
	for s := range sections {
		section := fmt.Sprintf("p/s%d", s)
		g.Nodes = append(g.Nodes, graph.Node{ID: section, Kind: graph.Section, Parent: "p", Title: "Section"})
		for t := range 8 {
			id := fmt.Sprintf("%s/t%d", section, t)
			g.Nodes = append(g.Nodes, graph.Node{ID: id, Kind: graph.Topic, Parent: section, Title: "Topic", URL: "https://example.org/a/rather/long/address/of/a/page/" + id})
			if edges && s+t > 0 {
				g.Edges = append(g.Edges, graph.Edge{From: "p/s0/t0", To: id, Kind: graph.Requires})
			}
		}
	}
	return g
}

// TestLimits: what only helps gives way to the limits, and what is too much all the
// same is said.
func TestLimits(t *testing.T) {
	for _, c := range []struct {
		sections      int
		edges         bool
		links, unseen bool
		found         string
	}{
		{3, true, true, true, ""},
		{40, true, true, false, ""},
		{80, false, false, false, ""},
		{80, true, false, false, "the diagram has 639 edges"},
		{400, false, false, false, "characters"},
	} {
		var b strings.Builder
		if err := Flowchart(&b, large(c.sections, c.edges)); err != nil {
			t.Fatal(err)
		}
		text := b.String()
		if got := strings.Contains(text, "click "); got != c.links {
			t.Errorf("%d sections: has links: %t", c.sections, got)
		}
		if got := strings.Contains(text, "~~~"); got != c.unseen {
			t.Errorf("%d sections: has invisible edges: %t", c.sections, got)
		}
		var said []string
		for _, d := range Check(text) {
			said = append(said, d.Message)
		}
		if got := strings.Join(said, "; "); !strings.Contains(got, c.found) || (got == "") != (c.found == "") {
			t.Errorf("%d sections: %q is said, want %q", c.sections, got, c.found)
		}
	}
}
