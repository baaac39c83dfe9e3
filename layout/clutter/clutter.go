// Package clutter measures how hard the lines of prerequisites are to follow in a
// finished diagram. It looks at places only, and knows no engine.
package clutter

import (
	"cmp"
	"math"
	"slices"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/internal/plane"
)

// Clutter says how much the lines of prerequisites are in each other's way and in
// that of others. Lines that begin in one box are one line where they share their
// way. The zero value is that of a diagram without any.
type Clutter struct {
	Lines     int // prerequisites drawn as lines
	Crossings int // places where lines of different boxes cross
	Main      int // places where lines cross the path from section to section
	Overlaps  int // places where lines of different boxes lie upon each other
	Boxes     int // lines through boxes, or icons, that they have nothing to do with
	Texts     int // lines through titles
	Abreast   int // the most lines of different boxes that run down the page side by side
}

// What is near enough, px.
const (
	onEachOther = 1.  // two lines less than this apart
	least       = 2.  // and for longer than this
	inside      = 0.6 // a line that is deeper in a box than this
	longRun     = 40. // a piece that leads down the page
	sideBySide  = 80. // as far apart as they may be
)

// kind is what a piece is of.
type kind int

const (
	line kind = iota
	upon      // two lines upon each other; of places only
	main
	box
	title
)

// piece is a straight piece of a line, or a rectangle from a to b.
type piece struct {
	kind kind
	a, b layout.Point
	of   int // the source of a line, or the number of the box
	edge int
}

func (p *piece) top() float64    { return min(p.a.Y, p.b.Y) }
func (p *piece) bottom() float64 { return max(p.a.Y, p.b.Y) }
func (p *piece) left() float64   { return min(p.a.X, p.b.X) }
func (p *piece) right() float64  { return max(p.a.X, p.b.X) }

// steep tells whether the piece leads down the page.
func (p *piece) steep() bool {
	dy := p.bottom() - p.top()
	return p.kind == line && dy >= longRun && p.right()-p.left() < dy/4
}

// Measure measures a diagram, which is only read. It takes n log n steps in the
// pieces of the lines, and one for each pair of these that shares a height.
func Measure(d *layout.Diagram) Clutter {
	m := &meter{number: map[string]int{}, seen: map[place]bool{}}
	for i := range d.Boxes {
		m.number[d.Boxes[i].ID] = i
	}
	for i := range d.Edges {
		if e := &d.Edges[i]; e.Kind == string(graph.Requires) {
			m.Lines++
			m.path(e.Path, line, m.number[e.From], i, 6)
		}
	}
	if m.Lines == 0 {
		return m.Clutter
	}
	for i := range d.Edges {
		if e := &d.Edges[i]; e.Kind == string(graph.Next) {
			m.path(e.Path, main, 0, i, 16)
		}
	}
	m.pieces = slices.Grow(m.pieces, len(d.Boxes))
	for i := range d.Boxes {
		b := &d.Boxes[i]
		switch b.Role {
		case layout.GroupRole:
			continue
		case layout.TitleRole:
			m.rectangle(title, b.X, b.Y, b.W, b.H, i)
		default:
			m.rectangle(box, b.X, b.Y, b.W, b.H, i)
		}
		for _, icon := range b.Icons {
			m.rectangle(box, icon.X, icon.Y, icon.W, icon.H, i)
		}
	}
	m.sweep(d)
	return m.Clutter
}

// place is where something was seen, so that it is counted once.
type place struct {
	kind kind
	a, b int
	x, y int
}

// meter is the state of a measurement.
type meter struct {
	Clutter
	number map[string]int // of boxes
	pieces []piece
	seen   map[place]bool
}

// path adds the pieces of a path; each curve becomes as many as steps says.
func (m *meter) path(p layout.Path, k kind, of, edge, steps int) {
	at := p.Start
	for _, s := range p.Segments {
		n := 1
		if s.Cubic {
			n = steps
		}
		from := at
		for i := 1; i <= n; i++ {
			to := s.At(at, float64(i)/float64(n))
			m.pieces = append(m.pieces, piece{k, from, to, of, edge})
			from = to
		}
		at = s.P
	}
}

func (m *meter) rectangle(k kind, x, y, w, h float64, of int) {
	m.pieces = append(m.pieces, piece{kind: k, a: layout.Point{X: x, Y: y}, b: layout.Point{X: x + w, Y: y + h}, of: of, edge: -1})
}

