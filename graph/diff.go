package graph

import (
	"slices"
	"strings"
)

// ChangeKind says what happened to a node or an edge.
type ChangeKind string

// The kinds of change.
const (
	Added       ChangeKind = "added"
	Removed     ChangeKind = "removed"
	Renamed     ChangeKind = "renamed"
	Moved       ChangeKind = "moved"   // to another place among its siblings, or to another parent
	Changed     ChangeKind = "changed" // another label, icon, status, side, or whether it is optional
	EdgeAdded   ChangeKind = "edge added"
	EdgeRemoved ChangeKind = "edge removed"
)

// Change is one difference between two graphs. Of Old and New, the one that
// does not exist is the zero Node; both have their positions in their own
// documents. For edges, Edge is set instead.
type Change struct {
	Kind ChangeKind `json:"kind"`
	Old  Node       `json:"old,omitzero"`
	New  Node       `json:"new,omitzero"`
	Edge Edge       `json:"edge,omitzero"`
	// Inner tells that what holds the node, or an end of the edge, was added
	// or removed too, so that a report need not name it.
	Inner bool `json:"inner,omitempty"`
	// Fields are the names of what changed, for Changed.
	Fields []string `json:"fields,omitempty"`
}

// Diff lists what a figure of the new graph shows otherwise than one of the
// old: parts, sections and topics added, removed, renamed or moved, and
// declared prerequisites added and removed. Resources, summaries, numbers,
// links and what is excluded do not count. A node may be both renamed and
// moved, which gives two changes.
//
// Changes stand in document order of the new graph; what was removed stands
// where it was in the old one, behind the rest; edges come last. Equal graphs
// give nil. The time is n log n, and quadratic only in the number of siblings
// that find no partner by name, within a bound.
func Diff(old, new *Graph) []Change {
	m := match(old.figure(), new.figure())
	changes := m.nodeChanges()
	return append(changes, m.edgeChanges()...)
}

// figure is the part of the graph that a figure shows.
func (g *Graph) figure() *Index {
	drawn := g.Drawn()
	x := NewIndex(drawn)
	keep := make([]bool, len(drawn.Nodes))
	for i, n := range drawn.Nodes {
		keep[i] = n.Kind != Resource
	}
	return NewIndex(drawn.filter(x, keep))
}

func (m *matching) nodeChanges() []Change {
	var changes []Change
	for i, n := range m.new.graph.Nodes {
		o := m.toOld[i]
		if o < 0 {
			p := m.new.Parent(i)
			changes = append(changes, Change{Kind: Added, New: n, Inner: p >= 0 && m.toOld[p] < 0})
			continue
		}
		was := m.old.graph.Nodes[o]
		if was.Title != n.Title {
			changes = append(changes, Change{Kind: Renamed, Old: was, New: n})
		}
		if m.moved[i] {
			changes = append(changes, Change{Kind: Moved, Old: was, New: n})
		}
		if fields := changedFields(was, n); fields != nil {
			changes = append(changes, Change{Kind: Changed, Old: was, New: n, Fields: fields})
		}
	}
	for o, was := range m.old.graph.Nodes {
		if m.toNew[o] < 0 {
			p := m.old.Parent(o)
			changes = append(changes, Change{Kind: Removed, Old: was, Inner: p >= 0 && m.toNew[p] < 0})
		}
	}
	return changes
}

func changedFields(a, b Node) []string {
	var fields []string
	for _, f := range []struct {
		name string
		same bool
	}{
		{"label", a.Label == b.Label}, {"icon", a.Icon == b.Icon}, {"optional", a.Optional == b.Optional},
		{"status", a.Status == b.Status}, {"side", a.Side == b.Side},
	} {
		if !f.same {
			fields = append(fields, f.name)
		}
	}
	return fields
}

