package kit

import (
	"fmt"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
)

// Prerequisites are those of some edges, such as [Draft.Lines], that are
// prerequisites and whose two ends are among the given nodes, in their order.
func Prerequisites[T any](edges []graph.Edge, drawn map[string]T) []graph.Edge {
	var some []graph.Edge
	for _, e := range edges {
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
	var states []layout.State
	if e.Guess != "" {
		states = append(states, layout.GuessedState)
	}
	d.Diagram.Edges = append(d.Diagram.Edges, layout.Edge{
		From: e.From, To: e.To, Kind: string(graph.Requires), Path: path, Tooltip: reason(e), States: states,
	})
}

// reason says how the course tells a prerequisite.
func reason(e graph.Edge) string {
	if e.Guess != "" {
		return fmt.Sprintf("%s: %q", e.Reason, e.Guess)
	}
	return e.Reason
}
