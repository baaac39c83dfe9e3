package svg

import (
	"slices"
	"strings"
	"unicode"

	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/text"
	"github.com/roadmapviz/roadmapviz/themes"
)

// Text writes a line as one <text> where it is all of one weight and its typeface
// can show all of it, else run by run, each as text or as outlines: some readers
// lose the parts of a <text>, or print them over each other.
func (c *canvas) Text(l layout.Line, s themes.Style) {
	night := s.ByNight()
	ink, shadow := fill(s.Text, night.Text), fill(s.TextShadow.Color, night.TextShadow.Color)
	if !c.page && !ink.isSeen() || len(l.Runs) == 0 {
		return
	}
	c.anyFigures(&l)
	if !shadow.isSeen() {
		c.inked(&l, ink)
		return
	}
	// The shadow refers to the writing, which has its colour from around it.
	id := c.textShadow(&l, s.TextShadow, shadow)
	b := c.appendInk(append(c.body, "<g"...), ink)
	b = append(append(append(b, ">\n<g id=\""...), id...), "\">\n"...)
	c.body = b
	c.inked(&l)
	c.body = append(c.body, "</g>\n</g>\n"...)
}

// inked writes a line in a colour or, without one, in that of the group around it.
func (c *canvas) inked(l *layout.Line, ink ...paint) {
	switch {
	case c.isWhole(l.Runs):
		c.line(l, ink...)
	case c.isJoined(l.Runs):
		c.joined(l)
	default:
		c.runs(l, ink...)
	}
}

// isWhole tells whether runs can be one <text>.
func (c *canvas) isWhole(runs []text.Run) bool {
	// Runs stand in visual order, texts in logical order. Where these differ
	// and the typeface is the reader's, the order is, too.
	if c.mode == System && isRTL(runs) {
		return true
	}
	if slices.ContainsFunc(runs, func(r text.Run) bool { return r.Weight != runs[0].Weight }) {
		return false
	}
	if c.mode == System {
		return true
	}
	// What one typeface lacks, those that readers have instead of it lack as well.
	isOther := func(r text.Run) bool { return r.Face != runs[0].Face }
	return c.mode == Embed && !slices.ContainsFunc(runs, isOther) && c.fonts.addAll(runs)
}

// directionIn is the attribute of a text with letters that are written from right to left:
// in a document that is, it is such, and elsewhere goes by what it begins with.
func directionIn(language string) string {
	if layout.RightToLeft(language) {
		return ` direction="rtl"`
	}
	return ` unicode-bidi="plaintext"`
}

// isSymbols tells whether there is nothing to be read aloud in a text.
func isSymbols(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) })
}

func isRTL(runs []text.Run) bool {
	return slices.ContainsFunc(runs, func(r text.Run) bool { return r.RTL })
}

// line writes the whole line as text around its middle.
func (c *canvas) line(l *layout.Line, ink ...paint) {
	b := c.appendPlace(append(c.body, "<text"...), l.X, l.Y)
	from, to := c.room(l)
	b, size := c.appendSize(b, l.Size, l.Width, 2*min(l.X-from, to-l.X))
	b = appendWeight(b, l.Runs[0].Weight)
	if c.page {
		b = c.appendInk(b)
	} else {
		var night string
		b, night = c.appendColors(b, ink)
		b = c.appendClass(b, change{size, night})
	}
	if c.large {
		return
	}
	b = c.appendLength(b, l.Width)
	if isRTL(l.Runs) {
		b = append(b, c.direction...)
	}
	b = append(appendSpace(b, l.Text), '>')
	c.body = append(appendEscaped(b, l.Text), "</text>\n"...)
}

// runs writes a group with each run in its place, as text where that shows
// what was laid out and as outlines where not. The group says the text to
// those who cannot see outlines.
func (c *canvas) runs(l *layout.Line, ink ...paint) {
	b := c.appendInk(append(c.body, "<g"...), ink...)
	b = appendText(b, "aria-label", l.Text)
	c.body = append(b, ">\n"...)
	from, to := c.room(l)
	left := l.X - l.Width/2
	for i := range l.Runs {
		r := &l.Runs[i]
		x := left + r.X
		if c.mode != System && (c.mode == Paths || isSymbols(r.Text) || !c.fonts.add(r)) {
			c.outlines(r, x, l.Y)
			continue
		}
		// A run may grow as far as the next one, and the outer ones farther.
		space := [2]float64{x, x + r.Width}
		if i == 0 {
			space[0] = min(x, from)
		}
		if i == len(l.Runs)-1 {
			space[1] = max(space[1], to)
		}
		c.runText(r, x, l.Y, space)
	}
	c.body = append(c.body, "</g>\n"...)
}