// edgeChanges compares the declared prerequisites; the other edges follow from
// the outline.
func (m *matching) edgeChanges() []Change {
	type ends struct{ from, to string }
	had, has := map[ends]bool{}, map[ends]bool{}
	name := func(x *Index, to []int, other *Index, id string) string { // the ID in the other graph
		if i := x.At(id); i >= 0 && to[i] >= 0 {
			return other.graph.Nodes[to[i]].ID
		}
		return ""
	}
	for _, e := range m.old.graph.Edges {
		had[ends{e.From, e.To}] = e.Kind == Requires || had[ends{e.From, e.To}]
	}
	var changes []Change
	for _, e := range m.new.graph.Edges {
		if e.Kind != Requires {
			continue
		}
		has[ends{e.From, e.To}] = true
		if !had[ends{name(m.new, m.toOld, m.old, e.From), name(m.new, m.toOld, m.old, e.To)}] {
			fresh := m.toOld[m.new.At(e.From)] < 0 || m.toOld[m.new.At(e.To)] < 0
			changes = append(changes, Change{Kind: EdgeAdded, Edge: e, Inner: fresh})
		}
	}
	for _, e := range m.old.graph.Edges {
		if e.Kind == Requires && !has[ends{name(m.old, m.toNew, m.new, e.From), name(m.old, m.toNew, m.new, e.To)}] {
			gone := m.toNew[m.old.At(e.From)] < 0 || m.toNew[m.old.At(e.To)] < 0
			changes = append(changes, Change{Kind: EdgeRemoved, Edge: e, Inner: gone})
		}
	}
	return changes
}

// matching pairs the nodes of two graphs: toNew[i] is the partner of old node
// i, or −1, and toOld the other way.
type matching struct {
	old, new     *Index
	toNew, toOld []int
	moved        []bool // by new node
	pairs        int
}

// match pairs nodes from the outermost kind inwards, so that what a renamed
// part holds is recognised.
func match(old, new *Index) *matching {
	m := &matching{old: old, new: new, moved: make([]bool, len(new.graph.Nodes))}
	m.toNew, m.toOld = unpaired(len(old.graph.Nodes)), unpaired(len(new.graph.Nodes))
	if len(m.toNew) > 0 && len(m.toOld) > 0 {
		m.pair(0, 0)
	}
	for _, kind := range []Kind{Part, Section, Topic} {
		m.bySiblingTitle(kind)
		m.byTitleAnywhere(kind)
		m.byLikeness(kind)
		if kind != Topic {
			continue
		}
		for before := -1; before < m.pairs; { // sub-topics, whose parents have partners only now
			before = m.pairs
			m.bySiblingTitle(kind)
			m.byLikeness(kind)
		}
	}
	m.findMoved()
	return m
}

func unpaired(n int) []int { return slices.Repeat([]int{-1}, n) }

func (m *matching) pair(o, n int) {
	m.toNew[o], m.toOld[n] = n, o
	m.pairs++
}

// open are the nodes of a kind that have no partner yet.
func open(x *Index, kind Kind, partner []int) []int {
	return slices.DeleteFunc(x.Nodes(kind), func(i int) bool { return partner[i] >= 0 })
}

// bySiblingTitle pairs nodes of the same title whose parents are partners; of
// several of one title, the first with the first.
func (m *matching) bySiblingTitle(kind Kind) {
	type place struct {
		parent int // in the new graph
		title  string
	}
	waiting := map[place][]int{}
	for _, n := range open(m.new, kind, m.toOld) {
		at := place{m.new.Parent(n), key(m.new.graph.Nodes[n].Title)}
		waiting[at] = append(waiting[at], n)
	}
	for _, o := range open(m.old, kind, m.toNew) {
		p := m.old.Parent(o)
		if p < 0 || m.toNew[p] < 0 {
			continue
		}
		at := place{m.toNew[p], key(m.old.graph.Nodes[o].Title)}
		if list := waiting[at]; len(list) > 0 {
			m.pair(o, list[0])
			waiting[at] = list[1:]
		}
	}
}

// byTitleAnywhere pairs nodes whose title is found once among the rest of
// each graph: they were moved.
func (m *matching) byTitleAnywhere(kind Kind) {
	count := map[string]int{}
	where := map[string]int{}
	olds := open(m.old, kind, m.toNew)
	for _, o := range olds {
		count[key(m.old.graph.Nodes[o].Title)]++
	}
	for _, n := range open(m.new, kind, m.toOld) {
		title := key(m.new.graph.Nodes[n].Title)
		count[title] += 1 << 16
		where[title] = n
	}
	for _, o := range olds {
		if title := key(m.old.graph.Nodes[o].Title); count[title] == 1<<16+1 && strings.Trim(title, "-") != "" {
			m.pair(o, where[title])
		}
	}
}
