package html

import (
	"slices"
	"strings"

	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/render"
	"github.com/roadmapviz/roadmapviz/themes"
)

// looks is the style sheet of a figure that was drawn for a page ([svg.Options]): it
// says of every role what it looks like in every combination of states, so that a class
// on the group of a box or an edge is all that changes with a state. What holds on dark
// pages stands in one @media block at its end. A view scales lengths as it does in
// the figure. There is nothing in it but names of the program's own, numbers and colours,
// whoever wrote the theme.
//
// A theme lets the entries of a later state win over those of an earlier one, and so
// does a style sheet: the later and the longer selector wins. So a rule for each
// single state says nearly all, and only where a combination looks otherwise than
// these say it has a rule of its own.
func looks(t *themes.Theme, v layout.View) string {
	s := sheet{theme: t, view: v}
	for _, role := range themes.Roles() {
		s.role(role)
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

// share is an opacity, cut to a step of 8 bits as colours are.
func share(of float64) string { return number(float64(int(255*of)) / 255) }

// sheet is a style sheet in the making.
type sheet struct {
	theme *themes.Theme
	view  layout.View
	rules []rule

	// Of the role at hand: what its boxes are drawn like, and what was asked of it.
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

// fleeting are those that come and go with what the reader looks at.
var fleeting = setOf("highlighted", "dimmed")

// role adds what a role needs: of each combination of states, the smallest first, what
// the rules so far do not say of it.
func (s *sheet) role(role string) {
	s.rest, s.known = render.Rest(s.theme, role), map[key][]declaration{}
	var groups []stateSet
	var mentioned stateSet
	for _, name := range stateNames {
		if s.theme.Mentions(role, name) {
			mentioned |= setOf(name)
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
		drawn := s.drawn(role, states)
		for _, night := range nights {
			for _, d := range s.wanted(role, states, night) {
				if says(said[d.property], states, night, drawn[d.property]) == d.value && !s.insists(role, states, mentioned, night, d) {
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
func (s *sheet) insists(role string, states, mentioned stateSet, night bool, d declaration) bool {
	if states.len() != 1 || night && s.value(role, states, false, d.property) == d.value {
		return false
	}
	for before := mentioned & (states - 1); before != 0; before &= before - 1 {
		other := before & -before
		if slices.ContainsFunc(exclusive, func(group stateSet) bool { return (other | states).in(group) }) {
			continue
		}
		if v := s.value(role, other, night, d.property); v != "" && v != d.value && s.value(role, other|states, night, d.property) == d.value {
			return true
		}
	}
	return false
}

// value is what a property is to be; "" where it makes no difference.
func (s *sheet) value(role string, states stateSet, night bool, p property) string {
	for _, d := range s.wanted(role, states, night) {
		if d.property == p {
			return d.value
		}
	}
	return ""
}

func isEdge(role string) bool { return strings.HasPrefix(role, "edge.") }

// drawn is what the figure itself says without any rule.
func (s *sheet) drawn(role string, states stateSet) map[property]string {
	if isEdge(role) {
		return map[property]string{{"line", "stroke-dasharray"}: s.dash(s.theme.Style(role, (states &^ fleeting).names()...))}
	}
	rest := s.rest
	return map[property]string{
		{"box", "stroke"}: "none", {"box", "stroke-dasharray"}: "none", {"box", "stroke-linejoin"}: "miter", {"box", "rx"}: s.px(rest.Radius),
		{"shadow", "transform"}: "none", {"shadow", "filter"}: s.blur(rest.Shadow),
		{"cast", "transform"}: "none", {"cast", "filter"}: s.blur(rest.TextShadow),
		{"icon", "fill-opacity"}: "1",
	}
}

// wanted is what the parts of a role are to look like. A property that makes no
// difference is left out.
func (s *sheet) wanted(role string, states stateSet, night bool) []declaration {
	all, ok := s.known[key{states, night}]
	if !ok {
		all = s.find(role, states, night)
		s.known[key{states, night}] = all
	}
	return all
}

func (s *sheet) find(role string, states stateSet, night bool) []declaration {
	of := s.theme.Style(role, states.names()...)
	colors := of
	if night {
		colors = of.ByNight()
	}
	if isEdge(role) {
		return s.wantedOfEdge(states, of, colors, night)
	}
	rest := s.rest
	all := []declaration{declare("", "fill", color(colors.Text))}
	if rest.TextShadow.Color.A > 0 || rest.ByNight().TextShadow.Color.A > 0 {
		all = append(all, s.shadow("cast", of.TextShadow, rest.TextShadow, colors.TextShadow.Color)...)
	}
	if !rest.IsFilled() && !rest.IsLined() {
		return all
	}
	all = append(all, declare("box", "fill", color(colors.Fill)), declare("box", "rx", s.px(of.Radius)))
	if of.IsLined() {
		join := "miter"
		if len(of.Dash) > 0 {
			join = "round"
		}
		all = append(all,
			declare("box", "stroke", color(colors.Stroke)), declare("box", "stroke-width", s.px(of.Width)),
			declare("box", "stroke-dasharray", s.dash(of)), declare("box", "stroke-linejoin", join))
	} else {
		all = append(all, declare("box", "stroke", "none"))
	}
	if rest.Shadow.Color.A > 0 || rest.ByNight().Shadow.Color.A > 0 {
		all = append(all, s.shadow("shadow", of.Shadow, rest.Shadow, colors.Shadow.Color.Times(colors.Fill.A))...)
	}
	all = append(all, declare("icon", "fill-opacity", number(1-of.Fade)))
	if role == string(layout.SectionRole) || role == string(layout.PartRole) {
		plate := themes.Color{}
		if paper := s.theme.Paper(); of.IsFilled() {
			plate = paper.Fill
			if night {
				plate = paper.ByNight().Fill
			}
		}
		all = append(all, declare("plate", "fill", color(plate)))
	}
	return all
}

func (s *sheet) wantedOfEdge(states stateSet, of, colors themes.Style, night bool) []declaration {
	ink := s.theme.Style(string(layout.TitleRole))
	if night {
		ink = ink.ByNight()
	}
	all := []declaration{
		declare("", "fill", color(ink.Text)),
		declare("line", "stroke", color(colors.Stroke)), declare("line", "stroke-width", s.px(of.Width)),
	}
	if of.Arrow {
		all = append(all, declare("head", "fill", color(colors.Stroke)))
	}
	// The figure fits dashes to the length of each line.
	if states&fleeting != 0 {
		all = append(all, declare("line", "stroke-dasharray", s.dash(of)))
	}
	return all
}

// shadow is what a shadow is to be, which was drawn like another one. Only one that is
// seen has a place.
func (s *sheet) shadow(part string, of, drawn themes.Shadow, c themes.Color) []declaration {
	all := []declaration{declare(part, "fill", color(c))}
	if c.A == 0 {
		return all
	}
	move := "none"
	if of.DX != drawn.DX || of.DY != drawn.DY {
		move = "translate(" + s.px(of.DX-drawn.DX) + "," + s.px(of.DY-drawn.DY) + ")"
	}
	return append(all, declare(part, "transform", move), declare(part, "filter", s.blur(of)))
}

func (s *sheet) blur(of themes.Shadow) string {
	if of.Sigma == 0 {
		return "none"
	}
	return "blur(" + s.px(of.Sigma) + ")"
}

func (s *sheet) dash(of themes.Style) string {
	if len(of.Dash) == 0 {
		return "none"
	}
	var all []string
	for _, d := range of.Dash {
		all = append(all, s.px(d))
	}
	return strings.Join(all, " ")
}

// px is a length as the figure has it.
func (s *sheet) px(l float64) string {
	if s.view != (layout.View{}) {
		l = layout.Snap(s.view.Length(l))
	}
	n := number(l)
	if n == "0" {
		return n
	}
	return n + "px"
}

// number is a number of CSS, with at most two decimals.
func number(v float64) string {
	n := string(layout.AppendNumber(nil, v))
	if strings.HasPrefix(n, "0.") {
		return n[1:]
	}
	return n
}

// color is a colour of CSS: "#rgb", "#rrggbb", "#rrggbbaa" or "none".
func color(c themes.Color) string {
	if c.A == 0 {
		return "none"
	}
	hex := c.String()
	if c.A == 255 && c.R%17 == 0 && c.G%17 == 0 && c.B%17 == 0 {
		return string([]byte{'#', hex[1], hex[3], hex[5]})
	}
	return hex
}

// block are declarations of a part that some roles have in common in the same states.
type block struct {
	states       stateSet
	part         string
	roles        []string
	declarations []string
}

// write writes the rules for light pages, or what dark ones have otherwise. Roles that
// have a declaration in common share it.
func (s *sheet) write(night bool) string {
	var shared []block // of one declaration each
	for _, r := range s.rules {
		if r.night != night {
			continue
		}
		text := r.name + ":" + r.value
		at := slices.IndexFunc(shared, func(b block) bool {
			return b.states == r.states && b.part == r.part && b.declarations[0] == text
		})
		if at < 0 {
			shared = append(shared, block{r.states, r.part, []string{r.role}, []string{text}})
		} else {
			shared[at].roles = append(shared[at].roles, r.role)
		}
	}
	var blocks []block
	for _, one := range shared {
		at := slices.IndexFunc(blocks, func(b block) bool {
			return b.states == one.states && b.part == one.part && slices.Equal(b.roles, one.roles)
		})
		if at < 0 {
			blocks = append(blocks, one)
		} else {
			blocks[at].declarations = append(blocks[at].declarations, one.declarations...)
		}
	}
	// Within the same number of states the order of the theme's words decides.
	slices.SortStableFunc(blocks, func(a, b block) int { return a.states.compare(b.states) })
	var text strings.Builder
	for _, b := range blocks {
		text.WriteString(b.selector() + "{" + strings.Join(b.declarations, ";") + "}\n")
	}
	return text.String()
}

// selector is "g.topic.done .box". Every selector of as many states is as specific as
// any other.
func (b block) selector() string {
	var roles []string
	for _, role := range b.roles {
		roles = append(roles, "."+strings.TrimPrefix(role, "edge."))
	}
	selector := "g" + roles[0]
	if len(roles) > 1 {
		selector = "g:is(" + strings.Join(roles, ",") + ")"
	}
	for _, state := range b.states.names() {
		selector += "." + state
	}
	if b.part != "" {
		selector += " ." + b.part
	}
	return selector
}
