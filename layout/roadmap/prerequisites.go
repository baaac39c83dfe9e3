package roadmap

import (
	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
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
	row, part                int
	section                  bool
}

// hall is a part as lines see it: its middle, and the two ways across the page,
// one above its title and one below.
type hall struct{ middle, above, below *kit.Strip }

// ways is what leads the lines of a figure.
type ways struct {
	*builder
	margins [2]*kit.Strip
	beside  map[int]*kit.Strip // of the topics of a row
}

// enter notes the way into a part, below what is there, whose content begins at top.
func (b *builder) enter(bottom float64, title layout.Box, top float64) {
	left, right := b.cols[left].section+sectionWidth+hallMargin, b.cols[right].section-hallMargin
	b.halls = append(b.halls, hall{
		middle: &kit.Strip{Low: left, High: right, Home: (left + right) / 2},
		above:  across(bottom+hallMargin, title.Y-hallMargin/2),
		below:  across(title.Y+title.H+hallMargin/2, top-hallMargin),
	})
}

func across(top, bottom float64) *kit.Strip {
	return &kit.Strip{Across: true, Low: top, High: bottom, Home: bottom}
}

// prerequisites draws the lines of prerequisites and returns those for which there
// is no room.
func (b *builder) prerequisites() (lost []graph.Edge) {
	for id, p := range b.boxes {
		if p == nil {
			delete(b.boxes, id)
		}
	}
	edges := kit.Prerequisites(b.Lines, b.boxes)
	w := &ways{builder: b, beside: map[int]*kit.Strip{}}
	w.margins = [2]*kit.Strip{{Low: pageMargin, High: b.cols[left].topic - hallMargin}, {Low: b.cols[right].topic + topicWidth + hallMargin, High: b.Diagram.Width - pageMargin}}
	if b.iconed {
		w.margins[left].High = b.cols[left].icon - iconSize/2 - hallMargin/2
		w.margins[right].Low = b.cols[right].icon + iconSize/2 + hallMargin/2
	}
	w.margins[left].Home, w.margins[right].Home = w.margins[left].High, w.margins[right].Low
	routes := make([]kit.Way, len(edges))
	for i, e := range edges {
		routes[i] = w.way(e, *b.boxes[e.From], *b.boxes[e.To])
	}
	paths := kit.Ways(routes)
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

// way decides where a line runs.
func (w *ways) way(e graph.Edge, from, to place) kit.Way {
	free := w.isFree(from) && w.isFree(to)
	way := kit.Way{Edge: e}
	switch {
	case free && from.row == to.row && !from.section && !to.section:
		way.Through = []*kit.Strip{w.group(from)}
	case free && from.side == to.side:
		way.Through = []*kit.Strip{w.margins[from.side]}
	case from.part == to.part:
		way.Through = []*kit.Strip{w.halls[from.part].middle}
		way.From, way.To = w.inner(from), w.inner(to)
		return way
	default:
		way.Through = w.around(from, to)
	}
	way.From, way.To = w.outer(from), w.outer(to)
	if way.Through[0] == w.halls[from.part].middle {
		way.From = w.inner(from)
	}
	if way.Through[len(way.Through)-1] == w.halls[to.part].middle {
		way.To = w.inner(to)
	}
	return way
}

// around leads from part to part: out to the side of the page, across it next to a
// title if need be, and in again.
func (w *ways) around(from, to place) []*kit.Strip {
	out, in := from.side, to.side
	exit := w.halls[from.part].below // upward
	if from.part < to.part {
		exit = w.halls[from.part+1].above
	}
	if !w.isFree(to) {
		in = out // either will do
	}
	var through []*kit.Strip
	switch {
	case !w.isFree(from):
		out = in
		through = append(through, w.halls[from.part].middle, exit, w.margins[out])
	case out == in:
		through = append(through, w.margins[out])
	default:
		through = append(through, w.margins[out], exit, w.margins[in])
	}
	if !w.isFree(to) {
		through = append(through, w.halls[to.part].below, w.halls[to.part].middle)
	}
	return through
}

// isFree tells whether nothing stands between a box and the edge of the page.
func (w *ways) isFree(p place) bool { return !p.section || !w.iconed }

// group is the strip beside the topics of a row.
func (w *ways) group(p place) *kit.Strip {
	s := w.beside[p.row]
	if s == nil {
		edge := w.outer(p).X
		s = &kit.Strip{Low: edge + hallMargin, High: edge + hallMargin + besideRoom}
		s.Home = s.Low
		if p.side == left {
			s.Low, s.High = edge-hallMargin-besideRoom, edge-hallMargin
			s.Home = s.High
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
