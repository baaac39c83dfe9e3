package png

import (
	"math"

	"golang.org/x/image/math/fixed"

	"github.com/roadmapviz/roadmapviz/render/internal/coverage"
)

// outline collects a path as lines, with every point on the 1/64 pixels that gg
// rounds to. It divides curves itself, because gg's own way depends on the processor:
// the sum of products that is a point of a curve may or may not be rounded at each
// step, and gg rounds again what comes out.
type outline struct {
	points []fixed.Point26_6
	starts []int // of the parts of the path, in points
	x, y   float64
}

// clear forgets the path and keeps its room.
func (o *outline) clear() { o.points, o.starts = o.points[:0], o.starts[:0] }

// parts calls do with each part of the path.
func (o *outline) parts(do func(points []fixed.Point26_6)) {
	for i, from := range o.starts {
		to := len(o.points)
		if i+1 < len(o.starts) {
			to = o.starts[i+1]
		}
		do(o.points[from:to])
	}
}

func (o *outline) moveTo(x, y float64) {
	o.starts = append(o.starts, len(o.points))
	o.lineTo(x, y)
}

func (o *outline) lineTo(x, y float64) {
	p := fixed.Point26_6{X: fixed.Int26_6(coverage.Fix(x)), Y: fixed.Int26_6(coverage.Fix(y))}
	o.points = append(o.points, p)
	o.x, o.y = float64(p.X)/64, float64(p.Y)/64
}

// close leads back to where the part began.
func (o *outline) close() {
	if n := len(o.starts); n > 0 {
		o.points = append(o.points, o.points[o.starts[n-1]])
	}
}

// curveTo adds a cubic Bézier curve as so many lines of equal steps that none
// is off by more than flatness: a step of 1/n strays by up to an eighth of the
// curve's second derivative, divided by n².
func (o *outline) curveTo(x1, y1, x2, y2, x3, y3 float64) {
	const flatness = 0.02
	x0, y0 := o.x, o.y
	bend := max(
		math.Abs(x0-2*x1+x2)+math.Abs(y0-2*y1+y2),
		math.Abs(x1-2*x2+x3)+math.Abs(y1-2*y2+y3))
	n := math.Ceil(math.Sqrt(bend * (6 / (8 * flatness))))
	for i := 1.0; i < n; i++ {
		t := i / n
		u := 1 - t
		a, b, c, d := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
		o.lineTo(
			float64(a*x0)+float64(b*x1)+float64(c*x2)+float64(d*x3),
			float64(a*y0)+float64(b*y1)+float64(c*y2)+float64(d*y3))
	}
	o.lineTo(x3, y3)
}

func grid(v float64) float64 { return float64(coverage.Fix(v)) / 64 }

// rounded is a rectangle with rounded corners. It starts at the left end of the top
// edge and runs clockwise, where SVG starts its dashes too. Corners are the usual cubic
// for a quarter circle.
func (o *outline) rounded(x, y, w, h, r float64) {
	const k = 1 - 0.5522847498
	q := float64(r * k)
	x1, y1 := x+w, y+h
	o.moveTo(x+r, y)
	o.lineTo(x1-r, y)
	o.curveTo(x1-q, y, x1, y+q, x1, y+r)
	o.lineTo(x1, y1-r)
	o.curveTo(x1, y1-q, x1-q, y1, x1-r, y1)
	o.lineTo(x+r, y1)
	o.curveTo(x+q, y1, x, y1-q, x, y1-r)
	o.lineTo(x, y+r)
	o.curveTo(x, y+q, x+q, y, x+r, y)
	o.close()
}
