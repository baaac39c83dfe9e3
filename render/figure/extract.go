package figure

import (
	"slices"

	"github.com/roadmapviz/roadmapviz/graph"
)

// extracts are graphs of some sections of a graph, one after the other. Each takes
// time for what it has, and not for the whole, as Graph.Select does.
type extracts struct {
	g        *graph.Graph
	x        *graph.Index
	sections []int   // in their order
	edges    [][]int // by the node that they lead to
}

func newExtracts(g *graph.Graph) *extracts {
	e := &extracts{g: g, x: graph.NewIndex(g), edges: make([][]int, len(g.Nodes))}
	for _, part := range e.x.Nodes(graph.Part) {
		e.sections = append(e.sections, e.x.Children(part, graph.Section)...)
	}
	for i, edge := range g.Edges {
		if to := e.x.At(edge.To); to >= 0 {
			e.edges[to] = append(e.edges[to], i)
		}
	}
	return e
}

// ids are those of the sections from first up to end.
func (e *extracts) ids(first, end int) (ids []string) {
	for _, at := range e.sections[first:end] {
		ids = append(ids, e.g.Nodes[at].ID)
	}
	return ids
}

// of is the graph of the sections from first up to end, which is what Select gives
// of a graph without anything excluded, but for images.
func (e *extracts) of(first, end int) *graph.Graph {
	var kept []int
	known := map[string]bool{}
	keep := func(at int) {
		if id := e.g.Nodes[at].ID; !known[id] {
			kept, known[id] = append(kept, at), true
		}
	}
	for _, at := range e.sections[first:end] {
		for _, above := range e.x.Ancestors(at) {
			keep(above)
		}
		for _, below := range e.x.Subtree(at) {
			keep(below)
		}
	}
	slices.Sort(kept)
	page := &graph.Graph{Language: e.g.Language, Edges: []graph.Edge{}}
	var edges []int
	for _, at := range kept {
		page.Nodes = append(page.Nodes, e.g.Nodes[at])
		for _, i := range e.edges[at] {
			if known[e.g.Edges[i].From] {
				edges = append(edges, i)
			}
		}
	}
	slices.Sort(edges)
	for _, i := range edges {
		page.Edges = append(page.Edges, e.g.Edges[i])
	}
	return page
}
