package png

import (
	"image"
	"math"

	"github.com/fogleman/gg"

	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/render"
	"github.com/roadmapviz/roadmapviz/render/internal/coverage"
	"github.com/roadmapviz/roadmapviz/themes"
	"github.com/roadmapviz/roadmapviz/themes/icons"
)

// canvas paints on an image that starts transparent. Rectangles, shadows and
// glyphs are painted by this package, since they are most of a figure and have
// exact, fast forms; curves, strokes and icons are painted by gg.
type canvas struct {
	img    *image.RGBA
	scale  float64
	glyphs *coverage.Glyphs
}

func newCanvas(width, height, scale int) *canvas {
	return &canvas{
		img:    image.NewRGBA(image.Rect(0, 0, width, height)),
		scale:  float64(scale),
		glyphs: coverage.NewGlyphs(),
	}
}

// Begin and End have nothing to draw: a picture has no groups.
func (c *canvas) Begin(render.Group) {}

func (c *canvas) End() {}

func (c *canvas) Rect(r render.Rect, s themes.Style) {
	b := bounds26(r, c.scale)
	radius := min(s.Radius*c.scale, r.W*c.scale/2, r.H*c.scale/2)
	if s.Fill.A > 0 {
		if s.Shadow.Color.A > 0 {
			c.boxShadow(b, radius, s.Shadow, s.Fill.A)
		}
		if radius == 0 {
			c.fillFrame(b, box26{}, s.Fill)
		} else {
			c.fillRound(r, radius, s.Fill)
		}
	}
	if s.Stroke.A == 0 || s.Width <= 0 {
		return
	}
	if radius == 0 && len(s.Dash) == 0 {
		half := coverage.Fix(s.Width * c.scale / 2)
		c.fillFrame(b.grow(half), b.grow(-half), s.Stroke)
		return
	}
	c.strokeRound(r, radius, s)
}

func (c *canvas) Path(p layout.Path, s themes.Style) {
	lo, hi := p.Start, p.Start
	for _, seg := range p.Segments {
		points := []layout.Point{seg.C1, seg.C2, seg.P}
		if !seg.Cubic {
			points = points[2:]
		}
		for _, q := range points {
			lo.X, lo.Y = min(lo.X, q.X), min(lo.Y, q.Y)
			hi.X, hi.Y = max(hi.X, q.X), max(hi.Y, q.Y)
		}
	}
	dc, x, y := c.part(render.Rect{X: lo.X, Y: lo.Y, W: hi.X - lo.X, H: hi.Y - lo.Y}, s.Width)
	if dc == nil {
		return
	}
	place := func(p layout.Point) (float64, float64) { return float64(p.X*c.scale) - x, float64(p.Y*c.scale) - y }
	pen := pen{dc: dc}
	pen.moveTo(place(p.Start))
	for _, seg := range p.Segments {
		px, py := place(seg.P)
		if seg.Cubic {
			x1, y1 := place(seg.C1)
			x2, y2 := place(seg.C2)
			pen.curveTo(x1, y1, x2, y2, px, py)
		} else {
			pen.lineTo(px, py)
		}
	}
	if s.Fill.A > 0 {
		dc.SetColor(nrgba(s.Fill))
		dc.FillPreserve()
	}
	c.stroke(dc, s)
}

// part is a gg context for the part of the image that the rectangle and a
// stroke around it touch, with the pixel that is the context's origin; nil when
// they are off the page. gg's cost grows with the height of what it draws on.
func (c *canvas) part(r render.Rect, stroke float64) (dc *gg.Context, x, y float64) {
	room := stroke + 2
	area := image.Rect(
		int(math.Floor((r.X-room)*c.scale)), int(math.Floor((r.Y-room)*c.scale)),
		int(math.Ceil((r.X+r.W+room)*c.scale)), int(math.Ceil((r.Y+r.H+room)*c.scale)),
	).Intersect(c.img.Rect)
	if area.Empty() {
		return nil, 0, 0
	}
	part := &image.RGBA{
		Pix:    c.img.Pix[c.img.PixOffset(area.Min.X, area.Min.Y):],
		Stride: c.img.Stride,
		Rect:   image.Rect(0, 0, area.Dx(), area.Dy()),
	}
	dc = gg.NewContextForRGBA(part)
	dc.SetLineCapButt()
	dc.SetLineJoinRound()
	return dc, float64(area.Min.X), float64(area.Min.Y)
}

