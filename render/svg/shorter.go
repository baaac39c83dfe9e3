package svg

import (
	"math"
	"strconv"
	"strings"
)

// shorter is the data of an icon's path, of absolute M, L, C and Z, in a short form that
// looks the same: simpler, relative, and with few separators. Data that has anything
// else, or numbers of more than two decimals, stays as it is.
func shorter(data string) string {
	outline, ok := stretches(data)
	if !ok {
		return data
	}
	return relative(simpler(outline))
}

func relative(outline []stretch) string {
	var p shortPath
	for _, s := range outline {
		p.add(s)
	}
	return string(p.out)
}

// stretches reads the data of a path, and reports false where it has more than is known.
func stretches(data string) ([]stretch, bool) {
	var all []stretch
	for rest := data; rest != ""; {
		verb := rest[0]
		args := rest[1:]
		if end := strings.IndexAny(args, "MLCZ"); end >= 0 {
			args, rest = args[:end], args[end:]
		} else {
			rest = ""
		}
		v, ok := hundredths(args)
		size := 2
		switch {
		case verb == 'Z' && ok && len(v) == 0:
			all = append(all, stretch{verb: verb})
			continue
		case verb == 'C':
			size = 6
		case verb != 'M' && verb != 'L':
			return nil, false
		}
		if !ok || len(v) == 0 || len(v)%size != 0 {
			return nil, false
		}
		for ; len(v) > 0; v = v[size:] {
			s := stretch{verb: verb}
			for i := range size {
				s.p[i/2][i%2] = v[i]
			}
			all = append(all, s)
			if verb == 'M' {
				verb = 'L' // further pairs are lines
			}
		}
	}
	return all, true
}

// hundredths are numbers that are separated by spaces, in hundredths.
func hundredths(s string) ([]int, bool) {
	var all []int
	for field := range strings.FieldsSeq(s) {
		v, err := strconv.ParseFloat(field, 64)
		n := math.Round(v * 100)
		if err != nil || math.Abs(float64(v*100)-n) > 1e-6 || math.Abs(n) > 1e6 {
			return nil, false
		}
		all = append(all, int(n))
	}
	return all, true
}

// shortPath is a path in the making. Places are in hundredths.
type shortPath struct {
	out    []byte
	verb   byte   // that further numbers would be of
	point  bool   // the last number has one
	at     [2]int // the pen
	mirror [2]int // the first control that "s" has: the last one, mirrored at the pen
	start  [2]int // of the subpath
	number bool   // the last thing was a number
}

// add adds a stretch.
func (p *shortPath) add(s stretch) {
	if s.verb == 'Z' {
		p.say('z')
		p.verb, p.at, p.mirror = 0, p.start, p.start
		return
	}
	from, end := p.at, s.end()
	dx, dy := end[0]-from[0], end[1]-from[1]
	a, b := s.p[0], s.p[1]
	switch {
	case s.verb == 'C' && a == p.mirror:
		p.say('s', b[0]-from[0], b[1]-from[1], dx, dy)
	case s.verb == 'C':
		p.say('c', a[0]-from[0], a[1]-from[1], b[0]-from[0], b[1]-from[1], dx, dy)
	case s.verb == 'Q':
		p.say('q', a[0]-from[0], a[1]-from[1], dx, dy)
	case s.verb == 'M':
		p.say('m', dx, dy)
		p.verb, p.start = 'l', end // further pairs are lines
	case dy == 0:
		p.say('h', dx)
	case dx == 0:
		p.say('v', dy)
	default:
		p.say('l', dx, dy)
	}
	p.at, p.mirror = end, end
	if s.verb == 'C' {
		p.mirror = [2]int{2*end[0] - b[0], 2*end[1] - b[1]}
	}
}

// say writes a verb, unless it goes on, and numbers.
func (p *shortPath) say(verb byte, numbers ...int) {
	if p.verb != verb {
		p.out = append(p.out, verb)
		p.verb, p.number = verb, false
	}
	for _, n := range numbers {
		p.append(n)
	}
}

// append writes a number of hundredths. A sign, or a second point, ends the number
// before it.
func (p *shortPath) append(n int) {
	text := strconv.FormatFloat(float64(n)/100, 'f', -1, 64)
	if sign := strings.TrimPrefix(text, "-"); strings.HasPrefix(sign, "0.") {
		text = text[:len(text)-len(sign)] + sign[1:]
	}
	if p.number && text[0] != '-' && !(text[0] == '.' && p.point) {
		p.out = append(p.out, ' ')
	}
	p.out = append(p.out, text...)
	p.number, p.point = true, strings.Contains(text, ".")
}
