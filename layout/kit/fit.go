package kit

import (
	"math"

	"github.com/roadmapviz/roadmapviz/layout"
)

// Fit moves the contents of the diagram so that they begin at the margin from
// the page's top left corner, and makes the page end a margin beyond them.
// Curves count with their control points.
func (d *Draft) Fit(margin float64) {
	x0, y0, x1, y1 := bounds(d.Diagram)
	d.Move(margin-x0, margin-y0)
	d.Diagram.Width, d.Diagram.Height = x1-x0+2*margin, y1-y0+2*margin
}

func bounds(d *layout.Diagram) (x0, y0, x1, y1 float64) {
	x0, y0, x1, y1 = math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	add := func(x, y float64) {
		x0, y0, x1, y1 = min(x0, x), min(y0, y), max(x1, x), max(y1, y)
	}
	for i := range d.Boxes {
		b := &d.Boxes[i]
		add(b.X, b.Y)
		add(b.X+b.W, b.Y+b.H)
		for _, c := range b.Icons {
			add(c.X, c.Y)
			add(c.X+c.W, c.Y+c.H)
		}
	}
	for i := range d.Edges {
		for _, l := range d.Edges[i].Lines {
			add(l.X-l.Width/2, l.Y-l.Size)
			add(l.X+l.Width/2, l.Y+l.Size/4)
		}
		p := &d.Edges[i].Path
		add(p.Start.X, p.Start.Y)
		for _, s := range p.Segments {
			add(s.P.X, s.P.Y)
			if s.Cubic {
				add(s.C1.X, s.C1.Y)
				add(s.C2.X, s.C2.Y)
			}
		}
	}
	return x0, y0, x1, y1
}

// Move moves everything on the page.
func (d *Draft) Move(dx, dy float64) { d.Diagram.Move(dx, dy) }
