package shape

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

// within are the roles of its region, and of all below that.
func (r *Reading) within() []Role { return r.Roles[r.Region.Index:r.Region.end] }

// A judge decides what a scheme leaves open.
type Judge interface {
	// Keep says whether a node of a scheme is a part, or a section, after all.
	Keep(s *Scheme, n *Node, as Role) bool
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
	t.keep(r, j)
	t.fill(r, j)
	return r
}

// keep gives a reading the parts and sections of its scheme, as far as they are
// some.
func (t *Tree) keep(r *Reading, j Judge) {
	s := r.Scheme
	for i, nodes := range s.sections {
		var part *Node
		if s.parts != nil {
			part = s.parts[i]
			if !j.Keep(s, part, Part) {
				continue
			}
		}
		kept := 0
		for _, n := range nodes {
			if n != part && r.Roles[n.Index] == Out && j.Keep(s, n, Section) {
				r.Roles[n.Index] = Section
				kept++
			}
		}
		if part != nil {
			r.Roles[part.Index] = Part
			if kept == 0 {
				r.Roles[part.Index] = Section // it is its own section
			}
		}
	}
}

// fill adds the topics of the sections, and what only holds others.
func (t *Tree) fill(r *Reading, j Judge) {
	nodes, within := t.within(r.Region), r.within()
	for i := range within {
		if within[i] == Section {
			r.topics(t, nodes[i], nodes[i], j, 0)
		}
	}
	through := func(n *Node) {
		if p := n.Parent; p != nil && r.Roles[n.Index] != Out && r.Roles[p.Index] == Out {
			r.Roles[p.Index] = Through
		}
	}
	for i := len(within) - 1; i >= 0; i-- {
		if within[i] != Out {
			through(nodes[i])
		}
	}
	for n := r.Region.Parent; n != nil; n = n.Parent {
		through(n)
	}
	r.frame(t)
}

// topics finds the topics of a section below one of its nodes.
func (r *Reading) topics(t *Tree, section, base *Node, j Judge, depth int) {
	if depth > 6 {
		return
	}
	var read *Node // the last table that was read in one way
	for _, u := range t.Units(base) {
		if u.isView() && u.List.Parent == read {
			continue
		}
		a := j.Topics(section, u)
		if a != Drop && u.isView() {
			read = u.List.Parent
		}
		for i, m := range u.Members {
			if r.Roles[m.Index] >= Part {
				continue
			}
			switch a {
			case Take:
				if j.One(section, u, m, i) {
					r.Roles[m.Index] = Topic
				}
			case Open:
				r.Roles[m.Index] = Through
				r.topics(t, section, m, j, depth+1)
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
