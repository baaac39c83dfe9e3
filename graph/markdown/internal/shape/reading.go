package shape

import (
	"cmp"
	"slices"
)

// A Role is what an element is in a reading.
type Role uint8

// The roles of elements.
const (
	Out     Role = iota // left out
	Through             // only holds others
	Part
	Section
	Topic
)

// A Reading is a scheme with every decision in it made.
type Reading struct {
	*Scheme
	Roles []Role // by node
}

// A judge decides what a scheme leaves open.
type Judge interface {
	// Keep says whether a node of a scheme is a part, or a section, after all, the i-th of
	// these.
	Keep(s *Scheme, n *Node, as Role, i int) bool
	// Topics says what a unit below a section is.
	Topics(section *Node, u *Unit) Action
	// One says whether a member of a unit of topics is one, the i-th of them.
	One(section *Node, u *Unit, n *Node, i int) bool
}

// An Action is what becomes of a unit below a section.
type Action uint8

// The actions.
const (
	Drop Action = iota
	Take        // its members are topics
	Open        // the topics are below its members
)

// Read makes the reading of a scheme.
func (t *Tree) Read(s *Scheme, j Judge) *Reading {
	r := &Reading{Scheme: s, Roles: make([]Role, len(t.Nodes))}
	kept := r.keep(nil, j)
	for _, n := range kept {
		if r.Roles[n.Index] == Section {
			r.fill(n, n, j, 0)
		}
	}
	r.frame(t, kept)
	return r
}

// keep gives a reading the parts and sections of its scheme, as far as they are
// some, and marks what holds them. It appends them to kept, in document order.
func (r *Reading) keep(kept []*Node, j Judge) []*Node {
	s, first, end := r.Scheme, 0, 0
	for i, e := range s.ends {
		first, end = end, int(e)
		var part *Node
		if s.Parts != none {
			part = s.parts.nodes[i]
			if !j.Keep(s, part, Part, i) {
				continue
			}
			if r.Roles[part.Index] == Out {
				kept = append(kept, part)
			}
		}
		before := len(kept)
		for k, n := range s.sections.nodes[first:end] {
			if n != part && r.Roles[n.Index] == Out && j.Keep(s, n, Section, first+k) {
				r.Roles[n.Index] = Section
				kept = append(kept, n)
			}
		}
		if part != nil {
			r.Roles[part.Index] = Part
			if len(kept) == before {
				r.Roles[part.Index] = Section // it is its own section
			}
		}
	}
	inOrder(kept)
	for _, n := range kept {
		r.hold(n)
	}
	return kept
}

// inOrder puts nodes in document order, where they mostly are.
func inOrder(nodes []*Node) {
	byIndex := func(a, b *Node) int { return cmp.Compare(a.Index, b.Index) }
	if !slices.IsSortedFunc(nodes, byIndex) {
		slices.SortFunc(nodes, byIndex)
	}
}

// hold marks what a node stands below.
func (r *Reading) hold(n *Node) {
	for p := n.Parent; p != nil && r.Roles[p.Index] == Out; p = p.Parent {
		r.Roles[p.Index] = Through
	}
}

// fill adds the topics of a section that stand below one of its nodes, and marks what
// holds them.
func (r *Reading) fill(section, base *Node, j Judge, depth int) {
	if depth > 6 {
		return
	}
	var read *Node // the last table that was read in one way
	for _, u := range base.units {
		if u.isView() && u.List.Parent == read {
			continue
		}
		a := j.Topics(section, u)
		if a == Drop {
			continue
		}
		if u.isView() {
			read = u.List.Parent
		}
		for i, m := range u.Members {
			switch {
			case r.Roles[m.Index] >= Part:
			case a == Open:
				r.Roles[m.Index] = Through
				r.hold(m)
				r.fill(section, m, j, depth+1)
			case j.One(section, u, m, i):
				r.Roles[m.Index] = Topic
				r.hold(m)
			}
		}
	}
}

// Outline lists the sections and topics of a reading: visit gets each section
// with its topics, in document order.
func (t *Tree) Outline(r *Reading, visit func(section *Node, topics []*Node)) {
	topics := map[*Node][]*Node{}
	var sections []*Node
	for _, n := range t.Nodes {
		switch r.Roles[n.Index] {
		case Section:
			sections = append(sections, n)
		case Topic:
			if s := r.sectionOf(n); s != nil {
				topics[s] = append(topics[s], n)
			}
		}
	}
	for _, s := range sections {
		visit(s, topics[s])
	}
}

// sectionOf is the section that a topic stands in, or nil.
func (r *Reading) sectionOf(n *Node) *Node {
	p := n.Parent
	for p != nil && r.Roles[p.Index] != Section {
		p = p.Parent
	}
	return p
}
