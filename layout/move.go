package layout

// Move moves everything on the page.
func (d *Diagram) Move(dx, dy float64) {
	moveBoxes(d.Boxes, dx, dy)
	for i := range d.Edges {
		for j := range d.Edges[i].Lines {
			l := &d.Edges[i].Lines[j]
			l.X, l.Y = l.X+dx, l.Y+dy
		}
		p := &d.Edges[i].Path
		p.Start = Point{X: p.Start.X + dx, Y: p.Start.Y + dy}
		for j := range p.Segments {
			s := &p.Segments[j]
			s.C1 = Point{X: s.C1.X + dx, Y: s.C1.Y + dy}
			s.C2 = Point{X: s.C2.X + dx, Y: s.C2.Y + dy}
			s.P = Point{X: s.P.X + dx, Y: s.P.Y + dy}
		}
	}
}

func moveBoxes(boxes []Box, dx, dy float64) {
	for i := range boxes {
		b := &boxes[i]
		b.X, b.Y = b.X+dx, b.Y+dy
		for j := range b.Lines {
			b.Lines[j].X, b.Lines[j].Y = b.Lines[j].X+dx, b.Lines[j].Y+dy
		}
		for j := range b.Icons {
			b.Icons[j].X, b.Icons[j].Y = b.Icons[j].X+dx, b.Icons[j].Y+dy
		}
		b.Bar.Move(dx, dy)
		moveBoxes(b.Chips, dx, dy)
	}
}
