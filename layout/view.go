package layout

// View says where a diagram stands on its page: a point (x, y) of it is drawn at
// (X + Scale·x, Y + Scale·y), and every length Scale times as long, that of lines
// and shadows too. The zero View draws it as it is.
type View struct {
	Scale float64 `json:"scale"`
	X     float64 `json:"x"`
	Y     float64 `json:"y"`
}

// Length is how long a length of the diagram is on the page, px.
func (v View) Length(l float64) float64 {
	if v.Scale == 0 {
		return l
	}
	return l * v.Scale
}

// Point is where a point of the diagram is on the page.
func (v View) Point(p Point) Point {
	// Rounded products are not fused with the sums, as some processors would.
	return Point{Snap(v.X + float64(v.Length(p.X))), Snap(v.Y + float64(v.Length(p.Y)))}
}
