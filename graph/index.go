package graph

import (
	"hash/maphash"
	"slices"
	"sync"
)

// Index answers where a node stands and what it holds, in constant time. It
// is built once, in linear time and memory (about thirty bytes a node),
// and speaks of the graph as it was then: make a new one after a
// change. It is safe for concurrent use.
//
// Nodes are named by their position in [Graph.Nodes], which is document order.
type Index struct {
	graph *Graph
	// Nodes by ID, as a map would have them, in a fourth of its memory: every hash has
	// the first of a chain of nodes, and every node the next one, from 1; 0 is none.
	heads, next []int32
	seed        maphash.Seed
	parent      []int32 // −1 for a root or an unknown parent
	// The children of node i are held[start[i]:start[i+1]], in document order.
	start []int32
	held  []int

	unique bool // no ID is used twice
	edges  *resolved
}

// resolved are the ends of edges, which are found when they are first asked for.
type resolved struct {
	once sync.Once
	ends []ends
}

// ends are the positions of the nodes that an edge joins, each −1 if it is unknown.
type ends struct{ from, to int32 }

// NewIndex builds the index of g. It accepts any graph: where an ID is used
// twice, the first node has it.
func NewIndex(g *Graph) *Index {
	n := len(g.Nodes)
	x := &Index{graph: g, seed: maphash.MakeSeed(), next: make([]int32, n), parent: make([]int32, n), start: make([]int32, n+2), edges: &resolved{}}
	chains := 1
	for chains < n {
		chains *= 2
	}
	x.heads = make([]int32, chains)
	x.unique = true
	for i := range g.Nodes {
		head := x.head(g.Nodes[i].ID)
		if x.find(*head, g.Nodes[i].ID) >= 0 {
			x.unique = false
			continue
		}
		x.next[i], *head = *head, int32(i+1)
	}
	for i := range g.Nodes {
		x.parent[i] = x.parentOf(i)
		if p := x.parent[i]; p >= 0 {
			x.start[p+2]++ // two to the right: filling moves it one to the left
		}
	}
	for i := 2; i < len(x.start); i++ {
		x.start[i] += x.start[i-1]
	}
	x.held = make([]int, x.start[n+1])
	for i, p := range x.parent {
		if p >= 0 {
			x.held[x.start[p+1]] = i
			x.start[p+1]++
		}
	}
	return x
}

// parentOf is the position of what holds node i, or −1. Where IDs are unique, it is
// looked for above the node before first, where it mostly stands.
func (x *Index) parentOf(i int) int32 {
	id := x.graph.Nodes[i].Parent
	if id == "" {
		return int32(x.At(id))
	}
	if x.unique {
		for p := int32(i - 1); p >= 0; p = x.parent[p] {
			if x.graph.Nodes[p].ID == id {
				return p
			}
			if x.parent[p] >= p {
				break // only of what stands above it is the parent known
			}
		}
	}
	return int32(x.At(id))
}

func (x *Index) head(id string) *int32 {
	return &x.heads[maphash.String(x.seed, id)&uint64(len(x.heads)-1)]
}

// find is the position of the node with an ID in a chain, or −1.
func (x *Index) find(next int32, id string) int {
	for next > 0 {
		i := int(next - 1)
		if x.graph.Nodes[i].ID == id {
			return i
		}
		next = x.next[i]
	}
	return -1
}

// Graph is the graph that the index was made of.
func (x *Index) Graph() *Graph { return x.graph }

// Of is the index of a graph: x, if it is that, or else a new one. x may be nil.
func (x *Index) Of(g *Graph) *Index {
	if x != nil && x.graph == g {
		return x
	}
	return NewIndex(g)
}

// Alike is the index of a graph whose nodes have the IDs and the parents of those of x, in
// their order: it differs in edges, or in what nodes say.
func (x *Index) Alike(g *Graph) *Index {
	other := *x
	other.graph, other.edges = g, &resolved{}
	return &other
}

