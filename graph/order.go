package graph

import (
	"container/heap"
	"slices"
)

// Order is the order to learn in: the positions of all nodes such that every
// edge points forward. It follows the document, except that what a node
// requires is drawn forward, with all that it holds, to just before the node;
// so an edit moves only what it concerns. What stands on a cycle, and what
// comes after it, follows in the same way as far as the cycle lets it.
// Linear in edges, n log n in nodes.
func (g *Graph) Order() []int { return order(NewIndex(g)) }

func order(x *Index) []int {
	return topological(newLinks(x, forward), newLinks(x, backward), preference(x))
}

// Steps is what there is to learn, in the order of [Graph.Order]: the topics, and
// the sections without topics, which stand for themselves. What is excluded is no
// step.
func (g *Graph) Steps() []Node {
	g = g.Drawn()
	x := NewIndex(g)
	steps := []Node{}
	for _, i := range order(x) {
		if n := g.Nodes[i]; n.Kind == Topic || n.Kind == Section && len(x.Children(i, Topic)) == 0 {
			steps = append(steps, n)
		}
	}
	return steps
}

// preference ranks the nodes in the order in which a walk through the document
// meets them that goes to a node's prerequisites first. The rank of node i is
// result[i]. Edges between containers do not order what these hold, which is
// why the rank, and not the document order, breaks the ties in Order.
func preference(x *Index) []int {
	requires := newLinks(x, backward, Requires)
	n := requires.len()
	rank, ranked, seen := make([]int, n), make([]bool, n), make([]bool, n)
	count := 0
	place := func(i int) { // ranks node i, after what holds it
		var up []int
		for ; i >= 0 && !ranked[i]; i = x.Parent(i) {
			ranked[i] = true
			up = append(up, i)
		}
		for _, i := range slices.Backward(up) {
			rank[i] = count
			count++
		}
	}
	// A step either enters a node (its prerequisites, then the node, then
	// what it holds) or gives the node its rank.
	type step struct {
		node int
		rank bool
	}
	var stack []step
	for root := range n {
		for stack = append(stack, step{node: root}); len(stack) > 0; {
			s := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			if s.rank {
				place(s.node)
				continue
			}
			if seen[s.node] {
				continue
			}
			seen[s.node] = true
			for _, c := range slices.Backward(x.Children(s.node)) {
				stack = append(stack, step{node: c})
			}
			stack = append(stack, step{node: s.node, rank: true})
			for _, l := range slices.Backward(requires.of(s.node)) {
				stack = append(stack, step{node: l.node})
			}
		}
	}
	return rank
}

// topological is Kahn's algorithm ("Topological sorting of large networks",
// 1962); of the nodes that are ready, the one of the lowest rank goes first.
func topological(out, in *links, rank []int) []int {
	n := out.len()
	node := make([]int, n) // by rank
	waits := make([]int, n)
	ready := &ranks{}
	for i := range n {
		node[rank[i]] = i
		if waits[i] = len(in.of(i)); waits[i] == 0 {
			*ready = append(*ready, rank[i])
		}
	}
	heap.Init(ready)
	order, placed := make([]int, 0, n), make([]bool, n)
	for blocked := 0; len(order) < n; {
		if ready.Len() == 0 { // only cycles are left: open the first one
			for placed[node[blocked]] {
				blocked++
			}
			heap.Push(ready, blocked)
		}
		i := node[heap.Pop(ready).(int)]
		if placed[i] {
			continue
		}
		placed[i] = true
		order = append(order, i)
		for _, l := range out.of(i) {
			if waits[l.node]--; waits[l.node] == 0 && !placed[l.node] {
				heap.Push(ready, rank[l.node])
			}
		}
	}
	return order
}

// ranks is a heap of ranks, the lowest first.
type ranks []int

func (r ranks) Len() int           { return len(r) }
func (r ranks) Less(i, j int) bool { return r[i] < r[j] }
func (r ranks) Swap(i, j int)      { r[i], r[j] = r[j], r[i] }
func (r *ranks) Push(rank any)     { *r = append(*r, rank.(int)) }
func (r *ranks) Pop() any {
	old := *r
	last := old[len(old)-1]
	*r = old[:len(old)-1]
	return last
}
