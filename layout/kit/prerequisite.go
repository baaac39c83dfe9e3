package kit

import (
	"fmt"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
)

// Prerequisites are the prerequisites of a graph whose two ends are among the
// given nodes, in the graph's order.
func Prerequisites[T any](g *graph.Graph, drawn map[string]T) []graph.Edge {
	var some []graph.Edge
	for _, e := range g.Edges {
		if e.Kind != graph.Requires || e.From == e.To {
			continue
		}
		_, from := drawn[e.From]
		_, to := drawn[e.To]
		if from && to {
			some = append(some, e)
		}
	}
	return some
}

// Require adds the line of a prerequisite.
func (d *Draft) Require(e graph.Edge, path layout.Path) {
	line := layout.Edge{From: e.From, To: e.To, Kind: string(graph.Requires), Path: path, Tooltip: e.Reason}
	if e.Guess != "" {
		line.States, line.Tooltip = []layout.State{layout.GuessedState}, fmt.Sprintf("%s: %q", e.Reason, e.Guess)
	}
	d.Diagram.Edges = append(d.Diagram.Edges, line)
}
