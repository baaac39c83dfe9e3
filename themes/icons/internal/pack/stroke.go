package main

import "math"

// strokeOutline makes fills of a stroke: a quadrangle for each piece of line and
// a disc for each joint, all turning the same way, so that the nonzero rule
// unites them. Joints are round, as they are in the sources.
func strokeOutline(p path, width float64, roundCaps bool) path {
	var out path
	for _, line := range polylines(p) {
		closed := len(line) > 2 && line[0] == line[len(line)-1]
		for i, q := range line {
			if i > 0 {
				out = append(out, bar(line[i-1], q, width/2)...)
			}
			isEnd := i == 0 || i == len(line)-1
			if (roundCaps || !isEnd || closed) && bends(line, i, closed) {
				out = append(out, ellipse(q, width/2, width/2)...)
			}
		}
	}
	return out
}

// bends tells whether a joint needs a disc: it does at ends, and where the line
// turns so much that the notch between two bars, 1-cos(turn/2) of half the
// width, could be seen.
func bends(line []point, i int, closed bool) bool {
	if i == 0 || i == len(line)-1 {
		return !closed || i == 0
	}
	a, b := line[i].sub(line[i-1]), line[i+1].sub(line[i])
	turn := math.Atan2(a.x*b.y-a.y*b.x, a.x*b.x+a.y*b.y)
	return math.Abs(turn) > 0.2
}

// bar is a line of the half width given as a rectangle.
func bar(a, b point, half float64) path {
	along := b.sub(a)
	if along.length() == 0 {
		return nil
	}
	along = along.times(half / along.length())
	side := point{along.y, -along.x}
	var p path
	p.move(a.add(side))
	p.line(b.add(side))
	p.line(b.sub(side))
	p.line(a.sub(side))
	p.close()
	return p
}

// polylines replaces curves by chords that turn little from one to the next.
func polylines(p path) [][]point {
	var lines [][]point
	add := func(q point) {
		last := &lines[len(lines)-1]
		if n := len(*last); n == 0 || (*last)[n-1] != q {
			*last = append(*last, q)
		}
	}
	for _, s := range p {
		switch s.verb {
		case 'M':
			lines = append(lines, []point{s.p[0]})
		case 'L':
			add(s.p[0])
		case 'C':
			line := lines[len(lines)-1]
			a := line[len(line)-1]
			const pieces = 16
			for i := 1; i <= pieces; i++ {
				t := float64(i) / pieces
				ab, bc, cd := lerp(a, s.p[0], t), lerp(s.p[0], s.p[1], t), lerp(s.p[1], s.p[2], t)
				add(lerp(lerp(ab, bc, t), lerp(bc, cd, t), t))
			}
		case 'Z':
			add(lines[len(lines)-1][0])
		}
	}
	return lines
}
