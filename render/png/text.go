package png

import (
	"image"

	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/render/internal/coverage"
	"github.com/roadmapviz/roadmapviz/themes"
)

// Text draws each glyph through its mask. A shadow is the blurred coverage of
// the whole line.
func (c *canvas) Text(l layout.Line, s themes.Style) {
	if s.Text.A == 0 {
		return
	}
	if s.TextShadow.Color.A > 0 {
		c.textShadow(&l, s)
	}
	ink := newInk(s.Text)
	c.glyphs.Each(&l, c.scale, func(m coverage.Mask, x, y int) {
		part := image.Rect(x, y, x+m.W, y+m.H).Intersect(c.band.Rect)
		for py := part.Min.Y; py < part.Max.Y; py++ {
			ink.overMask(c.row(part.Min.X, py), m.Pix[(py-y)*m.W+part.Min.X-x:][:part.Dx()])
		}
	})
}

// textShadow lays the line's shadow under its glyphs.
func (c *canvas) textShadow(l *layout.Line, s themes.Style) {
	shadow := c.glyphs.Shadow(l, c.scale, s.TextShadow, c.band.Rect)
	ink := newInk(s.TextShadow.Color.Times(s.Text.A))
	part := shadow.Rect.Intersect(c.band.Rect)
	for y := part.Min.Y; y < part.Max.Y; y++ {
		ink.overMask(c.row(part.Min.X, y), shadow.Pix[shadow.PixOffset(part.Min.X, y):][:part.Dx()])
	}
}
