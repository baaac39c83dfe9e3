package shape

import (
	"slices"

	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
)

// A spot is a heading, a line or a unit of items, of which it is asked what
// it is likely to be, whatever the reading.
type spot struct {
	t     *Tree
	nodes []*Node // what it speaks of
	n     *Node   // the first of these
	u     *Unit   // nil for a heading
	base  *choice
	head  *member
}

const roles = int(Topic) + 1

// measureHeights measures how many levels of headings, and of lists, stand below
// every node: more than three count as three.
func (t *Tree) measureHeights() {
	t.high, t.deep = make([]uint8, len(t.Nodes)), make([]uint8, len(t.Nodes))
	for i := len(t.Nodes) - 1; i > 0; i-- {
		n := t.Nodes[i]
		up := n.Parent.Index
		head := n.Kind == page.Heading || n.Kind == page.Summary
		item := n.class.isItem() || n.class == rowClass || n.class == cellClass || n.class == groupClass
		t.high[up] = max(t.high[up], min(t.high[i]+uint8(b2i(head)), 3))
		t.deep[up] = max(t.deep[up], min(t.deep[i]+uint8(b2i(item)), 3))
	}
}

// up is how many headings stand above a node.
func (n *Node) up() int {
	up := 0
	for p := n.Parent; p != nil && p.Parent != nil; p = p.Parent {
		up += b2i(p.Kind == page.Heading || p.Kind == page.Summary)
	}
	return up
}

// A kin are the nodes of a class right below a node: how many they are, and how
// high the tallest of them.
type kin struct {
	n    int32
	high uint8
}

// kins are the kin of every node, itself among them. They are found at once, for
// each may have very many.
func (t *Tree) kins() []kin {
	out := make([]kin, len(t.Nodes))
	for _, p := range t.Nodes {
		var all [tableClass + 1]kin
		for _, n := range p.Kids {
			k := &all[classOf(n)]
			k.n, k.high = k.n+1, max(k.high, t.high[n.Index])
		}
		for _, n := range p.Kids {
			out[n.Index] = all[classOf(n)]
		}
	}
	return out
}

// sides is how many nodes of its class stand beside a node, with itself.
func (t *Tree) sides(n *Node) int { return int(t.kin[n.Index].n) }

func (x *spot) height() int { return int(x.t.high[x.n.Index]) }
func (x *spot) deep() int   { return int(x.t.deep[x.n.Index]) }

// real is how many headings stand above it that have others beside them.
func (x *spot) real() int { return min(int(x.t.ups[x.n.Index]), 3) }

// tallest is the height of the tallest sibling.
func (x *spot) tallest() int { return int(x.t.kin[x.n.Index].high) }

func (x *spot) kind() int {
	if x.u != nil {
		return x.base.kind()
	}
	return int(classOf(x.n))
}

