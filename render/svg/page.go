package svg

import (
	"bytes"
	"maps"
	"math"
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

// ShadowID is the id of the filter that gives the boxes of a role their shadow at rest,
// if the file has such boxes.
func (o Options) ShadowID(role string) string { return shadowID(o.prefix(), role) }

func shadowID(prefix, role string) string { return prefix + "_shadow-" + role }

// Further parts, which no other format draws by themselves.
const (
	castPart render.Part = "cast"     // the shadow of writing
	flatPart render.Part = "box flat" // a box without the shadow that others of its role have
)

// cast is the shadow of the boxes of a role, which in pages is a filter that a style
// sheet gives them: half of the elements. A line around a box casts it, too.
type cast struct {
	role  string
	style themes.Style
	w, h  float64 // of the narrowest and the lowest box
	flat  bool    // another box has none
}

// cast notes a box that casts a shadow.
func (c *canvas) cast(r render.Rect, s themes.Style) {
	i := c.caster()
	if i < 0 {
		c.casts = append(c.casts, cast{c.role, s, r.W, r.H, false})
		return
	}
	of := &c.casts[i]
	of.w, of.h = min(of.w, r.W), min(of.h, r.H)
}

// caster is the place of the open group's role in casts, or −1.
func (c *canvas) caster() int {
	return slices.IndexFunc(c.casts, func(of cast) bool { return of.role == c.role })
}

// flat is the part that is drawn, which casts no shadow.
func (c *canvas) flat() render.Part {
	if c.part != render.BoxPart {
		return c.part
	}
	i := c.caster()
	if i < 0 {
		return c.part
	}
	c.casts[i].flat = true
	return flatPart
}

// widest is how far lines around boxes reach outside, px.
const widest = 4

// castShadows writes the filters, and the rules that say who has them.
func (c *canvas) castShadows() {
	for _, of := range c.casts {
		s, night := of.style.Shadow, of.style.ByNight().Shadow
		id := shadowID(c.prefix, of.role)
		room := float64(reach*s.Sigma) + max(math.Abs(s.DX), math.Abs(s.DY)) + widest
		share := func(size float64) float64 { return math.Ceil(100*room/max(size, 1)) / 100 }
		mx, my := share(of.w), share(of.h)
		b := append(append(append(c.defs, `<filter id="`...), id...), '"')
		b = appendRegion(b, -mx, -my, 1+2*mx, 1+2*my)
		b = append(b, ` color-interpolation-filters="sRGB"><feDropShadow`...)
		b = appendAttr(b, "dx", s.DX)
		b = appendAttr(b, "dy", s.DY)
		b = appendAttr(b, "stdDeviation", s.Sigma)
		b = c.appendPaint(b, paint{"flood-color", s.Color, night.Color})
		c.defs = append(b, "/></filter>\n"...)
		c.rules = append(c.rules, "."+of.role+" .box{filter:url(#"+id+")}\n"...)
		if of.flat {
			c.rules = append(c.rules, "."+of.role+" .flat{filter:none}\n"...)
		}
	}
}

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

// isJoined tells whether browsers set runs of several weights one after the other as they
// were laid out.
func (c *canvas) isJoined(runs []text.Run) bool {
	if !c.page || c.mode != Embed {
		return false
	}
	end := runs[0].X
	for i, r := range runs {
		if isSymbols(r.Text) || r.Size != runs[0].Size || math.Abs(r.X-end) > 0.01 || i > 0 && r.Weight == runs[i-1].Weight {
			return false
		}
		end = r.X + r.Width
	}
	return c.fonts.addAll(runs)
}

// joined writes a line of such runs as one <text>, whose weight is that of the first.
func (c *canvas) joined(l *layout.Line) {
	b := append(c.body, "<text"...)
	b = appendAttr(b, "x", l.X)
	b = appendAttr(b, "y", l.Y)
	b, _ = c.appendSize(b, l.Runs[0].Size, l.Width, l.Width)
	b = appendWeight(b, l.Runs[0].Weight)
	b = append(appendSpace(c.appendInk(b), l.Text), '>')
	for i, r := range l.Runs {
		if r.Weight == l.Runs[0].Weight {
			b = appendEscaped(b, r.Text)
			continue
		}
		b = append(appendAttr(append(b, "<tspan"...), "font-weight", float64(r.Weight)), '>')
		b = append(appendEscaped(b, l.Runs[i].Text), "</tspan>"...)
	}
	c.body = append(b, "</text>\n"...)
}

// usualSize leaves the size of most texts to the figure, which has it.
func (c *canvas) usualSize() {
	most := 0
	for _, size := range slices.Sorted(maps.Keys(c.sizes)) {
		if n := c.sizes[size]; n >= most {
			c.size, most = size, n
		}
	}
	if most > 0 {
		c.body = bytes.ReplaceAll(c.body, appendAttr(nil, "font-size", c.size), nil)
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
	if c.size > 0 {
		b = appendAttr(b, "font-size", c.size)
	}
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
