package coverage

import (
	"image"
	"math"

	"github.com/golang/freetype/raster"
	"golang.org/x/image/math/fixed"

	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/text"
	"github.com/roadmapviz/roadmapviz/themes"
)

// subpixels is how many places within a pixel, along x and along y, a glyph can
// have. Its mask is made once for each of them that occurs.
const subpixels = 4

// mostMasks is how many bytes of masks are remembered: those of a picture in one
// script are far fewer, and with those of thousands of ideographs all begins anew.
const mostMasks = 4 << 20

// Glyphs are the masks of the glyphs that were drawn last. They are for one
// goroutine.
type Glyphs struct {
	masks  map[glyphKey]Mask
	bytes  int // of the masks
	tall   map[glyph]height
	raster *raster.Rasterizer
	points []fixed.Point26_6 // of the last outline, used again
}

// NewGlyphs knows no masks yet.
func NewGlyphs() *Glyphs {
	return &Glyphs{masks: map[glyphKey]Mask{}, tall: map[glyph]height{}, raster: raster.NewRasterizer(0, 0)}
}

// glyph is a glyph of any size.
type glyph struct {
	face *text.Face
	id   uint32
}

// height is how far a glyph reaches up and down from its baseline, in font units; a
// glyph without ink has none.
type height struct{ up, down float32 }

// glyphKey names the mask of a glyph at a size and a place within the pixel.
type glyphKey struct {
	face *text.Face
	id   uint32
	size fixed.Int26_6
	x, y uint8
}

// Mask is the coverage of a glyph, 0 to 255, and where its top left pixel lies from
// the pixel that holds the pen.
type Mask struct {
	Pix       []uint8
	W, H      int
	left, top int
}

// Each calls draw for every glyph of a line that has ink, with its mask and the pixel
// of the mask's top left corner. Scale is the number of pixels along a px.
func (c *Glyphs) Each(l *layout.Line, scale float64, draw func(m Mask, x, y int)) {
	for i := range l.Runs {
		r := &l.Runs[i]
		unit := r.Size * scale / r.Face.UnitsPerEm
		pen := (l.X - l.Width/2 + r.X) * scale
		baseline := l.Y * scale
		advance := int64(0)
		for _, g := range r.Glyphs {
			x, fx := place(pen + float64(float64(advance+int64(g.X))*unit))
			y, fy := place(baseline - float64(float64(g.Y)*unit))
			m := c.mask(glyphKey{r.Face, g.ID, fixed.Int26_6(math.Round(r.Size * scale * 64)), fx, fy})
			if m.Pix != nil {
				draw(m, x+m.left, y+m.top)
			}
			advance += int64(g.Advance)
		}
	}
}

// Rows are the rows of pixels that a line touches, and perhaps some more, from the
// first to the one below the last; the same twice if it has no ink.
func (c *Glyphs) Rows(l *layout.Line, scale float64) (from, to int) {
	top, bottom := math.Inf(1), math.Inf(-1)
	for i := range l.Runs {
		r := &l.Runs[i]
		unit := r.Size / r.Face.UnitsPerEm
		for _, g := range r.Glyphs {
			h := c.height(glyph{r.Face, g.ID})
			if h == (height{}) {
				continue
			}
			at := l.Y - float64(float64(g.Y)*unit)
			top = min(top, at-float64(float64(h.up)*unit))
			bottom = max(bottom, at+float64(float64(h.down)*unit))
		}
	}
	if top > bottom {
		return 0, 0
	}
	return int(math.Floor(top*scale)) - 1, int(math.Ceil(bottom*scale)) + 1
}

func (c *Glyphs) height(g glyph) height {
	h, ok := c.tall[g]
	if ok {
		return h
	}
	first := true
	for _, s := range g.face.Outline(g.id) {
		for _, p := range s.Points[:verbPoints[s.Verb]] {
			if first {
				h, first = height{p.Y, -p.Y}, false
			}
			h.up, h.down = max(h.up, p.Y), max(h.down, -p.Y)
		}
	}
	c.tall[g] = h
	return h
}

// place splits a coordinate into a pixel and the nearest place within it.
func place(v float64) (pixel int, sub uint8) {
	q := int(math.Round(v * subpixels))
	return q >> 2, uint8(q & (subpixels - 1))
}

// Shadow is the blurred and moved coverage of a whole line. The part of it within the
// given area counts; what lies farther off than the blur reaches is left out, and so
// is all if the result has no pixels.
func (c *Glyphs) Shadow(l *layout.Line, scale float64, s themes.Shadow, within image.Rectangle) *image.Alpha {
	var area image.Rectangle
	c.Each(l, scale, func(m Mask, x, y int) {
		area = area.Union(image.Rect(x, y, x+m.W, y+m.H))
	})
	sigma, dx, dy := s.Sigma*scale, s.DX*scale, s.DY*scale
	room := int(math.Ceil(float64(Reach*sigma)+max(math.Abs(dx), math.Abs(dy)))) + 1
	area = area.Inset(-room).Intersect(within.Inset(-room))
	line := &image.Alpha{Pix: make([]uint8, area.Dx()*area.Dy()), Stride: area.Dx(), Rect: area}
	if area.Empty() {
		return line
	}
	c.Each(l, scale, func(m Mask, x, y int) {
		part := image.Rect(x, y, x+m.W, y+m.H).Intersect(area)
		for py := part.Min.Y; py < part.Max.Y; py++ {
			row := line.Pix[line.PixOffset(part.Min.X, py):]
			from := m.Pix[(py-y)*m.W+part.Min.X-x:]
			for i := range part.Dx() {
				row[i] = uint8(min(255, int(row[i])+int(from[i])))
			}
		}
	})
	Blur(line, sigma, dx, dy)
	return line
}

// mask is the coverage of a glyph, made at the first call. It has no pixels
// when the glyph has no ink.
func (c *Glyphs) mask(key glyphKey) Mask {
	m, ok := c.masks[key]
	if !ok {
		m = c.rasterise(key)
		if c.bytes += len(m.Pix); c.bytes > mostMasks {
			clear(c.masks)
			c.bytes = len(m.Pix)
		}
		c.masks[key] = m
	}
	return m
}

// rasterise fills the glyph's outline, in the 1/64 pixels that gg uses too.
func (c *Glyphs) rasterise(key glyphKey) Mask {
	outline := key.face.Outline(key.id)
	points, box := scaled(c.points[:0], outline, key)
	c.points = points
	m := Mask{left: box.Min.X.Floor(), top: box.Min.Y.Floor()}
	m.W, m.H = box.Max.X.Ceil()-m.left, box.Max.Y.Ceil()-m.top
	if m.W <= 0 || m.H <= 0 {
		return Mask{}
	}
	corner := fixed.P(m.left, m.top)
	for i := range points { // the rasterizer takes no negative places
		points[i] = points[i].Sub(corner)
	}
	c.raster.SetBounds(m.W, m.H)
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
	m.Pix = make([]uint8, m.W*m.H)
	c.raster.Rasterize(raster.NewAlphaSrcPainter(&image.Alpha{Pix: m.Pix, Stride: m.W, Rect: image.Rect(0, 0, m.W, m.H)}))
	return m
}

// verbPoints is how many points a verb uses.
var verbPoints = [...]int{text.MoveTo: 1, text.LineTo: 1, text.QuadTo: 2, text.CubicTo: 3}

// scaled appends the outline's points in pixels, y downward, and gives their bounds.
func scaled(points []fixed.Point26_6, outline []text.Segment, key glyphKey) (_ []fixed.Point26_6, box fixed.Rectangle26_6) {
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
