package kit

import (
	"fmt"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
)

// However much a topic needs, its box has a few chips, and the last one tells of the rest
// as much as can be read, and how many more there are.
func TestManyChips(t *testing.T) {
	for _, n := range []int{3, 4, 20, 2000} {
		g := &graph.Graph{Nodes: []graph.Node{{ID: "all", Kind: graph.Topic, Title: "All"}}}
		for i := range n {
			id := fmt.Sprintf("t%d", i)
			g.Nodes = append(g.Nodes, graph.Node{ID: id, Kind: graph.Topic, Title: fmt.Sprintf("Topic %d", i)})
			g.Edges = append(g.Edges, graph.Edge{From: id, To: "all", Kind: graph.Requires})
		}
		d := New(t.Context(), g, layout.Page{Prerequisites: "chips"})
		chips := d.Item(&g.Nodes[0], BoxStyle{W: 300, H: 50, Lines: 2, Text: TextStyle{Size: 18, Width: 280, MaxLines: 2}}).Box(0, 0).Chips
		told := 0
		for _, c := range chips {
			told += strings.Count(c.Tooltip, "after ")
			if len(c.Tooltip) > 1200 {
				t.Errorf("%d prerequisites: a tooltip of %d bytes", n, len(c.Tooltip))
			}
		}
		more := 0
		last := chips[len(chips)-1].Tooltip
		fmt.Sscanf(last[strings.LastIndex(last, "+")+1:], "%d", &more)
		if len(chips) > 4 || told+more != n || (more > 0) != (n == 2000) {
			t.Errorf("%d prerequisites: %d chips tell of %d and %d more", n, len(chips), told, more)
		}
	}
}
