package svg

// near is how far a simpler curve or line may be from the one that was drawn, in
// hundredths of a unit: less than a tenth px of the 84 that icons are large in figures.
const near = 3

// stretch is a piece of an outline, and where it leads, in hundredths. A curve has one
// control or two.
type stretch struct {
	verb byte // 'M', 'L', 'Q', 'C', 'Z'
	p    [3][2]int
}

// end is where a stretch leads, unless it closes the outline.
func (s stretch) end() [2]int {
	switch s.verb {
	case 'C':
		return s.p[2]
	case 'Q':
		return s.p[1]
	}
	return s.p[0]
}

// simpler is an outline with fewer lines, and with lines and curves of one control in
// the place of curves of two, where that is as near.
func simpler(outline []stretch) []stretch {
	var out []stretch
	var start, at [2]int
	var line [][2]int // that goes on at its last point
	flush := func() {
		for _, p := range straighter(line) {
			out = append(out, stretch{'L', [3][2]int{p}})
		}
		line = nil
	}
	for _, s := range outline {
		if s.verb == 'C' {
			s = simplerCurve(at, s)
		}
		if s.verb == 'L' {
			if line == nil {
				line = [][2]int{at}
			}
			line = append(line, s.p[0])
		} else {
			flush()
			out = append(out, s)
		}
		switch s.verb {
		case 'Z':
			at = start
		case 'M':
			start = s.p[0]
			fallthrough
		default:
			at = s.end()
		}
	}
	flush()
	return out
}

func simplerCurve(from [2]int, c stretch) stretch {
	to := c.p[2]
	// A curve is as far from its chord as three quarters of its controls, at most.
	if isNear(c.p[0], from, to, 4, 3) && isNear(c.p[1], from, to, 4, 3) {
		return stretch{'L', [3][2]int{to}}
	}
	// It differs from the quadratic one by 3¹ᐟ²/36 of its third difference, at most.
	var control [2]int
	far := 0
	for i := range 2 {
		d := to[i] - 3*c.p[1][i] + 3*c.p[0][i] - from[i]
		far += d * d
		control[i] = (3*c.p[0][i] - from[i] + 3*c.p[1][i] - to[i] + 2) >> 2
	}
	if 3*far <= 36*36*near*near {
		return stretch{'Q', [3][2]int{control, to}}
	}
	return c
}

// straighter are the points of a line behind its first that it cannot do without.
func straighter(line [][2]int) [][2]int {
	if len(line) < 3 {
		return line[min(1, len(line)):]
	}
	first, last := line[0], line[len(line)-1]
	far, most := 0, -1
	for i, p := range line[1 : len(line)-1] {
		if isNear(p, first, last, 1, 1) {
			continue
		}
		if d := distance(p, first, last); d > most {
			far, most = i+1, d
		}
	}
	if most < 0 {
		return [][2]int{last}
	}
	return append(straighter(line[:far+1]), straighter(line[far:])...)
}

// isNear tells whether a point is beside a chord, and no farther than near · num/den.
func isNear(p, from, to [2]int, num, den int) bool {
	x, y := to[0]-from[0], to[1]-from[1]
	dx, dy := p[0]-from[0], p[1]-from[1]
	long := x*x + y*y
	if long == 0 {
		return den*den*(dx*dx+dy*dy) <= num*num*near*near
	}
	if along := x*dx + y*dy; along < 0 || along > long {
		return false
	}
	across := den * (x*dy - y*dx)
	return across*across <= num*num*near*near*long
}

// distance grows with how far a point is from a chord or, if that is but a point, from it.
func distance(p, from, to [2]int) int {
	dx, dy := p[0]-from[0], p[1]-from[1]
	if from == to {
		return dx*dx + dy*dy
	}
	across := (to[0]-from[0])*dy - (to[1]-from[1])*dx
	return across * across
}
