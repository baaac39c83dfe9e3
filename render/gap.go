package render

import (
	"math"
	"slices"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
)

// titles are the boxes of a diagram that have writing and no fill, so that a line
// behind them would run through it.
func titles(d *layout.Diagram) []Rect {
	var all []Rect
	for _, b := range d.Boxes {
		if b.Role == layout.TitleRole && b.W > 0 && b.H > 0 {
			all = append(all, Rect{b.X, b.Y, b.W, b.H})
		}
	}
	return all
}

// visible are the parts of an edge's path that are drawn, from its start to its
// end, in a slice to be used again: without what the layout hides, and the line of a
// prerequisite without what runs behind a title.
func visible(parts []layout.Path, e *layout.Edge, titles []Rect) []layout.Path {
	parts = append(parts[:0], e.Path)
	if slices.ContainsFunc(e.Path.Segments, func(s layout.Segment) bool { return s.Hidden }) {
		parts = e.Path.Visible()
	}
	if e.Kind != string(graph.Requires) {
		return parts
	}
	for _, r := range titles {
		whole := parts
		parts = nil
		for _, p := range whole {
			parts = append(parts, outside(p, r)...)
		}
	}
	return parts
}

// outside are the parts of a path outside a rectangle.
func outside(p layout.Path, r Rect) []layout.Path {
	var parts []layout.Path
	part := layout.Path{Start: p.Start}
	at, cut := p.Start, false
	end := func(next layout.Point) {
		if len(part.Segments) > 0 {
			parts = append(parts, part)
		}
		part, cut = layout.Path{Start: next}, true
	}
	for _, s := range p.Segments {
		switch {
		case !meets(at, s, r):
			part.Segments = append(part.Segments, s)
		case s.Cubic:
			for _, s := range pieces(at, s) {
				if meets(at, s, r) {
					end(s.P)
				} else {
					part.Segments = append(part.Segments, s)
				}
				at = s.P
			}
		default:
			if in, out := within(at, s.P, r); in < out {
				if in > 0 {
					enter := onGrid(s.At(at, in))
					part.Line(enter.X, enter.Y)
				}
				end(onGrid(s.At(at, out)))
				if out < 1 {
					part.Line(s.P.X, s.P.Y)
				}
			} else {
				part.Segments = append(part.Segments, s)
			}
		}
		at = s.P
	}
	if !cut {
		return []layout.Path{p}
	}
	end(at)
	return parts
}

// onGrid is a point where processors that compute with more digits have it, too.
func onGrid(p layout.Point) layout.Point {
	return layout.Point{X: math.Round(p.X*64) / 64, Y: math.Round(p.Y*64) / 64}
}

// meets tells whether the box around a segment's points has a part of a rectangle.
func meets(at layout.Point, s layout.Segment, r Rect) bool {
	x0, x1, y0, y1 := min(at.X, s.P.X), max(at.X, s.P.X), min(at.Y, s.P.Y), max(at.Y, s.P.Y)
	if s.Cubic {
		x0, x1 = min(x0, s.C1.X, s.C2.X), max(x1, s.C1.X, s.C2.X)
		y0, y1 = min(y0, s.C1.Y, s.C2.Y), max(y1, s.C1.Y, s.C2.Y)
	}
	return x0 < r.X+r.W && x1 > r.X && y0 < r.Y+r.H && y1 > r.Y
}

// pieces are a curve in short pieces, almost straight.
func pieces(at layout.Point, s layout.Segment) []layout.Segment {
	halves := []layout.Segment{s}
	for range 5 {
		from, next := at, make([]layout.Segment, 0, 2*len(halves))
		for _, s := range halves {
			a, b, c := middle(from, s.C1), middle(s.C1, s.C2), middle(s.C2, s.P)
			ab, bc := middle(a, b), middle(b, c)
			next = append(next, layout.Segment{Cubic: true, C1: a, C2: ab, P: middle(ab, bc)},
				layout.Segment{Cubic: true, C1: bc, C2: c, P: s.P})
			from = s.P
		}
		halves = next
	}
	return halves
}

func middle(a, b layout.Point) layout.Point {
	return layout.Point{X: (a.X + b.X) / 2, Y: (a.Y + b.Y) / 2}
}

// within is where a straight line is in a rectangle, from 0 at its start to 1 at
// its end; it is not if in is not less than out.
func within(from, to layout.Point, r Rect) (in, out float64) {
	in, out = 0, 1
	for _, side := range [2][4]float64{{from.X, to.X, r.X, r.X + r.W}, {from.Y, to.Y, r.Y, r.Y + r.H}} {
		a, b, low, high := side[0], side[1], side[2], side[3]
		if a == b { // between both edges, as meets has found
			continue
		}
		t, u := (low-a)/(b-a), (high-a)/(b-a)
		in, out = max(in, min(t, u)), min(out, max(t, u))
	}
	return in, out
}
