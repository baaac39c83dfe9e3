package run

import (
	"context"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/internal/until"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/internal/plane"
)

// behindTitles hides the lines of prerequisites where they run behind titles, which
// are writing without a box below it.
func behindTitles(ctx context.Context, d *layout.Diagram) {
	var titles []layout.Box
	for _, b := range d.Boxes {
		if b.Role == layout.TitleRole && b.W > 0 && b.H > 0 {
			titles = append(titles, b)
		}
	}
	for i := range d.Edges {
		e := &d.Edges[i]
		if e.Kind != string(graph.Requires) {
			continue
		}
		until.Check(ctx)
		for _, b := range titles {
			e.Path = behind(e.Path, b)
		}
	}
}

// behind is a path without what lies in a box. A curve that comes near it becomes
// short straight pieces.
func behind(p layout.Path, b layout.Box) layout.Path {
	const pieces = 32
	straight, touched := layout.Path{Start: p.Start}, false
	at := p.Start
	for _, s := range p.Segments {
		switch {
		case !meets(at, s, b):
			straight.Segments = append(straight.Segments, s)
		case s.Cubic:
			touched = true
			for k := 1; k <= pieces; k++ {
				to := s.At(at, float64(k)/pieces)
				straight.Line(to.X, to.Y)
			}
		default:
			touched = true
			straight.Segments = append(straight.Segments, s)
		}
		at = s.P
	}
	if !touched {
		return p
	}
	return plane.Hide(straight, func(from, to layout.Point, length float64) [][2]float64 {
		if in, out, ok := plane.Within(from, to, b.X, b.Y, b.X+b.W, b.Y+b.H); ok {
			return [][2]float64{{in * length, out * length}}
		}
		return nil
	})
}

// meets tells whether the rectangle around a segment's points has a part of a box.
func meets(at layout.Point, s layout.Segment, b layout.Box) bool {
	x0, x1, y0, y1 := min(at.X, s.P.X), max(at.X, s.P.X), min(at.Y, s.P.Y), max(at.Y, s.P.Y)
	if s.Cubic {
		x0, x1 = min(x0, s.C1.X, s.C2.X), max(x1, s.C1.X, s.C2.X)
		y0, y1 = min(y0, s.C1.Y, s.C2.Y), max(y1, s.C1.Y, s.C2.Y)
	}
	return x0 < b.X+b.W && x1 > b.X && y0 < b.Y+b.H && y1 > b.Y
}
