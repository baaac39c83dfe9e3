package png

import "golang.org/x/image/math/fixed"

// rows are some rows of pixels, from top to the one above bottom.
type rows struct{ top, bottom int }

// touch tells whether a line touches the rows.
func (r rows) touch(a, b fixed.Point26_6) bool {
	return max(a.Y, b.Y) >= fixed.Int26_6(r.top*64) && min(a.Y, b.Y) <= fixed.Int26_6(r.bottom*64)
}

// top is the highest row that has a point.
func (o *outline) top() int {
	top := o.points[0].Y
	for _, p := range o.points {
		top = min(top, p.Y)
	}
	return top.Floor()
}

// filling sets the outline to what fills the same pixels of some rows as another one
// does, and returns the row where it begins. What lies outside of the rows is pressed to
// their edges, but for lines that lead there at a slant: where those meet a row depends on
// where they begin.
func (o *outline) filling(of *outline, near rows) (base int) {
	from, to := fixed.Int26_6(near.top*64), fixed.Int26_6(near.bottom*64)
	of.parts(func(points []fixed.Point26_6) {
		a := points[len(points)-1]
		for _, b := range points {
			if a.X != b.X && near.touch(a, b) {
				from, to = min(from, a.Y, b.Y), max(to, a.Y, b.Y)
			}
			a = b
		}
	})
	base = from.Floor()
	from = fixed.Int26_6(base * 64)
	o.clear()
	of.parts(func(points []fixed.Point26_6) {
		o.starts = append(o.starts, len(o.points))
		for _, p := range points {
			o.points = append(o.points, fixed.Point26_6{X: p.X, Y: min(max(p.Y, from), to)})
		}
	})
	return base
}

// stroking adds what of a line of several pieces touches some rows when it is stroked;
// these are the rows of a band and as many around it as the stroke is wide. Upright
// pieces are cut, and the others are whole or left out.
func (o *outline) stroking(points []fixed.Point26_6, near rows) {
	from, to := fixed.Int26_6(near.top*64), fixed.Int26_6(near.bottom*64)
	var end fixed.Point26_6 // of the last piece
	open := false
	previous, dropped := points[0], points[0]
	for _, b := range points[1:] {
		// gg leaves out points that are too close to the one before them for a good
		// join, and so must be what it is handed, wherever it begins.
		d := b.Sub(dropped)
		dropped = b
		if max(d.X, -d.X)+max(d.Y, -d.Y) <= 8 {
			continue
		}
		a := previous
		previous = b
		if !near.touch(a, b) {
			continue
		}
		if a.X == b.X {
			a.Y, b.Y = min(max(a.Y, from), to), min(max(b.Y, from), to)
		}
		if a == b {
			continue
		}
		if !open || a != end {
			o.starts = append(o.starts, len(o.points))
			o.points = append(o.points, a)
		}
		o.points = append(o.points, b)
		end, open = b, true
	}
}
