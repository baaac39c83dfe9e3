package pdf

import (
	"math"

	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/render"
	"github.com/roadmapviz/roadmapviz/themes"
	"github.com/roadmapviz/roadmapviz/themes/icons"
)

// canvas collects what is drawn on one page. Its units are px with the origin in the
// top left corner, as in the diagram.
type canvas struct {
	doc    *document
	page   ref
	height float64 // px
	scale  float64 // of the page's units to px
	boxes  map[string]*layout.Box
	view   layout.View
	body   []byte
	pen    pen
	marked mark
	marks  int   // the number of the page among those who have marked parts
	links  []ref // annotations

	// The open group.
	group   render.Group
	element *element     // what its text belongs to
	area    render.Rect  // what is seen of it
	line    *layout.Line // the last line of text
}

// pen is how the page is drawn on at a place in its content.
type pen struct {
	fill, stroke themes.Color // opaque
	alpha        uint8
	width        float64
	dash         string
	join         int
	font         *usedFont
	size         float64
}

// mark is how a part of a page's content is marked.
type mark int

const (
	unmarked mark = iota
	artifact      // what is no text
	writing       // text of the open group
)

func newCanvas(doc *document, d *layout.Diagram, page ref, scale float64) *canvas {
	c := &canvas{doc: doc, page: page, height: d.Height, scale: scale, view: d.View, boxes: make(map[string]*layout.Box, len(d.Boxes))}
	for i := range d.Boxes {
		c.boxes[d.Boxes[i].ID] = &d.Boxes[i]
	}
	black := themes.Color{A: 255}
	c.pen = pen{fill: black, stroke: black, alpha: 255, width: 1}
	c.marks = doc.tags.newPage()
	return c
}

func (c *canvas) Begin(g render.Group) {
	c.group, c.area, c.line = g, render.Rect{}, nil
	c.element = c.doc.tags.group(g, c.boxes[g.ID], c.doc.leads(g))
	if b := c.boxes[g.ID]; b != nil && isHeading(roleOf(g)) {
		c.bookmark(b)
	}
}

func (c *canvas) End() {
	if c.marked == writing {
		c.mark(unmarked)
	}
	c.link()
	c.group, c.element = render.Group{}, nil
}

// finish ends the page's content.
func (c *canvas) finish() { c.mark(unmarked) }

// mark says what the content from here on is.
func (c *canvas) mark(m mark) {
	if c.marked == m {
		return
	}
	if c.marked != unmarked {
		c.body = append(c.body, "EMC\n"...)
	}
	c.marked = m
	switch m {
	case artifact:
		c.body = append(c.body, "/Artifact BMC\n"...)
	case writing:
		if c.element == nil {
			c.element = c.doc.tags.paragraph()
		}
		n := c.doc.tags.mark(c.element, c.marks, c.page)
		c.body = append(c.body, '/')
		c.body = append(c.body, c.element.kind...)
		c.body = append(appendInt(append(c.body, "<</MCID "...), n), ">>BDC\n"...)
	}
}

// see notes that something of the group is seen in a rectangle.
func (c *canvas) see(r render.Rect) {
	if c.area.W == 0 || c.area.H == 0 {
		c.area = r
		return
	}
	x, y := min(c.area.X, r.X), min(c.area.Y, r.Y)
	c.area = render.Rect{X: x, Y: y, W: max(c.area.X+c.area.W, r.X+r.W) - x, H: max(c.area.Y+c.area.H, r.Y+r.H) - y}
}

func (c *canvas) Rect(r render.Rect, s themes.Style) {
	c.see(r)
	c.mark(artifact)
	if s.Fill.A > 0 && s.Shadow.Color.A > 0 {
		c.boxShadow(r, s)
	}
	if len(dashes(s.Dash)) > 0 {
		c.draw(s, 1, func(b []byte) []byte { return appendBox(b, r, s.Radius) })
		return
	}
	c.draw(themes.Style{Fill: s.Fill}, 0, func(b []byte) []byte { return appendBox(b, r, s.Radius) })
	if s.Stroke.A > 0 && s.Width > 0 {
		c.fillWith(s.Stroke)
		c.body = append(appendBorder(c.body, r, s.Radius, s.Width), "f*\n"...)
	}
}

