package graph

import "slices"

// Path is what to learn before the node with the given ID, in learning order,
// the node itself last. It follows the prerequisites of the node, of what
// holds it and, in turn, of all these; a part or section as a prerequisite
// stands for all its topics. With next, it also takes the sections and parts
// that come before by the course's own order. Containers, resources, and what
// is excluded are no steps of a path. The error is an [*UnknownError].
func (g *Graph) Path(id string, next bool) ([]Node, error) {
	x := NewIndex(g)
	to := x.At(id)
	if to < 0 {
		return nil, g.unknown(id, []Kind{Part, Section, Topic})
	}
	kinds := []EdgeKind{Requires}
	if next {
		kinds = append(kinds, Next)
	}
	needed := closure(x, newLinks(x, backward, kinds...), to)
	var path []Node
	for _, i := range g.Order() {
		if n := g.Nodes[i]; needed[i] && i != to && n.Kind == Topic && n.Excluded == "" {
			path = append(path, n)
		}
	}
	return append(path, g.Nodes[to]), nil
}

// closure marks what node to needs, and all that is held by what it needs.
func closure(x *Index, before *links, to int) []bool {
	needed := make([]bool, len(x.graph.Nodes))
	asked := make([]bool, len(x.graph.Nodes)) // whose links have been followed
	var queue []int
	ask := func(i int) { // node i and its containers need their prerequisites
		for ; i >= 0 && !asked[i]; i = x.Parent(i) {
			asked[i] = true
			queue = append(queue, i)
		}
	}
	for ask(to); len(queue) > 0; {
		i := queue[0]
		queue = queue[1:]
		for _, l := range before.of(i) {
			for _, held := range unmarked(x, l.node, needed) {
				ask(held)
			}
		}
	}
	return needed
}

// unmarked marks node i and all below it, and lists what was not marked yet.
func unmarked(x *Index, i int, marked []bool) []int {
	var fresh []int
	for stack := []int{i}; len(stack) > 0; {
		n := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if marked[n] {
			continue
		}
		marked[n] = true
		fresh = append(fresh, n)
		stack = append(stack, x.Children(n)...)
	}
	return fresh
}

// Explain is a shortest chain of edges that leads from one node to another: why
// the second comes after the first. The course's own order is called upon only
// where prerequisites and containment do not do. Edges out of a container count for what it holds, so the chain may begin at an ancestor
// of from. It is empty if to does not come after from. The error is an
// [*UnknownError].
func (g *Graph) Explain(from, to string) ([]Edge, error) {
	x := NewIndex(g)
	a, b := x.At(from), x.At(to)
	for i, id := range []string{from, to} {
		if []int{a, b}[i] < 0 {
			return nil, g.unknown(id, []Kind{Part, Section, Topic})
		}
	}
	above := x.Ancestors(b)
	for _, kinds := range [][]EdgeKind{{Requires, Contains}, {Requires, Next, Contains}} {
		after := newLinks(x, forward, kinds...)
		for _, start := range append([]int{a}, x.Ancestors(a)...) {
			if start != a && slices.Contains(above, start) {
				break // what holds both explains nothing
			}
			if edges := chain(g, after, start, b); edges != nil {
				return edges, nil
			}
		}
	}
	return nil, nil
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
