package layered

import (
	"math"

	"github.com/roadmapviz/roadmapviz/layout"
)

// route is the line of a prerequisite from its upper cell to its lower one. It
// passes each layer straight down, in the place that the layer has left for it,
// and bends only between layers, where no box stands.
func (b *builder) route(l link) layout.Path {
	r := b.leave(l)
	for i := 1; i < len(l.chain); i++ {
		v := l.chain[i]
		at := b.layers[b.net.layer[v]]
		if i == len(l.chain)-1 {
			r.to(l.x[1], b.layers[b.net.layer[l.chain[i-1]]].bottom(), at.y)
			break
		}
		r.to(b.x[v], b.layers[b.net.layer[l.chain[i-1]]].bottom(), at.y)
	}
	b.arrive(l, &r)
	return r.Path
}

// router draws a line downward; straight pieces in a row are drawn as one.
type router struct {
	layout.Path
	x float64 // of the pen, which may be lower than the end of the path
}

// to leads to x in a bend between two heights, or straight on if x is where it is.
func (r *router) to(x, from, to float64) {
	if math.Abs(x-r.x) < 0.02 {
		return
	}
	r.down(from)
	middle := (from + to) / 2
	r.Curve(r.x, middle, x, middle, x, to)
	r.x = x
}

// down leads straight down to y.
func (r *router) down(y float64) {
	if r.End().Y < y {
		r.Line(r.x, y)
	}
}

const turn = 8. // radius of the corners at sections and at topics with sub-topics

// leave begins the line at the upper cell: below a topic, at the outer side of
// one with sub-topics, or at a section.
func (b *builder) leave(l link) router {
	c := b.cells[l.upper]
	r := router{x: l.x[0]}
	switch {
	case c.topic.Len() == 1:
		r.Start = layout.Point{X: r.x, Y: b.top(l.upper) + c.h}
	case c.topic.Len() > 1:
		edge := r.x - outlet
		r.corner(edge, b.top(l.upper)+listStyle.Topic.H/2)
	default:
		r.corner(b.left+pad+sectionStyle.W, b.layers[c.layer].y+portHeight/2+4)
	}
	return r
}

// arrive ends the line at the lower cell: above a topic, or at a section.
func (b *builder) arrive(l link, r *router) {
	c := b.cells[l.lower]
	if c.topic.Len() > 0 {
		r.down(b.top(l.lower))
		return
	}
	y, x := b.layers[c.layer].y+portHeight/2-4, b.left+pad+sectionStyle.W
	radius := min(turn, (r.x-x)/2)
	r.down(y - radius)
	r.Curve(r.x, y-radius/2, r.x-radius/2, y, r.x-radius, y)
	r.Line(x, y)
}

// corner begins a line at (x, y) that turns down at the pen.
func (r *router) corner(x, y float64) {
	radius := min(turn, (r.x-x)/2)
	r.Start = layout.Point{X: x, Y: y}
	r.Line(r.x-radius, y)
	r.Curve(r.x-radius/2, y, r.x, y+radius/2, r.x, y+radius)
}

// hop leads from one cell to another of the same layer, over what stands between.
func (b *builder) hop(l link) layout.Path {
	from, to := b.cells[l.upper], b.cells[l.lower]
	start := layout.Point{X: b.x[l.upper], Y: b.top(l.upper)}
	end := layout.Point{X: b.x[l.lower], Y: b.top(l.lower)}
	y := b.layers[from.layer].y - b.layers[to.layer].gap/2
	path := layout.Path{Start: start}
	path.Curve(start.X, y, end.X, y, end.X, end.Y)
	return path
}
