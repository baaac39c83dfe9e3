package pdf

import (
	"fmt"
	"math"
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/text"
	"github.com/roadmapviz/roadmapviz/render"
	"github.com/roadmapviz/roadmapviz/themes"
)

// Text shows the glyphs of a line where layout has put them.
func (c *canvas) Text(l layout.Line, s themes.Style) {
	if s.Text.A == 0 || len(l.Runs) == 0 {
		return
	}
	c.see(render.Rect{X: l.X - l.Width/2, Y: l.Y - l.Size, W: l.Width, H: float64(l.Size * 1.25)})
	if s.TextShadow.Color.A > 0 {
		c.mark(artifact)
		c.textShadow(&l, s)
	}
	for i := range l.Runs {
		if r := &l.Runs[i]; r.Face.Restricted {
			c.mark(artifact)
			c.fillWith(s.Text)
			c.outlines(r, l.X-l.Width/2+r.X, l.Y)
		}
	}
	c.mark(writing)
	c.fillWith(s.Text)
	c.body = append(c.body, "BT\n"...)
	if c.line != nil && spaced(c.line.Text, l.Text) {
		c.space(c.line)
		c.element.text += " "
	}
	c.element.text += l.Text
	c.element.turned = c.element.turned || slices.ContainsFunc(l.Runs, func(r text.Run) bool { return r.RTL })
	for i := range l.Runs {
		r := &l.Runs[i]
		c.run(r, l.X-l.Width/2+r.X, l.Y)
	}
	c.body = append(c.body, "ET\n"...)
	c.line = &l
}

// spaced tells whether there is a space between the words of two lines of a label,
// which ends with the first: not where a hyphen or the script says otherwise.
func spaced(before, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(after)
	dense := []*unicode.RangeTable{unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar}
	return before != "" && after != "" && last != '-' && last != '/' && !unicode.In(last, dense...) && !unicode.In(first, dense...)
}

// space writes the space that a line of a label ends with, for those who read the
// words one after the other.
func (c *canvas) space(l *layout.Line) {
	r := &l.Runs[len(l.Runs)-1]
	if r.RTL {
		r = &l.Runs[0]
	}
	glyph, ok := r.Face.Glyph(' ')
	if !ok {
		return
	}
	x := r.X + r.Width
	if r.RTL {
		x = r.X
	}
	blank := text.Run{Text: " ", Size: r.Size, Face: r.Face, Glyphs: []text.Glyph{{ID: glyph, Chars: 1}}}
	c.run(&blank, l.X-l.Width/2+x, l.Y)
}

// run shows a run from x on.
func (c *canvas) run(r *text.Run, x, y float64) {
	font := c.doc.shared.font(r.Face)
	if font != c.pen.font || r.Size != c.pen.size {
		c.pen.font, c.pen.size = font, r.Size
		c.body = append(appendNumbers(append(append(c.body, font.name...), ' '), r.Size), "Tf\n"...)
	}
	c.body = append(appendNumbers(append(c.body, "1 0 0 -1 "...), x, y), "Tm\n"...)
	t := typist{font: font, b: c.body, scale: cffUnits / r.Face.UnitsPerEm}
	rest := r.Text
	for i := 0; i < len(r.Glyphs); {
		end := i + 1
		for end < len(r.Glyphs) && r.Glyphs[end].Chars == 0 {
			end++
		}
		var shown string
		shown, rest = take(rest, int(r.Glyphs[i].Chars), r.RTL)
		t.cluster(r.Glyphs[i:end], shown, r.RTL)
		i = end
	}
	t.close()
	c.body = t.b
}

// take cuts n characters off the text, or as many as there are: its first ones, or its
// last ones.
func take(s string, n int, last bool) (taken, rest string) {
	at := 0
	if last {
		at = len(s)
	}
	for range n {
		if last {
			_, size := utf8.DecodeLastRuneInString(s[:at])
			at -= size
		} else {
			_, size := utf8.DecodeRuneInString(s[at:])
			at += size
		}
	}
	if last {
		return s[at:], s[:at]
	}
	return s[:at], s[at:]
}

