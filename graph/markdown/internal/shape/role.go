package shape

import (
	"math"
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

// heights measures how many levels of headings stand below every node.
func (t *Tree) heights() []int {
	h := make([]int, len(t.Nodes))
	for i := len(t.Nodes) - 1; i > 0; i-- {
		n := t.Nodes[i]
		step := b2i(n.Kind == page.Heading || n.Kind == page.Summary)
		h[n.Parent.Index] = max(h[n.Parent.Index], h[i]+step)
	}
	return h
}

// itemHeights measures how many levels of lists stand below every node.
func (t *Tree) itemHeights() []int {
	h := make([]int, len(t.Nodes))
	for i := len(t.Nodes) - 1; i > 0; i-- {
		n := t.Nodes[i]
		c := classOf(n)
		step := b2i(c.isItem() || c == rowClass || c == cellClass || c == groupClass)
		h[n.Parent.Index] = max(h[n.Parent.Index], h[i]+step)
	}
	return h
}

// up is how many headings stand above a node, and up to the first that has a
// sibling heading.
func (t *Tree) up(n *Node) (all, real int) {
	for p := n.Parent; p != nil && p.Parent != nil; p = p.Parent {
		if p.Kind != page.Heading && p.Kind != page.Summary {
			continue
		}
		all++
		real += b2i(t.sides(p) > 1)
	}
	return all, real
}

// A kin are the nodes of a class right below a node: how many they are, and how
// high the tallest of them.
type kin struct{ n, high int32 }

// kins are the kin of every node, itself among them. They are found at once, for
// each may have very many.
func (t *Tree) kins() []kin {
	out := make([]kin, len(t.Nodes))
	for _, p := range t.Nodes {
		var all [tableClass + 1]kin
		for _, n := range p.Kids {
			k := &all[classOf(n)]
			k.n, k.high = k.n+1, max(k.high, int32(t.high[n.Index]))
		}
		for _, n := range p.Kids {
			out[n.Index] = all[classOf(n)]
		}
	}
	return out
}

// sides is how many nodes of its class stand beside a node, with itself.
func (t *Tree) sides(n *Node) int { return int(t.kin[n.Index].n) }

func (x *spot) height() int { return min(x.t.high[x.n.Index], 3) }
func (x *spot) deep() int   { return min(x.t.deep[x.n.Index], 3) }

// tallest is the height of the tallest sibling.
func (x *spot) tallest() int { return min(int(x.t.kin[x.n.Index].high), 3) }

func (x *spot) kind() int {
	if x.u != nil {
		return x.base.kind()
	}
	return int(classOf(x.n))
}

// spotFeatures are what is asked about a spot beside what is asked of a member
// or a choice.
var spotFeatures = newTable([]feature[*spot]{
	{"bias", unitKinds, 1, func(x *spot, say func(int)) { say(x.kind()) }},
	{"height", 4 * unitKinds, 1, func(x *spot, say func(int)) { say(x.kind()*4 + x.height()) }},
	{"height deep", 16 * unitKinds, 1, func(x *spot, say func(int)) { say(x.kind()*16 + x.height()*4 + x.deep()) }},
	{"height tallest", 16 * unitKinds, 1, func(x *spot, say func(int)) { say(x.kind()*16 + x.height()*4 + x.tallest()) }},
	{"total height", 64 * unitKinds, 1, func(x *spot, say func(int)) {
		_, real := x.t.up(x.n)
		say(x.kind()*64 + min(x.t.high[0], 3)*16 + min(real, 3)*4 + x.height())
	}},
	{"up", 16 * unitKinds, 1, func(x *spot, say func(int)) {
		all, real := x.t.up(x.n)
		say(x.kind()*16 + min(all, 3)*4 + min(real, 3))
	}},
	{"up deep", 64 * unitKinds, 1, func(x *spot, say func(int)) {
		_, real := x.t.up(x.n)
		say(x.kind()*64 + min(real, 3)*16 + x.height()*4 + x.deep())
	}},
	{"sides height", 6 * 4 * unitKinds, 6, func(x *spot, say func(int)) {
		say((x.kind()*4+x.height())*6 + bucket(x.t.sides(x.n), 2, 4, 8, 15, 40))
	}},
	{"kids", 6 * unitKinds, 6, func(x *spot, say func(int)) {
		k := 0
		for _, b := range x.n.Kids {
			k += b2i(b.Kind == page.Heading)
		}
		say(x.kind()*6 + bucket(k, 1, 2, 4, 8, 15))
	}},
	{"share height", 6 * 4 * unitKinds, 6, func(x *spot, say func(int)) {
		say((x.kind()*4+x.height())*6 + bucket(20*x.n.Leaves, 1, x.t.Nodes[0].Leaves, 3*x.t.Nodes[0].Leaves, 8*x.t.Nodes[0].Leaves, 16*x.t.Nodes[0].Leaves))
	}},
	{"headings", 6 * unitKinds, 6, func(x *spot, say func(int)) {
		say(x.kind()*6 + bucket(x.t.facts.byClass[headingClass], 1, 4, 10, 25, 60))
	}},
	{"own height", 4 * kinds * kinds, 1, func(x *spot, say func(int)) {
		if x.u == nil {
			for c := range kinds {
				if x.t.facts.nodes[x.n.Index].own&(1<<c) != 0 {
					say((int(classOf(x.n))*kinds+c)*4 + x.height())
				}
			}
		}
	}},
	{"parent own", unitKinds * kinds, 1, func(x *spot, say func(int)) {
		for c := range kinds {
			if x.t.facts.nodes[x.n.Parent.Index].own&(1<<c) != 0 {
				say(x.kind()*kinds + c)
			}
		}
	}},
	{"numbered up", unitKinds * 8, 1, func(x *spot, say func(int)) {
		p := x.n.Parent
		say(x.kind()*8 + b2i(x.n.Number != "") + 2*b2i(x.t.facts.nodes[x.n.Index].series) + 4*b2i(p.Number != "" || x.t.facts.nodes[p.Index].series))
	}},
})

// spotSize is the number of features of a spot: its own, and those of what it
// is.
func spotSize() int { return spotFeatures.size + keepFeatures.size + topicFeatures.size }

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
	var x spot
	var m member
	var c choice
	var walk func(base, head *Node)
	walk = func(base, head *Node) {
		for _, u := range t.Units(base) {
			if u.Class <= colonLine && u.Class != noClass {
				s := &Scheme{Region: t.Nodes[0], Sections: headings, sectionPeers: t.peersOf(u.Members)}
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

// A likely is a spot with the logarithms of how likely its roles are.
type likely struct {
	nodes []*Node
	logs  [roles]float64
}

// guess finds how likely every role of every spot is, and how likely the
// headings are pieces of the course.
func (j *learned) guess() {
	good := map[*Node]float64{}
	j.spots = make([]likely, 0, len(j.t.Nodes)/2)
	j.t.spots(func(x *spot) {
		var scores [roles]int
		add := func(v vector, first int) {
			for r, w := range j.w.Role {
				if w != "" {
					scores[r] += sum(w.from(first), v)
				}
			}
		}
		add(j.ask.spot.ask(x), 0)
		if x.u != nil {
			v := j.ask.topic.ask(x.base)
			add(v, spotFeatures.size+keepFeatures.size)
			j.cache[cacheKey{x.base.section, x.u}] = j.find(x.base.section, x.u, v)
		} else {
			v := j.askAlone(x.n)
			add(v, spotFeatures.size)
			j.alone[x.n.Index] = j.scoresAlone(v)
			g := sum(j.w.Good, v)
			v = j.ask.beside.ask(x.head)
			add(v, spotFeatures.size)
			if x.n.isTop() {
				good[x.n] = 1 / (1 + math.Exp(-float64(g+sum(j.w.Good, v))/Scale))
			}
		}
		j.spots = append(j.spots, likely{x.nodes, logs(scores)})
	})
	j.weigh(good)
}

// logs are the logarithms of how likely scores make roles.
func logs(scores [roles]int) (out [roles]float64) {
	z, most := 0.0, slices.Max(scores[:])
	for _, s := range scores {
		z += math.Exp(float64(s-most) / Scale)
	}
	for r, s := range scores {
		out[r] = max(float64(s-most)/Scale-math.Log(z), -6)
	}
	return out
}

// likelihood is how likely the roles of a reading are, as the sum of
// logarithms over the headings and over the units.
func (j *learned) likelihood(r *Reading) (heads, units float64, nHeads, nUnits int) {
	for i := range j.spots {
		x := &j.spots[i]
		role := RoleOf(r.Roles, x.nodes)
		if len(x.nodes) == 1 && x.nodes[0].IsHead() {
			role = r.Roles[x.nodes[0].Index]
			heads += x.logs[role]
			nHeads++
		} else {
			units += x.logs[role]
			nUnits++
		}
	}
	return
}
