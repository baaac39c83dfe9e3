package themes

import (
	"bytes"
	"math"
	"slices"
	"strings"
)

// Counterpart is the theme's twin, as far as no file is needed for that: the
// built-in theme that Twin names or, when it names none, what [Theme.Derive]
// makes. It is nil when Twin names a file, which is for the caller to read and
// to [Load].
func (t *Theme) Counterpart() *Theme {
	if t.Twin == "" {
		return t.Derive()
	}
	twin, ok := Lookup(t.Twin)
	if !ok {
		return nil
	}
	return twin
}

// Derive makes the twin of a theme: a dark theme of a light one, and the other
// way round. It works in Oklch, the space of perceived lightness, chroma and hue
// by Björn Ottosson (https://bottosson.github.io/posts/oklab/), and keeps hues.
//
//   - The page becomes dark, or light, with a trace of its hue; a neutral one
//     becomes GitHub's.
//   - What lies on the page (writing, lines, outlines, surfaces, panels) gets the
//     lightness that gives it about the contrast with the page that it had. High
//     contrasts are pressed together, for there is less room on the other side, but
//     never change places, so that the order of emphasis stays.
//   - Boxes with knocked-out writing (white on blue, on white) keep their writing, and
//     their fill stays dark enough for it.
//   - Boxes in a strong colour with writing like the page's (black on yellow, on
//     white) stay as they are: they can be read on any page.
//   - Then every text has a contrast of 4.5 or more with what it lies on, titles and
//     all that [Theme.Check] measures beside text one of 3, in every set of states.
//
// Lengths, dashes, arrows and marks stay, and Twin is empty. A theme whose page does not agree with
// Dark keeps its colours. The twin of a built-in theme is [Lookup] of Twin; what
// Derive makes of one is not that.
func (t *Theme) Derive() *Theme {
	twin := &Theme{
		Name: twinName(t), Dark: !t.Dark, Derived: true, parent: t.parent, Page: t.Page, GreyIcons: t.GreyIcons,
		styles: make(map[string]Style, len(t.styles)), states: map[selector][]setting{},
	}
	d := deriver{from: t, to: twin, known: map[derivation]Style{}}
	if isDark(t.Page) == t.Dark {
		twin.Page = otherPage(t.Page, twin.Dark)
	}
	d.room = d.roomOfFills()
	// Panels come first: lines and boxes lie on them.
	for _, role := range append([]string{"group"}, Roles()...) {
		twin.styles[role] = d.style(role, nil)
	}
	for _, state := range States() {
		for _, family := range []string{boxFamily, edgeFamily, ""} {
			d.state(family, state)
		}
	}
	return twin
}

// Same tells whether two themes make the same picture of everything, as their
// files say it: a figure in both need not be drawn twice.
func (t *Theme) Same(other *Theme) bool {
	a, b := *t, *other
	a.Dark, a.Twin, b.Dark, b.Twin = false, "", false, ""
	return bytes.Equal(a.YAML(), b.YAML())
}

// twinName is the name of a theme's twin: "brand" and "brand-dark".
func twinName(t *Theme) string {
	light, ok := strings.CutSuffix(t.Name, "-dark")
	switch {
	case !t.Dark:
		return t.Name + "-dark"
	case ok:
		return light
	}
	return t.Name + "-light"
}

// The pages of GitHub, which most figures lie on.
var (
	lightPage = Color{255, 255, 255, 255}
	darkPage  = Color{13, 17, 23, 255}
)

func otherPage(page Color, dark bool) Color {
	k := page.oklch()
	switch {
	case k.c < 0.02 && dark:
		return darkPage
	case k.c < 0.02:
		return lightPage
	case dark:
		return oklch{0.19, min(k.c, 0.035), k.h}.color()
	}
	return oklch{0.985, min(k.c, 0.02), k.h}.color()
}

// deriver makes one theme of another.
type deriver struct {
	from, to *Theme
	room     float64 // the most contrast of a fill with the page that leaves room for writing
	known    map[derivation]Style
}