// sweep goes down the page and compares every piece with those that reach its top, if one
// of the two is of a line.
func (m *meter) sweep(d *layout.Diagram) {
	type begin struct {
		top float64
		at  int
	}
	order := make([]begin, len(m.pieces))
	for i := range order {
		order[i] = begin{m.pieces[i].top(), i}
	}
	slices.SortFunc(order, func(p, q begin) int { return cmp.Compare(p.top, q.top) })
	var lines, others []*piece
	var beside []int
	for _, o := range order {
		p := &m.pieces[o.at]
		lines = m.meet(d, p, lines)
		if p.kind != line {
			others = append(others, p)
			continue
		}
		others = m.meet(d, p, others)
		if p.steep() {
			beside = append(beside[:0], p.of)
			for _, q := range lines {
				if q.steep() && q.bottom()-p.top() >= longRun && math.Abs(p.a.X-q.a.X) < sideBySide && !slices.Contains(beside, q.of) {
					beside = append(beside, q.of)
				}
			}
			m.Abreast = max(m.Abreast, len(beside))
		}
		lines = append(lines, p)
	}
}

// meet compares a piece with others that began above its top, and keeps those that reach
// it.
func (m *meter) meet(d *layout.Diagram, p *piece, others []*piece) (kept []*piece) {
	kept = others[:0]
	for _, q := range others {
		if q.bottom() < p.top()-onEachOther {
			continue
		}
		kept = append(kept, q)
		if q.right() >= p.left()-onEachOther && q.left() <= p.right()+onEachOther {
			m.compare(d, p, q)
		}
	}
	return kept
}

// compare counts what two pieces have to do with each other, one of which is of a
// prerequisite.
func (m *meter) compare(d *layout.Diagram, p, q *piece) {
	if p.kind != line || q.kind == line && q.of < p.of {
		p, q = q, p
	}
	switch q.kind {
	case line:
		if p.of == q.of {
			return
		}
		if at, ok := overlap(p, q); ok {
			m.count(&m.Overlaps, upon, p.of, q.of, at)
		} else if at, ok := cross(p, q); ok {
			m.count(&m.Crossings, line, p.of, q.of, at)
		}
	case main:
		if at, ok := cross(p, q); ok {
			m.count(&m.Main, main, p.of, q.edge, at)
		}
	default:
		e := &d.Edges[p.edge]
		if id := d.Boxes[q.of].ID; id == e.From || id == e.To || !through(p, q) {
			return
		}
		count := &m.Boxes
		if q.kind == title {
			count = &m.Texts
		}
		m.count(count, q.kind, p.edge, q.of, layout.Point{})
	}
}

// count counts what is seen at a place for the first time.
func (m *meter) count(n *int, k kind, a, b int, at layout.Point) {
	const grid = 3. // px that count as one place
	key := place{k, a, b, int(math.Round(at.X / grid)), int(math.Round(at.Y / grid))}
	if !m.seen[key] {
		m.seen[key] = true
		*n++
	}
}

// cross is where two pieces cross.
func cross(p, q *piece) (layout.Point, bool) {
	t, _, ok := plane.Cross(p.a, p.b, q.a, q.b)
	return layout.Segment{P: p.b}.At(p.a, t), ok
}

// overlap is where two pieces begin to lie upon each other.
func overlap(p, q *piece) (layout.Point, bool) {
	dx, dy := p.b.X-p.a.X, p.b.Y-p.a.Y
	ex, ey := q.b.X-q.a.X, q.b.Y-q.a.Y
	n, k := math.Hypot(dx, dy), math.Hypot(ex, ey)
	if n < least || k < least || math.Abs(dx*ey-dy*ex) > 0.02*n*k {
		return layout.Point{}, false
	}
	dx, dy = dx/n, dy/n
	along := func(o layout.Point) float64 { return (o.X-p.a.X)*dx + (o.Y-p.a.Y)*dy }
	away := func(o layout.Point) float64 { return math.Abs((o.X-p.a.X)*dy - (o.Y-p.a.Y)*dx) }
	s, e := along(q.a), along(q.b)
	from, to := max(0, min(s, e)), min(n, max(s, e))
	if to-from < least || min(away(q.a), away(q.b)) > onEachOther {
		return layout.Point{}, false
	}
	return layout.Point{X: p.a.X + from*dx, Y: p.a.Y + from*dy}, true
}

// through tells whether a piece of a line leads through the inside of a rectangle.
func through(p, r *piece) bool {
	_, _, ok := plane.Within(p.a, p.b, r.a.X+inside, r.a.Y+inside, r.b.X-inside, r.b.Y-inside)
	return ok
}
