package graph

import (
	"fmt"
	"slices"
)

// UnrelatedError says that one node does not come after another.
type UnrelatedError struct {
	From, To Node
	// Same, Inside and Reverse say why: both are one node, From is a part of To,
	// or it is the other way round. At most one of them is true.
	Same, Inside, Reverse bool
}

// Error is one line, with the titles of the nodes.
func (e *UnrelatedError) Error() string {
	switch {
	case e.Same:
		return fmt.Sprintf("both names mean %q", e.From.ID)
	case e.Inside:
		return fmt.Sprintf("%q is a part of %q", e.From.Text(), e.To.Text())
	case e.Reverse:
		return fmt.Sprintf("%q does not come after %q; it is the other way round", e.To.Text(), e.From.Text())
	}
	return fmt.Sprintf("nothing in the course says that %q comes after %q", e.To.Text(), e.From.Text())
}

// Explain says why one node comes after another: by a shortest chain of edges that
// leads from the first to the second. The course's own order is called upon only
// where prerequisites and containment do not do. What comes after a container comes
// after what it holds, so the chain may begin at an ancestor of the first node;
// then edges of kind contains stand before it that lead from the node up to there,
// the innermost first. Every edge has a place if the document has one: its own, or
// else that of the node that it leads to. The error is an [*UnknownError] or an
// [*UnrelatedError].
func (g *Graph) Explain(from, to string) ([]Edge, error) {
	x := NewIndex(g)
	a, b := x.At(from), x.At(to)
	for i, id := range []string{from, to} {
		if []int{a, b}[i] < 0 {
			return nil, g.unknown(id, []Kind{Part, Section, Topic})
		}
	}
	steps := leads(x, a, b)
	if len(steps) == 0 {
		e := &UnrelatedError{From: g.Nodes[a], To: g.Nodes[b], Same: a == b}
		e.Inside = !e.Same && slices.Contains(x.Ancestors(a), b)
		e.Reverse = !e.Same && !e.Inside && len(leads(x, b, a)) > 0
		return nil, e
	}
	var chain []Edge
	for n := g.Nodes[a]; n.ID != steps[0].From; n, _ = x.Node(n.Parent) {
		chain = append(chain, Edge{From: n.Parent, To: n.ID, Kind: Contains})
	}
	chain = append(chain, steps...)
	for i, step := range chain {
		if step.Source.Line == 0 {
			n, _ := x.Node(step.To)
			chain[i].Source = n.Source
		}
	}
	return chain, nil
}

// leads is a shortest chain from node a, or from what holds it, to node b.
func leads(x *Index, a, b int) []Edge {
	above := x.Ancestors(b)
	for _, kinds := range [][]EdgeKind{{Requires, Contains}, {Requires, Next, Contains}} {
		after := newLinks(x, forward, kinds...)
		for _, start := range append([]int{a}, x.Ancestors(a)...) {
			if start != a && slices.Contains(above, start) {
				break // what holds both explains nothing
			}
			if edges := chain(x.graph, after, start, b); edges != nil {
				return edges
			}
		}
	}
	return nil
}

// chain is a shortest way from a to b, breadth first.
func chain(g *Graph, after *links, a, b int) []Edge {
	came := make([]link, after.len()) // the link that led here: its node is where from
	seen := make([]bool, after.len())
	seen[a] = true
	for queue := []int{a}; len(queue) > 0 && !seen[b]; queue = queue[1:] {
		for _, l := range after.of(queue[0]) {
			if !seen[l.node] {
				seen[l.node] = true
				came[l.node] = link{queue[0], l.edge}
				queue = append(queue, l.node)
			}
		}
	}
	if !seen[b] {
		return nil
	}
	way := []Edge{}
	for i := b; i != a; i = came[i].node {
		way = append(way, g.Edges[came[i].edge])
	}
	slices.Reverse(way)
	return way
}
