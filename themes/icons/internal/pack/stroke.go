package main

import "math"

// strokeOutline makes fills of a stroke: a ribbon for each smooth piece of line
// and a disc for each corner, all turning the same way, so that the nonzero rule
// unites them. Joints are round, as they are in the sources.
func strokeOutline(p path, width float64, roundCaps bool) path {
	var out path
	half := width / 2
	for _, line := range polylines(p) {
		closed := len(line) > 2 && line[0] == line[len(line)-1]
		start := 0
		for i := range line {
			isEnd := i == 0 || i == len(line)-1
			if !isEnd && math.Abs(turn(line, i)) < sharp {
				continue
			}
			if i > start {
				out = append(out, ribbon(line[start:i+1], half)...)
				start = i
			}
			if !isEnd || closed || roundCaps {
				out = append(out, ellipse(line[i], half, half)...)
			}
		}
	}
	return out
}

// sharp is the turn of a line, in radians, from which on it needs a joint.
const sharp = 0.5

// turn is by how much a line turns at a point within it, in radians.
func turn(line []point, i int) float64 {
	a, b := line[i].sub(line[i-1]), line[i+1].sub(line[i])
	return math.Atan2(a.x*b.y-a.y*b.x, a.x*b.x+a.y*b.y)
}

// ribbon is a smooth line of the half width given: there on its left side, back
// on its right one.
func ribbon(line []point, half float64) path {
	side := func(i int) point {
		along := line[min(i+1, len(line)-1)].sub(line[max(i-1, 0)])
		if 0 < i && i < len(line)-1 { // the bisector, as long as a mitre
			a, b := line[i].sub(line[i-1]), line[i+1].sub(line[i])
			along = a.times(1 / a.length()).add(b.times(1 / b.length()))
			return point{along.y, -along.x}.times(half / along.length() / math.Cos(turn(line, i)/2))
		}
		return point{along.y, -along.x}.times(half / along.length())
	}
	var p path
	p.move(line[0].add(side(0)))
	for i := 1; i < len(line); i++ {
		p.line(line[i].add(side(i)))
	}
	for i := len(line) - 1; i >= 0; i-- {
		p.line(line[i].sub(side(i)))
	}
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
