package render

import (
	"math"

	"github.com/roadmapviz/roadmapviz/layout"
)

// headLength is the length of the arrowhead of a line of a width, px.
func headLength(width float64) float64 { return 4 + 3*width }

// HeadScale is how much larger the arrowhead of a line of one width is than that of
// another.
func HeadScale(width, drawn float64) float64 { return headLength(width) / headLength(drawn) }

// arrow splits an edge into its shaft and an arrowhead whose tip is the path's
// end. The shaft ends inside the head, so that its square end does not stand
// out beside the tip. A path too short for a head keeps its whole length and
// gets a head all the same.
func arrow(p layout.Path, width float64) (shaft, head layout.Path) {
	length, half := headLength(width), 2+1.25*width
	tip, from := p.End(), comingFrom(p)
	dx, dy := tip.X-from.X, tip.Y-from.Y
	d := math.Hypot(dx, dy)
	if d == 0 {
		return p, head
	}
	dx, dy = dx/d, dy/d
	baseX, baseY := tip.X-length*dx, tip.Y-length*dy

	head.Start = tip
	head.Line(layout.Snap(baseX-half*dy), layout.Snap(baseY+half*dx))
	head.Line(layout.Snap(baseX+half*dy), layout.Snap(baseY-half*dx))

	shaft.Start = p.Start
	shaft.Segments = append(shaft.Segments, p.Segments...)
	last := &shaft.Segments[len(shaft.Segments)-1]
	if back := 0.75 * length; back < d || last.Cubic {
		moved := layout.Point{X: layout.Snap(tip.X - back*dx), Y: layout.Snap(tip.Y - back*dy)}
		last.C2.X, last.C2.Y = last.C2.X+moved.X-tip.X, last.C2.Y+moved.Y-tip.Y
		last.P = moved
	}
	return shaft, head
}

// comingFrom is the last point before the path's end that differs from it: the
// path arrives from there.
func comingFrom(p layout.Path) layout.Point {
	end := p.End()
	for i := len(p.Segments) - 1; i >= 0; i-- {
		s := p.Segments[i]
		if s.Cubic && s.C2 != end {
			return s.C2
		}
		if s.Cubic && s.C1 != end {
			return s.C1
		}
		if i > 0 && p.Segments[i-1].P != end {
			return p.Segments[i-1].P
		}
	}
	return p.Start
}
