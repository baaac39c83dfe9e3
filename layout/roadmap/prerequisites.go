package roadmap

import (
	"math"
	"sort"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
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
	for _, e := range b.g.Edges {
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
	lanes := max(1, int((b.cols[right].section-laneMargin-first)/laneGap)+1)
	free := make([]float64, lanes) // the y from which each lane is free
	for i := range free {
		free[i] = math.Inf(-1)
	}
	for _, r := range routes {
		lane := 0
		for i := range free {
			if free[i] <= r.top {
				lane = i
				break
			}
			if free[i] < free[lane] { // all taken: share the lane that is free first
				lane = i
			}
		}
		free[lane] = max(free[lane], r.end+2*laneCorner)
		b.d.Edges = append(b.d.Edges, layout.Edge{
			From: r.edge.From, To: r.edge.To, Kind: string(graph.Requires),
			Path: laneRoute(r.from, r.to, first+float64(lane)*laneGap), Tooltip: r.edge.Reason,
		})
	}
}

// laneRoute leads from one box into the lane at x, along it, and to the other
// box, with rounded corners.
func laneRoute(from, to place, x float64) layout.Path {
	const quarter = 0.5523 // of the radius: a cubic's handle for a quarter circle
	r := min(laneCorner, math.Abs(to.y-from.y)/2)
	down := math.Copysign(r, to.y-from.y)
	in, out := math.Copysign(r, x-from.x), math.Copysign(r, to.x-x)
	p := layout.Path{Start: layout.Point{X: from.x, Y: from.y}}
	p.Line(x-in, from.y)
	p.Curve(x-in*(1-quarter), from.y, x, from.y+down*(1-quarter), x, from.y+down)
	p.Line(x, to.y-down)
	p.Curve(x, to.y-down*(1-quarter), x+out*(1-quarter), to.y, x+out, to.y)
	p.Line(to.x, to.y)
	return p
}