// spotFeatures are what is asked about a spot beside what is asked of a member
// or a choice.
var spotFeatures = newTable([]feature[*spot]{
	{"bias", byItself, unitKinds, 1, func(x *spot, _ *answers) int { return x.kind() }},
	{"height", byItself, 4 * unitKinds, 1, func(x *spot, _ *answers) int { return x.kind()*4 + x.height() }},
	{"height deep", byItself, 16 * unitKinds, 1, func(x *spot, _ *answers) int { return x.kind()*16 + x.height()*4 + x.deep() }},
	{"height tallest", byItself, 16 * unitKinds, 1, func(x *spot, _ *answers) int { return x.kind()*16 + x.height()*4 + x.tallest() }},
	{"total height", byItself, 64 * unitKinds, 1, func(x *spot, _ *answers) int {
		return x.kind()*64 + int(x.t.high[0])*16 + x.real()*4 + x.height()
	}},
	{"up", byItself, 16 * unitKinds, 1, func(x *spot, _ *answers) int {
		return x.kind()*16 + min(x.n.up(), 3)*4 + x.real()
	}},
	{"up deep", byItself, 64 * unitKinds, 1, func(x *spot, _ *answers) int {
		return x.kind()*64 + x.real()*16 + x.height()*4 + x.deep()
	}},
	{"sides height", byItself, 6 * 4 * unitKinds, 6, func(x *spot, _ *answers) int {
		return (x.kind()*4+x.height())*6 + bucket(x.t.sides(x.n), 2, 4, 8, 15, 40)
	}},
	{"kids", byItself, 6 * unitKinds, 6, func(x *spot, _ *answers) int {
		k := 0
		for _, b := range x.n.Kids {
			k += b2i(b.Kind == page.Heading)
		}
		return x.kind()*6 + bucket(k, 1, 2, 4, 8, 15)
	}},
	{"share height", byItself, 6 * 4 * unitKinds, 6, func(x *spot, _ *answers) int {
		return (x.kind()*4+x.height())*6 + bucket(20*x.n.Leaves, 1, x.t.Nodes[0].Leaves, 3*x.t.Nodes[0].Leaves, 8*x.t.Nodes[0].Leaves, 16*x.t.Nodes[0].Leaves)
	}},
	{"headings", byItself, 6 * unitKinds, 6, func(x *spot, _ *answers) int {
		return x.kind()*6 + bucket(x.t.facts.byClass[headingClass], 1, 4, 10, 25, 60)
	}},
	{"own height", byItself, 4 * kinds * kinds, 1, func(x *spot, a *answers) int {
		if x.u == nil {
			for c := range kinds {
				if x.t.facts.nodes[x.n.Index].own&(1<<c) != 0 {
					a.say((int(classOf(x.n))*kinds+c)*4 + x.height())
				}
			}
		}
		return unanswered
	}},
	{"parent own", byItself, unitKinds * kinds, 1, func(x *spot, a *answers) int {
		for c := range kinds {
			if x.t.facts.nodes[x.n.Parent.Index].own&(1<<c) != 0 {
				a.say(x.kind()*kinds + c)
			}
		}
		return unanswered
	}},
	{"gist", byItself, unitKinds * gistAnswers, gistSteps, func(x *spot, a *answers) int { return x.n.gists(a, x.kind()*gistAnswers) }},
	{"numbered up", byItself, unitKinds * 8, 1, func(x *spot, _ *answers) int {
		p := x.n.Parent
		return x.kind()*8 + b2i(x.n.Number != "") + 2*b2i(x.t.facts.nodes[x.n.Index].series) + 4*b2i(p.Number != "" || x.t.facts.nodes[p.Index].series)
	}},
})

// Spots calls visit for every spot of a tree, with its features.
func (t *Tree) Spots(visit func(nodes []*Node, v []int32)) {
	t.spots(func(x *spot) {
		v, first := spotFeatures.vector(x), spotFeatures.size
		of := vector(nil)
		if x.u == nil {
			of = keepFeatures.vector(x.head)
		} else {
			of, first = topicFeatures.vector(x.base), first+keepFeatures.size
		}
		for _, f := range of {
			v = append(v, f+int32(first))
		}
		visit(x.nodes, v)
	})
}

// spots calls visit for every spot of a tree. A spot is good until the next one.
func (t *Tree) spots(visit func(x *spot)) {
	g := gatherer{Tree: t}
	var x spot
	var m member
	var c choice
	var walk func(base, head *Node)
	walk = func(base, head *Node) {
		for _, u := range base.units {
			if u.Class <= colonLine && u.Class != noClass {
				s := &Scheme{Region: t.Nodes[0], Sections: headings, sections: g.gather(u.Members)}
				for i, n := range u.Members {
					m = t.memberOf(s, n, Section)
					x = spot{t: t, nodes: u.Members[i : i+1], n: n, head: &m}
					visit(&x)
					walk(n, n)
				}
				continue
			}
			c = t.choiceOf(head, u)
			x = spot{t: t, nodes: u.Members, n: u.Members[0], u: u, base: &c}
			visit(&x)
			for _, m := range u.Members {
				if len(m.Kids) > 0 {
					walk(m, head)
				}
			}
		}
	}
	walk(t.Nodes[0], t.Nodes[0])
}

// RoleOf is the role that most of some nodes have.
func RoleOf(roles []Role, nodes []*Node) Role {
	first := roles[nodes[0].Index]
	if !slices.ContainsFunc(nodes, func(n *Node) bool { return roles[n.Index] != first }) {
		return first // as mostly
	}
	var n [Topic + 1]int
	best := Out
	for _, x := range nodes {
		r := roles[x.Index]
		if n[r]++; n[r] > n[best] {
			best = r
		}
	}
	return best
}
