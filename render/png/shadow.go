package png

import (
	"math"

	"github.com/roadmapviz/roadmapviz/themes"
)

// reach is how far a Gaussian is drawn, in standard deviations.
const reach = 3

// boxShadow draws the shadow of a box, blurred exactly and without a buffer:
// the Gaussian is separable, so that a plain rectangle's shadow is the product
// of one profile along x and one along y. Rounded corners are rows of their own
// profile, one a pixel, each narrower than the next. Where an opaque fill will
// cover the shadow it is left out.
//
// Profiles are rounded to 16 bits before they are multiplied, which is where
// differences between processors end.
func (c *canvas) boxShadow(b box26, radius float64, s themes.Shadow, fill uint8) {
	sigma := s.Sigma * c.scale
	x0, x1 := float64(b.x0)/64+s.DX*c.scale, float64(b.x1)/64+s.DX*c.scale
	y0, y1 := float64(b.y0)/64+s.DY*c.scale, float64(b.y1)/64+s.DY*c.scale
	room := float64(reach * sigma)
	left, right := clip(x0-room, x1+room, c.img.Rect.Max.X)
	top, bottom := clip(y0-room, y1+room, c.img.Rect.Max.Y)
	if left >= right || top >= bottom {
		return
	}
	bands := []band{{x: profile(left, right, x0, x1, sigma), y: profile(top, bottom, y0+radius, y1-radius, sigma)}}
	for n, i := int(math.Ceil(radius)), 0; i < n; i++ {
		lo, hi := radius*float64(i)/float64(n), radius*float64(i+1)/float64(n)
		depth := radius - (lo+hi)/2
		inset := radius - math.Sqrt(radius*radius-depth*depth)
		y := profile(top, bottom, y0+lo, y0+hi, sigma)
		for j, v := range profile(top, bottom, y1-hi, y1-lo, sigma) {
			y[j] += v
		}
		bands = append(bands, band{x: profile(left, right, x0+inset, x1-inset, sigma), y: y})
	}

	k := s.Color
	k.A = uint8((int(k.A)*int(fill) + 127) / 255)
	ink := newInk(k)
	hide := box26{b.x0, b.y0 + fix(radius), b.x1, b.y1 - fix(radius)}
	hide0 := min(max((hide.x0+63)>>6, left), right)
	hide1 := min(max(hide.x1>>6, hide0), right)
	sum := make([]uint32, right-left)
	for y := top; y < bottom; y++ {
		clear(sum)
		for _, band := range bands {
			if w := band.y[y-top]; w > 0 {
				for i, v := range band.x {
					sum[i] += v * w >> 16
				}
			}
		}
		pix := c.img.Pix[y*c.img.Stride:]
		if fill == 255 && cover(y, hide.y0, hide.y1) == 64 {
			ink.overRow(pix[left*4:], sum[:hide0-left])
			ink.overRow(pix[hide1*4:], sum[hide1-left:])
		} else {
			ink.overRow(pix[left*4:], sum)
		}
	}
}

// band is a part of a shape: how much of each column and of each row it makes.
type band struct{ x, y []uint32 }

// profile is the Gaussian blur of the interval from a to b at the middles of
// the pixels from lo to hi, in 65535ths.
func profile(lo, hi int, a, b, sigma float64) []uint32 {
	p := make([]uint32, hi-lo)
	if sigma <= 0 {
		for i := range p {
			p[i] = uint32(cover(lo+i, fix(a), fix(b)) * 65535 / 64)
		}
		return p
	}
	k := 1 / (sigma * math.Sqrt2)
	for i := range p {
		m := float64(lo+i) + 0.5
		p[i] = uint32(math.Round(65535 / 2.0 * (math.Erf((m-a)*k) - math.Erf((m-b)*k))))
	}
	return p
}

// clip gives the pixels from a to b that lie within 0 to limit.
func clip(a, b float64, limit int) (lo, hi int) {
	lo = max(0, int(math.Floor(max(a, 0))))
	hi = min(limit, int(math.Ceil(min(b, float64(limit)))))
	return lo, hi
}