// At is the position of the node with the given ID, or −1.
func (x *Index) At(id string) int { return x.find(*x.head(id), id) }

// Ends are the positions of the nodes that an edge joins, which is named by its position
// in [Graph.Edges]; −1 is an unknown one.
func (x *Index) Ends(edge int) (from, to int) {
	e := x.allEnds()[edge]
	return int(e.from), int(e.to)
}

func (x *Index) allEnds() []ends {
	x.edges.once.Do(x.resolve)
	return x.edges.ends
}

// resolve finds the ends of all edges. Most lead to where the edge before led, or to the
// node behind that, and come from what holds that node or from where the edge before came.
func (x *Index) resolve() {
	found := make([]ends, len(x.graph.Edges))
	last := ends{-1, -1}
	for i := range x.graph.Edges {
		e := &x.graph.Edges[i]
		to := x.Near(e.To, int(last.to+1), int(last.to))
		from := int(last.from)
		if to >= 0 {
			from = x.Parent(to)
		}
		last = ends{int32(x.Near(e.From, from, int(last.from))), int32(to)}
		found[i] = last
	}
	x.edges.ends = found
}

// Near is At of an ID that one of two nodes, or what is no node, is likely to have: to look
// there first takes less time.
func (x *Index) Near(id string, first, second int) int {
	for _, i := range [...]int{first, second} {
		if x.unique && i >= 0 && i < len(x.graph.Nodes) && x.graph.Nodes[i].ID == id {
			return i
		}
	}
	return x.At(id)
}

// Node is the node with the given ID.
func (x *Index) Node(id string) (Node, bool) {
	i := x.At(id)
	if i < 0 {
		return Node{}, false
	}
	return x.graph.Nodes[i], true
}

// Children are the positions of what node i holds directly, in document
// order; with kinds, only those of these kinds. The result must not be changed.
// Nothing is allocated where those that are wanted stand side by side.
func (x *Index) Children(i int, kinds ...Kind) []int {
	all := x.held[x.start[i]:x.start[i+1]:x.start[i+1]]
	if len(kinds) == 0 {
		return all
	}
	wanted := func(c int) bool { return slices.Contains(kinds, x.graph.Nodes[c].Kind) }
	first := slices.IndexFunc(all, wanted)
	if first < 0 {
		return nil
	}
	end := first + 1
	for end < len(all) && wanted(all[end]) {
		end++
	}
	some := all[first:end:end]
	for _, c := range all[end:] {
		if wanted(c) {
			some = append(some, c) // of its own from here on
		}
	}
	return some
}

// Parent is the position of the node that holds node i, or −1.
func (x *Index) Parent(i int) int { return int(x.parent[i]) }

// Ancestors are the positions of what holds node i, the nearest first. A
// graph whose parents form a ring, which [Graph.Check] refuses, yields each
// node once.
func (x *Index) Ancestors(i int) []int {
	var up []int
	for p := x.Parent(i); p >= 0 && p != i && len(up) < len(x.parent); p = x.Parent(p) {
		up = append(up, p)
	}
	return up
}

// Subtree are the positions of node i and of all below it, in document order
// of each level: a node stands before what it holds.
func (x *Index) Subtree(i int) []int {
	all := []int{i}
	stack := []int{}
	push := func(n int) {
		kids := x.Children(n)
		for k := len(kids) - 1; k >= 0; k-- {
			stack = append(stack, kids[k])
		}
	}
	for push(i); len(stack) > 0 && len(all) < len(x.parent); {
		n := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		all = append(all, n)
		push(n)
	}
	return all
}

// Nodes are the positions of all nodes of the given kinds, in document order.
func (x *Index) Nodes(kinds ...Kind) []int {
	var some []int
	for i := range x.graph.Nodes {
		if slices.Contains(kinds, x.graph.Nodes[i].Kind) {
			some = append(some, i)
		}
	}
	return some
}
