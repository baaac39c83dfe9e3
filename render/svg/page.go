package svg

import (
	"slices"

	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/text"
	"github.com/roadmapviz/roadmapviz/render"
	"github.com/roadmapviz/roadmapviz/themes"
)

// pageCanvas is a canvas whose figure stands in a page, with a style sheet of the page
// for its boxes and edges: it is told what the parts of these are, and says so by
// classes instead of colours.
type pageCanvas struct{ *canvas }

// IconID is the id that an icon has in the file, if that holds it; it is as large there
// as [icons.Icon] says.
func (o Options) IconID(name string) string { return iconID(o.prefix(), name) }

func (c pageCanvas) Part(p render.Part) { c.part = p }

// Further parts, which no other format draws by themselves.
const (
	shadowPart render.Part = "shadow" // of a box
	castPart   render.Part = "cast"   // the shadow of writing
)

// appendLook appends the class of a part or, where the file itself has to say so, the
// colours.
func (c *canvas) appendLook(b []byte, part render.Part, paints ...paint) []byte {
	if c.page && part != "" {
		return appendText(b, "class", string(part))
	}
	return c.appendPaint(b, paints...)
}

// arrowhead writes the head of an arrow around its tip, so that a style sheet can scale it.
func (c *canvas) arrowhead(p layout.Path) {
	tip := p.Start
	b := append(c.body, `<g transform="translate(`...)
	b = append(layout.AppendNumber(b, tip.X), ' ')
	b = append(layout.AppendNumber(b, tip.Y), `)"><path d="`...)
	at := func(q layout.Point) layout.Point { return layout.Point{X: q.X - tip.X, Y: q.Y - tip.Y} }
	moved := layout.Path{Segments: slices.Clone(p.Segments)}
	for i := range moved.Segments {
		s := &moved.Segments[i]
		s.C1, s.C2, s.P = at(s.C1), at(s.C2), at(s.P)
	}
	b = append(moved.AppendSVG(b), '"')
	c.body = append(c.appendLook(b, render.HeadPart), "/></g>\n"...)
}

// appendInk appends the colour of writing, which in a page is that of its group.
func (c *canvas) appendInk(b []byte, ink ...paint) []byte {
	switch {
	case !c.page:
		return c.appendPaint(b, ink...)
	case c.part == render.FiguresPart:
		return appendText(b, "class", string(c.part))
	}
	return b
}

// anyFigures makes all figures of bars to be shown in the typeface of some.
func (c *canvas) anyFigures(l *layout.Line) {
	if c.anyDigits || c.part != render.FiguresPart || len(l.Runs) != 1 {
		return
	}
	c.anyDigits = true
	// What stands side by side is kerned: each digit has a stroke on both sides.
	of := text.Paragraph{Spans: []text.Span{{Text: "0/1/2/3/4/5/6/7/8/9/0", Weight: l.Runs[0].Weight}}}
	for _, set := range text.NewShaper(nil).Wrap(of, text.Limits{}).Lines {
		if set.Runs[0].Face == l.Runs[0].Face {
			c.fonts.addAll(set.Runs)
		}
	}
}

// pageHead is the opening tag of a figure in a page, which has a name of its own for
// those who cannot see it.
func (c *canvas) pageHead(d *layout.Diagram) []byte {
	b := append([]byte(nil), `<svg xmlns="http://www.w3.org/2000/svg"`...)
	b = appendArea(b, d)
	if d.Language != "" {
		b = appendText(b, "lang", d.Language)
	}
	b = append(b, ` role="group" text-anchor="middle"`...)
	b = appendText(b, "class", c.prefix+"_figure")
	if layout.RightToLeft(d.Language) {
		b = append(b, ` data-bars="right"`...)
	}
	if d.Title != "" {
		b = appendText(b, "aria-label", d.Title)
	}
	return append(b, ">\n"...)
}

// isShown tells whether readers show the embedded typeface, as browsers do that show
// pages.
func (c *canvas) isShown() bool { return c.page && c.mode == Embed }

// appendColor appends a colour: in a page with its alpha, which a style sheet that fades
// icons then leaves as it is.
func (c *canvas) appendColor(b []byte, color themes.Color) []byte {
	if c.page && isTranslucent(color) {
		return append(b, color.String()...)
	}
	return appendColor(b, color)
}
