package svg

import (
	"strconv"

	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/text"
)

// glyphDefs numbers the typefaces whose glyphs are drawn as outlines, and knows
// which glyphs are defined.
type glyphDefs struct {
	faces map[*text.Face]int
	known map[glyphKey]bool // true when there is anything to draw
}

type glyphKey struct {
	face  int
	glyph uint32
}

// outlines draws a run as references to outlines in font units, scaled to px
// and turned upside down: in fonts y grows upward.
func (c *canvas) outlines(r *text.Run, x, y float64) {
	if c.large {
		for _, g := range r.Glyphs {
			c.glyph(r.Face, g.ID)
		}
		return
	}
	scale := r.Size / r.Face.UnitsPerEm
	b := append(c.body, `<g transform="translate(`...)
	b = append(layout.AppendNumber(b, x), ' ')
	b = append(layout.AppendNumber(b, y), `) scale(`...)
	b = append(appendScale(b, scale), ' ')
	b = append(appendScale(b, -scale), `)">`...)
	pen := int64(0)
	for _, g := range r.Glyphs {
		if id := c.glyph(r.Face, g.ID); id != "" {
			b = c.appendUse(b, id)
			if x := pen + int64(g.X); x != 0 {
				b = append(strconv.AppendInt(append(b, ` x="`...), x, 10), '"')
			}
			if g.Y != 0 {
				b = append(strconv.AppendInt(append(b, ` y="`...), int64(g.Y), 10), '"')
			}
			b = append(b, "/>"...)
		}
		pen += int64(g.Advance)
	}
	c.body = append(b, "</g>\n"...)
}

// glyph is the id of a glyph's outline, which it defines at first use; "" for
// one without ink, such as a space.
func (c *canvas) glyph(face *text.Face, glyph uint32) string {
	n, ok := c.glyphs.faces[face]
	if !ok {
		n = len(c.glyphs.faces)
		c.glyphs.faces[face] = n
	}
	key := glyphKey{n, glyph}
	inked, known := c.glyphs.known[key]
	if known && !inked {
		return ""
	}
	id := c.prefix + "_glyph" + strconv.Itoa(n) + "-" + strconv.FormatUint(uint64(glyph), 10)
	if known {
		return id
	}
	d := appendOutline(nil, face, glyph)
	c.glyphs.known[key] = len(d) > 0
	if len(d) == 0 {
		return ""
	}
	c.defs = append(append(append(c.defs, `<path id="`...), id...), `" d="`...)
	c.defs = append(append(c.defs, d...), "\"/>\n"...)
	return id
}

// appendScale appends a factor with six significant decimals: a font unit is
// about a hundredth px, and lines are a few hundred px long.
func appendScale(b []byte, v float64) []byte {
	b = strconv.AppendFloat(b, v, 'f', 7, 64)
	for b[len(b)-1] == '0' {
		b = b[:len(b)-1]
	}
	if b[len(b)-1] == '.' {
		b = b[:len(b)-1]
	}
	return b
}

// appendOutline appends a glyph's outline in SVG's path syntax.
func appendOutline(b []byte, face *text.Face, glyph uint32) []byte {
	open := false
	for _, s := range face.Outline(glyph) {
		n := 1
		switch s.Verb {
		case text.MoveTo:
			if open {
				b = append(b, 'Z')
			}
			open = true
			b = append(b, 'M')
		case text.LineTo:
			b = append(b, 'L')
		case text.QuadTo:
			b, n = append(b, 'Q'), 2
		case text.CubicTo:
			b, n = append(b, 'C'), 3
		}
		for i, p := range s.Points[:n] {
			if i > 0 {
				b = append(b, ' ')
			}
			b = append(layout.AppendNumber(b, float64(p.X)), ' ')
			b = layout.AppendNumber(b, float64(p.Y))
		}
	}
	if open {
		b = append(b, 'Z')
	}
	return b
}