func (c *canvas) Path(p layout.Path, s themes.Style) {
	c.mark(artifact)
	c.draw(s, 1, func(b []byte) []byte { return appendPath(b, p) })
}

// draw fills and strokes a shape.
func (c *canvas) draw(s themes.Style, join int, shape func([]byte) []byte) {
	filled, lined := s.Fill.A > 0, s.Stroke.A > 0 && s.Width > 0
	if filled {
		c.fillWith(s.Fill)
	}
	if lined && (!filled || s.Stroke.A == s.Fill.A && s.Fill.A == 255) {
		c.strokeWith(s, join)
		paint := "S\n"
		if filled {
			paint = "B\n"
		}
		c.body = append(shape(c.body), paint...)
		return
	}
	if filled {
		c.body = append(shape(c.body), "f\n"...)
	}
	if lined {
		c.strokeWith(s, join)
		c.body = append(shape(c.body), "S\n"...)
	}
}

// fillWith makes a colour that of what is filled.
func (c *canvas) fillWith(k themes.Color) {
	c.opacity(k.A)
	if k.A = 255; k != c.pen.fill {
		c.pen.fill = k
		c.body = append(appendColor(c.body, k), "rg\n"...)
	}
}

// strokeWith makes lines look as in a style.
func (c *canvas) strokeWith(s themes.Style, join int) {
	k := s.Stroke
	c.opacity(k.A)
	if k.A = 255; k != c.pen.stroke {
		c.pen.stroke = k
		c.body = append(appendColor(c.body, k), "RG\n"...)
	}
	if s.Width != c.pen.width {
		c.pen.width = s.Width
		c.body = append(appendNumbers(c.body, s.Width), "w\n"...)
	}
	if dash := string(appendNumbers(nil, dashes(s.Dash)...)); dash != c.pen.dash {
		c.pen.dash = dash
		c.body = append(append(append(c.body, '['), dash...), "]0 d\n"...)
	}
	if join != c.pen.join {
		c.pen.join = join
		c.body = append(appendInt(c.body, join), " j\n"...)
	}
}

// dashes is a pattern of dashes, or none for one that makes no sense.
func dashes(pattern []float64) []float64 {
	sum := 0.
	for _, d := range pattern {
		if !(d >= 0) {
			return nil
		}
		sum += d
	}
	if !(sum > 0.01) {
		return nil
	}
	return pattern
}

func (c *canvas) opacity(alpha uint8) {
	if alpha != c.pen.alpha {
		c.pen.alpha = alpha
		c.body = append(append(c.body, c.doc.shared.alpha(alpha)...), " gs\n"...)
	}
}

// appendColor appends the channels of a colour, each with a space behind it.
func appendColor(b []byte, k themes.Color) []byte {
	for _, v := range []uint8{k.R, k.G, k.B} {
		b = append(appendShare(b, v), ' ')
	}
	return b
}

// appendShare appends a number from 0 to 255 as one from 0 to 1.
func appendShare(b []byte, v uint8) []byte { return appendFactor(b, float64(v)/255) }

