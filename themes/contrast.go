package themes

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// The least contrasts of WCAG 2.2, level AA: success criteria 1.4.3 for text,
// where titles are large, and 1.4.11 for what carries meaning without words.
const (
	leastText  = 4.5
	leastLarge = 3
	leastLine  = 3
)

// Finding is a colour that stands out too little from what it lies on.
type Finding struct {
	Role     string   `json:"role"`
	States   []string `json:"states,omitempty"` // in the order of [States]
	Key      string   `json:"key"`              // "text" or "stroke"
	Color    Color    `json:"color"`
	Ground   Color    `json:"ground"` // opaque: what is seen behind the colour
	Contrast float64  `json:"contrast"`
	Least    float64  `json:"least"` // that the contrast should have
	// Line and Column are where the theme's file gives the colour or, where it
	// inherits that, the fill or page below or, where it inherits all, the theme
	// that it extends. They are 0 for built-in and derived themes.
	Line   int `json:"-"`
	Column int `json:"-"`
	// Inherited is the theme that the colour and its ground come from, if not
	// from the file.
	Inherited string `json:"inherited,omitempty"`
}

// String is such as "text #ffffff of topic.done on #31c387 has a contrast of
// 2.23: 4.5 or more can be read".
func (f Finding) String() string {
	role := strings.Join(append([]string{f.Role}, f.States...), ".")
	can := "be read"
	if f.Key == "stroke" {
		can = "be seen"
	}
	// Cut, not rounded: 4.499 is not enough.
	return fmt.Sprintf("%s %v of %s on %v has a contrast of %.2f: %g or more can %s",
		f.Key, f.Color, role, f.Ground, float64(int(f.Contrast*100))/100, f.Least, can)
}

// Check finds text and lines that stand out too little from their ground, in the
// order of [Roles], of [Words]. Text needs a contrast of 4.5, titles and lines
// one of 3, and so do the outlines that tell a state, other than dimmed ones.
//
// All sets of states that a box or line can have are looked at; a pair of colours
// is found once a role, with the fewest states that have it.
func (t *Theme) Check() []Finding {
	var found []Finding
	for _, r := range roles() {
		type pair struct {
			key       string
			on, under Color
		}
		seen := map[pair]bool{}
		for _, states := range stateSets(r.Name) {
			for _, f := range t.weigh(r.Name, states) {
				p := pair{f.Key, f.Color, f.Ground}
				if f.Contrast >= f.Least || seen[p] {
					continue
				}
				seen[p] = true
				at := cmp.Or(t.placeOf(r.Name, states, f.Key), t.placeOf(r.Name, states, "fill"), t.pageAt)
				if at == (place{}) {
					at, f.Inherited = t.parentAt, t.parent
				}
				f.Line, f.Column = at.line, at.column
				found = append(found, f)
			}
		}
	}
	return found
}

// weigh measures what stands out of a role in some states: its text, and its
// line or outline.
func (t *Theme) weigh(role string, states []string) []Finding {
	var all []Finding
	s := t.Style(role, states...)
	if s.Text.A > 0 && familyOf(role) != edgeFamily && role != "group" {
		least := leastText
		if role == "title" {
			least = leastLarge
		}
		all = append(all, worst("text", s.Text, t.grounds(s.Fill), least))
	}
	if s.Stroke.A > 0 && s.Width > 0 && t.tells(role, states) {
		all = append(all, worst("stroke", s.Stroke, t.grounds(Color{}), leastLine))
	}
	for i := range all {
		all[i].Role, all[i].States = role, states
	}
	return all
}

// worst is the least contrast of a colour with what it may lie on.
func worst(key string, c Color, grounds []Color, least float64) Finding {
	f := Finding{Key: key, Color: c, Least: least, Contrast: 22}
	for _, ground := range grounds {
		if have := Contrast(c.Over(ground), ground); have < f.Contrast {
			f.Contrast, f.Ground = have, ground
		}
	}
	return f
}

// grounds are what may be seen behind something with this fill: the fill itself,
// on the page or on a panel.
func (t *Theme) grounds(fill Color) []Color {
	page := fill.Over(t.Page)
	panel := fill.Over(t.styles["group"].Fill.Over(t.Page))
	if page == panel {
		return []Color{page}
	}
	return []Color{page, panel}
}

// tells is whether a line or outline carries meaning: that of an edge does, and
// that of a box if a state gives it. What is dimmed is to step back, and outlines
// at rest are there for beauty.
func (t *Theme) tells(role string, states []string) bool {
	if familyOf(role) == edgeFamily {
		return true
	}
	for _, state := range slices.Backward(states) {
		if t.sets(role, state, "stroke") || t.sets(role, state, "width") {
			return state != "dimmed"
		}
	}
	return false
}

// sets tells whether the theme says something about a key of a role in a state.
func (t *Theme) sets(role, state, key string) bool {
	return has(t.states[selector{familyOf(role), state}], key) || has(t.states[selector{role, state}], key)
}

func has(settings []setting, key string) bool {
	return slices.ContainsFunc(settings, func(s setting) bool { return s.key == key })
}

// placeOf is where the theme's file gives the value that a key has; zero when it
// is inherited.
func (t *Theme) placeOf(role string, states []string, key string) place {
	var at place
	look := func(settings []setting) {
		for _, s := range settings {
			if s.key == key {
				at = s.at
			}
		}
	}
	look(t.atRest(nil, role))
	for _, state := range states {
		look(t.states[selector{familyOf(role), state}])
		look(t.states[selector{role, state}])
	}
	return at
}

// stateSets are the sets of states that something can have at once, the smaller
// ones first: of each of these lists, one state at most.
func stateSets(role string) [][]string {
	lists := [][]string{{"optional"}, {"todo", "doing", "done", "skipped"}, {"added", "removed", "renamed", "moved"}, {"highlighted", "dimmed"}}
	switch {
	case role == "chip":
		lists = [][]string{{"highlighted", "dimmed"}}
	case role == "edge.requires":
		ways := slices.DeleteFunc(States(), func(state string) bool { return !isWay(state) })
		lists = [][]string{ways, {"guessed"}, {"added", "removed"}, {"highlighted", "dimmed"}}
	case familyOf(role) == edgeFamily:
		lists = [][]string{{"guessed"}, {"added", "removed"}, {"highlighted", "dimmed"}}
	}
	sets := [][]string{nil}
	for _, list := range lists {
		for _, set := range sets[:len(sets):len(sets)] {
			for _, state := range list {
				sets = append(sets, append(slices.Clone(set), state))
			}
		}
	}
	slices.SortStableFunc(sets, func(a, b []string) int { return len(a) - len(b) })
	return sets
}
