package layout

import "math"

// Move moves everything on the page.
func (d *Diagram) Move(dx, dy float64) {
	d.places(func(p place) { *p.x, *p.y = *p.x+dx, *p.y+dy })
}

// Mirror turns the diagram left to right, for documents in right-to-left scripts.
// Text keeps its own direction; only places change.
func (d *Diagram) Mirror() {
	d.places(func(p place) {
		*p.x = d.Width - *p.x
		if p.w != nil && !p.centred {
			*p.x -= *p.w
		}
	})
}

// Round moves every coordinate of the diagram to the nearest 1/64 px. Engines
// compute freely; the differences between processors (some fuse a
// multiplication and an addition into one rounding) end here.
func (d *Diagram) Round() {
	d.Width, d.Height = Snap(d.Width), Snap(d.Height)
	d.places(func(p place) {
		*p.x, *p.y = Snap(*p.x), Snap(*p.y)
		if p.w != nil {
			*p.w = Snap(*p.w)
		}
		if p.h != nil {
			*p.h = Snap(*p.h)
		}
	})
}

// Bounds are the left, upper, right and lower edge of all boxes and lines, icons and
// labels. Curves count with their control points.
func (d *Diagram) Bounds() (x0, y0, x1, y1 float64) {
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

// place is where something in a diagram stands, and how large it is where it has a
// width or a height of its own.
type place struct {
	x, y, w, h *float64
	centred    bool // x is the middle, not the left end
}

// places visits everything that has a place. What is moved, mirrored and rounded is
// what is listed here.
func (d *Diagram) places(visit func(place)) {
	placesOf(d.Boxes, visit)
	for i := range d.Edges {
		d.Edges[i].places(visit)
	}
	for i := range d.Legend {
		k := &d.Legend[i]
		if k.Box.W > 0 {
			k.Box.places(visit)
		} else {
			k.Line.places(visit)
		}
		k.Text.place(visit)
	}
}

func placesOf(boxes []Box, visit func(place)) {
	for i := range boxes {
		boxes[i].places(visit)
	}
}

func (b *Box) places(visit func(place)) {
	visit(place{x: &b.X, y: &b.Y, w: &b.W, h: &b.H})
	for i := range b.Lines {
		b.Lines[i].place(visit)
	}
	for i := range b.Icons {
		c := &b.Icons[i]
		visit(place{x: &c.X, y: &c.Y, w: &c.W, h: &c.H})
	}
	if bar := b.Bar; bar != nil {
		visit(place{x: &bar.Track.X, y: &bar.Track.Y, w: &bar.Track.W, h: &bar.Track.H})
		level := bar.Track.Y // spans have none
		visit(place{x: &bar.DoneX.X, y: &level, w: &bar.DoneX.W})
		visit(place{x: &bar.DoingX.X, y: &level, w: &bar.DoingX.W})
		bar.Figures.place(visit)
	}
	placesOf(b.Chips, visit)
}

func (l *Line) place(visit func(place)) {
	visit(place{x: &l.X, y: &l.Y, w: &l.Width, centred: true})
}

func (e *Edge) places(visit func(place)) {
	for i := range e.Lines {
		e.Lines[i].place(visit)
	}
	e.Path.Start.place(visit)
	for i := range e.Path.Segments {
		s := &e.Path.Segments[i]
		s.C1.place(visit)
		s.C2.place(visit)
		s.P.place(visit)
	}
}

func (p *Point) place(visit func(place)) {
	visit(place{x: &p.X, y: &p.Y})
}