// appendBox appends a rectangle with rounded corners, which are the usual cubics for
// quarter circles. It begins at the left end of the top edge and runs clockwise.
//
// One without, of broken numbers, also stops in the middle of its left edge: some
// programs move what has but the four corners of a rectangle to whole pixels, away from
// its shadow and the lines that meet it.
func appendBox(b []byte, r render.Rect, radius float64) []byte {
	radius = min(radius, r.W/2, r.H/2)
	x0, y0, x1, y1 := r.X, r.Y, r.X+r.W, r.Y+r.H
	whole := func(v float64) bool { return v == math.Trunc(v) }
	if radius <= 0 && whole(x0) && whole(y0) && whole(x1) && whole(y1) {
		return append(appendNumbers(b, r.X, r.Y, r.W, r.H), "re "...)
	}
	if radius <= 0 {
		b = append(appendNumbers(b, x0, y0), "m "...)
		for _, p := range [...]layout.Point{{X: x1, Y: y0}, {X: x1, Y: y1}, {X: x0, Y: y1}, {X: x0, Y: y0 + r.H/2}} {
			b = append(appendNumbers(b, p.X, p.Y), "l "...)
		}
		return append(b, "h "...)
	}
	const k = 1 - 0.5522847498
	q := float64(radius * k)
	b = append(appendNumbers(b, x0+radius, y0), "m "...)
	b = append(appendNumbers(b, x1-radius, y0), "l "...)
	b = append(appendNumbers(b, x1-q, y0, x1, y0+q, x1, y0+radius), "c "...)
	b = append(appendNumbers(b, x1, y1-radius), "l "...)
	b = append(appendNumbers(b, x1, y1-q, x1-q, y1, x1-radius, y1), "c "...)
	b = append(appendNumbers(b, x0+radius, y1), "l "...)
	b = append(appendNumbers(b, x0+q, y1, x0, y1-q, x0, y1-radius), "c "...)
	b = append(appendNumbers(b, x0, y0+radius), "l "...)
	b = append(appendNumbers(b, x0, y0+q, x0+q, y0, x0+radius, y0), "c "...)
	return append(b, "h "...)
}

// appendBorder appends what a line around a rectangle covers. Some programs move lines
// that are drawn as such to whole pixels, too.
func appendBorder(b []byte, r render.Rect, radius, width float64) []byte {
	grown := func(by float64) (render.Rect, float64) {
		around := render.Rect{X: r.X - by, Y: r.Y - by, W: r.W + float64(2*by), H: r.H + float64(2*by)}
		if radius == 0 {
			return around, 0
		}
		return around, max(0, radius+by)
	}
	outside, corner := grown(width / 2)
	b = appendBox(b, outside, corner)
	if inside, corner := grown(-width / 2); inside.W > 0 && inside.H > 0 {
		b = appendBox(b, inside, corner)
	}
	return b
}

func appendPath(b []byte, p layout.Path) []byte {
	b = append(appendNumbers(b, p.Start.X, p.Start.Y), "m "...)
	for _, s := range p.Segments {
		switch {
		case s.Hidden:
			b = append(appendNumbers(b, s.P.X, s.P.Y), "m "...)
		case s.Cubic:
			b = append(appendNumbers(b, s.C1.X, s.C1.Y, s.C2.X, s.C2.Y, s.P.X, s.P.Y), "c "...)
		default:
			b = append(appendNumbers(b, s.P.X, s.P.Y), "l "...)
		}
	}
	return b
}

// Icon draws an icon by reference, so that one that recurs stands in the file once.
func (c *canvas) Icon(icon icons.Icon, r render.Rect) {
	c.see(r)
	c.mark(artifact)
	scale := r.W / icon.W
	b := appendFactor(append(c.body, "q "...), scale)
	b = append(appendFactor(append(b, " 0 0 "...), scale), ' ')
	b = append(appendNumbers(b, r.X, r.Y), "cm "...)
	if c.pen.alpha != 255 {
		b = append(append(b, c.doc.shared.alpha(255)...), " gs "...)
	}
	b = append(b, c.doc.shared.icon(icon)...)
	c.body = append(b, " Do Q\n"...)
}

// image draws a picture of soft edges into a rectangle.
func (c *canvas) image(name string, alpha uint8, r render.Rect) {
	c.opacity(alpha)
	b := append(c.body, "q "...)
	b = append(appendFactor(b, r.W), " 0 0 "...)
	b = append(appendFactor(b, -r.H), ' ')
	b = append(appendNumbers(b, r.X, r.Y+r.H), "cm "...)
	c.body = append(append(b, name...), " Do Q\n"...)
}
