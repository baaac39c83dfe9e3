package graph

import "slices"

// maxReductionSteps bounds the work of [Graph.TransitiveReduction], in edges
// followed per edge of the graph.
const maxReductionSteps = 200

// TransitiveReduction is the graph without the prerequisites that follow from
// others: if A is required by B and B by C, or if A is required by what holds C,
// an edge from A to C says nothing new, and is not worth a line in a figure.
// Edges of other kinds stay. The time is linear in most courses; in a very dense
// graph the search stops at a bound, and some edges that could go stay. g is not
// changed.
func (g *Graph) TransitiveReduction() *Graph {
	reduced := *g
	requires := 0
	for _, e := range g.Edges {
		if e.Kind == Requires {
			requires++
		}
	}
	if requires < 2 {
		return &reduced // one edge follows from no other
	}
	x := NewIndex(g)
	after := newLinks(x, forward, Requires)
	place := make([]int, len(g.Nodes))
	for at, i := range g.Order() {
		place[i] = at
	}
	redundant := inherited(x)
	seen := make([]int, len(g.Nodes)) // by which node's search, plus one
	steps := maxReductionSteps * (len(g.Edges) + 1)
	for from := range g.Nodes {
		out := slices.Clone(after.of(from))
		if len(out) < 2 {
			continue
		}
		// Near targets first: a far one that is met on the way is redundant.
		slices.SortStableFunc(out, func(a, b link) int { return place[a.node] - place[b.node] })
		farthest := place[out[len(out)-1].node]
		for _, l := range out {
			if seen[l.node] == from+1 {
				redundant[l.edge] = true
				continue
			}
			seen[l.node] = from + 1
			for stack := []int{l.node}; len(stack) > 0 && steps > 0; {
				i := stack[len(stack)-1]
				stack = stack[:len(stack)-1]
				for _, next := range after.of(i) {
					steps--
					if seen[next.node] != from+1 && place[next.node] <= farthest {
						seen[next.node] = from + 1
						stack = append(stack, next.node)
					}
				}
			}
		}
	}
	reduced.Edges = []Edge{}
	for i, e := range g.Edges {
		if !redundant[i] {
			reduced.Edges = append(reduced.Edges, e)
		}
	}
	return &reduced
}

// inherited marks the prerequisites that what holds a node has as well.
func inherited(x *Index) []bool {
	type ends struct{ from, to int }
	g := x.graph
	of := func(e *Edge) ends { return ends{x.At(e.From), x.At(e.To)} }
	holders := make(map[ends]bool) // the prerequisites of what holds others
	for i := range g.Edges {
		if e := &g.Edges[i]; e.Kind == Requires {
			if pair := of(e); pair.from >= 0 && pair.to >= 0 && len(x.Children(pair.to)) > 0 {
				holders[pair] = true
			}
		}
	}
	marks := make([]bool, len(g.Edges))
	if len(holders) == 0 {
		return marks
	}
	for i := range g.Edges {
		e := &g.Edges[i]
		if e.Kind != Requires {
			continue
		}
		pair := of(e)
		if pair.from < 0 || pair.to < 0 {
			continue
		}
		for _, a := range x.Ancestors(pair.to) {
			marks[i] = marks[i] || holders[ends{pair.from, a}]
		}
	}
	return marks
}
