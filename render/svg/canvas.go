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
	body          []byte
	defs          []byte
	linked        bool // the open group has a link
	filters       map[boxShadow]int
	icons         map[string]bool
	glyphs        glyphDefs
	shadowedLines int
	fonts         fontSet
}

func newCanvas(o Options) *canvas {
	if o.IDPrefix == "" {
		o.IDPrefix = "rv-"
	}
	prefix := string(appendID(nil, o.IDPrefix))
	if first := prefix[0]; first == '-' || first == '.' || first >= '0' && first <= '9' {
		prefix = "_" + prefix // an id starts with a letter
	}
	return &canvas{
		mode:    o.Text,
		prefix:  prefix,
		filters: map[boxShadow]int{},
		icons:   map[string]bool{},
		glyphs:  glyphDefs{map[*text.Face]int{}, map[glyphKey]bool{}},
		fonts:   fontSet{mode: o.Text},
	}
}

func (c *canvas) Begin(g render.Group) {
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
	outlined := s.Stroke.A > 0 && s.Width > 0
	shaded := s.Shadow.Color.A > 0 && s.Fill.A > 0
	if shaded && outlined { // the shadow is the fill's alone
		fill := s
		fill.Stroke = themes.Color{}
		c.Rect(r, fill)
		s.Fill, shaded = themes.Color{}, false
	}
	b := append(c.body, "<rect"...)
	b = appendAttr(b, "x", r.X)
	b = appendAttr(b, "y", r.Y)
	b = appendAttr(b, "width", r.W)
	b = appendAttr(b, "height", r.H)
	if s.Radius > 0 {
		b = appendAttr(b, "rx", s.Radius)
	}
	b = appendPaint(b, "fill", s.Fill)
	if outlined {
		b = appendStroke(b, s)
		if len(s.Dash) > 0 {
			b = append(b, ` stroke-linejoin="round"`...)
		}
	}
	if shaded {
		b = append(b, ` filter="url(#`...)
		b = append(c.appendBoxShadow(b, s.Shadow, r), `)"`...)
	}
	c.body = append(b, "/>\n"...)
}

func (c *canvas) Path(p layout.Path, s themes.Style) {
	b := append(c.body, `<path d="`...)
	b = append(p.AppendSVG(b), '"')
	b = appendPaint(b, "fill", s.Fill)
	if s.Stroke.A > 0 && s.Width > 0 {
		b = appendStroke(b, s)
		b = append(b, ` stroke-linejoin="round"`...)
	}
	c.body = append(b, "/>\n"...)
}

func appendStroke(b []byte, s themes.Style) []byte {
	b = appendPaint(b, "stroke", s.Stroke)
	b = appendAttr(b, "stroke-width", s.Width)
	if len(s.Dash) == 0 {
		return b
	}
	b = append(b, ` stroke-dasharray="`...)
	for i, d := range s.Dash {
		if i > 0 {
			b = append(b, ' ')
		}
		b = layout.AppendNumber(b, d)
	}
	return append(b, '"')
}

// Icon draws an icon by reference, so that one that recurs stands in the file once.
func (c *canvas) Icon(icon icons.Icon, r render.Rect) {
	id := c.prefix + "_icon-" + string(appendID(nil, strings.TrimPrefix(icon.Name, "_")))
	if !c.icons[id] {
		c.icons[id] = true
		c.defs = appendIcon(c.defs, id, icon)
	}
	b := append(c.body, `<use href="#`...)
	b = append(append(b, id...), `" transform="translate(`...)
	b = append(layout.AppendNumber(b, r.X), ' ')
	b = append(layout.AppendNumber(b, r.Y), `) scale(`...)
	b = append(appendScale(b, r.W/icon.W), `)"/>`...)
	c.body = append(b, '\n')
}

func appendIcon(b []byte, id string, icon icons.Icon) []byte {
	b = append(b, `<g id="`...)
	b = append(append(b, id...), "\">\n"...)
	for _, s := range icon.Shapes {
		b = append(b, "<path"...)
		b = appendText(b, "d", s.Data)
		b = appendPaint(b, "fill", s.Fill)
		if s.EvenOdd {
			b = append(b, ` fill-rule="evenodd"`...)
		}
		b = append(b, "/>\n"...)
	}
	return append(b, "</g>\n"...)
}
