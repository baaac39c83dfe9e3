// Package coverage says how much of each pixel is covered by what is drawn soft or
// many times over: the shadows of boxes, glyphs, and the shadows of lines of text.
// Everything is integers, or rounded to them before it is multiplied, which is where
// differences between processors end.
package coverage

import "math"

// Box is a rectangle with rounded corners, blurred exactly and without a buffer: the
// Gaussian is separable, so that a plain rectangle's blur is the product of one
// profile along x and one along y. Rounded corners are rows of their own profile,
// one a pixel, each narrower than the next.
type Box struct {
	top   int
	bands []band
}

// band is a part of a shape: how much of each column and of each row it makes, in
// 65535ths.
type band struct{ x, y []uint32 }

// Area is some pixels of a picture, from Left to Right and from Top to Bottom.
type Area struct{ Left, Top, Right, Bottom int }

// NewBox blurs the box from (x0, y0) to (x1, y1) by sigma, for the pixels of an area.
// Lengths are in pixels.
func NewBox(a Area, x0, y0, x1, y1, radius, sigma float64) Box {
	b := Box{a.Top, []band{{x: profile(a.Left, a.Right, x0, x1, sigma), y: profile(a.Top, a.Bottom, y0+radius, y1-radius, sigma)}}}
	for n, i := int(math.Ceil(radius)), 0; i < n; i++ {
		lo, hi := radius*float64(i)/float64(n), radius*float64(i+1)/float64(n)
		depth := radius - (lo+hi)/2
		inset := radius - math.Sqrt(radius*radius-depth*depth)
		y := profile(a.Top, a.Bottom, y0+lo, y0+hi, sigma)
		for j, v := range profile(a.Top, a.Bottom, y1-hi, y1-lo, sigma) {
			y[j] += v
		}
		b.bands = append(b.bands, band{x: profile(a.Left, a.Right, x0+inset, x1-inset, sigma), y: y})
	}
	return b
}

// Row sets row to the coverage of the area's pixels in the row y, in 65535ths.
func (b Box) Row(row []uint32, y int) {
	clear(row)
	for _, band := range b.bands {
		if w := band.y[y-b.top]; w > 0 {
			for i, v := range band.x {
				row[i] += v * w >> 16
			}
		}
	}
}

// profile is the Gaussian blur of the interval from a to b at the middles of
// the pixels from lo to hi, in 65535ths.
func profile(lo, hi int, a, b, sigma float64) []uint32 {
	p := make([]uint32, hi-lo)
	if sigma <= 0 {
		for i := range p {
			p[i] = uint32(Of(lo+i, Fix(a), Fix(b)) * 65535 / 64)
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

// Fix turns pixels into 1/64 pixels.
func Fix(v float64) int { return int(math.Round(v * 64)) }

// Of is how much of the pixel at p lies between a and b, in 64ths; these are in 1/64
// pixels.
func Of(p, a, b int) int { return max(0, min(b, p*64+64)-max(a, p*64)) }
