package main

import (
	"slices"

	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/shape"
)

// An oracle decides as a label would.
type oracle struct {
	parts, sections map[string]bool
	optional        map[string]bool                   // sections that may be left out
	topics          map[string]map[string]int         // what each is worth, by key of the section
	labelled        map[string]bool                   // sections whose topics are known; nil: all
	heads           map[string]map[*page.Element]bool // the headings that are sections, by key
	names           map[*page.Element][]string
}

func newOracle(g *gold) *oracle {
	o := &oracle{parts: map[string]bool{}, sections: map[string]bool{}, optional: map[string]bool{}, topics: map[string]map[string]int{}, names: map[*page.Element][]string{}}
	for _, p := range g.label.Parts {
		for _, k := range p.keys() {
			o.parts[k] = true
		}
	}
	if g.labelled != nil {
		o.labelled = map[string]bool{}
		for _, p := range g.label.Parts {
			whole := slices.ContainsFunc(p.keys(), func(k string) bool { return slices.Contains(g.labelled, k) })
			for _, s := range p.Sections {
				if whole || slices.ContainsFunc(s.keys(), func(k string) bool { return slices.Contains(g.labelled, k) }) {
					for _, k := range s.keys() {
						o.labelled[k] = true
					}
				}
			}
		}
	}
	for _, s := range g.sections {
		for _, k := range s.keys {
			o.sections[k] = true
			if s.optional {
				o.optional[k] = true
			}
			if o.topics[k] == nil {
				o.topics[k] = map[string]int{}
			}
		}
	}
	for _, t := range g.topics {
		worth := aTopic
		if t.optional {
			worth = aSpare
		}
		for _, s := range t.section {
			for _, k := range t.keys {
				o.topics[s][k] = max(o.topics[s][k], worth)
			}
		}
	}
	return o
}

// knows says whether the label tells the topics of a section.
func (o *oracle) knows(n *shape.Node) bool {
	return o.labelled == nil || slices.ContainsFunc(o.of(n.Element), func(k string) bool { return o.labelled[k] })
}

func (o *oracle) of(e *page.Element) []string {
	if o.names[e] == nil {
		o.names[e] = candidates(e)
	}
	return o.names[e]
}

func (o *oracle) Keep(s *shape.Scheme, n *shape.Node, as shape.Role, i int) bool {
	if as == shape.Section {
		return o.isSection(n)
	}
	return o.isOne(n, o.parts) || o.holds(n)
}

// place finds which of several headings of one title are the sections of the
// label: "Quantization" may be one in a part and a table beside all parts.
func (o *oracle) place(g *gold, root *page.Element) {
	o.heads = map[string]map[*page.Element]bool{}
	all := flatten(root, nil)
	for i, role := range g.align(all) {
		if role == 'S' && all[i].IsHead() {
			for _, k := range o.of(all[i]) {
				if o.heads[k] == nil {
					o.heads[k] = map[*page.Element]bool{}
				}
				o.heads[k][all[i]] = true
			}
		}
	}
}

func (o *oracle) isSection(n *shape.Node) bool {
	return slices.ContainsFunc(o.of(n.Element), func(k string) bool {
		return o.sections[k] && (!n.IsHead() || o.heads[k] == nil || o.heads[k][n.Element])
	})
}

func (o *oracle) isOne(n *shape.Node, in map[string]bool) bool {
	return slices.ContainsFunc(o.of(n.Element), func(k string) bool { return in[k] })
}

// holds says whether a section is a node or stands below it.
func (o *oracle) holds(n *shape.Node) bool {
	return !page.IsInside(n.URL) && o.isSection(n) || slices.ContainsFunc(n.Kids, o.holds)
}

// What a topic of a label is worth, and one that may be left out: of two units
// the one with the topics that must be there is wanted.
const (
	aSpare = 1
	aTopic = 50
)

func (o *oracle) Topics(section *shape.Node, u *shape.Unit) shape.Action {
	var want map[string]int
	for _, k := range o.of(section.Element) {
		if o.topics[k] != nil {
			want = o.topics[k]
			break
		}
	}
	a, _ := o.unit(want, u, 0)
	return a
}

// One says whether a label has an element among the topics of a section.
func (o *oracle) One(section *shape.Node, u *shape.Unit, n *shape.Node, i int) bool {
	for _, k := range o.of(section.Element) {
		if want := o.topics[k]; want != nil {
			return slices.ContainsFunc(o.of(n.Element), func(k string) bool { return want[k] > 0 })
		}
	}
	return false
}

// unit is what becomes of a unit, and what the topics are worth that this gives
// right, less those that it gives wrong.
func (o *oracle) unit(want map[string]int, u *shape.Unit, depth int) (shape.Action, int) {
	if len(want) == 0 || depth > 6 {
		return shape.Drop, 0
	}
	take := 0
	for _, m := range u.Members {
		worth := 0
		for _, k := range o.of(m.Element) {
			worth = max(worth, want[k])
		}
		if worth == 0 {
			worth = -aTopic
		}
		take += worth
	}
	if u.List != nil && u.List.IsView { // another view may be better
		for _, v := range u.Peers() {
			if v != u && v.List != nil && v.List.Parent == u.List.Parent && v.List.Index > u.List.Index {
				if _, n := o.unit(want, v, depth+1); n > take {
					return shape.Drop, 0
				}
			}
		}
	}
	open := 0
	for _, m := range u.Members {
		for _, k := range m.Units() {
			if _, n := o.unit(want, k, depth+1); n > 0 {
				open += n
			}
		}
	}
	switch {
	case open > take && open > 0:
		return shape.Open, open
	case take > 0:
		return shape.Take, take
	}
	return shape.Drop, 0
}
