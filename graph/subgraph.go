package graph

import "slices"

// Select is the graph of some nodes: the course, what holds them, the nodes
// themselves and everything below them, with the edges and images among them.
// The selected nodes and their ancestors are not excluded in the result, even
// if they are in g: who asks for a part wants to see it. The ids must be exact;
// see [Graph.Find] for the names that people type. The error is an
// [*UnknownError]. g is not changed; the result shares with it, and is g itself where it would be
// equal.
func (g *Graph) Select(ids ...string) (*Graph, error) {
	part, err := NewIndex(g).Select(ids...)
	if err != nil {
		return nil, err
	}
	return part.graph, nil
}

// Select does the same for who has an index, and wants that of the result.
func (x *Index) Select(ids ...string) (*Index, error) {
	g := x.graph
	keep := make([]bool, len(g.Nodes))
	shown := make([]bool, len(g.Nodes)) // kept, and excluded no longer
	if course := x.At(CourseID); course >= 0 {
		keep[course] = true
	}
	for _, id := range ids {
		at := x.At(id)
		if at < 0 {
			return nil, g.unknown(id, []Kind{Course, Part, Section, Topic})
		}
		for _, i := range append(x.Ancestors(at), at) {
			keep[i], shown[i] = true, true
		}
		for _, i := range x.Subtree(at) {
			keep[i] = true
			// What is excluded only because the selected node is, comes with it.
			shown[i] = shown[i] || g.Nodes[i].Excluded == g.Nodes[at].Excluded
		}
	}
	if !slices.Contains(keep, false) && !g.hasExcluded() {
		return x, nil
	}
	part := g.filter(x, keep)
	for i := range part.Nodes {
		if shown[x.At(part.Nodes[i].ID)] {
			part.Nodes[i].Excluded = ""
		}
	}
	return NewIndex(part), nil
}

// Drawn is the graph without what is excluded and what that holds. Where an
// excluded node stood between two others, a next edge joins these two.
// g is not changed; the result shares with it, and is g itself when nothing is
// excluded.
func (g *Graph) Drawn() *Graph {
	if !g.hasExcluded() {
		return g
	}
	x := NewIndex(g)
	keep := make([]bool, len(g.Nodes))
	for i := range g.Nodes {
		p := x.Parent(i)
		keep[i] = g.Nodes[i].Excluded == "" && (p < 0 || p > i || keep[p])
	}
	return g.filter(x, keep)
}

func (g *Graph) hasExcluded() bool {
	for i := range g.Nodes {
		if g.Nodes[i].Excluded != "" {
			return true
		}
	}
	return false
}

// filter is the graph of the nodes to keep, with the edges and images that
// belong to them.
func (g *Graph) filter(x *Index, keep []bool) *Graph {
	part := &Graph{Language: g.Language, Form: g.Form}
	kept := func(id string) bool { i := x.At(id); return i >= 0 && keep[i] }
	nodes, edges := 0, 0
	for _, k := range keep {
		if k {
			nodes++
		}
	}
	stays := make([]bool, len(g.Edges))
	for i := range g.Edges {
		e := &g.Edges[i]
		if stays[i] = kept(e.From) && (e.Kind == Next || kept(e.To)); stays[i] {
			edges++
		}
	}
	part.Nodes, part.Edges = make([]Node, 0, nodes), make([]Edge, 0, edges)
	for i := range g.Nodes {
		if keep[i] {
			part.Nodes = append(part.Nodes, g.Nodes[i])
		}
	}
	var after *links
	for i := range g.Edges {
		if !stays[i] {
			continue
		}
		e := g.Edges[i]
		if e.Kind == Next && !kept(e.To) {
			if after == nil {
				after = newLinks(x, forward, Next)
			}
			to := skipAhead(after, x.At(e.To), keep)
			if to < 0 {
				continue
			}
			e.To = g.Nodes[to].ID
		}
		part.Edges = append(part.Edges, e)
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
