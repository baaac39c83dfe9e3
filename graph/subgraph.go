package graph

import "slices"

// Select is the graph of one node: the course, what holds the node, the node
// itself and everything below it, with the edges and images among them. The
// selected node and its ancestors are not excluded in the result, even if they
// are in g: who asks for a part wants to see it. The id must be exact; see
// [Graph.Find] for the names that people type. The error is an
// [*UnknownError]. g is not changed; attributes are shared with it.
func (g *Graph) Select(id string) (*Graph, error) {
	x := NewIndex(g)
	at := x.At(id)
	if at < 0 {
		return nil, g.unknown(id, []Kind{Course, Part, Section, Topic})
	}
	keep := make([]bool, len(g.Nodes))
	for _, i := range x.Subtree(at) {
		keep[i] = true
	}
	wanted := append(x.Ancestors(at), at)
	for _, i := range wanted {
		keep[i] = true
	}
	if course := x.At(CourseID); course >= 0 {
		keep[course] = true
	}
	reason := g.Nodes[at].Excluded
	part := g.filter(x, keep)
	for i := range part.Nodes {
		n := &part.Nodes[i]
		if reason != "" && n.Excluded == reason || slices.ContainsFunc(wanted, func(w int) bool { return g.Nodes[w].ID == n.ID }) {
			n.Excluded = ""
		}
	}
	return part, nil
}

// Drawn is the graph without what is excluded and what that holds. Where an
// excluded node stood between two others, a next edge joins these two.
// g is not changed; attributes are shared with it.
func (g *Graph) Drawn() *Graph {
	x := NewIndex(g)
	keep := make([]bool, len(g.Nodes))
	for i := range g.Nodes {
		p := x.Parent(i)
		keep[i] = g.Nodes[i].Excluded == "" && (p < 0 || p > i || keep[p])
	}
	return g.filter(x, keep)
}

// filter is the graph of the nodes to keep, with the edges and images that
// belong to them.
func (g *Graph) filter(x *Index, keep []bool) *Graph {
	part := &Graph{Language: g.Language, Edges: []Edge{}}
	for i, n := range g.Nodes {
		if keep[i] {
			part.Nodes = append(part.Nodes, n)
		}
	}
	kept := func(id string) bool { i := x.At(id); return i >= 0 && keep[i] }
	after := newLinks(x, forward, Next)
	for _, e := range g.Edges {
		switch {
		case kept(e.From) && kept(e.To):
			part.Edges = append(part.Edges, e)
		case kept(e.From) && e.Kind == Next:
			if to := skipAhead(after, x.At(e.To), keep); to >= 0 {
				e.To = g.Nodes[to].ID
				part.Edges = append(part.Edges, e)
			}
		}
	}
	for _, m := range g.Images {
		if kept(m.Node) {
			part.Images = append(part.Images, m)
		}
	}
	return part
}

// skipAhead follows the next edges from node i until a kept one, or −1.
func skipAhead(after *links, i int, keep []bool) int {
	for steps := 0; i >= 0 && steps <= after.len(); steps++ {
		if keep[i] {
			return i
		}
		ahead := after.of(i)
		if len(ahead) == 0 {
			return -1
		}
		i = ahead[0].node
	}
	return -1
}
