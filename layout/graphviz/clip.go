package graphviz

import (
	"math"

	"github.com/roadmapviz/roadmapviz/layout"
)

// clip ends a path exactly on the edges of the two boxes that it joins.
// Graphviz's own ends are off by its rounding, and lie on a title's margin.
func clip(p layout.Path, from, to layout.Box) layout.Path {
	p = leave(p.Reversed(), to)
	return leave(p.Reversed(), from)
}

// leave cuts off what of a path's beginning lies in a box, up to where the path
// leaves the box for good, and makes the rest start on the box's edge.
func leave(p layout.Path, b layout.Box) layout.Path {
	start := p.Start
	cut, before := -1, start // the last segment that starts inside
	for i, s := range p.Segments {
		if inside(start, b) && !inside(s.P, b) {
			cut, before = i, start
		}
		start = s.P
	}
	if cut >= 0 {
		s := p.Segments[cut]
		low, high := 0., 1.
		for range 40 {
			if t := (low + high) / 2; inside(s.At(before, t), b) {
				low = t
			} else {
				high = t
			}
		}
		rest := append([]layout.Segment{after(s, before, high)}, p.Segments[cut+1:]...)
		p = layout.Path{Start: s.At(before, high), Segments: rest}
	}
	edge := nearest(p.Start, b)
	if first := &p.Segments[0]; first.Cubic { // its bend keeps its shape
		first.C1.X += edge.X - p.Start.X
		first.C1.Y += edge.Y - p.Start.Y
	}
	p.Start = edge
	return p
}

// after is the part of a segment behind t (de Casteljau's division).
func after(s layout.Segment, start layout.Point, t float64) layout.Segment {
	if !s.Cubic {
		return s
	}
	mid := func(a, b layout.Point) layout.Point {
		return layout.Point{X: a.X + (b.X-a.X)*t, Y: a.Y + (b.Y-a.Y)*t}
	}
	bc, cd := mid(s.C1, s.C2), mid(s.C2, s.P)
	return layout.Segment{Cubic: true, C1: mid(bc, cd), C2: cd, P: s.P}
}

func inside(p layout.Point, b layout.Box) bool {
	return p.X > b.X && p.X < b.X+b.W && p.Y > b.Y && p.Y < b.Y+b.H
}

// nearest is the point of a box's edge that is nearest to p.
func nearest(p layout.Point, b layout.Box) layout.Point {
	x, y := min(max(p.X, b.X), b.X+b.W), min(max(p.Y, b.Y), b.Y+b.H)
	if !inside(p, b) {
		return layout.Point{X: x, Y: y}
	}
	left, right, top, bottom := p.X-b.X, b.X+b.W-p.X, p.Y-b.Y, b.Y+b.H-p.Y
	switch math.Min(math.Min(left, right), math.Min(top, bottom)) {
	case left:
		x = b.X
	case right:
		x = b.X + b.W
	case top:
		y = b.Y
	default:
		y = b.Y + b.H
	}
	return layout.Point{X: x, Y: y}
}