// derivation is all that the colours of a style depend on.
type derivation struct {
	role               string // a family's are alike
	fill, text, stroke Color
	shadow, textShadow Color
	tells              bool
}

// How much contrast there is room for on the other page, and how much of it a
// contrast takes up: that of fills, which have little room, is soon taken. Lines shine
// less than writing when both are bright; and black on a dark fill, on white, can
// be read but is no pleasure.
const (
	roomOfText, bendOfText   = 16, 10
	roomOfLines, bendOfLines = 10, 7
	bendOfFills              = 1.8

	roomBelowWhite = 4   // on a dark page
	roomBelowBlack = 2.5 // on a light one
)

// press brings a contrast from 1 to 21 to one below most, keeping the order. The
// larger bend is, the slower it gets there; low contrasts hardly change when it is
// most-1, and grow when it is less.
func press(contrast, most, bend float64) float64 {
	return 1 + (most-1)*(1-math.Exp(-(contrast-1)/bend))
}

// kind says what is to become of a box.
type kind int

const (
	surface kind = iota // changes sides with its writing
	knocked             // changes lightness below its writing
	strong              // stays
)

// kindOf tells what kind of box a style makes, by what is seen of it on the page.
func (d *deriver) kindOf(s Style) kind {
	page, fill := d.from.Page, s.Fill.Over(d.from.Page)
	switch {
	case s.Fill.A == 0 || fill == page || s.Text.A == 0:
		return surface
	case isDark(page) == (s.Text.luminance() < fill.luminance()):
		return knocked
	case s.Fill.A == 255 && fill.oklch().c > 0.1 && apart(fill, page) > 0.1:
		return strong
	}
	return surface
}

// roomOfFills is how much contrast a fill can have with the new page so that the
// knocked-out writing of all boxes can be read on it.
func (d *deriver) roomOfFills() float64 {
	room := float64(roomBelowWhite)
	if !d.to.Dark {
		room = roomBelowBlack
	}
	for _, r := range roles() {
		if familyOf(r.Name) != boxFamily {
			continue
		}
		for _, states := range stateSets(r.Name) {
			s := d.from.Style(r.Name, states...)
			if len(states) < 2 && d.kindOf(s) == knocked {
				room = min(room, Contrast(s.Text.Over(d.to.Page), d.to.Page)/(leastText+0.1))
			}
		}
	}
	return max(2, room) // below that the writing has to move, too
}

// style derives the look of a role in a state or, with none, at rest.
func (d *deriver) style(role string, states []string) Style {
	s := d.from.Style(role, states...)
	if d.to.Page == d.from.Page {
		return s
	}
	of := derivation{role, s.Fill, s.Text, s.Stroke, s.Shadow.Color, s.TextShadow.Color, d.from.tells(role, states) || d.lends(role)}
	if familyOf(role) != "" {
		of.role = familyOf(role)
	}
	made, ok := d.known[of]
	if !ok {
		made = d.colors(of, d.kindOf(s), role)
		d.known[of] = made
	}
	s.Fill, s.Text, s.Stroke = made.Fill, made.Text, made.Stroke
	s.Shadow.Color, s.TextShadow.Color = made.Shadow.Color, made.TextShadow.Color
	return s
}

// lends tells whether the outline of a box at rest tells a state, which only
// makes it wider.
func (d *deriver) lends(role string) bool {
	return slices.ContainsFunc(states[:], func(state Word) bool {
		return d.from.sets(role, state.Name, "width") && !d.from.sets(role, state.Name, "stroke")
	})
}

