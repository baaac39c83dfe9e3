package layout

import "math"

// Lanes gives out parallel lanes to lines that run side by side, each for the
// stretch that it occupies: the first lane that is free there, so that few
// are needed. Lines must come in the order in which their stretches begin.
type Lanes struct {
	// Most is the number of lanes; when all are taken, the one that is free
	// first is shared. 0 means as many as it takes.
	Most int
	// Gap is left free between two stretches in one lane, px.
	Gap  float64
	free []float64 // where each lane becomes free
}

// Take occupies a lane from start to end and returns its number, from 0.
func (l *Lanes) Take(start, end float64) int {
	lane := -1
	for i, free := range l.free {
		if free <= start {
			lane = i
			break
		}
	}
	switch {
	case lane >= 0:
	case l.Most == 0 || len(l.free) < l.Most:
		lane = len(l.free)
		l.free = append(l.free, math.Inf(-1))
	default:
		for i, free := range l.free {
			if lane < 0 || free < l.free[lane] {
				lane = i
			}
		}
	}
	l.free[lane] = max(l.free[lane], end+l.Gap)
	return lane
}

// Count is the number of lanes given out so far.
func (l *Lanes) Count() int { return len(l.free) }

// Rounded is a path of straight lines through the points whose corners are
// rounded with the given radius, or less where the lines are short.
func Rounded(radius float64, points ...Point) Path {
	const quarter = 0.5523 // of the radius: a cubic's handle for a quarter circle
	p := Path{Start: points[0]}
	for i := 1; i < len(points)-1; i++ {
		a, b, c := points[i-1], points[i], points[i+1]
		in, out := math.Hypot(b.X-a.X, b.Y-a.Y), math.Hypot(c.X-b.X, c.Y-b.Y)
		r := min(radius, in/2, out/2)
		if r < 0.1 {
			p.Line(b.X, b.Y)
			continue
		}
		toward := func(q Point, length, away float64) Point {
			return Point{b.X + (q.X-b.X)*away/length, b.Y + (q.Y-b.Y)*away/length}
		}
		start, end := toward(a, in, r), toward(c, out, r)
		c1, c2 := toward(a, in, r*(1-quarter)), toward(c, out, r*(1-quarter))
		p.Line(start.X, start.Y)
		p.Curve(c1.X, c1.Y, c2.X, c2.Y, end.X, end.Y)
	}
	last := points[len(points)-1]
	p.Line(last.X, last.Y)
	return p
}
