package svg

import (
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/text"
	"github.com/roadmapviz/roadmapviz/render"
	"github.com/roadmapviz/roadmapviz/themes"
	"github.com/roadmapviz/roadmapviz/themes/icons"
)

// canvas collects the elements in body and what they refer to in defs.
type canvas struct {
	mode          TextMode
	prefix        string
	width         float64 // of the page
	body          []byte
	defs          []byte
	linked        bool // the open group has a link
	filters       []boxShadow
	changes       []change      // of the classes
	boxes         []render.Rect // those in the open group
	beside        []render.Rect // the pictures in the open group
	icons         map[string]bool
	glyphs        glyphDefs
	shadowedLines int
	fonts         fontSet
	stream

	direction string          // how lines with writing from right to left are read
	page      bool            // see pageCanvas
	role      string          // of the open group
	pieces    []piece         // of a page
	part      render.Part     // that is drawn
	anyDigits bool            // the typeface of figures has all digits
	casts     []cast          // the shadows of boxes
	sizes     map[float64]int // of texts, and how many there are
	size      float64         // of most of them; 0 before it is known
	rules     []byte          // of the style sheet
}

// prefix is what all ids of the file begin with.
func (o Options) prefix() string {
	if o.IDPrefix == "" {
		o.IDPrefix = "rv-"
	}
	prefix := string(appendID(nil, o.IDPrefix))
	if first := prefix[0]; first == '-' || first == '.' || first >= '0' && first <= '9' {
		prefix = "_" + prefix // an id starts with a letter
	}
	return prefix
}

func newCanvas(d *layout.Diagram, o Options) *canvas {
	const usual = 800 // bytes of a box or an edge: more than most have
	return &canvas{
		body:      make([]byte, 0, min(usual*(1+len(d.Boxes)+len(d.Edges)), mostHeld)),
		mode:      o.Text,
		page:      o.Page,
		prefix:    o.prefix(),
		width:     d.Width,
		direction: directionIn(d.Language),
		icons:     map[string]bool{},
		sizes:     map[float64]int{},
		glyphs:    glyphDefs{map[*text.Face]int{}, map[glyphKey]bool{}},
		fonts:     fontSet{mode: o.Text},
	}
}

// verbs is the canvas as it is to be told what to draw.
func (c *canvas) verbs() render.Canvas {
	if c.page {
		return pageCanvas{c}
	}
	return c
}

func (c *canvas) Begin(g render.Group) {
	c.boxes, c.beside = c.boxes[:0], c.beside[:0]
	if c.large {
		return
	}
	c.role, _, _ = strings.Cut(g.Class, " ")
	c.body = append(c.body, "<g"...)
	c.appendRef("id", g.ID)
	if g.Class != "" {
		c.body = appendText(c.body, "class", g.Class)
	}
	c.appendRef("data-from", g.From)
	c.appendRef("data-to", g.To)
	c.body = append(c.body, ">\n"...)
	if g.Title != "" {
		c.body = append(c.body, "<title>"...)
		c.body = append(appendEscaped(c.body, g.Title), "</title>\n"...)
	}
	link := graph.SafeLink(g.Link)
	c.linked = link != ""
	if c.linked {
		c.body = append(c.body, "<a"...)
		c.body = append(appendText(c.body, "href", link), ">\n"...)
	}
}

func (c *canvas) End() {
	if c.linked {
		c.body = append(c.body, "</a>\n"...)
		c.linked = false
	}
	c.body = append(c.body, "</g>\n"...)
	c.part = ""
	c.drain()
}

// appendRef appends an attribute that holds the id of a node, if there is one.
func (c *canvas) appendRef(name, id string) {
	if id == "" {
		return
	}
	c.body = append(append(append(c.body, ' '), name...), `="`...)
	c.body = append(c.body, c.prefix...)
	c.body = append(appendID(c.body, id), '"')
}

