package cff

import (
	"math"

	"github.com/roadmapviz/roadmapviz/layout/text"
)

// The operators of charstrings that are written.
const (
	lineTo  = 5
	curveTo = 8
	endChar = 14
	moveTo  = 21
)

// mostArguments is how many numbers an operator can have at once.
const mostArguments = 48

// bounds grows around points.
type bounds struct {
	Box
	known bool
}

func (b *bounds) add(p point) {
	if !b.known {
		b.Box, b.known = Box{p.x, p.y, p.x, p.y}, true
	}
	b.X0, b.Y0, b.X1, b.Y1 = min(b.X0, p.x), min(b.Y0, p.y), max(b.X1, p.x), max(b.Y1, p.y)
}

// point is a place in the font that is made, or a sum of three such in 1/16 units of
// the font that it is taken from.
type point struct{ x, y int }

// program is a charstring in the making. Points become units of the font that is made
// only where they are written, each for itself, so that no error adds up; all of it is
// done in integers.
type program struct {
	code      []byte
	box       *bounds
	scale     int
	pen       point // where the outline is, in thirds of 1/16 units of its font
	at        point // where the program is
	operator  byte  // the one at hand, with its arguments
	arguments []int
}

// charstring is the program that draws a glyph.
func charstring(g Glyph, unitsPerEm int, box *bounds) []byte {
	p := &program{box: box, scale: unitsPerEm * 16 * 3, arguments: []int{g.Width}}
	for _, s := range g.Outline {
		switch s.Verb {
		case text.MoveTo:
			p.flush()
			p.pen = thirds(s.Points[0])
			p.operator = moveTo
			p.to(p.pen)
			p.flush()
		case text.LineTo:
			p.begin(lineTo, 2)
			p.pen = thirds(s.Points[0])
			p.to(p.pen)
		case text.QuadTo:
			// A curve of degree two is one of degree three whose control points lie two
			// thirds of the way to its own.
			p.begin(curveTo, 6)
			q, end := thirds(s.Points[0]), thirds(s.Points[1])
			p.to(toward(p.pen, q))
			p.to(toward(end, q))
			p.to(end)
			p.pen = end
		case text.CubicTo:
			p.begin(curveTo, 6)
			p.to(thirds(s.Points[0]))
			p.to(thirds(s.Points[1]))
			p.pen = thirds(s.Points[2])
			p.to(p.pen)
		}
	}
	p.flush()
	p.operator = endChar
	p.flush()
	return p.code
}

// thirds is a point of an outline, which lies on 1/16 units, as three times itself.
func thirds(p text.Point) point {
	return point{int(math.Round(float64(p.X)*16)) * 3, int(math.Round(float64(p.Y)*16)) * 3}
}

// toward is two thirds of the way from a to b, points that can be divided by three.
func toward(a, b point) point { return point{(a.x + 2*b.x) / 3, (a.y + 2*b.y) / 3} }

// begin makes room for an operator's arguments, together with those before them if
// the operator is the same.
func (p *program) begin(operator byte, arguments int) {
	if p.operator != operator || len(p.arguments)+arguments > mostArguments {
		p.flush()
		p.operator = operator
	}
}

// to adds the way to a point.
func (p *program) to(q point) {
	q = point{scaled(q.x, p.scale), scaled(q.y, p.scale)}
	p.box.add(q)
	p.arguments = append(p.arguments, q.x-p.at.x, q.y-p.at.y)
	p.at = q
}

// scaled is v·UnitsPerEm/scale, rounded to the nearest integer.
func scaled(v, scale int) int {
	n := 2*v*UnitsPerEm + scale
	q := n / (2 * scale)
	if n < 0 && n%(2*scale) != 0 {
		q--
	}
	return q
}

// flush writes the operator at hand.
func (p *program) flush() {
	if p.operator == 0 {
		return
	}
	for _, v := range p.arguments {
		p.code = appendArgument(p.code, v)
	}
	p.code = append(p.code, p.operator)
	p.operator, p.arguments = 0, p.arguments[:0]
}

// appendArgument appends a number of a charstring. What no number can hold is cut
// off: such a glyph is that of a damaged font.
func appendArgument(b []byte, v int) []byte {
	switch {
	case -107 <= v && v <= 107:
		return append(b, byte(v+139))
	case 108 <= v && v <= 1131:
		v -= 108
		return append(b, byte(v>>8+247), byte(v))
	case -1131 <= v && v <= -108:
		v = -v - 108
		return append(b, byte(v>>8+251), byte(v))
	}
	return be.AppendUint16(append(b, 28), uint16(int16(max(math.MinInt16, min(math.MaxInt16, v)))))
}
