package layered

import (
	"sort"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/kit"
)

// reach is the number of layers beyond which a prerequisite does not make its
// way between the boxes but beside the bands. It bounds the work and, in a long
// course, the width of the bands; and nobody follows a line past fifty others.
const reach = 60

const (
	farStart = 22. // from the panels to the first lane, px
	laneGap  = 9.  // between lanes
	above    = 9.  // from a layer to the lines that run across the page next to it
	corner   = 8.  // radius
	inset    = 14. // from a box's right edge to where lines to the lanes leave
)

// farRoutes draws the prerequisites over many layers: out of the row, in the gap
// below it, to a lane right of all bands, and back in the gap above the other row.
func (b *builder) farRoutes() {
	sort.SliceStable(b.far, func(i, j int) bool { return b.cells[b.far[i].upper].layer < b.cells[b.far[j].upper].layer })
	lanes := kit.Lanes{Gap: 2 * corner}
	paths := make([]layout.Path, len(b.far))
	for i, l := range b.far {
		b.Check()
		points := b.out(l.upper, i, false)
		back := b.out(l.lower, i, true)
		start, end := points[len(points)-1].Y, back[len(back)-1].Y
		x := b.right + farStart + laneGap*float64(lanes.Take(start, end))
		points = append(points, layout.Point{X: x, Y: start}, layout.Point{X: x, Y: end})
		for k := len(back) - 1; k >= 0; k-- {
			points = append(points, back[k])
		}
		path := kit.Rounded(corner, points...)
		if l.turned {
			path = path.Reversed()
		}
		paths[i] = path
	}
	// Labels stand right of all lanes, in the order of the lines.
	beyond, y := b.right+farStart+laneGap*float64(lanes.Count()), 0.
	for i := range b.far {
		l := &b.far[i]
		if l.label = b.label(l.edge); len(l.label.Lines) > 0 {
			y = max(y, b.layers[b.cells[l.upper].layer].bottom()+l.label.Height()/2)
			l.beside = layout.Point{X: beyond + l.label.Width()/2, Y: y}
			y += l.label.Height()
		}
		b.line(*l, paths[i])
	}
}

// out leads from a cell to the height at which its line crosses the page: above
// the cell's layer or below it. Lines at the same height are told apart a little
// by their number.
func (b *builder) out(i int32, number int, up bool) []layout.Point {
	c := b.cells[i]
	at := b.layers[c.layer]
	apart := above + 3*float64(number%4)
	if c.topic.Len() == 0 { // a section
		y := at.y + portHeight/2 + 4
		if up {
			y -= 8
		}
		return []layout.Point{{X: b.left + pad + sectionStyle.W, Y: y}}
	}
	x := b.x[i] + listStyle.Topic.W/2 - inset
	switch {
	case up:
		return []layout.Point{{X: x, Y: b.top(i)}, {X: x, Y: at.y - apart}}
	case c.topic.Len() == 1:
		return []layout.Point{{X: x, Y: b.top(i) + c.h}, {X: x, Y: at.bottom() + apart}}
	}
	y := b.top(i) + listStyle.Topic.H/2
	x = b.x[i] + c.w/2
	return []layout.Point{{X: x - outlet, Y: y}, {X: x, Y: y}, {X: x, Y: at.bottom() + apart}}
}

// file puts a link where it belongs: into the net, or among those that run
// beside the bands, or among those of a circle, which are in one layer.
func (b *builder) file(e graph.Edge) {
	l := link{edge: e, upper: b.node[e.From], lower: b.node[e.To]}
	if b.cells[l.upper].layer > b.cells[l.lower].layer {
		l.upper, l.lower, l.turned = l.lower, l.upper, true
	}
	if l.upper == l.lower {
		b.loops = append(b.loops, l)
		return
	}
	switch span := b.cells[l.lower].layer - b.cells[l.upper].layer; {
	case span == 0:
		b.level = append(b.level, l)
	case span > reach:
		b.far = append(b.far, l)
	default:
		b.links = append(b.links, l)
	}
}