// colors derives the colours of a style.
func (d *deriver) colors(s derivation, k kind, role string) Style {
	var made Style
	was, is := d.from, d.to
	made.Fill = s.fill
	if s.fill.A > 0 && k != strong {
		have := Contrast(s.fill.Over(was.Page), was.Page)
		made.Fill = is.Page
		if have > 1 || s.fill.A < 255 {
			most := press(have, d.room, bendOfFills)
			made.Fill = d.find(s.fill, is.Page, func(c Color) bool { return Contrast(c.Over(is.Page), is.Page) >= most })
			made.Fill.A = s.fill.A // also where so faint a colour never does
		}
	}
	made.Shadow.Color, made.TextShadow.Color = d.shadow(s.shadow), d.shadow(s.textShadow)
	made.Text = d.text(s, made.Fill, k, role)
	made.Stroke = d.stroke(s, made.Fill)
	return made
}

// text derives the writing on a fill that has been derived.
func (d *deriver) text(s derivation, fill Color, k kind, role string) Color {
	if s.text.A == 0 || familyOf(role) == edgeFamily {
		return s.text
	}
	least := leastText
	if role == "title" {
		least = leastLarge
	}
	grounds := d.to.grounds(fill)
	if k != surface {
		if worst("text", s.text, grounds, least).Contrast >= least {
			return s.text
		}
		return d.findFrom(s.text, s.text, fill, func(c Color) bool { return worst("text", c, grounds, least).Contrast >= least })
	}
	under := s.fill.Over(d.from.Page)
	want := press(Contrast(s.text.Over(under), under), roomOfText, bendOfText)
	return d.find(s.text, grounds[0], func(c Color) bool {
		return Contrast(c.Over(grounds[0]), grounds[0]) >= want && worst("text", c, grounds, least).Contrast >= least
	})
}

// stroke derives a line, or the outline of a fill that has been derived. An
// outline that can be told from its fill will be.
func (d *deriver) stroke(s derivation, fill Color) Color {
	if s.stroke.A == 0 {
		return s.stroke
	}
	page := d.from.Page
	have := Contrast(s.stroke.Over(page), page)
	want, least, apart := press(have, roomOfLines, bendOfLines), 1.0, 1.0
	if s.tells {
		least = leastLine
	}
	if s.fill.A > 0 {
		under := s.fill.Over(page)
		apart = min(1.5, Contrast(s.stroke.Over(page), under))
	}
	grounds := d.to.grounds(Color{})
	return d.find(s.stroke, d.to.Page, func(c Color) bool {
		return Contrast(c.Over(d.to.Page), d.to.Page) >= want && worst("stroke", c, grounds, least).Contrast >= least &&
			(fill.A == 0 || Contrast(c.Over(d.to.Page), fill.Over(d.to.Page)) >= apart)
	})
}

// shadow derives the colour of a shadow, which needs to be stronger to be seen
// on a dark page. What is no shadow but a glow stays.
func (d *deriver) shadow(c Color) Color {
	if c.luminance() > 0.2 {
		return c
	}
	left := 1 - float64(c.A)/255
	if d.to.Dark {
		left *= left * left
	} else {
		left = math.Cbrt(left)
	}
	c.A = uint8(255*(1-left) + 0.5)
	return c
}

// find is the colour of the same hue, and with the same alpha, that does and is
// nearest to a ground in lightness: lighter than a dark one, darker than a light
// one. If none does, it is white or black.
func (d *deriver) find(c, ground Color, does func(Color) bool) Color {
	return d.findFrom(c, ground, ground, does)
}

// findFrom looks from a colour's lightness onwards: in large steps until a colour
// does, and then, in small ones, at what the last of these has left out.
func (d *deriver) findFrom(c, from, ground Color, does func(Color) bool) Color {
	const steps, large = 256, 8
	k := c.oklch()
	at := func(i int) Color {
		k.l = float64(i) / steps
		made := k.color()
		made.A = c.A
		return made
	}
	first := int(from.oklch().l * steps)
	step, end := 1, steps
	if !isDark(ground) {
		step, end = -1, 0
	}
	for i := first; step*(end-i) >= 0; i += large * step {
		if !does(at(i)) {
			continue
		}
		for j := i - (large-1)*step; j != i; j += step {
			if step*(j-first) >= 0 && does(at(j)) {
				return at(j)
			}
		}
		return at(i)
	}
	return oklch{l: float64(end) / steps}.color()
}
