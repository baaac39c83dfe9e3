package png

import (
	"image"
	"math"

	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/render"
	"github.com/roadmapviz/roadmapviz/render/internal/coverage"
	"github.com/roadmapviz/roadmapviz/themes"
	"github.com/roadmapviz/roadmapviz/themes/icons"
)

// canvas paints a band of the page, which starts transparent, and leaves out what lies
// outside. A picture in one piece and one in bands have the same pixels. Rectangles,
// shadows and glyphs are painted by this package, since they are most of a figure and
// have exact, fast forms; curves, strokes and icons are painted by gg.
type canvas struct {
	page    image.Point // its size in pixels
	band    *image.RGBA // its rectangle lies on the page
	scale   float64
	glyphs  *coverage.Glyphs
	brush   brush
	outline outline // of what is being drawn
	shadows shadows
}

// newCanvas is a canvas of bands of so many rows.
func newCanvas(width, height, rows int, scale float64, glyphs *coverage.Glyphs) *canvas {
	c := &canvas{page: image.Pt(width, height), band: image.NewRGBA(image.Rect(0, 0, width, rows)), scale: scale, glyphs: glyphs}
	c.brush = brush{band: c.band, width: width, tall: max(tallBands*rows, leastTall)}
	return c
}

// begin begins the band of the rows from top to the one above bottom, which are at
// most as many as the canvas was made for.
func (c *canvas) begin(top, bottom int) {
	c.band.Rect.Min.Y, c.band.Rect.Max.Y = top, bottom
	clear(c.band.Pix)
	c.brush.begin()
}

// row is a row of the band from a column on.
func (c *canvas) row(x, y int) []uint8 {
	return c.band.Pix[c.band.PixOffset(x, y):c.band.PixOffset(c.page.X, y)]
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
	area := c.area(around(p), s.Width)
	if !c.touches(area) {
		return
	}
	x, y := float64(area.Min.X), float64(area.Min.Y)
	place := func(p layout.Point) (float64, float64) { return float64(p.X*c.scale) - x, float64(p.Y*c.scale) - y }
	c.outline.clear()
	c.outline.moveTo(place(p.Start))
	for _, seg := range p.Segments {
		px, py := place(seg.P)
		if seg.Cubic {
			x1, y1 := place(seg.C1)
			x2, y2 := place(seg.C2)
			c.outline.curveTo(x1, y1, x2, y2, px, py)
		} else {
			c.outline.lineTo(px, py)
		}
	}
	if s.Fill.A > 0 {
		c.brush.fill(&c.outline, area, s.Fill, false)
	}
	c.stroke(area, s)
}

// around is the rectangle around the points of a path, those that bend it too.
func around(p layout.Path) render.Rect {
	lo, hi := p.Start, p.Start
	add := func(q layout.Point) {
		lo.X, lo.Y = min(lo.X, q.X), min(lo.Y, q.Y)
		hi.X, hi.Y = max(hi.X, q.X), max(hi.Y, q.Y)
	}
	for _, seg := range p.Segments {
		if seg.Cubic {
			add(seg.C1)
			add(seg.C2)
		}
		add(seg.P)
	}
	return render.Rect{X: lo.X, Y: lo.Y, W: hi.X - lo.X, H: hi.Y - lo.Y}
}

// touched is the pixels that a rectangle and a stroke around it touch, on the page or
// off it.
func touched(r render.Rect, stroke, scale float64) image.Rectangle {
	room := stroke + 2
	return image.Rect(
		int(math.Floor((r.X-room)*scale)), int(math.Floor((r.Y-room)*scale)),
		int(math.Ceil((r.X+r.W+room)*scale)), int(math.Ceil((r.Y+r.H+room)*scale)))
}

// area is the part of the page that a rectangle and a stroke around it touch, and what
// lies above it too: its corner is the origin of their outline, and gg's rasterizer takes
// no negative rows.
func (c *canvas) area(r render.Rect, stroke float64) image.Rectangle {
	all := touched(r, stroke, c.scale)
	area := all.Intersect(image.Rectangle{Max: c.page})
	if !area.Empty() {
		area.Min.Y = all.Min.Y
	}
	return area
}

// touches tells whether an area has anything to do with the band.
func (c *canvas) touches(area image.Rectangle) bool { return area.Overlaps(c.band.Rect) }

// stroke strokes the outline.
func (c *canvas) stroke(area image.Rectangle, s themes.Style) {
	if s.Stroke.A > 0 && s.Width > 0 {
		c.brush.stroke(&c.outline, area, s.Stroke, s.Width*c.scale, c.dashes(s.Dash))
	}
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
		scaled = append(scaled, grid(d*c.scale))
		sum += scaled[len(scaled)-1]
	}
	if sum == 0 {
		return nil
	}
	if len(pattern)%2 == 1 {
		scaled = append(scaled, scaled...)
	}
	return scaled
}

// fillRound fills a rectangle with rounded corners.
func (c *canvas) fillRound(r render.Rect, radius float64, k themes.Color) {
	if area := c.area(r, 0); c.touches(area) {
		c.round(r, radius, area)
		c.brush.fill(&c.outline, area, k, false)
	}
}

// strokeRound strokes the outline of a rectangle with rounded corners or dashes.
func (c *canvas) strokeRound(r render.Rect, radius float64, s themes.Style) {
	if area := c.area(r, s.Width); c.touches(area) {
		c.round(r, radius, area)
		c.stroke(area, s)
	}
}

// round makes the outline of a rectangle with rounded corners.
func (c *canvas) round(r render.Rect, radius float64, area image.Rectangle) {
	c.outline.clear()
	c.outline.rounded(float64(r.X*c.scale)-float64(area.Min.X), float64(r.Y*c.scale)-float64(area.Min.Y), float64(r.W*c.scale), float64(r.H*c.scale), radius)
}

func (c *canvas) Icon(icon icons.Icon, r render.Rect) {
	area := c.area(r, 0)
	if !c.touches(area) {
		return
	}
	k := r.W * c.scale / icon.W
	x, y := float64(r.X*c.scale)-float64(area.Min.X), float64(r.Y*c.scale)-float64(area.Min.Y)
	place := func(px, py float64) (float64, float64) { return float64(px*k) + x, float64(py*k) + y }
	for _, s := range icon.Shapes {
		c.outline.clear()
		tracePath(&c.outline, s.Data, place)
		c.brush.fill(&c.outline, area, s.Fill, s.EvenOdd)
	}
}
