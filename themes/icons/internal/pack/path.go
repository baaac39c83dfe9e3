package main

import (
	"fmt"
	"math"
	"strconv"
)

// point is a place or a vector in the units of a picture.
type point struct{ x, y float64 }

func (p point) add(q point) point            { return point{p.x + q.x, p.y + q.y} }
func (p point) sub(q point) point            { return point{p.x - q.x, p.y - q.y} }
func (p point) times(f float64) point        { return point{p.x * f, p.y * f} }
func (p point) length() float64              { return math.Hypot(p.x, p.y) }
func lerp(p, q point, t float64) point       { return p.add(q.sub(p).times(t)) }
func mirrored(about, handle point) point     { return about.times(2).sub(handle) }
func quadratic(end, control point) point     { return lerp(end, control, 2.0/3) }
func segmentSize(verb byte) (points int)     { return map[byte]int{'M': 1, 'L': 1, 'C': 3}[verb] }
func onEllipse(rx, ry, a float64) point      { return point{rx * math.Cos(a), ry * math.Sin(a)} }
func turned(p point, sin, cos float64) point { return point{p.x*cos - p.y*sin, p.x*sin + p.y*cos} }

// segment is one absolute command: M and L with one point, C with three, Z with none.
type segment struct {
	verb byte
	p    [3]point
}

// path is a list of segments; every subpath starts with M.
type path []segment

func (p *path) move(a point)        { *p = append(*p, segment{'M', [3]point{a}}) }
func (p *path) line(a point)        { *p = append(*p, segment{'L', [3]point{a}}) }
func (p *path) cubic(a, b, c point) { *p = append(*p, segment{'C', [3]point{a, b, c}}) }
func (p *path) close()              { *p = append(*p, segment{verb: 'Z'}) }

// points calls f with every point of the path, to read or to change it.
func (p path) points(f func(*point)) {
	for i := range p {
		for j := range segmentSize(p[i].verb) {
			f(&p[i].p[j])
		}
	}
}

// scanner reads the numbers and commands of an SVG path.
type scanner struct {
	text string
	pos  int
	err  error
}

func (s *scanner) skip() {
	for s.pos < len(s.text) && (s.text[s.pos] <= ' ' || s.text[s.pos] == ',') {
		s.pos++
	}
}

func (s *scanner) number() float64 {
	s.skip()
	start, dot, exp := s.pos, false, false
digits:
	for ; s.pos < len(s.text); s.pos++ {
		c := s.text[s.pos]
		switch {
		case c >= '0' && c <= '9':
			continue
		case (c == '-' || c == '+') && (s.pos == start || s.text[s.pos-1]|32 == 'e'):
			continue
		case c == '.' && !dot && !exp:
			dot = true
			continue
		case c|32 == 'e' && !exp && s.pos > start:
			exp = true
			continue
		}
		break digits
	}
	x, err := strconv.ParseFloat(s.text[start:s.pos], 64)
	if err != nil && s.err == nil {
		s.err = fmt.Errorf("bad number at %d of %.40q", start, s.text)
		s.pos = len(s.text)
	}
	return x
}

// flag reads an arc's flag, which may touch what follows it.
func (s *scanner) flag() bool {
	s.skip()
	if s.pos >= len(s.text) {
		s.err = fmt.Errorf("no flag at the end of %.40q", s.text)
		return false
	}
	s.pos++
	return s.text[s.pos-1] == '1'
}