// typist writes glyphs one after the other. Places are in thousandths of the size of
// the type, each rounded for itself, so that no error adds up.
type typist struct {
	font  *usedFont
	b     []byte
	scale float64 // thousandths to a font unit
	units int64   // the pen, in font units
	at    int     // where a reader's pen is
	state typing
}

// typing is how far the operator that shows glyphs is written.
type typing int

const (
	idle  typing = iota
	array        // "["
	codes        // "[<"
)

// mostShown is how many characters a glyph can stand for: readers give up on more.
const mostShown = 32

// cluster writes the glyphs that together stand for some characters, as the one glyph
// that they are for readers. Text from right to left is turned round by these, letter
// by letter: there each character has a glyph, of which the first shows all.
func (t *typist) cluster(glyphs []text.Glyph, shown string, rtl bool) {
	size := mostShown
	if rtl {
		size = 1
	}
	part := usedGlyph{id: glyphs[0].ID, share: max(1, (utf8.RuneCountInString(shown)+size-1)/size)}
	if len(glyphs) > 1 || glyphs[0].X != 0 || glyphs[0].Y != 0 {
		part.parts = fmt.Sprint(glyphs)
	}
	place := int(math.Round(float64(t.units) * t.scale))
	for i := range part.share {
		part.shown, shown = take(shown, size, rtl)
		part.blank = i > 0
		n := t.font.number(part, glyphs)
		t.code(n, place)
		place += t.font.glyphs[n].Width
	}
	for _, g := range glyphs {
		t.units += int64(g.Advance)
	}
}

// code writes the number of a glyph whose place is given.
func (t *typist) code(n, place int) {
	if t.state == idle {
		t.b = append(t.b, '[')
		t.state = array
	}
	if move := t.at - place; move != 0 {
		if t.state == codes {
			t.b = append(t.b, '>')
		}
		t.b = appendInt(t.b, move)
		t.state = array
	}
	if t.state == array {
		t.b = append(t.b, '<')
		t.state = codes
	}
	const digits = "0123456789ABCDEF"
	t.b = append(t.b, digits[n>>12], digits[n>>8&15], digits[n>>4&15], digits[n&15])
	t.at = place + t.font.glyphs[n].Width
}

// close ends the operator at hand.
func (t *typist) close() {
	switch t.state {
	case codes:
		t.b = append(t.b, ">]TJ\n"...)
	case array:
		t.b = append(t.b, "]TJ\n"...)
	}
}

// outlines draws the glyphs of a run as shapes.
func (c *canvas) outlines(r *text.Run, x, y float64) {
	scale := r.Size / r.Face.UnitsPerEm
	units := int64(0)
	for _, g := range r.Glyphs {
		left, base := x+float64(float64(units+int64(g.X))*scale), y-float64(float64(g.Y)*scale)
		units += int64(g.Advance)
		place := func(p text.Point) layout.Point {
			return layout.Point{X: left + float64(float64(p.X)*scale), Y: base - float64(float64(p.Y)*scale)}
		}
		if o := r.Face.Outline(g.ID); len(o) > 0 {
			c.body = append(appendOutline(c.body, o, place), "f\n"...)
		}
	}
}

func appendOutline(b []byte, outline []text.Segment, place func(text.Point) layout.Point) []byte {
	var at layout.Point
	for _, s := range outline {
		p := [3]layout.Point{place(s.Points[0]), place(s.Points[1]), place(s.Points[2])}
		switch s.Verb {
		case text.MoveTo:
			b = append(appendNumbers(b, p[0].X, p[0].Y), "m "...)
			at = p[0]
		case text.LineTo:
			b = append(appendNumbers(b, p[0].X, p[0].Y), "l "...)
			at = p[0]
		case text.QuadTo:
			q := p[0]
			b = append(appendNumbers(b, at.X+float64((q.X-at.X)*2/3), at.Y+float64((q.Y-at.Y)*2/3),
				p[1].X+float64((q.X-p[1].X)*2/3), p[1].Y+float64((q.Y-p[1].Y)*2/3), p[1].X, p[1].Y), "c "...)
			at = p[1]
		case text.CubicTo:
			b = append(appendNumbers(b, p[0].X, p[0].Y, p[1].X, p[1].Y, p[2].X, p[2].Y), "c "...)
			at = p[2]
		}
	}
	return b
}
