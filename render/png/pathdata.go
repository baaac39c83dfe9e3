package png

import "strconv"

// tracePath draws an icon's path, of absolute M, L, C and Z. It stops at
// anything else.
func tracePath(p *pen, data string, place func(x, y float64) (float64, float64)) {
	var cmd byte
	for data = skip(data); data != ""; data = skip(data) {
		if c := data[0]; c == 'M' || c == 'L' || c == 'C' || c == 'Z' {
			cmd, data = c, data[1:]
		}
		n := 0
		switch cmd {
		case 'M', 'L':
			n = 2
		case 'C':
			n = 6
		case 'Z':
		default:
			return
		}
		var v [6]float64
		for i := range n {
			var ok bool
			if v[i], data, ok = number(skip(data)); !ok {
				return
			}
		}
		x, y := place(v[0], v[1])
		switch cmd {
		case 'M':
			p.moveTo(x, y)
			cmd = 'L' // further pairs are lines
		case 'L':
			p.lineTo(x, y)
		case 'C':
			x2, y2 := place(v[2], v[3])
			x3, y3 := place(v[4], v[5])
			p.curveTo(x, y, x2, y2, x3, y3)
		case 'Z':
			p.close()
			cmd = 0
		}
	}
}

// skip drops separators.
func skip(s string) string {
	for s != "" && (s[0] == ' ' || s[0] == ',' || s[0] == '\n') {
		s = s[1:]
	}
	return s
}

// number reads the number that s starts with.
func number(s string) (v float64, rest string, ok bool) {
	end := 0
	for end < len(s) {
		c := s[end]
		digit := c >= '0' && c <= '9' || c == 'e' || c == '.'
		sign := (c == '-' || c == '+') && (end == 0 || s[end-1] == 'e')
		if !digit && !sign {
			break
		}
		end++
	}
	v, err := strconv.ParseFloat(s[:end], 64)
	return v, s[end:], err == nil
}
