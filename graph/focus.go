package graph

var everyKind = []EdgeKind{Contains, Next, Requires, Leads}

// Focus is the neighbourhood of a node: the node and what is at most hops
// edges away from it in either direction, along edges of all kinds, with what
// holds it all. Zero hops leave the node and its ancestors. The error is an
// [*UnknownError]. g is not changed.
func (g *Graph) Focus(id string, hops int) (*Graph, error) {
	x := NewIndex(g)
	start := x.At(id)
	if start < 0 {
		return nil, g.unknown(id, []Kind{Part, Section, Topic})
	}
	after, before := newLinks(x, forward, everyKind...), newLinks(x, backward, everyKind...)
	keep := make([]bool, len(g.Nodes))
	keep[start] = true
	ring := []int{start}
	for ; hops > 0 && len(ring) > 0; hops-- {
		var next []int
		for _, i := range ring {
			for _, side := range []*links{after, before} {
				for _, l := range side.of(i) {
					if !keep[l.node] {
						keep[l.node] = true
						next = append(next, l.node)
					}
				}
			}
		}
		ring = next
	}
	for i := range keep {
		if !keep[i] {
			continue
		}
		for _, a := range x.Ancestors(i) {
			keep[a] = true
		}
	}
	keep[0] = true
	return g.filter(x, keep), nil
}

// Depth is the graph down to n levels below the course: 1 keeps parts, 2
// sections, 3 topics, 4 sub-topics and the resources of topics. A prerequisite
// of what is cut off joins the nearest nodes that are left, once, unless they
// are the same or the edge would lead back in the learning order, as it may
// where two sections each need something of the other. g is not changed.
func (g *Graph) Depth(n int) *Graph {
	x := NewIndex(g)
	keep, stand := make([]bool, len(g.Nodes)), make([]int, len(g.Nodes))
	depth := make([]int, len(g.Nodes))
	for i := range g.Nodes {
		p := x.Parent(i)
		stand[i] = i
		if p >= 0 && p < i {
			depth[i] = depth[p] + 1
			if depth[i] > n {
				stand[i] = stand[p]
			}
		}
		keep[i] = depth[i] <= n
	}
	cut := g.filter(x, keep)
	place := make(map[string]int, len(cut.Nodes))
	for at, i := range cut.Order() {
		place[cut.Nodes[i].ID] = at
	}
	type ends struct{ from, to string }
	joined := map[ends]bool{}
	for _, e := range cut.Edges {
		joined[ends{e.From, e.To}] = true
	}
	for _, e := range g.Edges {
		from, to := x.At(e.From), x.At(e.To)
		if e.Kind != Requires || from < 0 || to < 0 || keep[from] && keep[to] {
			continue
		}
		e.From, e.To = g.Nodes[stand[from]].ID, g.Nodes[stand[to]].ID
		if pair := (ends{e.From, e.To}); place[e.From] < place[e.To] && !joined[pair] {
			joined[pair] = true
			cut.Edges = append(cut.Edges, e)
		}
	}
	return cut
}
