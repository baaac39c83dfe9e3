package kit

import (
	"cmp"
	"math"
	"slices"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/internal/plane"
)

// The measures of the gaps in which lines pass beneath others, px.
const (
	gapHalf   = 8.  // on either side of the other line's middle, at right angles
	longest   = 20. // the same at small angles
	pieceMost = 64. // of the pieces of the path from section to section
)

// PassUnder hides the prerequisites where they pass beneath the path from section to
// section, so that this stays whole and they are seen to go on behind it.
func (d *Draft) PassUnder() {
	if !slices.ContainsFunc(d.Diagram.Edges, func(e layout.Edge) bool { return e.Kind == string(graph.Requires) }) {
		return
	}
	var over []stretch
	for i := range d.Diagram.Edges {
		if e := &d.Diagram.Edges[i]; e.Kind == string(graph.Next) {
			over = appendStretches(over, e.Path)
		}
	}
	slices.SortFunc(over, func(a, b stretch) int { return cmp.Compare(a.top(), b.top()) })
	for i := range d.Diagram.Edges {
		if e := &d.Diagram.Edges[i]; e.Kind == string(graph.Requires) {
			d.Check()
			e.Path = plane.Hide(e.Path, func(a, b layout.Point, length float64) [][2]float64 { return gaps(a, b, length, over) })
		}
	}
}

// stretch is a short straight piece of a path.
type stretch struct{ a, b layout.Point }

func (s stretch) top() float64 { return min(s.a.Y, s.b.Y) }

// appendStretches appends a path as short straight pieces.
func appendStretches(all []stretch, p layout.Path) []stretch {
	at := p.Start
	for _, s := range p.Segments {
		n := 24
		if !s.Cubic {
			n = 1 + int(math.Hypot(s.P.X-at.X, s.P.Y-at.Y)/pieceMost)
		}
		from := at
		for i := 1; i <= n; i++ {
			to := s.At(at, float64(i)/float64(n))
			all = append(all, stretch{from, to})
			from = to
		}
		at = s.P
	}
	return all
}

// gaps are the parts of a straight piece that other lines, sorted by their tops,
// hide, as distances from its start.
func gaps(a, b layout.Point, length float64, over []stretch) [][2]float64 {
	const near = 1 // px beside which nothing is crossed, whatever is rounded
	top, bottom := min(a.Y, b.Y), max(a.Y, b.Y)
	left, right := min(a.X, b.X)-near, max(a.X, b.X)+near
	first, _ := slices.BinarySearchFunc(over, top-pieceMost, func(s stretch, y float64) int { return cmp.Compare(s.top(), y) })
	var found [][2]float64
	for _, s := range over[first:] {
		if s.top() > bottom {
			break
		}
		if max(s.a.X, s.b.X) < left || min(s.a.X, s.b.X) > right {
			continue
		}
		if t, sine, ok := plane.Cross(a, b, s.a, s.b); ok {
			half := min(longest, gapHalf/sine)
			found = append(found, [2]float64{max(0, t*length-half), min(length, t*length+half)})
		}
	}
	return found
}
