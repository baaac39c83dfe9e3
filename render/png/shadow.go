package png

import (
	"math"

	"github.com/roadmapviz/roadmapviz/render/internal/coverage"
	"github.com/roadmapviz/roadmapviz/themes"
)

// boxShadow draws the shadow of a box. Where an opaque fill will cover it, it is left
// out.
func (c *canvas) boxShadow(b box26, radius float64, s themes.Shadow, fill uint8) {
	sigma := s.Sigma * c.scale
	x0, x1 := float64(b.x0)/64+s.DX*c.scale, float64(b.x1)/64+s.DX*c.scale
	y0, y1 := float64(b.y0)/64+s.DY*c.scale, float64(b.y1)/64+s.DY*c.scale
	room := float64(coverage.Reach * sigma)
	left, right := clip(x0-room, x1+room, c.img.Rect.Max.X)
	top, bottom := clip(y0-room, y1+room, c.img.Rect.Max.Y)
	if left >= right || top >= bottom {
		return
	}
	box := coverage.NewBox(coverage.Area{Left: left, Top: top, Right: right, Bottom: bottom}, x0, y0, x1, y1, radius, sigma)
	ink := newInk(s.Color.Times(fill))
	hide := box26{b.x0, b.y0 + coverage.Fix(radius), b.x1, b.y1 - coverage.Fix(radius)}
	hide0 := min(max((hide.x0+63)>>6, left), right)
	hide1 := min(max(hide.x1>>6, hide0), right)
	sum := make([]uint32, right-left)
	for y := top; y < bottom; y++ {
		box.Row(sum, y)
		pix := c.img.Pix[y*c.img.Stride:]
		if fill == 255 && coverage.Of(y, hide.y0, hide.y1) == 64 {
			ink.overRow(pix[left*4:], sum[:hide0-left])
			ink.overRow(pix[hide1*4:], sum[hide1-left:])
		} else {
			ink.overRow(pix[left*4:], sum)
		}
	}
}

// clip gives the pixels from a to b that lie within 0 to limit.
func clip(a, b float64, limit int) (lo, hi int) {
	lo = max(0, int(math.Floor(max(a, 0))))
	hi = min(limit, int(math.Ceil(min(b, float64(limit)))))
	return lo, hi
}
