package graphviz

import (
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/enginetest"
)

// An edge of a plain graph is a line, and is not told in its box as well.
func TestPlainGraphsHaveNoChips(t *testing.T) {
	g := enginetest.Course(enginetest.Plain(), []int{2})
	topics := graph.NewIndex(g).Nodes(graph.Topic)
	g.Form = graph.Digraph
	g.Edges = append(g.Edges, graph.Edge{From: g.Nodes[topics[0]].ID, To: g.Nodes[topics[1]].ID, Kind: graph.Requires})
	for _, m := range manners {
		c := measure(t.Context(), g, layout.Page{Prerequisites: "chips"}, m)
		if len(c.links) == 0 {
			t.Errorf("%s: there is no line", m.name)
		}
		for i := range c.cards {
			if b := c.cards[i].box(0, 0); len(b.Chips) > 0 {
				t.Errorf("%s: %q has the chips %v", m.name, b.Label, b.Chips)
			}
		}
	}
}
