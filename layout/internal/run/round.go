package run

import (
	"github.com/roadmapviz/roadmapviz/layout"
)

// round moves every coordinate of the diagram to the nearest 1/64 px. Engines
// compute freely; the differences between processors (some fuse a
// multiplication and an addition into one rounding) end here.
func round(d *layout.Diagram) {
	snap(&d.Width, &d.Height)
	roundBoxes(d.Boxes)
	for i := range d.Edges {
		for j := range d.Edges[i].Lines {
			l := &d.Edges[i].Lines[j]
			snap(&l.X, &l.Y, &l.Width)
		}
		p := &d.Edges[i].Path
		snap(&p.Start.X, &p.Start.Y)
		for j := range p.Segments {
			s := &p.Segments[j]
			snap(&s.C1.X, &s.C1.Y, &s.C2.X, &s.C2.Y, &s.P.X, &s.P.Y)
		}
	}
}

func roundBoxes(boxes []layout.Box) {
	for i := range boxes {
		b := &boxes[i]
		snap(&b.X, &b.Y, &b.W, &b.H)
		for j := range b.Lines {
			l := &b.Lines[j]
			snap(&l.X, &l.Y, &l.Width)
		}
		for j := range b.Icons {
			c := &b.Icons[j]
			snap(&c.X, &c.Y, &c.W, &c.H)
		}
		bar := &b.Bar
		snap(&bar.Track.X, &bar.Track.Y, &bar.Track.W, &bar.Track.H, &bar.DoneX.X, &bar.DoneX.W, &bar.DoingX.X, &bar.DoingX.W)
		snap(&bar.Figures.X, &bar.Figures.Y, &bar.Figures.Width)
		roundBoxes(b.Chips)
	}
}

func snap(values ...*float64) {
	for _, v := range values {
		*v = layout.Snap(*v)
	}
}
