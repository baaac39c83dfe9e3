package shape

import "github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"

// A unit is a number of alike neighbours below a node: the items of a list with
// the same kind of lead, the sub-headings, the lines. What they are is
// decided for all of them at once.
type Unit struct {
	Base    *Node // below which it stands
	Under   *Node // the line that announces it, or nil
	List    *Node // the list or the table's view, or nil
	Class   class
	Members []*Node
	Peers   []*Unit // all units of the same base
	at      int     // among them
	beside  uint32  // the classes of the others, as a set of bits
	facts   unitFacts
}

// Units are the units right below a node, in document order. Lists are opened,
// tables give one unit for each view.
func (t *Tree) Units(base *Node) []*Unit {
	if base.units == nil && len(base.Kids) > 0 {
		base.units = units(base)
		for _, u := range base.units {
			u.facts = t.unitFacts(u)
		}
	}
	return base.units
}

func units(base *Node) []*Unit {
	out := unitsOf(base)
	var of [tableClass + 1]int
	all := uint32(0)
	for _, u := range out {
		of[u.Class]++
		all |= 1 << u.Class
	}
	for i, u := range out {
		u.Peers, u.at, u.beside = out, i, all
		if of[u.Class] == 1 {
			u.beside &^= 1 << u.Class
		}
		if base.Kind == page.Line {
			u.Under = base
		}
	}
	return out
}

// unitsOf finds the units right below a node. Those of one class are mostly all
// that stands there, and need no list of their own.
func unitsOf(base *Node) []*Unit {
	if c := classOf(base.Kids[0]); c != noClass && c != tableClass && isUniform(base.Kids) {
		return []*Unit{{Base: base, Class: c, Members: base.Kids}}
	}
	out := []*Unit{}
	var heads [tableClass + 1]*Unit
	for _, k := range base.Kids {
		switch k.Kind {
		case page.List:
			out = append(out, listUnits(base, k)...)
		case page.Table:
			for _, v := range k.Kids {
				if len(v.Kids) > 0 {
					out = append(out, &Unit{Base: base, List: v, Class: classOf(v.Kids[0]), Members: v.Kids})
				}
			}
		default:
			c := classOf(k)
			if c == noClass {
				continue
			}
			if heads[c] == nil {
				heads[c] = &Unit{Base: base, Class: c}
				out = append(out, heads[c])
			}
			heads[c].Members = append(heads[c].Members, k)
		}
	}
	return out
}

// listUnits are the units of a list: one for each kind of lead.
func listUnits(base, list *Node) []*Unit {
	if isUniform(list.Kids) {
		return []*Unit{{Base: base, List: list, Class: classOf(list.Kids[0]), Members: list.Kids}}
	}
	var out []*Unit
	var byClass [tableClass + 1]*Unit
	for _, it := range list.Kids {
		c := classOf(it)
		if byClass[c] == nil {
			byClass[c] = &Unit{Base: base, List: list, Class: c}
			out = append(out, byClass[c])
		}
		byClass[c].Members = append(byClass[c].Members, it)
	}
	return out
}

// near are the peers around a unit, with itself, that are like it in something
// that only such have in common as stand together.
func (u *Unit) near(like func(*Unit) bool) []*Unit {
	from, to := u.at, u.at+1
	for from > 0 && like(u.Peers[from-1]) {
		from--
	}
	for to < len(u.Peers) && like(u.Peers[to]) {
		to++
	}
	return u.Peers[from:to]
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

// isView says whether a unit is one of the ways to read a table.
func (u *Unit) isView() bool { return u.List != nil && u.List.IsView }

// Units are the units below a node of a tree.
func (n *Node) Units() []*Unit { return n.units }
