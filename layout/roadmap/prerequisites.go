package roadmap

import (
	"context"
	"slices"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout/kit"
)

// Lines between prerequisites run where no box stands: down the middle of a part,
// between the two columns of sections; beside the whole figure; beside a single
// group of topics; and across the page above and below titles. A line leads down the
// side of the page where it can, for there it crosses nothing.
const (
	hallMargin = 16. // from the boxes and titles to the first lane
	pageMargin = 10. // from the edge of the page
	besideRoom = 34. // for the lanes beside a group of topics
)

// place is where a box stands that lines can touch.
type place struct {
	left, right, top, bottom float64
	side                     side
	row, column, hall        int
	section                  bool
	behind, before           bool // of topics side by side: the one further from the middle, and the other
}

// hall is a part in a column as lines see it: its middle, and the two ways across
// the column, one above its title and one below; nil where it has no title.
type hall struct{ middle, above, below *kit.Strip }

// ways is what leads the lines of a figure.
type ways struct {
	*builder
	margins [][2]*kit.Strip    // beside each column
	beside  map[int]*kit.Strip // of the topics of a row
}

// enter notes a way into a part, in the column that is filled.
func (b *builder) enter(h hall) {
	left, right := b.m.middle()
	x := float64(b.column) * b.m.width
	left, right = left+x+hallMargin, right+x-hallMargin
	h.middle = &kit.Strip{Low: left, High: right, Home: (left + right) / 2}
	b.halls = append(b.halls, h)
}

func across(top, bottom float64) *kit.Strip {
	return &kit.Strip{Across: true, Low: top, High: bottom, Home: bottom}
}

// sides are the strips beside a column of the page.
func (b *builder) sides(column int) [2]*kit.Strip {
	x := float64(column) * b.m.width
	cols := shifted(b.m.cols, x)
	high, low := cols[left].edge(left, &b.m)-hallMargin, cols[right].edge(right, &b.m)+hallMargin
	if b.iconed {
		high = min(high, cols[left].icon-b.m.icon/2-hallMargin/2)
		low = max(low, cols[right].icon+b.m.icon/2+hallMargin/2)
	}
	return [2]*kit.Strip{{Low: x + pageMargin, High: high, Home: high}, {Low: low, High: x + b.m.width - pageMargin, Home: low}}
}

// prerequisites draws the lines of prerequisites and returns those for which there
// is no room, or that would lead from column to column.
func (b *builder) prerequisites(ctx context.Context) (lost []graph.Edge) {
	for id, p := range b.boxes {
		if p == nil {
			delete(b.boxes, id)
		}
	}
	w := &ways{builder: b, beside: map[int]*kit.Strip{}}
	for i := range b.ends {
		w.margins = append(w.margins, b.sides(i))
	}
	var routes []kit.Way
	var edges []graph.Edge
	for _, e := range kit.Prerequisites(b.Lines, b.boxes) {
		b.Check()
		if way, ok := w.way(e, *b.boxes[e.From], *b.boxes[e.To]); ok {
			routes, edges = append(routes, way), append(edges, e)
		} else {
			lost = append(lost, e)
		}
	}
	paths := kit.Ways(ctx, routes)
	for i, e := range edges {
		if len(paths[i].Segments) == 0 {
			lost = append(lost, e)
			continue
		}
		b.Require(e, paths[i])
	}
	b.PassUnder()
	return lost
}

// way decides where a line runs, and tells whether there is such a way.
func (w *ways) way(e graph.Edge, from, to place) (kit.Way, bool) {
	way := kit.Way{Edge: e}
	if from.column != to.column {
		return way, false
	}
	free := w.isFree(from) && w.isFree(to)
	middle := w.halls[from.hall].middle
	switch {
	case free && from.row == to.row && !from.section && !to.section:
		way.Through = []*kit.Strip{w.group(from)}
	case free && from.side == to.side:
		way.Through = []*kit.Strip{w.margins[from.column][from.side]}
	case from.hall == to.hall:
		way.Through = []*kit.Strip{middle}
	default:
		way.Through = w.around(from, to)
	}
	way.From, way.To = w.outer(from), w.outer(to)
	if slices.Contains(way.Through, nil) {
		return way, false
	}
	if way.Through[0] == middle {
		way.From = w.inner(from)
		if from.behind {
			return way, false
		}
	}
	if way.Through[len(way.Through)-1] == w.halls[to.hall].middle {
		way.To = w.inner(to)
		if to.behind {
			return way, false
		}
	}
	return way, true
}

// around leads from part to part: out to the side of the page, across it next to a
// title if need be, and in again.
func (w *ways) around(from, to place) []*kit.Strip {
	out, in := from.side, to.side
	exit := w.halls[from.hall].below // upward
	if from.hall < to.hall {
		exit = w.halls[from.hall+1].above
	}
	if !w.isFree(to) {
		in = out // either will do
	}
	var through []*kit.Strip
	switch {
	case !w.isFree(from):
		out = in
		through = append(through, w.halls[from.hall].middle, exit, w.margins[from.column][out])
	case out == in:
		through = append(through, w.margins[from.column][out])
	default:
		through = append(through, w.margins[from.column][out], exit, w.margins[from.column][in])
	}
	if !w.isFree(to) {
		through = append(through, w.halls[to.hall].below, w.halls[to.hall].middle)
	}
	return through
}

// isFree tells whether nothing stands between a box and the edge of the column.
func (w *ways) isFree(p place) bool { return !p.before && (!p.section || !w.iconed) }

// group is the strip beside the topics of a row, or beside the column where
// lines in the two would lie upon each other.
func (w *ways) group(p place) *kit.Strip {
	s := w.beside[p.row]
	if s == nil {
		edge := w.outer(p).X
		x := float64(p.column) * w.m.width
		s = &kit.Strip{Low: edge + hallMargin, High: min(edge+hallMargin+besideRoom, x+w.m.width-pageMargin)}
		s.Home = s.Low
		if p.side == left {
			s.Low, s.High = max(edge-hallMargin-besideRoom, x+pageMargin), edge-hallMargin
			s.Home = s.High
		}
		if margin := w.margins[p.column][p.side]; s.Low < margin.High+hallMargin && margin.Low < s.High+hallMargin {
			s = margin
		}
		w.beside[p.row] = s
	}
	return s
}

// inner is the edge of a box that faces the middle of the page, outer the other.
func (w *ways) inner(p place) kit.Stop { return p.stop(p.side == left, true) }
func (w *ways) outer(p place) kit.Stop { return p.stop(p.side == right, false) }

func (p place) stop(rightward, joined bool) kit.Stop {
	s := kit.Stop{X: p.left, Top: p.top, Bottom: p.bottom, Rightward: rightward, Joined: joined}
	if rightward {
		s.X = p.right
	}
	return s
}
