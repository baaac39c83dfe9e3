package shape

import (
	"cmp"
	"slices"
)

// peers are all nodes that a scheme gives the same role.
type peers struct {
	index  int // among those of all schemes of the tree
	nodes  []*Node
	own    frequencies // how many have the same classes below
	words  frequencies // how many begin with the same word
	series int
	number int
	empty  int
	leaves int
	aside  int // how many titles speak of what stands beside a course
	usual  uint16
	most   int // how many begin with the commonest word
}

// at is where a node stands among them, which are in document order.
func (p *peers) at(n *Node) int {
	i, _ := slices.BinarySearchFunc(p.nodes, n.Index, func(m *Node, index int) int { return m.Index - index })
	return i
}

// A gatherer makes peers of nodes.
type gatherer struct {
	*Tree
	peers      stock[peers]
	often      stock[often]
	own, words []int32 // of the nodes at hand
	left       frequencies
}

func (g *gatherer) gather(nodes []*Node) *peers {
	p := g.peers.one()
	*p = peers{nodes: nodes}
	g.own, g.words = g.own[:0], g.words[:0]
	for _, n := range nodes {
		f := &g.facts.nodes[n.Index]
		g.own = append(g.own, int32(f.own))
		if f.words != 0 {
			g.words = append(g.words, f.words)
		}
		p.series += b2i(f.series)
		p.number += b2i(n.Number != "")
		p.empty += b2i(n.Leaves == 0)
		p.leaves += n.Leaves
		p.aside += b2i(n.isBesides())
	}
	p.own, p.words = g.frequencies(g.own), g.frequencies(g.words)
	p.most = int(p.words.most())
	g.left = append(g.left[:0], p.own...)
	most := p.own.most()
	for _, n := range nodes { // of the commonest, the one that is complete first
		own := g.facts.nodes[n.Index].own
		i, _ := g.left.find(int32(own))
		if g.left[i].times--; g.left[i].times == 0 && p.own[i].times == most {
			p.usual = own
			break
		}
	}
	return p
}

// frequencies counts numbers, and puts them in order.
func (g *gatherer) frequencies(numbers []int32) frequencies {
	slices.Sort(numbers)
	different := 0
	for i, x := range numbers {
		different += b2i(i == 0 || x != numbers[i-1])
	}
	out := frequencies(g.often.take(different)[:0])
	for i, x := range numbers {
		if i == 0 || x != numbers[i-1] {
			out = append(out, often{what: x})
		}
		out[len(out)-1].times++
	}
	return out
}

// Frequencies say how often numbers occur, in the order of the numbers.
type frequencies []often

type often struct{ what, times int32 }

// find is where a number stands, and whether it does.
func (f frequencies) find(number int32) (int, bool) {
	return slices.BinarySearchFunc(f, number, func(o often, n int32) int { return cmp.Compare(o.what, n) })
}

// of is how often a number occurs.
func (f frequencies) of(number int32) int {
	if i, ok := f.find(number); ok {
		return int(f[i].times)
	}
	return 0
}

// most is how often the commonest occurs.
func (f frequencies) most() int32 {
	most := int32(0)
	for _, o := range f {
		most = max(most, o.times)
	}
	return most
}
