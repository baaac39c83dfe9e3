package layout

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
)

// ShareStems draws the lines from a box to what it holds as one stem with branches:
// where several of them begin alike, along or down the page or in a curve, one of them
// draws each piece, and the others are hidden there. It is the one that ends nearest, so
// that a stem is drawn from branch to branch; but a highlighted one before others, and
// a dimmed one after them. So far all lines are drawn as wholes.
func (d *Diagram) ShareStems() {
	var lines []branch
	for i := range d.Edges {
		if e := &d.Edges[i]; e.Kind == string(graph.Contains) && len(e.Path.Segments) > 1 {
			lines = append(lines, branch{e, precedence(e.States), e.Path.span(), i})
		}
	}
	slices.SortFunc(lines, func(a, b branch) int {
		return cmp.Or(strings.Compare(a.edge.From, b.edge.From), cmp.Compare(a.precedence, b.precedence),
			cmp.Compare(a.span, b.span), cmp.Compare(a.place, b.place))
	})
	var s stem
	for i, line := range lines {
		if i == 0 || line.edge.From != lines[i-1].edge.From {
			s.forget()
		}
		s.add(&line.edge.Path)
	}
}

// branch is a line that may share its beginning.
type branch struct {
	edge       *Edge
	precedence int
	span       float64
	place      int // among the edges
}

// precedence says which of two lines is drawn where both run: the lower.
func precedence(states []State) int {
	switch {
	case slices.Contains(states, HighlightedState):
		return 0
	case slices.Contains(states, DimmedState):
		return 2
	}
	return 1
}

// span is how long a path is along and down the page.
func (p Path) span() float64 {
	sum, at := 0., p.Start
	for _, s := range p.Segments {
		sum += math.Abs(s.P.X-at.X) + math.Abs(s.P.Y-at.Y)
		at = s.P
	}
	return sum
}

// stem is what lines of one box have drawn so far.
type stem struct {
	rays   map[ray]float64 // how far each is drawn
	curves map[curve]bool
}

// ray is where a straight piece begins, and the way that it leads.
type ray struct {
	start Point
	way   Point // of length 1, along or down the page
}

// curve is where a curve begins, and where it leads.
type curve struct{ start, c1, c2, end Point }

// forget makes it empty.
func (s *stem) forget() {
	const many = 64
	if s.rays == nil || len(s.rays)+len(s.curves) > many { // to clear a large map takes as long as it once was large
		*s = stem{map[ray]float64{}, map[curve]bool{}}
		return
	}
	clear(s.rays)
	clear(s.curves)
}

// add hides the beginning of a line that is drawn already, and notes the rest.
func (s *stem) add(p *Path) {
	at, drawn := p.Start, true // so far
	for i := 0; i < len(p.Segments); i++ {
		piece := &p.Segments[i]
		start := at
		at = piece.P
		if piece.Cubic {
			key := curve{start, piece.C1, piece.C2, at}
			drawn = drawn && s.curves[key]
			piece.Hidden = drawn
			s.curves[key] = true
			continue
		}
		r, length := rayTo(start, at)
		if length == 0 {
			drawn = false
			continue
		}
		before := s.rays[r]
		s.rays[r] = max(before, length)
		switch {
		case drawn && length <= before:
			piece.Hidden = true
		case drawn && before > 0:
			p.Segments = slices.Insert(p.Segments, i, Segment{Hidden: true, P: r.at(before)})
			i++
			drawn = false
		default:
			drawn = false
		}
	}
}

// rayTo is the ray from one point to another, and how far that is; 0 if it leads neither
// along nor down the page.
func rayTo(from, to Point) (ray, float64) {
	dx, dy := to.X-from.X, to.Y-from.Y
	length := math.Abs(dx + dy)
	if dx != 0 && dy != 0 || length == 0 {
		return ray{}, 0
	}
	return ray{from, Point{dx / length, dy / length}}, length
}

// at is the point of a ray so far from its start.
func (r ray) at(length float64) Point {
	return Point{r.start.X + length*r.way.X, r.start.Y + length*r.way.Y}
}

// whole is the path with all of it drawn, as it was before ShareStems, in memory of its
// own.
func (p Path) whole() Path {
	w := Path{Start: p.Start, Segments: make([]Segment, 0, len(p.Segments)+1)}
	at := p.Start
	for i, s := range p.Segments {
		start := at
		at = s.P
		if s.Hidden && !s.Cubic && i+1 < len(p.Segments) && !p.Segments[i+1].Cubic {
			a, length := rayTo(start, s.P)
			b, more := rayTo(s.P, p.Segments[i+1].P)
			if length > 0 && more > 0 && a.way == b.way {
				at = start
				continue
			}
		}
		s.Hidden = false
		w.Segments = append(w.Segments, s)
	}
	return w
}