// runText writes a run as text from x on, without the spaces at its ends, which
// readers treat in many ways. What a space follows, a number say, ends before it,
// and all else begins where it was laid out: so they stay apart in a wider typeface.
func (c *canvas) runText(r *text.Run, x, y float64, space [2]float64) {
	shown := strings.Trim(r.Text, " ")
	if shown == "" {
		return
	}
	lead := min(len(r.Text)-len(strings.TrimLeft(r.Text, " ")), len(r.Glyphs))
	tail := min(len(r.Text)-len(strings.TrimRight(r.Text, " ")), len(r.Glyphs))
	before, after := widthOf(r, r.Glyphs[:lead]), widthOf(r, r.Glyphs[len(r.Glyphs)-tail:])
	width := r.Width - before - after
	anchor, at := "start", x+before
	room := space[1] - at
	if after > 0 {
		anchor, at = "end", x+r.Width-after
		room = at - space[0]
	}
	b := c.appendPlace(append(c.body, "<text"...), at, y)
	b, size := c.appendSize(b, r.Size, width, room)
	b = appendWeight(b, r.Weight)
	b = appendText(b, "text-anchor", anchor)
	b = c.appendLength(b, width)
	b = c.appendClass(b, change{size: size})
	b = append(appendSpace(b, shown), '>')
	c.body = append(appendEscaped(b, shown), "</text>\n"...)
}

// widthOf is how far glyphs of a run move the pen, px.
func widthOf(r *text.Run, glyphs []text.Glyph) float64 {
	units := int32(0)
	for _, g := range glyphs {
		units += g.Advance
	}
	return float64(units) * r.Size / r.Face.UnitsPerEm
}

// wider is how much wider than the embedded typeface those are that readers have
// instead of it, and smallest how far text is made smaller for that.
const wider, smallest = 1.16, 0.8

// appendSize appends the size of text of a width that has some room. Where a wider
// typeface would lead it out of that, the attribute is smaller, for readers that can
// neither show the embedded typeface nor squeeze text, and browsers get the size
// returned by a rule; 0 needs none.
func (c *canvas) appendSize(b []byte, size, width, room float64) (_ []byte, ruled float64) {
	shown := size
	if need := float64(width * wider); need > room && !c.page {
		shown, ruled = size*max(room/need, smallest), size
	}
	if c.page {
		c.sizes[layout.Snap(size)]++
	}
	if c.large {
		return b, ruled
	}
	return appendAttr(b, "font-size", shown), ruled
}

func (c *canvas) appendPlace(b []byte, x, y float64) []byte {
	if c.large {
		return b
	}
	return appendAttr(appendAttr(b, "x", x), "y", y)
}

// room is from where to where a line can grow: its box, or the page, as far as
// there are no pictures in it.
func (c *canvas) room(l *layout.Line) (from, to float64) {
	const edge = 1
	from, to = edge, c.width-edge
	for _, r := range c.boxes { // the last one around the line is its own
		if r.X < l.X && l.X < r.X+r.W && r.Y < l.Y && l.Y < r.Y+r.H {
			from, to = r.X+edge, r.X+r.W-edge
		}
	}
	for _, r := range c.beside {
		switch {
		case r.Y >= l.Y || r.Y+r.H <= l.Y-l.Size: // above or below
		case r.X < l.X-l.Width/2:
			from = max(from, r.X+r.W+edge)
		default:
			to = min(to, r.X-edge)
		}
	}
	return from, to
}

func appendWeight(b []byte, w text.Weight) []byte {
	if w == text.Regular {
		return b
	}
	return appendAttr(b, "font-weight", float64(w))
}

// appendLength keeps text in its place when it is shown in another typeface: one
// that the reader has, or that stands in for an embedded one that is refused.
func (c *canvas) appendLength(b []byte, width float64) []byte {
	if c.isShown() {
		return b
	}
	b = appendAttr(b, "textLength", width)
	return append(b, ` lengthAdjust="spacingAndGlyphs"`...)
}

// appendSpace keeps spaces that SVG would drop or join.
func appendSpace(b []byte, s string) []byte {
	if strings.HasPrefix(s, " ") || strings.HasSuffix(s, " ") || strings.Contains(s, "  ") {
		b = append(b, ` xml:space="preserve"`...)
	}
	return b
}
