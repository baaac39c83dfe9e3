package png

import (
	"image"
	"math"

	"golang.org/x/image/math/fixed"

	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/text"
	"github.com/roadmapviz/roadmapviz/themes"
)

// subpixels is how many places within a pixel, along x and along y, a glyph can
// have. Its mask is made once for each of them that occurs.
const subpixels = 4

// glyphKey names the mask of a glyph at a size and a place within the pixel.
type glyphKey struct {
	face *text.Face
	id   uint32
	size fixed.Int26_6
	x, y uint8
}

// glyphMask is the coverage of a glyph, 0 to 255, and where its top left pixel
// lies from the pixel that holds the pen.
type glyphMask struct {
	pix       []uint8
	w, h      int
	left, top int
}

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
	c.eachGlyph(&l, func(m glyphMask, x, y int) {
		part := image.Rect(x, y, x+m.w, y+m.h).Intersect(c.img.Rect)
		for py := part.Min.Y; py < part.Max.Y; py++ {
			line := c.img.Pix[py*c.img.Stride:]
			for px := part.Min.X; px < part.Max.X; px++ {
				ink.over(line[px*4:], uint32(m.pix[(py-y)*m.w+px-x])*0x101)
			}
		}
	})
}

// eachGlyph calls draw for every glyph that has ink, with its mask and the
// pixel of the mask's top left corner.
func (c *canvas) eachGlyph(l *layout.Line, draw func(m glyphMask, x, y int)) {
	for i := range l.Runs {
		r := &l.Runs[i]
		unit := r.Size * c.scale / r.Face.UnitsPerEm
		pen := (l.X - l.Width/2 + r.X) * c.scale
		baseline := l.Y * c.scale
		advance := int64(0)
		for _, g := range r.Glyphs {
			x, fx := place(pen + float64(float64(advance+int64(g.X))*unit))
			y, fy := place(baseline - float64(float64(g.Y)*unit))
			m := c.mask(glyphKey{r.Face, g.ID, fixed.Int26_6(math.Round(r.Size * c.scale * 64)), fx, fy})
			if m.pix != nil {
				draw(m, x+m.left, y+m.top)
			}
			advance += int64(g.Advance)
		}
	}
}

// place splits a coordinate into a pixel and the nearest place within it.
func place(v float64) (pixel int, sub uint8) {
	q := int(math.Round(v * subpixels))
	return q >> 2, uint8(q & (subpixels - 1))
}

// textShadow lays the line's shadow under its glyphs.
func (c *canvas) textShadow(l *layout.Line, s themes.Style) {
	var area image.Rectangle
	c.eachGlyph(l, func(m glyphMask, x, y int) {
		area = area.Union(image.Rect(x, y, x+m.w, y+m.h))
	})
	sh := s.TextShadow
	sigma, dx, dy := sh.Sigma*c.scale, sh.DX*c.scale, sh.DY*c.scale
	room := int(math.Ceil(float64(reach*sigma)+max(math.Abs(dx), math.Abs(dy)))) + 1
	area = area.Inset(-room).Intersect(c.img.Rect.Inset(-room))
	if area.Empty() {
		return
	}
	line := &image.Alpha{Pix: make([]uint8, area.Dx()*area.Dy()), Stride: area.Dx(), Rect: area}
	c.eachGlyph(l, func(m glyphMask, x, y int) {
		part := image.Rect(x, y, x+m.w, y+m.h).Intersect(area)
		for py := part.Min.Y; py < part.Max.Y; py++ {
			row := line.Pix[line.PixOffset(part.Min.X, py):]
			from := m.pix[(py-y)*m.w+part.Min.X-x:]
			for i := range part.Dx() {
				row[i] = uint8(min(255, int(row[i])+int(from[i])))
			}
		}
	})
	blur(line, sigma, dx, dy)
	k := sh.Color
	k.A = uint8((int(k.A)*int(s.Text.A) + 127) / 255)
	ink := newInk(k)
	part := area.Intersect(c.img.Rect)
	for y := part.Min.Y; y < part.Max.Y; y++ {
		row := c.img.Pix[y*c.img.Stride:]
		for x := part.Min.X; x < part.Max.X; x++ {
			ink.over(row[x*4:], uint32(line.Pix[line.PixOffset(x, y)])*0x101)
		}
	}
}