// stroke strokes the context's path and ends it.
func (c *canvas) stroke(dc *gg.Context, s themes.Style) {
	if s.Stroke.A == 0 || s.Width <= 0 {
		dc.ClearPath()
		return
	}
	dc.SetColor(nrgba(s.Stroke))
	dc.SetLineWidth(s.Width * c.scale)
	dc.SetDash(c.dashes(s.Dash)...)
	dc.Stroke()
}

// dashes scales a dash pattern. Like SVG it takes an odd one twice and one that
// makes no sense for a solid line; gg would never end on a pattern of zeros.
func (c *canvas) dashes(pattern []float64) []float64 {
	sum := 0.0
	var scaled []float64
	for _, d := range pattern {
		if !(d >= 0) {
			return nil
		}
		sum += d
		scaled = append(scaled, grid(d*c.scale))
	}
	if !(sum > 0.01) {
		return nil
	}
	if len(pattern)%2 == 1 {
		scaled = append(scaled, scaled...)
	}
	return scaled
}

// fillRound fills a rectangle with rounded corners.
func (c *canvas) fillRound(r render.Rect, radius float64, k themes.Color) {
	if dc, x, y := c.part(r, 0); dc != nil {
		roundedPath(dc, float64(r.X*c.scale)-x, float64(r.Y*c.scale)-y, float64(r.W*c.scale), float64(r.H*c.scale), radius)
		dc.SetColor(nrgba(k))
		dc.Fill()
	}
}

// strokeRound strokes the outline of a rectangle with rounded corners or dashes.
func (c *canvas) strokeRound(r render.Rect, radius float64, s themes.Style) {
	if dc, x, y := c.part(r, s.Width); dc != nil {
		roundedPath(dc, float64(r.X*c.scale)-x, float64(r.Y*c.scale)-y, float64(r.W*c.scale), float64(r.H*c.scale), radius)
		c.stroke(dc, s)
	}
}

// roundedPath starts at the left end of the top edge and runs clockwise, where
// SVG starts its dashes too. Corners are the usual cubic for a quarter circle.
func roundedPath(dc *gg.Context, x, y, w, h, r float64) {
	const k = 1 - 0.5522847498
	q := float64(r * k)
	x1, y1 := x+w, y+h
	p := pen{dc: dc}
	p.moveTo(x+r, y)
	p.lineTo(x1-r, y)
	p.curveTo(x1-q, y, x1, y+q, x1, y+r)
	p.lineTo(x1, y1-r)
	p.curveTo(x1, y1-q, x1-q, y1, x1-r, y1)
	p.lineTo(x+r, y1)
	p.curveTo(x+q, y1, x, y1-q, x, y1-r)
	p.lineTo(x, y+r)
	p.curveTo(x, y+q, x+q, y, x+r, y)
	p.close()
}

func (c *canvas) Icon(icon icons.Icon, r render.Rect) {
	dc, x, y := c.part(r, 0)
	if dc == nil {
		return
	}
	k := r.W * c.scale / icon.W
	x, y = float64(r.X*c.scale)-x, float64(r.Y*c.scale)-y
	place := func(px, py float64) (float64, float64) { return float64(px*k) + x, float64(py*k) + y }
	for _, s := range icon.Shapes {
		dc.SetFillRule(gg.FillRuleWinding)
		if s.EvenOdd {
			dc.SetFillRule(gg.FillRuleEvenOdd)
		}
		dc.SetColor(nrgba(s.Fill))
		tracePath(&pen{dc: dc}, s.Data, place)
		dc.Fill()
	}
}
