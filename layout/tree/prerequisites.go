package tree

import (
	"math"
	"sort"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/kit"
)

// end is a box where a prerequisite begins or ends.
type end struct {
	x, y, w, h float64
	side       float64 // where the tree grows at this box: 1 to the right, -1 to the left
	level      int
	leaf       bool // nothing is between the box and the edge of the page
}

// outer is the middle of the edge away from the root, inner that towards it.
func (e *end) outer() layout.Point {
	return layout.Point{X: e.x + e.w/2 + e.side*e.w/2, Y: e.y + e.h/2}
}

func (e *end) inner() layout.Point {
	return layout.Point{X: e.x + e.w/2 - e.side*e.w/2, Y: e.y + e.h/2}
}

// link is a prerequisite and its two boxes.
type link struct {
	edge     graph.Edge
	from, to *end
}

func (l link) top() float64 { return min(l.from.y, l.to.y) }

// sidewaysPrerequisites draws the prerequisites of a tree that grows along x.
// Between boxes at the end of the tree they run in lanes outside of it; between
// others of one level in the gap before them; and from a box to one of the next
// level in the gap between. No box stands in any of these places. The few that
// are left, such as from a part to a topic, run beneath the boxes.
func (b *builder) sidewaysPrerequisites() {
	for id, e := range b.ends {
		if e == nil {
			delete(b.ends, id)
		}
	}
	var links []link
	for _, e := range kit.Prerequisites(b.Lines, b.ends) {
		links = append(links, link{e, b.ends[e.From], b.ends[e.To]})
	}
	sort.SliceStable(links, func(i, j int) bool { return links[i].top() < links[j].top() })

	out := b.outside()
	before := map[gapOf]*kit.Lanes{}
	var around []link
	for _, l := range links {
		same := l.from.side == l.to.side
		switch {
		case l.from.leaf && l.to.leaf && same:
			b.lane(l, l.from.outer(), l.to.outer(), out[l.from.side].x, l.from.side, &out[l.from.side].lanes)
		case l.from.leaf && l.to.leaf:
			around = append(around, l)
		case same && l.from.level == l.to.level:
			gap := gapOf{l.from.side, l.from.level}
			if before[gap] == nil {
				before[gap] = &kit.Lanes{Most: innerLanes}
			}
			x := l.from.inner().X
			b.lane(l, l.from.inner(), l.to.inner(), x, -l.from.side, before[gap])
		case same && l.from.level < l.to.level:
			b.Require(l.edge, wave(l.from.outer(), l.to.inner()))
		case same:
			b.Require(l.edge, wave(l.from.inner(), l.to.outer()))
		default:
			b.Require(l.edge, wave(l.from.inner(), l.to.inner()))
		}
	}
	b.around(around, out)
}

// gapOf names the gap before the boxes of a level.
type gapOf struct {
	side  float64
	level int
}

// edge is one of the two outsides of the tree: where it begins, and its lanes.
type edge struct {
	x     float64
	lanes kit.Lanes
}

// outside measures how far the tree reaches to the left and to the right.
func (b *builder) outside() map[float64]*edge {
	l, r := math.Inf(1), math.Inf(-1)
	for _, box := range b.Diagram.Boxes {
		l, r = min(l, box.X), max(r, box.X+box.W)
	}
	gap := kit.Lanes{Gap: 2 * port}
	return map[float64]*edge{-1: {l, gap}, 1: {r, gap}}
}

// lane draws a line out of one box, along a lane beyond x, and into the other.
func (b *builder) lane(l link, from, to layout.Point, x, side float64, lanes *kit.Lanes) {
	from.Y += port
	to.Y -= port
	n := lanes.Take(min(from.Y, to.Y), max(from.Y, to.Y))
	x += side * (laneStart + float64(n)*laneGap)
	b.Require(l.edge, kit.Rounded(corner, from, layout.Point{X: x, Y: from.Y}, layout.Point{X: x, Y: to.Y}, to))
}

// around draws the lines from one side of a mind map to the other, below it.
func (b *builder) around(links []link, out map[float64]*edge) {
	bottom := 0.
	for _, box := range b.Diagram.Boxes {
		bottom = max(bottom, box.Y+box.H)
	}
	for i, l := range links {
		from, to := l.from.outer(), l.to.outer()
		from.Y += port
		to.Y -= port
		y := bottom + laneStart + float64(i)*laneGap
		x := func(e *end, at layout.Point) float64 {
			o := out[e.side]
			return o.x + e.side*(laneStart+float64(o.lanes.Take(at.Y, y))*laneGap)
		}
		x0, x1 := x(l.from, from), x(l.to, to)
		b.Require(l.edge, kit.Rounded(corner, from, layout.Point{X: x0, Y: from.Y},
			layout.Point{X: x0, Y: y}, layout.Point{X: x1, Y: y}, layout.Point{X: x1, Y: to.Y}, to))
	}
}
