package html

import (
	"strings"

	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/render"
	"github.com/roadmapviz/roadmapviz/themes"
)

// isEdge tells whether the role at hand is one of edges.
func (s *sheet) isEdge() bool { return strings.HasPrefix(s.role, "edge.") }

// drawn is what the figure itself says without any rule.
func (s *sheet) drawn(states stateSet) map[property]string {
	if s.isEdge() {
		return map[property]string{
			{"line", "stroke-dasharray"}: s.dash(s.theme.Style(s.role, (states &^ fleeting).names()...)), {"head", "transform"}: "none",
		}
	}
	rest := s.rest
	return map[property]string{
		{"box", "stroke"}: "none", {"box", "stroke-dasharray"}: "none", {"box", "stroke-linejoin"}: "miter", {"box", "rx"}: s.px(rest.Radius),
		{"box", "filter"}:     s.restFilter(),
		{"cast", "transform"}: "none", {"cast", "filter"}: s.blur(rest.TextShadow),
		{"icon", "fill-opacity"}: "1",
	}
}

// wanted is what the parts of a role are to look like. A property that makes no
// difference is left out.
func (s *sheet) wanted(states stateSet, night bool) []declaration {
	all, ok := s.known[key{states, night}]
	if !ok {
		all = s.find(states, night)
		s.known[key{states, night}] = all
	}
	return all
}

func (s *sheet) find(states stateSet, night bool) []declaration {
	of := s.theme.Style(s.role, states.names()...)
	colors := of
	if night {
		colors = of.ByNight()
	}
	if s.isEdge() {
		return s.wantedOfEdge(states, of, colors, night)
	}
	rest := s.rest
	all := []declaration{declare("", "fill", color(colors.Text))}
	if rest.HasTextShadow() {
		all = append(all, s.cast(of.TextShadow, rest.TextShadow, colors.TextShadow.Color)...)
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
	if rest.HasShadow() {
		all = append(all, declare("box", "filter", s.filter(of, night)))
	}
	all = append(all, declare("icon", "fill-opacity", number(1-of.Fade)))
	if s.role == string(layout.SectionRole) || s.role == string(layout.PartRole) {
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
		scale := "none"
		if drawn := s.theme.Style(s.role, (states &^ fleeting).names()...); drawn.Width != of.Width {
			scale = "scale(" + number(render.HeadScale(of.Width, drawn.Width)) + ")"
		}
		all = append(all, declare("head", "fill", color(colors.Stroke)), declare("head", "transform", scale))
	}
	// The figure fits dashes to the length of each line.
	if states&fleeting != 0 {
		all = append(all, declare("line", "stroke-dasharray", s.dash(of)))
	}
	return all
}

// filter is what gives a box its shadow: the filter of the figure, or another one.
func (s *sheet) filter(of themes.Style, night bool) string {
	colors, rest := of, s.rest
	if night {
		colors, rest = of.ByNight(), rest.ByNight()
	}
	shadow, c := of.Shadow, colors.Shadow.Color
	switch {
	case c.Times(colors.Fill.A).A == 0:
		return "none"
	case shadow.DX == s.rest.Shadow.DX && shadow.DY == s.rest.Shadow.DY && shadow.Sigma == s.rest.Shadow.Sigma && c == rest.Shadow.Color:
		return s.restFilter()
	}
	return "drop-shadow(" + s.px(shadow.DX) + " " + s.px(shadow.DY) + " " + s.px(shadow.Sigma) + " " + color(c) + ")"
}

// restFilter is the filter that the figure has for the boxes of the role.
func (s *sheet) restFilter() string { return "url(#" + inPage.ShadowID(s.role) + ")" }

// cast is what the shadow of writing is to be, which was drawn like another one. Only
// one that is seen has a place.
func (s *sheet) cast(of, drawn themes.Shadow, c themes.Color) []declaration {
	const part = "cast"
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
