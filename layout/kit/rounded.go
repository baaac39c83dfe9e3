package kit

import (
	"math"

	"github.com/roadmapviz/roadmapviz/layout"
)

// Rounded is a path of straight lines through the points whose corners are
// rounded with the given radius, or less where the lines are short.
func Rounded(radius float64, points ...layout.Point) layout.Path {
	const quarter = 0.5523 // of the radius: a cubic's handle for a quarter circle
	p := layout.Path{Start: points[0]}
	for i := 1; i < len(points)-1; i++ {
		a, b, c := points[i-1], points[i], points[i+1]
		in, out := math.Hypot(b.X-a.X, b.Y-a.Y), math.Hypot(c.X-b.X, c.Y-b.Y)
		r := min(radius, in/2, out/2)
		if r < 0.1 {
			p.Line(b.X, b.Y)
			continue
		}
		toward := func(q layout.Point, length, away float64) layout.Point {
			return layout.Point{X: b.X + (q.X-b.X)*away/length, Y: b.Y + (q.Y-b.Y)*away/length}
		}
		start, end := toward(a, in, r), toward(c, out, r)
		c1, c2 := toward(a, in, r*(1-quarter)), toward(c, out, r*(1-quarter))
		p.Line(start.X, start.Y)
		p.Curve(c1.X, c1.Y, c2.X, c2.Y, end.X, end.Y)
	}
	last := points[len(points)-1]
	p.Line(last.X, last.Y)
	return p
}

// Fork is a line along the stem on which the lines from a box to all that it holds begin:
// it turns up or down the stem at one point, and leaves it at another. What lies but a few
// px beside the box is reached as much beside its middle: so small a turn would look like
// a kink.
func Fork(from, turn, leave, to layout.Point) layout.Path {
	const radius, kink = 12., 8. // px
	if math.Hypot(turn.X-leave.X, turn.Y-leave.Y) < kink {
		path := layout.Path{Start: from}
		path.Line(turn.X, turn.Y)
		path.Line(to.X+turn.X-leave.X, to.Y+turn.Y-leave.Y)
		return path
	}
	return Rounded(radius, from, turn, leave, to)
}
