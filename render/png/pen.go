package png

import (
	"math"

	"github.com/fogleman/gg"

	"github.com/roadmapviz/roadmapviz/render/internal/coverage"
)

// pen draws a path into a gg context: lines, with every point on the 1/64
// pixels that gg rounds to. It divides curves itself, because gg's own way
// depends on the processor: the sum of products that is a point of a curve may
// or may not be rounded at each step, and gg rounds again what comes out.
type pen struct {
	dc   *gg.Context
	x, y float64
}

func (p *pen) moveTo(x, y float64) {
	p.x, p.y = grid(x), grid(y)
	p.dc.MoveTo(p.x, p.y)
}

func (p *pen) lineTo(x, y float64) {
	p.x, p.y = grid(x), grid(y)
	p.dc.LineTo(p.x, p.y)
}

func (p *pen) close() { p.dc.ClosePath() }

// curveTo draws a cubic Bézier curve as so many lines of equal steps that none
// is off by more than flatness: a step of 1/n strays by up to an eighth of the
// curve's second derivative, divided by n².
func (p *pen) curveTo(x1, y1, x2, y2, x3, y3 float64) {
	const flatness = 0.02
	x0, y0 := p.x, p.y
	bend := max(
		math.Abs(x0-2*x1+x2)+math.Abs(y0-2*y1+y2),
		math.Abs(x1-2*x2+x3)+math.Abs(y1-2*y2+y3))
	n := math.Ceil(math.Sqrt(bend * (6 / (8 * flatness))))
	for i := 1.0; i < n; i++ {
		t := i / n
		u := 1 - t
		a, b, c, d := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
		p.lineTo(
			float64(a*x0)+float64(b*x1)+float64(c*x2)+float64(d*x3),
			float64(a*y0)+float64(b*y1)+float64(c*y2)+float64(d*y3))
	}
	p.lineTo(x3, y3)
}

func grid(v float64) float64 { return float64(coverage.Fix(v)) / 64 }
