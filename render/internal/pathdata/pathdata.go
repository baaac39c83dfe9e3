// Package pathdata reads the paths of icons.
package pathdata

import "strconv"

// Trace calls draw for each command of an icon's path: M and L with the two
// coordinates of a point, C with the six of a curve's, Z with none. It stops at
// anything else. What draw is given is its own until it returns.
func Trace(data string, draw func(verb byte, at []float64)) {
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
		draw(cmd, v[:n])
		switch cmd {
		case 'M':
			cmd = 'L' // further pairs are lines
		case 'Z':
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
