package tree

import (
	"sort"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/kit"
)

// The lines between prerequisites leave a list to its right, where a gutter is
// kept free for them, and cross to other lists in a channel above all sections.
const gutterLanes = 6

// column is a section with the list below it, placed.
type column struct {
	section *branch
	ends    int // of prerequisites
	lanes   kit.Lanes
}

// gutter is the x of a lane of the column's gutter.
func (c *column) gutter(lane int) float64 {
	return c.section.across + c.section.item.W + laneStart + float64(lane)*laneGap
}

// room is how wide the gutter must be.
func (c *column) room() float64 {
	if c.ends == 0 {
		return 0
	}
	return laneStart + float64(min(c.ends, gutterLanes))*laneGap
}

// down draws the tree from the root downward.
func (b *builder) down(root *branch) {
	columns := b.columns(root)
	tidy(root)
	part, section := 0., root.item.H+levelGap
	if root.level == courseLevel {
		part = section
		for _, p := range root.kids {
			section = max(section, part+p.item.H+levelGap)
		}
	}
	routes, channel := b.channel(columns)
	section += channel

	middle := func(at *branch) float64 { return at.across + at.item.W/2 }
	var draw func(at *branch, y float64)
	draw = func(at *branch, y float64) {
		b.put(at, at.across, y, 1)
		if at.level == sectionLevel {
			b.list(at, y)
			return
		}
		next := section
		if at.level == courseLevel {
			next = part
		}
		for _, kid := range at.kids {
			from, to := layout.Point{X: middle(at), Y: y + at.item.H}, layout.Point{X: middle(kid), Y: next}
			stem := from.Y + stemLength
			b.contain(at, kid, kit.Fork(from, layout.Point{X: from.X, Y: stem}, layout.Point{X: to.X, Y: stem}, to))
			draw(kid, next)
		}
	}
	draw(root, 0)
	for _, r := range routes {
		r.draw(b, section)
	}
}

// columns prepares the tree for tidy: its last boxes are the sections, each as
// wide as its list and the gutter beside it, and all of one height.
func (b *builder) columns(root *branch) []*column {
	wanted := map[string]int{}
	for _, e := range kit.Prerequisites(b.Lines, b.ends) {
		wanted[e.From]++
		wanted[e.To]++
	}
	var columns []*column
	var prepare func(at *branch)
	prepare = func(at *branch) {
		at.length = 1
		at.spread = at.item.W
		if at.level < sectionLevel {
			for _, kid := range at.kids {
				kid.out = at.end()
				prepare(kid)
			}
			return
		}
		c := &column{section: at, lanes: kit.Lanes{Most: gutterLanes}}
		at.list(func(item *branch) { c.ends += wanted[item.item.Node.ID] })
		at.spread += c.room()
		at.listed, at.kids = at.kids, nil
		columns = append(columns, c)
	}
	prepare(root)
	high := 0.
	for _, c := range columns {
		high = max(high, c.section.item.H)
	}
	for _, c := range columns {
		c.section.item.H = high
	}
	return columns
}

// below is what a branch holds, be it a list or not.
func (b *branch) below() []*branch {
	if b.listed != nil {
		return b.listed
	}
	return b.kids
}

// list visits a section and all below it, in order.
func (b *branch) list(visit func(*branch)) {
	visit(b)
	for _, kid := range b.below() {
		kid.list(visit)
	}
}

// list draws what a section holds, one below the other.
func (b *builder) list(section *branch, y float64) {
	y += section.item.H
	var draw func(at *branch, x, top float64)
	draw = func(at *branch, x, top float64) {
		for i, kid := range at.below() {
			inset := indent
			if at.level > topicLevel { // deeper levels are not inset further
				inset = 0
			}
			y += gaps[min(at.level, len(gaps)-1)]
			if i == 0 {
				y += 4
			}
			elbow := x + indent/2
			path := layout.Path{Start: layout.Point{X: elbow, Y: top}}
			path.Line(elbow, y+kid.item.H/2)
			path.Line(x+inset, y+kid.item.H/2)
			if inset > 0 {
				b.contain(at, kid, path)
			}
			b.put(kid, x+inset, y, 1)
			y += kid.item.H
			draw(kid, x+inset, y)
		}
	}
	draw(section, section.across, y)
}

// crossing is a prerequisite on its way through gutters and the channel.
type crossing struct {
	edge     graph.Edge
	from, to *column
	out, in  int // the lanes of the two gutters
	level    int // the lane of the channel
}

// channel finds the ways of the prerequisites between sections and topics, and
// the height of the channel that they need.
func (b *builder) channel(columns []*column) ([]*crossing, float64) {
	home := map[string]*column{}
	for _, c := range columns {
		c.section.list(func(item *branch) { home[item.item.Node.ID] = c })
	}
	var routes []*crossing
	for _, e := range kit.Prerequisites(b.Lines, b.ends) {
		r := &crossing{edge: e, from: home[e.From], to: home[e.To]}
		if r.from == nil || r.to == nil {
			continue
		}
		r.out = r.from.lanes.Take(0, 1)
		if r.from != r.to {
			r.in = r.to.lanes.Take(0, 1)
		}
		routes = append(routes, r)
	}
	byPlace := append([]*crossing(nil), routes...)
	start := func(r *crossing) float64 { return min(r.from.gutter(r.out), r.to.gutter(r.in)) }
	sort.SliceStable(byPlace, func(i, j int) bool { return start(byPlace[i]) < start(byPlace[j]) })
	lanes := kit.Lanes{Gap: laneGap}
	for _, r := range byPlace {
		if r.from != r.to {
			r.level = lanes.Take(start(r), max(r.from.gutter(r.out), r.to.gutter(r.in)))
		}
	}
	return routes, float64(lanes.Count()) * laneGap
}

// draw adds the line, once its two boxes have their places below the channel.
func (r *crossing) draw(b *builder, bottom float64) {
	from, to := b.ends[r.edge.From], b.ends[r.edge.To]
	if from == nil || to == nil {
		return
	}
	start := layout.Point{X: from.x + from.w, Y: from.y + from.h/2 + port}
	end := layout.Point{X: to.x + to.w, Y: to.y + to.h/2 - port}
	x0 := r.from.gutter(r.out)
	if r.from == r.to {
		b.Require(r.edge, kit.Rounded(corner, start, layout.Point{X: x0, Y: start.Y}, layout.Point{X: x0, Y: end.Y}, end))
		return
	}
	x1, y := r.to.gutter(r.in), bottom-laneStart-float64(r.level)*laneGap
	b.Require(r.edge, kit.Rounded(corner, start, layout.Point{X: x0, Y: start.Y},
		layout.Point{X: x0, Y: y}, layout.Point{X: x1, Y: y}, layout.Point{X: x1, Y: end.Y}, end))
}
