package shape

import "github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"

// A unit is a number of alike neighbours below a node: the items of a list with
// the same kind of lead, the sub-headings, the lines. What they are is
// decided for all of them at once.
type Unit struct {
	Base    *Node // below which it stands
	Under   *Node // the line that announces it, or nil
	List    *Node // the list or the table's view, or nil
	Members []*Node
	at      int32  // among them
	Index   int32  // among all of the tree
	beside  uint32 // the classes of the others, as a set of bits
	Class   class
	facts   unitFacts
}

// Units are the units right below a node, in document order. Lists are opened,
// tables give one unit for each view.
func (n *Node) Units() []*Unit { return n.units }

// Peers are all units of the same base.
func (u *Unit) Peers() []*Unit { return u.Base.units }

// unite finds the units below all nodes.
func (t *Tree) unite() {
	var x uniter
	for _, n := range t.Nodes {
		t.Doc.Check()
		if len(n.Kids) == 0 {
			continue
		}
		n.units = x.below(n)
		for _, u := range n.units {
			u.facts, u.Index = t.unitFacts(u), int32(t.many)
			t.many++
		}
	}
}

// A uniter makes units.
type uniter struct {
	units stock[Unit]
	peers stock[*Unit]
	found []*Unit // below the node at hand
}

// below finds the units right below a node. Those of one class are mostly all
// that stands there, and need no list of their own.
func (x *uniter) below(base *Node) []*Unit {
	x.found = x.found[:0]
	if c := base.Kids[0].class; c != noClass && c != tableClass && isUniform(base.Kids) {
		x.add(base, nil, base.Kids)
	} else {
		var heads [tableClass + 1]*Unit
		for _, k := range base.Kids {
			switch k.Kind {
			case page.List:
				x.list(base, k)
			case page.Table:
				for _, v := range k.Kids {
					if len(v.Kids) > 0 {
						x.add(base, v, v.Kids)
					}
				}
			default:
				if k.class != noClass {
					x.divide(base, nil, k, &heads)
				}
			}
		}
	}
	return x.together(base)
}

// list finds the units of a list: one for each kind of lead.
func (x *uniter) list(base, list *Node) {
	if isUniform(list.Kids) {
		x.add(base, list, list.Kids)
		return
	}
	var leads [tableClass + 1]*Unit
	for _, it := range list.Kids {
		x.divide(base, list, it, &leads)
	}
}

// add adds a unit.
func (x *uniter) add(base, list *Node, members []*Node) *Unit {
	u := x.units.one()
	*u = Unit{Base: base, List: list, Class: members[0].class, Members: members}
	if base.Kind == page.Line {
		u.Under = base
	}
	x.found = append(x.found, u)
	return u
}

// divide adds a node to the unit of its class.
func (x *uniter) divide(base, list, n *Node, units *[tableClass + 1]*Unit) {
	u := units[n.class]
	if u == nil {
		units[n.class] = x.add(base, list, []*Node{n})
		return
	}
	u.Members = append(u.Members, n)
}

// together tells the units that were found of each other.
func (x *uniter) together(base *Node) []*Unit {
	var of [tableClass + 1]int
	all := uint32(0)
	for _, u := range x.found {
		of[u.Class]++
		all |= 1 << u.Class
	}
	out := x.peers.keep(x.found)
	for i, u := range out {
		u.at, u.beside = int32(i), all
		if of[u.Class] == 1 {
			u.beside &^= 1 << u.Class
		}
	}
	return out
}

// near are the peers around a unit, with itself, that are like it in something
// that only such have in common as stand together.
func (u *Unit) near(like func(*Unit) bool) []*Unit {
	peers, from, to := u.Peers(), int(u.at), int(u.at)+1
	for from > 0 && like(peers[from-1]) {
		from--
	}
	for to < len(peers) && like(peers[to]) {
		to++
	}
	return peers[from:to]
}

// inList are the units of the same list; none of what stands in no list.
func (u *Unit) inList() []*Unit {
	if u.List == nil {
		return nil
	}
	return u.near(func(v *Unit) bool { return v.List == u.List })
}

// views are the units of all ways to read the table that a unit is one of.
func (u *Unit) views() []*Unit {
	return u.near(func(v *Unit) bool { return v.List != nil && v.List.Parent == u.List.Parent })
}

// isUniform says whether nodes are all of one class.
func isUniform(nodes []*Node) bool {
	for _, n := range nodes {
		if classOf(n) != classOf(nodes[0]) {
			return false
		}
	}
	return len(nodes) > 0
}

// isMaterial says whether a unit is a list of what a section comes with.
func (u *Unit) isMaterial() bool { return u.List != nil && u.List.Mode == page.AsResources }

// isView says whether a unit is one of the ways to read a table.
func (u *Unit) isView() bool { return u.List != nil && u.List.IsView }
