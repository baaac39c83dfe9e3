package graphviz

import (
	"math"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/kit"
)

const margin = 64. // around the figure, px

// draw makes the diagram of what Graphviz answered: the right way up, from the
// page's top left corner, and with edges that end on their boxes.
func draw(c *content, a *answer, m manner) *layout.Diagram {
	d := c.Diagram
	page := a.turn(c, m.clockwise)
	d.Width, d.Height = page.x1, page.y1
	if spare := c.Page.Width - d.Width; spare > 0 {
		d.Width = c.Page.Width
		a.move(spare/2, 0)
	}
	for i, n := range c.cards {
		if p, ok := a.panels[i]; ok && n.role == layout.SectionRole {
			c.Add(layout.Box{Role: layout.GroupRole, X: p.x0, Y: p.y0, W: p.x1 - p.x0, H: p.y1 - p.y0})
		}
	}
	first := len(d.Boxes)
	for i, n := range c.cards {
		c.Add(n.box(a.centres[i].X-n.w/2, a.centres[i].Y-n.h/2))
	}
	for i, l := range c.links {
		if m.tie(c, l).use != drawn {
			continue
		}
		from, to := d.Boxes[first+l.from], d.Boxes[first+l.to]
		path := a.routes[i]
		below, isTable := a.panels[l.to]
		switch {
		case isTable && l.kind == graph.Next && below.y0 > a.panels[l.from].y0+1:
			path = toNextRow(from, to, a.panels[l.from], below)
		case len(path.Segments) == 0:
			path = layout.Path{Start: a.centres[l.from]}
			path.Line(a.centres[l.to].X, a.centres[l.to].Y)
		}
		path = clip(path, from, to)
		switch {
		case l.kind == graph.Requires:
			c.Require(l.edge, path)
		case l.kind == graph.Leads:
			d.Edges = append(d.Edges, layout.Edge{From: from.ID, To: to.ID, Kind: c.edgeKind(), Path: path, Tooltip: l.edge.Label})
		default:
			c.Join(from.ID, to.ID, l.kind, path)
		}
	}
	return d
}

// edgeKind is what the edges of a plain graph are drawn as.
func (c *content) edgeKind() string {
	if c.Graph.Form == graph.Undirected {
		return layout.JoinsEdge
	}
	return string(graph.Leads)
}

// turn makes y grow downward, unless a mirrored picture is wanted, and moves
// everything to the page's corner. It returns the page.
func (a *answer) turn(c *content, mirrored bool) rect {
	if !mirrored {
		a.each(func(p layout.Point) layout.Point { return layout.Point{X: p.X, Y: -p.Y} })
	}
	r := a.bounds(c)
	a.move(margin-r.x0, margin-r.y0)
	return rect{0, 0, r.x1 - r.x0 + 2*margin, r.y1 - r.y0 + 2*margin}
}

func (a *answer) move(dx, dy float64) {
	a.each(func(p layout.Point) layout.Point { return layout.Point{X: p.X + dx, Y: p.Y + dy} })
}

// each moves every point of the answer.
func (a *answer) each(f func(layout.Point) layout.Point) {
	for i := range a.centres {
		a.centres[i] = f(a.centres[i])
	}
	for i := range a.routes {
		r := &a.routes[i]
		r.Start = f(r.Start)
		for j := range r.Segments {
			s := &r.Segments[j]
			s.C1, s.C2, s.P = f(s.C1), f(s.C2), f(s.P)
		}
	}
	for i, r := range a.panels {
		p, q := f(layout.Point{X: r.x0, Y: r.y0}), f(layout.Point{X: r.x1, Y: r.y1})
		a.panels[i] = rect{min(p.X, q.X), min(p.Y, q.Y), max(p.X, q.X), max(p.Y, q.Y)}
	}
}

// bounds is the smallest rectangle that holds all cards, panels and routes.
func (a *answer) bounds(c *content) rect {
	r := rect{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	add := func(x0, y0, x1, y1 float64) {
		r = rect{min(r.x0, x0), min(r.y0, y0), max(r.x1, x1), max(r.y1, y1)}
	}
	for i, n := range c.cards {
		p := a.centres[i]
		add(p.X-n.w/2, p.Y-n.h/2, p.X+n.w/2, p.Y+n.h/2)
	}
	for _, p := range a.panels {
		add(p.x0, p.y0, p.x1, p.y1)
	}
	for _, path := range a.routes {
		if len(path.Segments) > 0 {
			for _, p := range path.Sample(12) {
				add(p.X, p.Y, p.X, p.Y)
			}
		}
	}
	return r
}

// toNextRow leads from the last card of a row around its panel into the
// gap between the rows, and down into the first card of the next row.
func toNextRow(from, to layout.Box, above, below rect) layout.Path {
	const away, radius = 18., 14.
	x, y := above.x1+away, below.y0-away
	return kit.Rounded(radius,
		layout.Point{X: from.X + from.W, Y: from.Y + from.H/2},
		layout.Point{X: x, Y: from.Y + from.H/2},
		layout.Point{X: x, Y: y},
		layout.Point{X: to.X + to.W/2, Y: y},
		layout.Point{X: to.X + to.W/2, Y: to.Y})
}
