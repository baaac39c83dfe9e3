package svg

import (
	"math"
	"strconv"
	"strings"
)

// shorter is the data of an icon's path, of absolute M, L, C and Z, in the shortest
// form that says the same: relative, and with few separators. Data that has anything
// else, or numbers of more than two decimals, stays as it is.
func shorter(data string) string {
	p := shortPath{out: make([]byte, 0, len(data))}
	for rest := data; rest != ""; {
		verb := rest[0]
		args := rest[1:]
		if end := strings.IndexAny(args, "MLCZ"); end >= 0 {
			args, rest = args[:end], args[end:]
		} else {
			rest = ""
		}
		numbers, ok := hundredths(args)
		if !ok || !p.add(verb, numbers) {
			return data
		}
	}
	return string(p.out)
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

// add adds what a verb says, and reports false if it is none of the known.
func (p *shortPath) add(verb byte, v []int) bool {
	size := 2
	switch {
	case verb == 'Z' && len(v) == 0:
		p.say('z')
		p.verb, p.at, p.mirror = 0, p.start, p.start
		return true
	case verb == 'C':
		size = 6
	case verb != 'M' && verb != 'L':
		return false
	}
	if len(v) == 0 || len(v)%size != 0 {
		return false
	}
	for ; len(v) > 0; v = v[size:] {
		dx, dy := v[size-2]-p.at[0], v[size-1]-p.at[1]
		switch {
		case verb == 'C' && v[0] == p.mirror[0] && v[1] == p.mirror[1]:
			p.say('s', v[2]-p.at[0], v[3]-p.at[1], dx, dy)
		case verb == 'C':
			p.say('c', v[0]-p.at[0], v[1]-p.at[1], v[2]-p.at[0], v[3]-p.at[1], dx, dy)
		case verb == 'M':
			p.say('m', dx, dy)
			p.verb = 'l' // further pairs are lines
		case dy == 0:
			p.say('h', dx)
		case dx == 0:
			p.say('v', dy)
		default:
			p.say('l', dx, dy)
		}
		p.at = [2]int{v[size-2], v[size-1]}
		p.mirror = p.at
		if verb == 'C' {
			p.mirror = [2]int{2*v[4] - v[2], 2*v[5] - v[3]}
		}
		if verb == 'M' {
			p.start, verb = p.at, 'L'
		}
	}
	return true
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
