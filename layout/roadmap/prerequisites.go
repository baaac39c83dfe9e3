package roadmap

import (
	"sort"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/kit"
)

// The middle of the page, between the two columns of sections, never holds a
// box. Lines between prerequisites run along it in lanes.
const (
	laneGap    = 9.
	laneMargin = 16. // from the sections to the first lane
	laneCorner = 8.  // radius
	portOffset = 15. // of the lines from the middle of a box's edge
)

// place is where a line can touch a box: a point of the edge that faces the
// middle of the page.
type place struct {
	x, y  float64
	side  side
	drawn bool
}

// prerequisites draws the declared prerequisites whose two ends are drawn.
// Each leaves its box below the middle of the edge and arrives above it.
func (b *builder) prerequisites() {
	type route struct {
		edge     graph.Edge
		from, to place
		top, end float64
	}
	var routes []route
	for _, e := range b.Graph.Edges {
		from, to := b.boxes[e.From], b.boxes[e.To]
		if e.Kind != graph.Requires || !from.drawn || !to.drawn {
			continue
		}
		from.y += portOffset
		to.y -= portOffset
		routes = append(routes, route{e, from, to, min(from.y, to.y), max(from.y, to.y)})
	}
	sort.SliceStable(routes, func(i, j int) bool { return routes[i].top < routes[j].top })

	first := b.cols[left].section + sectionWidth + laneMargin
	lanes := kit.Lanes{Most: max(1, int((b.cols[right].section-laneMargin-first)/laneGap)+1), Gap: 2 * laneCorner}
	for _, r := range routes {
		x := first + float64(lanes.Take(r.top, r.end))*laneGap
		// From one box into the lane, along it, and to the other box.
		b.Require(r.edge, kit.Rounded(laneCorner,
			layout.Point{X: r.from.x, Y: r.from.y}, layout.Point{X: x, Y: r.from.y},
			layout.Point{X: x, Y: r.to.y}, layout.Point{X: r.to.x, Y: r.to.y}))
	}
}
