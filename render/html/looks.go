package html

import (
	"bytes"
	"slices"
	"strings"

	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/render"
	"github.com/roadmapviz/roadmapviz/themes"
)

// looks is the style sheet of a figure that was drawn for a page ([svg.Options]): it
// says of every role that the figure has what it looks like in every combination of the
// states in it and of those that scripts set, so that a class on the group of a box or
// an edge is all that changes with a state. What holds on dark
// pages stands in one @media block at its end. A view scales lengths as it does in
// the figure. There is nothing in it but names of the program's own, numbers and colours,
// whoever wrote the theme.
//
// A theme lets the entries of a later state win over those of an earlier one, and so
// does a style sheet: the later and the longer selector wins. So a rule for each
// single state says nearly all, and only where a combination looks otherwise than
// these say it has a rule of its own.
func looks(t *themes.Theme, v layout.View, has func(class string) bool) string {
	s := sheet{theme: t, view: v, has: has}
	for _, role := range themes.Roles() {
		if has(strings.TrimPrefix(role, "edge.")) {
			s.add(role)
		}
	}
	b := "g .line{fill:none;stroke-linejoin:round}\n" +
		"g .track{opacity:" + share(render.TrackInk) + "}\n" +
		"g .doing{opacity:" + share(render.DoingInk) + "}\n" +
		s.write(false)
	if night := s.write(true); night != "" {
		b += "@media (prefers-color-scheme:dark){\n" + night + "}\n"
	}
	return b
}

// classes tells what classes the groups of a figure have.
func classes(figure []byte) func(string) bool {
	found := map[string]bool{}
	for group := range bytes.SplitSeq(figure, []byte("<g ")) {
		tag, _, _ := bytes.Cut(group, []byte{'>'})
		_, value, _ := bytes.Cut(tag, []byte(`class="`))
		value, _, _ = bytes.Cut(value, []byte{'"'})
		if !found[string(value)] {
			found[string(value)] = true
			for class := range strings.FieldsSeq(string(value)) {
				found[class] = true
			}
		}
	}
	return func(class string) bool { return found[class] }
}

// sheet is a style sheet in the making.
type sheet struct {
	theme *themes.Theme
	view  layout.View
	has   func(class string) bool // tells whether the figure has it
	rules []rule

	// The role at hand, what its boxes are drawn like, and what was asked of it.
	role  string
	rest  themes.Style
	known map[key][]declaration
}

// key is a look of a role.
type key struct {
	states stateSet
	night  bool
}

// rule is one declaration, for a part of the boxes or edges of a role in given states.
type rule struct {
	role   string
	states stateSet
	night  bool
	declaration
}

// declaration says what a property of a part is to be.
type declaration struct {
	property
	value string
}

type property struct {
	part string // a class; "" is the group itself
	name string
}

func declare(part, name, value string) declaration { return declaration{property{part, name}, value} }

// exclusive are the states that one box or edge has one of, at most.
var exclusive = []stateSet{
	setOf("optional"), setOf("todo", "doing", "done", "skipped"), setOf("way1", "way2", "way3", "way4", "way5", "way6"),
	setOf("guessed"), setOf("added", "removed", "renamed", "moved"), setOf("highlighted", "dimmed"),
}

// set are those of boxes that scripts set.
var set = setOf("todo", "doing", "done", "skipped", "dimmed")

// fleeting are those that come and go with what the reader looks at.
var fleeting = setOf("highlighted", "dimmed")

// add adds what a role needs: of each combination of states, the smallest first, what
// the rules so far do not say of it.
func (s *sheet) add(role string) {
	s.role, s.rest, s.known = role, render.Rest(s.theme, role), map[key][]declaration{}
	var groups []stateSet
	var mentioned stateSet
	for _, name := range stateNames {
		if of := setOf(name); s.theme.Mentions(role, name) && (s.has(name) || !s.isEdge() && of.in(set)) {
			mentioned |= of
		}
	}
	for _, group := range exclusive {
		groups = append(groups, group&mentioned)
	}
	nights := []bool{false, true}
	if s.theme.Night() == nil {
		nights = nights[:1]
	}
	said := map[property][]rule{}
	for _, states := range combinations(groups) {
		drawn := s.drawn(states)
		for _, night := range nights {
			for _, d := range s.wanted(states, night) {
				if says(said[d.property], states, night, drawn[d.property]) == d.value && !s.insists(states, mentioned, night, d) {
					continue
				}
				r := rule{role, states, night, d}
				said[d.property] = append(said[d.property], r)
				s.rules = append(s.rules, r)
			}
		}
	}
}

// says is what rules of one property make of it, for which the figure alone says
// what is drawn. The longer selector wins, or of equal ones the later.
func says(rules []rule, states stateSet, night bool, drawn string) string {
	value, best := drawn, -1
	for _, r := range rules {
		if r.night && !night || !r.states.in(states) {
			continue
		}
		rank := 2 * r.states.len()
		if r.night {
			rank++
		}
		if rank >= best {
			value, best = r.value, rank
		}
	}
	return value
}

// insists tells whether a single state has to say what holds without it, since another
// one says otherwise. What it says by day holds by night, too.
func (s *sheet) insists(states, mentioned stateSet, night bool, d declaration) bool {
	if states.len() != 1 || night && s.value(states, false, d.property) == d.value {
		return false
	}
	for before := mentioned & (states - 1); before != 0; before &= before - 1 {
		other := before & -before
		if slices.ContainsFunc(exclusive, func(group stateSet) bool { return (other | states).in(group) }) {
			continue
		}
		if v := s.value(other, night, d.property); v != "" && v != d.value && s.value(other|states, night, d.property) == d.value {
			return true
		}
	}
	return false
}

// value is what a property is to be; "" where it makes no difference.
func (s *sheet) value(states stateSet, night bool, p property) string {
	for _, d := range s.wanted(states, night) {
		if d.property == p {
			return d.value
		}
	}
	return ""
}
