package png

import (
	"image"
	"math"

	"github.com/golang/freetype/raster"
	"golang.org/x/image/math/fixed"

	"github.com/roadmapviz/roadmapviz/layout/text"
)

// mask is the coverage of a glyph, made at the first call. It has no pixels
// when the glyph has no ink.
func (c *canvas) mask(key glyphKey) glyphMask {
	m, ok := c.glyphs[key]
	if !ok {
		m = c.rasterise(key)
		c.glyphs[key] = m
	}
	return m
}

// rasterise fills the glyph's outline, in the 1/64 pixels that gg uses too.
func (c *canvas) rasterise(key glyphKey) glyphMask {
	outline := key.face.Outline(key.id)
	points, box := scaled(outline, key)
	m := glyphMask{left: box.Min.X.Floor(), top: box.Min.Y.Floor()}
	m.w, m.h = box.Max.X.Ceil()-m.left, box.Max.Y.Ceil()-m.top
	if m.w <= 0 || m.h <= 0 {
		return glyphMask{}
	}
	corner := fixed.P(m.left, m.top)
	for i := range points { // the rasterizer takes no negative places
		points[i] = points[i].Sub(corner)
	}
	c.raster.SetBounds(m.w, m.h)
	c.raster.UseNonZeroWinding = true
	for _, s := range outline {
		switch s.Verb {
		case text.MoveTo:
			c.raster.Start(points[0])
			points = points[1:]
		case text.LineTo:
			c.raster.Add1(points[0])
			points = points[1:]
		case text.QuadTo:
			c.raster.Add2(points[0], points[1])
			points = points[2:]
		case text.CubicTo:
			c.raster.Add3(points[0], points[1], points[2])
			points = points[3:]
		}
	}
	m.pix = make([]uint8, m.w*m.h)
	c.raster.Rasterize(raster.NewAlphaSrcPainter(&image.Alpha{Pix: m.pix, Stride: m.w, Rect: image.Rect(0, 0, m.w, m.h)}))
	return m
}

// verbPoints is how many points a verb uses.
var verbPoints = [...]int{text.MoveTo: 1, text.LineTo: 1, text.QuadTo: 2, text.CubicTo: 3}

// scaled gives the outline's points in pixels, y downward, and their bounds.
func scaled(outline []text.Segment, key glyphKey) (points []fixed.Point26_6, box fixed.Rectangle26_6) {
	unit := float64(key.size) / key.face.UnitsPerEm // 1/64 pixels a font unit
	dx, dy := fixed.Int26_6(key.x)*(64/subpixels), fixed.Int26_6(key.y)*(64/subpixels)
	for _, s := range outline {
		for _, p := range s.Points[:verbPoints[s.Verb]] {
			q := fixed.Point26_6{
				X: dx + fixed.Int26_6(math.Round(float64(p.X)*unit)),
				Y: dy - fixed.Int26_6(math.Round(float64(p.Y)*unit)),
			}
			if len(points) == 0 {
				box.Min, box.Max = q, q
			}
			box.Min.X, box.Min.Y = min(box.Min.X, q.X), min(box.Min.Y, q.Y)
			box.Max.X, box.Max.Y = max(box.Max.X, q.X), max(box.Max.Y, q.Y)
			points = append(points, q)
		}
	}
	return points, box
}
