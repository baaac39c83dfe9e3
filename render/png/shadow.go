package png

import (
	"image"
	"math"

	"github.com/roadmapviz/roadmapviz/render/internal/coverage"
	"github.com/roadmapviz/roadmapviz/themes"
)

// mostShadows is how many numbers of shadows are remembered. Most figures have boxes of
// a few sizes.
const mostShadows = 1 << 16

// shadows are those of the boxes that were drawn last, by their kinds.
type shadows struct {
	known map[shadowKind]coverage.Box
	size  int // the numbers that they have
	sum   []uint32
}

// shadowKind is all that a shadow depends on but for the pixel where its box begins.
type shadowKind struct {
	box           box26 // from that pixel on
	radius        float64
	dx, dy, sigma float64
}

// boxShadow draws the shadow of a box. Where an opaque fill will cover it, it is left
// out.
func (c *canvas) boxShadow(b box26, radius float64, s themes.Shadow, fill uint8) {
	at := image.Pt(b.x0>>6, b.y0>>6)
	kind := shadowKind{box26{b.x0 - at.X<<6, b.y0 - at.Y<<6, b.x1 - at.X<<6, b.y1 - at.Y<<6}, radius, s.DX * c.scale, s.DY * c.scale, s.Sigma * c.scale}
	all := kind.area().Add(at)
	seen := all.Intersect(c.band.Rect)
	if seen.Empty() {
		return
	}
	var box coverage.Box
	if all.Dy() > tallBands*len(c.band.Pix)/c.band.Stride {
		box = kind.blur(seen.Sub(at)) // as much as one ever needs of it
		all = seen
	} else {
		box = c.shadows.of(kind)
	}
	ink := newInk(s.Color.Times(fill))
	hide := box26{b.x0, b.y0 + coverage.Fix(radius), b.x1, b.y1 - coverage.Fix(radius)}
	hide0 := min(max((hide.x0+63)>>6, seen.Min.X), seen.Max.X)
	hide1 := min(max(hide.x1>>6, hide0), seen.Max.X)
	if len(c.shadows.sum) < all.Dx() {
		c.shadows.sum = make([]uint32, all.Dx())
	}
	sum := c.shadows.sum[:all.Dx()]
	for y := seen.Min.Y; y < seen.Max.Y; y++ {
		box.Row(sum, y-at.Y)
		pix, m := c.row(seen.Min.X, y), sum[seen.Min.X-all.Min.X:][:seen.Dx()]
		if fill == 255 && coverage.Of(y, hide.y0, hide.y1) == 64 {
			ink.overRow(pix, m[:hide0-seen.Min.X])
			ink.overRow(pix[(hide1-seen.Min.X)*4:], m[hide1-seen.Min.X:])
		} else {
			ink.overRow(pix, m)
		}
	}
}

// sides are those of the box that is to be blurred.
func (k shadowKind) sides() (x0, y0, x1, y1 float64) {
	return float64(k.box.x0)/64 + k.dx, float64(k.box.y0)/64 + k.dy, float64(k.box.x1)/64 + k.dx, float64(k.box.y1)/64 + k.dy
}

// area is the pixels that a shadow touches.
func (k shadowKind) area() image.Rectangle {
	x0, y0, x1, y1 := k.sides()
	room := float64(coverage.Reach * k.sigma)
	return image.Rect(int(math.Floor(x0-room)), int(math.Floor(y0-room)), int(math.Ceil(x1+room)), int(math.Ceil(y1+room)))
}

func (k shadowKind) blur(area image.Rectangle) coverage.Box {
	x0, y0, x1, y1 := k.sides()
	return coverage.NewBox(coverage.Area{Left: area.Min.X, Top: area.Min.Y, Right: area.Max.X, Bottom: area.Max.Y}, x0, y0, x1, y1, k.radius, k.sigma)
}

// of is the shadow of a kind, blurred when it is first asked for.
func (s *shadows) of(k shadowKind) coverage.Box {
	box, ok := s.known[k]
	if !ok {
		area := k.area()
		box = k.blur(area)
		size := (area.Dx() + area.Dy()) * (1 + int(math.Ceil(k.radius)))
		if s.size += size; s.known == nil || s.size > mostShadows {
			s.known, s.size = map[shadowKind]coverage.Box{}, size
		}
		s.known[k] = box
	}
	return box
}
