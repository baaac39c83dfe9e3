package png

import (
	"strconv"

	"github.com/fogleman/gg"
)

// tracePath draws an icon's path, of absolute M, L, C and Z, into a context. It
// stops at anything else.
func tracePath(dc *gg.Context, data string, place func(x, y float64) (float64, float64)) {
	var cmd byte
	for data = skip(data); data != ""; data = skip(data) {
		if c := data[0]; c == 'M' || c == 'L' || c == 'C' || c == 'Z' {
			cmd, data = c, data[1:]
		}
		n := map[byte]int{'M': 2, 'L': 2, 'C': 6}[cmd]
		if n == 0 && cmd != 'Z' {
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
			dc.MoveTo(x, y)
			cmd = 'L' // further pairs are lines
		case 'L':
			dc.LineTo(x, y)
		case 'C':
			x2, y2 := place(v[2], v[3])
			x3, y3 := place(v[4], v[5])
			dc.CubicTo(x, y, x2, y2, x3, y3)
		case 'Z':
			dc.ClosePath()
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
