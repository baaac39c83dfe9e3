package layout

import (
	"encoding/json"
	"math"
	"slices"
	"strconv"
)

// Point is a place on the page, in px.
type Point struct{ X, Y float64 }

// Segment is one piece of a [Path]: a straight line to P, or, when Cubic is
// set, a cubic Bézier curve with the control points C1 and C2 that ends in P. A
// Hidden one is not drawn: there the path passes beneath another line, or runs along
// one that is drawn for both ([Diagram.ShareStems]).
type Segment struct {
	Cubic     bool
	Hidden    bool
	C1, C2, P Point
}

// Path is an open line of segments that starts in Start.
type Path struct {
	Start    Point
	Segments []Segment
}

// Line appends a straight segment.
func (p *Path) Line(x, y float64) {
	p.Segments = append(p.Segments, Segment{P: Point{x, y}})
}

// Curve appends a cubic Bézier segment.
func (p *Path) Curve(x1, y1, x2, y2, x, y float64) {
	p.Segments = append(p.Segments, Segment{Cubic: true, C1: Point{x1, y1}, C2: Point{x2, y2}, P: Point{x, y}})
}

// End is the last point of the path.
func (p Path) End() Point {
	if len(p.Segments) == 0 {
		return p.Start
	}
	return p.Segments[len(p.Segments)-1].P
}

// At is the point of the segment at t, from 0 at the given start to 1 at its end.
func (s Segment) At(start Point, t float64) Point {
	u := 1 - t
	if !s.Cubic {
		return Point{u*start.X + t*s.P.X, u*start.Y + t*s.P.Y}
	}
	a, b, c, d := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
	return Point{
		a*start.X + b*s.C1.X + c*s.C2.X + d*s.P.X,
		a*start.Y + b*s.C1.Y + c*s.C2.Y + d*s.P.Y,
	}
}

// Sample is the path as a row of points, n to a segment after the first.
func (p Path) Sample(n int) []Point {
	points := append(make([]Point, 0, 1+n*len(p.Segments)), p.Start)
	start := p.Start
	for _, s := range p.Segments {
		for i := 1; i <= n; i++ {
			points = append(points, s.At(start, float64(i)/float64(n)))
		}
		start = s.P
	}
	return points
}

// Reversed is the same line drawn from its end to its start.
func (p Path) Reversed() Path {
	r := Path{Start: p.End()}
	for i := len(p.Segments) - 1; i >= 0; i-- {
		s, to := p.Segments[i], p.Start
		if i > 0 {
			to = p.Segments[i-1].P
		}
		r.Segments = append(r.Segments, Segment{Cubic: s.Cubic, Hidden: s.Hidden, C1: s.C2, C2: s.C1, P: to})
	}
	return r
}

// AppendVisible appends the pieces of the path that are drawn, in their order: the
// path itself where nothing of it is hidden.
func (p Path) AppendVisible(pieces []Path) []Path {
	if !slices.ContainsFunc(p.Segments, func(s Segment) bool { return s.Hidden }) {
		return append(pieces, p)
	}
	piece := Path{Start: p.Start}
	for _, s := range p.Segments {
		if !s.Hidden {
			piece.Segments = append(piece.Segments, s)
			continue
		}
		if len(piece.Segments) > 0 {
			pieces = append(pieces, piece)
		}
		piece = Path{Start: s.P}
	}
	if len(piece.Segments) > 0 {
		pieces = append(pieces, piece)
	}
	return pieces
}

// AppendSVG appends the path in SVG's path syntax, "M x y L x y C …", with at
// most two decimals a number.
func (p Path) AppendSVG(b []byte) []byte {
	pt := func(b []byte, p Point) []byte {
		b = append(AppendNumber(b, p.X), ' ')
		return AppendNumber(b, p.Y)
	}
	b = pt(append(b, 'M', ' '), p.Start)
	for _, s := range p.Segments {
		if s.Hidden {
			b = pt(append(b, " M "...), s.P)
		} else if s.Cubic {
			b = append(pt(append(b, " C "...), s.C1), ' ')
			b = append(pt(b, s.C2), ' ')
			b = pt(b, s.P)
		} else {
			b = pt(append(b, " L "...), s.P)
		}
	}
	return b
}

// MarshalJSON writes the path as a string in SVG's path syntax.
func (p Path) MarshalJSON() ([]byte, error) {
	return json.Marshal(string(p.AppendSVG(nil)))
}

// AppendNumber appends v with at most two decimals and no trailing zeros.
func AppendNumber(b []byte, v float64) []byte {
	if n := v * 64; n == math.Trunc(n) && math.Abs(n) < 1<<40 { // as nearly all are: see Snap
		return appendHundredths(b, hundredths(int64(n)*25))
	}
	const sure = 0.499 // of a hundredth: as far as rounding the product changes nothing
	if h := v * 100; math.Abs(h) < 1<<40 {
		if n := math.Round(h); math.Abs(h-n) < sure {
			return appendHundredths(b, int64(n))
		}
	}
	start := len(b)
	b = strconv.AppendFloat(b, v, 'f', 2, 64)
	for b[len(b)-1] == '0' {
		b = b[:len(b)-1]
	}
	if b[len(b)-1] == '.' {
		b = b[:len(b)-1]
	}
	if string(b[start:]) == "-0" {
		b = append(b[:start], '0')
	}
	return b
}

// hundredths rounds a number of sixteenths of hundredths to hundredths, and halves to
// even ones.
func hundredths(n int64) int64 {
	whole, rest := n>>4, n&15
	if rest+whole&1 > 8 {
		whole++
	}
	return whole
}

// appendHundredths appends a number of hundredths.
func appendHundredths(b []byte, n int64) []byte {
	if n < 0 {
		b, n = append(b, '-'), -n
	}
	whole := n / 100
	if whole < 1000 { // as most are
		if whole >= 100 {
			b = append(b, '0'+byte(whole/100))
		}
		if whole >= 10 {
			b = append(b, '0'+byte(whole/10%10))
		}
		b = append(b, '0'+byte(whole%10))
	} else {
		b = strconv.AppendInt(b, whole, 10)
	}
	if tens, ones := byte(n/10%10), byte(n%10); ones > 0 {
		b = append(b, '.', '0'+tens, '0'+ones)
	} else if tens > 0 {
		b = append(b, '.', '0'+tens)
	}
	return b
}
