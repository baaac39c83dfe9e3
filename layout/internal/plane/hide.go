package plane

import (
	"cmp"
	"math"
	"slices"

	"github.com/roadmapviz/roadmapviz/layout"
)

// least is how much of a piece is drawn at least, px.
const least = 0.5

// Hide is a path with gaps in its straight pieces. What is hidden of a piece that
// begins in a and ends in b is told by pairs of distances from a, px, in any order.
// Curves stay whole, and what is hidden already stays so.
func Hide(p layout.Path, gaps func(a, b layout.Point, length float64) [][2]float64) layout.Path {
	out := layout.Path{Start: p.Start}
	at := p.Start
	for _, s := range p.Segments {
		if s.Cubic || s.Hidden {
			out.Segments = append(out.Segments, s)
			at = s.P
			continue
		}
		length := math.Hypot(s.P.X-at.X, s.P.Y-at.Y)
		drawn := 0. // of the length
		for _, g := range joined(gaps(at, s.P, length)) {
			if g[0] > drawn+least {
				to := s.At(at, g[0]/length)
				out.Line(to.X, to.Y)
			}
			if to := s.At(at, g[1]/length); g[1] > drawn {
				out.Segments = append(out.Segments, layout.Segment{Hidden: true, P: to})
				drawn = g[1]
			}
		}
		if drawn < length {
			out.Line(s.P.X, s.P.Y)
		}
		at = s.P
	}
	return out
}

// joined are gaps in their order, of which none touches another.
func joined(gaps [][2]float64) [][2]float64 {
	slices.SortFunc(gaps, func(a, b [2]float64) int { return cmp.Compare(a[0], b[0]) })
	merged := gaps[:0]
	for _, g := range gaps {
		if n := len(merged); n > 0 && g[0] <= merged[n-1][1] {
			merged[n-1][1] = max(merged[n-1][1], g[1])
		} else {
			merged = append(merged, g)
		}
	}
	return merged
}

// Within is the part of the piece from a to b that lies inside a rectangle, from 0 in
// a to 1 in b (Liang and Barsky's clipping). ok tells that there is such a part.
func Within(a, b layout.Point, x0, y0, x1, y1 float64) (in, out float64, ok bool) {
	in, out = 0, 1
	clip := func(start, delta, low, high float64) bool {
		if delta == 0 {
			return start > low && start < high
		}
		t, u := (low-start)/delta, (high-start)/delta
		in, out = max(in, min(t, u)), min(out, max(t, u))
		return in < out
	}
	ok = clip(a.X, b.X-a.X, x0, x1) && clip(a.Y, b.Y-a.Y, y0, y1)
	return in, out, ok
}