// parsePath reads the d attribute of an SVG path
// (https://www.w3.org/TR/SVG11/paths.html) and makes everything absolute.
func parsePath(d string) (path, error) {
	s := &scanner{text: d}
	var out path
	var at, start, handle point // handle: the last control point, for S and T
	var verb, last byte
	for s.skip(); s.pos < len(d) && s.err == nil; s.skip() {
		if c := d[s.pos]; c|32 >= 'a' && c|32 <= 'z' {
			verb = c
			s.pos++
		} else if verb|32 == 'z' || verb == 0 {
			return nil, fmt.Errorf("no command at %d of %.40q", s.pos, d)
		}
		var origin point
		if verb >= 'a' {
			origin = at
		}
		pair := func() point { return point{s.number(), s.number()}.add(origin) }
		if last == 'Z' && verb|32 != 'z' && verb|32 != 'm' {
			out.move(at)
		}
		before := at
		switch verb &^ 32 {
		case 'M':
			at = pair()
			start = at
			out.move(at)
			verb-- // further pairs are lines
		case 'L':
			at = pair()
			out.line(at)
		case 'H':
			at.x = s.number() + origin.x
			out.line(at)
		case 'V':
			at.y = s.number() + origin.y
			out.line(at)
		case 'C':
			a := pair()
			handle, at = pair(), pair()
			out.cubic(a, handle, at)
		case 'S':
			a := before
			if last == 'C' || last == 'S' {
				a = mirrored(before, handle)
			}
			handle, at = pair(), pair()
			out.cubic(a, handle, at)
		case 'Q', 'T':
			if verb|32 == 'q' {
				handle = pair()
			} else if last == 'Q' || last == 'T' {
				handle = mirrored(before, handle)
			} else {
				handle = before
			}
			at = pair()
			out.cubic(quadratic(before, handle), quadratic(at, handle), at)
		case 'A':
			r := point{s.number(), s.number()}
			turn, large, sweep := s.number(), s.flag(), s.flag()
			at = pair()
			out.arc(before, r, turn, large, sweep, at)
		case 'Z':
			if last != 'Z' {
				out.close()
			}
			at = start
		default:
			return nil, fmt.Errorf("unknown command %q", verb)
		}
		last = verb &^ 32
	}
	return out, s.err
}

// arc adds an elliptical arc as cubics of a quarter turn at most, by the
// centre parametrisation of SVG 1.1, appendix F.6.
func (p *path) arc(from, r point, turn float64, large, sweep bool, to point) {
	rx, ry := math.Abs(r.x), math.Abs(r.y)
	if from == to {
		return
	}
	if rx == 0 || ry == 0 {
		p.line(to)
		return
	}
	sin, cos := math.Sincos(turn * math.Pi / 180)
	half := turned(from.sub(to).times(0.5), -sin, cos)
	if grow := half.x*half.x/(rx*rx) + half.y*half.y/(ry*ry); grow > 1 {
		rx, ry = rx*math.Sqrt(grow), ry*math.Sqrt(grow)
	}
	a, b := rx*rx*half.y*half.y, ry*ry*half.x*half.x
	k := math.Sqrt(max(0, (rx*rx*ry*ry-a-b)/(a+b)))
	if large == sweep {
		k = -k
	}
	local := point{k * rx * half.y / ry, -k * ry * half.x / rx}
	centre := turned(local, sin, cos).add(lerp(from, to, 0.5))
	angle := func(q point) float64 { return math.Atan2((q.y-local.y)/ry, (q.x-local.x)/rx) }
	first := angle(half)
	span := angle(half.times(-1)) - first
	if sweep && span < 0 {
		span += 2 * math.Pi
	} else if !sweep && span > 0 {
		span -= 2 * math.Pi
	}
	n := int(math.Ceil(math.Abs(span)/(math.Pi/2) - 1e-9))
	step := span / float64(n)
	h := 4.0 / 3 * math.Tan(step/4)
	for i := range n {
		a0 := first + float64(i)*step
		a1 := a0 + step
		place := func(a, tangent float64) point {
			q := onEllipse(rx, ry, a).add(point{-rx * math.Sin(a), ry * math.Cos(a)}.times(tangent))
			return turned(q, sin, cos).add(centre)
		}
		end := place(a1, 0)
		if i == n-1 {
			end = to
		}
		p.cubic(place(a0, h), place(a1, -h), end)
	}
}

// ellipse is a closed ellipse of four cubics.
func ellipse(c point, rx, ry float64) path {
	var p path
	from, to := point{c.x - rx, c.y}, point{c.x + rx, c.y}
	p.move(from)
	p.arc(from, point{rx, ry}, 0, false, true, to)
	p.arc(to, point{rx, ry}, 0, false, true, from)
	p.close()
	return p
}

// rectangle is a closed rectangle with corners rounded by rx and ry.
func rectangle(x, y, w, h, rx, ry float64) path {
	rx, ry = min(rx, w/2), min(ry, h/2)
	r := point{rx, ry}
	var p path
	corner := func(from, to point) {
		p.line(from)
		if rx > 0 && ry > 0 {
			p.arc(from, r, 0, false, true, to)
		}
	}
	p.move(point{x + rx, y})
	corner(point{x + w - rx, y}, point{x + w, y + ry})
	corner(point{x + w, y + h - ry}, point{x + w - rx, y + h})
	corner(point{x + rx, y + h}, point{x, y + h - ry})
	corner(point{x, y + ry}, point{x + rx, y})
	p.close()
	return p
}
