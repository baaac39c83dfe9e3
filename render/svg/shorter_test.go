package svg

import (
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/themes/icons"
)

func TestShorter(t *testing.T) {
	for data, want := range map[string]string{
		"M1 2L3 2L3 4L2.5 3.5ZM0 0L1 1":      "m1 2h2v2l-.5-.5zm-1-2 1 1",
		"M0.5 0.25C1 1 2 2 3 3C4 4 5 5 6 6Z": "m.5.25c.5.75 1.5 1.75 2.5 2.75s2 2 3 3z",
		"M0 0C0 1 1 2 2 2C3 2 4 1 4 0Z":      "m0 0c0 1 1 2 2 2s2-1 2-2z",
		"M1 1C1 1 2 2 3 3L4 5C4 5 6 6 7 7":   "m1 1s1 1 2 2l1 2s2 1 3 2",
		"M1 1L2 2ZC1 1 2 2 3 3":              "m1 1 1 1zs1 1 2 2",
		"M1 1 2 2 3 3Z":                      "m1 1 1 1 1 1z",
		"M1 1Q1 1 2 2":                       "M1 1Q1 1 2 2",
		"M1.125 1L2 2":                       "M1.125 1L2 2",
		"M1 1A3 3 0 0 1 2 2":                 "M1 1A3 3 0 0 1 2 2",
		"":                                   "",
		"M":                                  "M",
	} {
		if got := shorter(data); got != want {
			t.Errorf("%q: %q, want %q", data, got, want)
		}
	}
}

// Read again, each icon's path is the same as before, in hundredths.
func TestShorterSaysTheSame(t *testing.T) {
	before, after := 0, 0
	for _, name := range icons.Names() {
		icon, _ := icons.Lookup(name)
		for _, s := range icon.Shapes {
			short := shorter(s.Data)
			before, after = before+len(s.Data), after+len(short)
			if got, want := absolute(short), strings.NewReplacer("M", " M ", "L", " L ", "C", " C ", "Z", " Z ").Replace(s.Data); got != strings.Join(strings.Fields(want), " ") {
				t.Fatalf("%s: %q is\n%q, not\n%q", name, short, got, want)
			}
		}
	}
	if after > before*3/4 {
		t.Errorf("%d bytes of %d", after, before)
	}
}

// absolute reads a relative path as browsers do and writes it with absolute verbs.
func absolute(d string) string {
	var out []string
	var at, start, mirror [2]int
	verb := byte(0)
	number := func() int {
		d = strings.TrimLeft(d, " ")
		end, point := 0, false
		for ; end < len(d); end++ {
			if c := d[end]; c == '.' && !point {
				point = true
			} else if !(c >= '0' && c <= '9' || c == '-' && end == 0) {
				break
			}
		}
		text := d[:end]
		d = d[end:]
		whole, part, _ := strings.Cut(strings.TrimPrefix(text, "-"), ".")
		n := 0
		for _, c := range whole + (part + "00")[:2] {
			n = 10*n + int(c-'0')
		}
		if strings.HasPrefix(text, "-") {
			return -n
		}
		return n
	}
	put := func(name string, points ...int) {
		if name != "" {
			out = append(out, name)
		}
		for _, n := range points {
			out = append(out, plain(n))
		}
	}
	for d != "" {
		if c := d[0]; c >= 'a' && c <= 'z' {
			verb, d = c, d[1:]
		}
		switch verb {
		case 'm', 'l', 'h', 'v':
			if verb != 'v' {
				at[0] += number()
			}
			if verb != 'h' {
				at[1] += number()
			}
			if verb == 'm' {
				start, verb = at, 'l'
				put("M", at[0], at[1])
			} else {
				put("L", at[0], at[1])
			}
		case 'c', 's':
			v := [6]int{mirror[0], mirror[1]}
			for i := range v {
				if i >= 2 || verb == 'c' {
					v[i] = at[i%2] + number()
				}
			}
			at = [2]int{v[4], v[5]}
			put("C", v[:]...)
			mirror = [2]int{2*v[4] - v[2], 2*v[5] - v[3]}
			continue
		case 'z':
			at = start
			put("Z")
		}
		mirror = at
	}
	return strings.Join(out, " ")
}

func plain(n int) string {
	p := shortPath{}
	p.append(n)
	text := string(p.out)
	if strings.HasPrefix(text, ".") || strings.HasPrefix(text, "-.") {
		text = strings.Replace(text, ".", "0.", 1)
	}
	return text
}