func (c *canvas) Rect(r render.Rect, s themes.Style) {
	c.boxes = append(c.boxes, r)
	night := s.ByNight()
	of := fill(s.Fill, night.Fill)
	part := c.part
	if shadow := fill(s.Shadow.Color.Times(s.Fill.A), night.Shadow.Color.Times(night.Fill.A)); !shadow.isSeen() {
		part = c.flat()
	} else if c.page {
		c.cast(r, s)
	} else {
		c.boxShadow(r, s, shadow)
	}
	b := c.appendRect(append(c.body, "<rect"...), r, s.Radius)
	if s.IsLined() && c.part == "" {
		b = c.appendPaint(b, of, paint{"stroke", s.Stroke, night.Stroke})
		b = appendPen(b, s)
		if len(s.Dash) > 0 {
			b = append(b, ` stroke-linejoin="round"`...)
		}
	} else {
		b = c.appendLook(b, part, of)
	}
	c.body = append(b, "/>\n"...)
}

func (c *canvas) appendRect(b []byte, r render.Rect, radius float64) []byte {
	if c.large {
		return b
	}
	b = appendAttr(b, "x", r.X)
	b = appendAttr(b, "y", r.Y)
	b = appendAttr(b, "width", r.W)
	b = appendAttr(b, "height", r.H)
	if radius > 0 {
		b = appendAttr(b, "rx", radius)
	}
	return b
}

func (c *canvas) Path(p layout.Path, s themes.Style) {
	night := s.ByNight()
	b := append(c.body, `<path d="`...)
	if !c.large {
		b = append(p.AppendSVG(b), '"')
	}
	switch {
	case c.part == render.HeadPart:
		c.arrowhead(p)
		return
	case c.part != "":
		b = c.appendLook(appendDash(b, s.Dash), c.part)
	case s.IsLined():
		b = c.appendPaint(b, fill(s.Fill, night.Fill), paint{"stroke", s.Stroke, night.Stroke})
		b = append(appendPen(b, s), ` stroke-linejoin="round"`...)
	default:
		b = c.appendPaint(b, fill(s.Fill, night.Fill))
	}
	c.body = append(b, "/>\n"...)
}

// appendPen appends how a line is drawn, apart from its colour.
func appendPen(b []byte, s themes.Style) []byte {
	return appendDash(appendAttr(b, "stroke-width", s.Width), s.Dash)
}

func appendDash(b []byte, dash []float64) []byte {
	if len(dash) == 0 {
		return b
	}
	b = append(b, ` stroke-dasharray="`...)
	for i, d := range dash {
		if i > 0 {
			b = append(b, ' ')
		}
		b = layout.AppendNumber(b, d)
	}
	return append(b, '"')
}

// Icon draws an icon by reference, so that one that recurs stands in the file once.
func (c *canvas) Icon(icon icons.Icon, r render.Rect) {
	id := c.define(icon)
	c.beside = append(c.beside, r)
	b := c.appendUse(c.body, id)
	if c.page {
		b = c.appendLook(b, c.part)
	}
	b = append(b, ` transform="translate(`...)
	b = append(layout.AppendNumber(b, r.X), ' ')
	b = append(layout.AppendNumber(b, r.Y), `) scale(`...)
	b = append(appendScale(b, r.W/icon.W), `)"/>`...)
	c.body = append(b, '\n')
}

// define is the id of an icon, which stands in the file from then on.
func (c *canvas) define(icon icons.Icon) string {
	id := iconID(c.prefix, icon.Name)
	if !c.icons[id] {
		c.icons[id] = true
		c.appendIcon(id, icon)
	}
	return id
}

func iconID(prefix, name string) string {
	return prefix + "_icon-" + string(appendID(nil, strings.TrimPrefix(name, "_")))
}

// appendUse begins a copy of what has an id. Some readers know such references by
// their old name only.
func (c *canvas) appendUse(b []byte, id string) []byte {
	if c.page {
		b = append(b, `<use href="#`...)
	} else {
		b = append(b, `<use xlink:href="#`...)
	}
	return append(append(b, id...), '"')
}

func (c *canvas) appendIcon(id string, icon icons.Icon) {
	b := append(c.defs, `<g id="`...)
	b = append(append(b, id...), "\">\n"...)
	for _, s := range icon.Shapes {
		data := s.Data
		if c.page {
			data = shorter(data)
		}
		b = append(b, "<path"...)
		b = appendText(b, "d", data)
		b = c.appendPaint(b, fill(s.Fill, s.ByNight()))
		if s.EvenOdd {
			b = append(b, ` fill-rule="evenodd"`...)
		}
		b = append(b, "/>\n"...)
	}
	c.defs = append(b, "</g>\n"...)
}
