package kit

// Fit moves the contents of the diagram so that they begin at the margin from
// the page's top left corner, and makes the page end a margin beyond them.
// Curves count with their control points.
func (d *Draft) Fit(margin float64) {
	x0, y0, x1, y1 := d.Diagram.Bounds()
	d.Move(margin-x0, margin-y0)
	d.Diagram.Width, d.Diagram.Height = x1-x0+2*margin, y1-y0+2*margin
}

// Move moves everything on the page.
func (d *Draft) Move(dx, dy float64) { d.Diagram.Move(dx, dy) }
