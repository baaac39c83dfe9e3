package png

import (
	"image/color"

	"github.com/roadmapviz/roadmapviz/render"
	"github.com/roadmapviz/roadmapviz/render/internal/coverage"
	"github.com/roadmapviz/roadmapviz/themes"
)

// box26 is a rectangle in 1/64 pixels, the unit of coverage here and in gg.
type box26 struct{ x0, y0, x1, y1 int }

func bounds26(r render.Rect, scale float64) box26 {
	return box26{coverage.Fix(r.X * scale), coverage.Fix(r.Y * scale), coverage.Fix((r.X + r.W) * scale), coverage.Fix((r.Y + r.H) * scale)}
}

func (b box26) grow(d int) box26 { return box26{b.x0 - d, b.y0 - d, b.x1 + d, b.y1 + d} }

// empty is also what a rectangle becomes that shrinks by more than it has.
func (b box26) empty() bool { return b.x0 >= b.x1 || b.y0 >= b.y1 }

// fillFrame fills a rectangle but for a hole, which may be empty, each pixel in
// proportion to the area that is covered.
func (c *canvas) fillFrame(b, hole box26, k themes.Color) {
	if hole.empty() {
		hole = box26{}
	}
	ink := newInk(k)
	size := c.band.Rect
	x0, x1 := max(0, b.x0>>6), min(size.Max.X, (b.x1+63)>>6)
	y0, y1 := max(size.Min.Y, b.y0>>6), min(size.Max.Y, (b.y1+63)>>6)
	// The columns that are covered whole, by the rectangle and by the hole.
	in0, in1 := max(x0, (b.x0+63)>>6), min(x1, b.x1>>6)
	skip0, skip1 := max(x0, (hole.x0+63)>>6), min(x1, hole.x1>>6)
	for y := y0; y < y1; y++ {
		row := coverage.Of(y, b.y0, b.y1)
		holeRow := coverage.Of(y, hole.y0, hole.y1)
		pix := c.row(0, y)
		if holeRow == 0 && row == 64 && k.A == 255 && in0 < in1 {
			for x := x0; x < in0; x++ {
				ink.blend(pix[x*4:], uint32(row*coverage.Of(x, b.x0, b.x1)))
			}
			ink.copy(pix[in0*4 : in1*4])
			for x := in1; x < x1; x++ {
				ink.blend(pix[x*4:], uint32(row*coverage.Of(x, b.x0, b.x1)))
			}
			continue
		}
		for x := x0; x < x1; x++ {
			if holeRow == 64 && x == skip0 && skip1 > skip0 {
				x = skip1
				if x >= x1 {
					break
				}
			}
			area := row*coverage.Of(x, b.x0, b.x1) - holeRow*coverage.Of(x, hole.x0, hole.x1)
			ink.blend(pix[x*4:], uint32(max(area, 0)))
		}
	}
}

// ink is a colour ready to be laid over pixels: premultiplied, in 16 bits.
type ink struct{ r, g, b, a uint32 }

func newInk(k themes.Color) ink {
	r, g, b, a := nrgba(k).RGBA()
	return ink{r, g, b, a}
}

func nrgba(k themes.Color) color.NRGBA { return color.NRGBA(k) }

// blend lays the ink over one pixel that it covers to area/4096.
func (k ink) blend(pix []uint8, area uint32) {
	k.over(pix, area*65535/4096)
}

// over lays the ink over one pixel that it covers to m/65535. It rounds as
// gg's painter does.
func (k ink) over(pix []uint8, m uint32) {
	if m == 0 {
		return
	}
	const full = 65535
	pix = pix[:4:4]
	a := (full - k.a*m/full) * 0x101
	pix[0] = uint8((uint32(pix[0])*a + k.r*m) / full >> 8)
	pix[1] = uint8((uint32(pix[1])*a + k.g*m) / full >> 8)
	pix[2] = uint8((uint32(pix[2])*a + k.b*m) / full >> 8)
	pix[3] = uint8((uint32(pix[3])*a + k.a*m) / full >> 8)
}

// overRow lays the ink over a row of pixels, each covered to m/65535.
func (k ink) overRow(pix []uint8, m []uint32) {
	for i, v := range m {
		k.over(pix[i*4:], v)
	}
}

// overMask lays the ink over a row of pixels, each covered to m/255.
func (k ink) overMask(pix []uint8, m []uint8) {
	for i, v := range m {
		k.over(pix[i*4:], uint32(v)*0x101)
	}
}

// copy covers whole pixels with an opaque ink.
func (k ink) copy(pix []uint8) {
	pix[0], pix[1], pix[2], pix[3] = uint8(k.r>>8), uint8(k.g>>8), uint8(k.b>>8), uint8(k.a>>8)
	for done := 4; done < len(pix); done *= 2 {
		copy(pix[done:], pix[:done])
	}
}
