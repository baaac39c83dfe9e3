package svg

import (
	"math"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/themes/icons"
)

func TestShorter(t *testing.T) {
	for data, want := range map[string]string{
		"M1 2L3 2L3 4L2.5 3.5ZM0 0L1 1":      "m1 2h2v2l-.5-.5zm-1-2 1 1",
		"M0.5 0.25C1 1 2 2 3 2C4 2 5 1 6 1Z": "m.5.25c.5.75 1.5 1.75 2.5 1.75s2-1 3-1z",
		"M0 0C0 1 1 2 2 2C3 2 4 1 4 0Z":      "m0 0c0 1 1 2 2 2s2-1 2-2z",
		"M1 1C1 1 2 2 3 1L4 5C4 5 6 6 7 4":   "m1 1s1 1 2 0l1 4s2 1 3-1",
		"M1 1L2 2ZC1 1 2 2 3 1":              "m1 1 1 1zs1 1 2 0",
		"M1 1 2 2 3 1Z":                      "m1 1 1 1 1-1z",
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
			outline, _ := stretches(s.Data)
			short := relative(outline)
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

// Simpler outlines are as near as they may be, and shorter.
func TestSimpler(t *testing.T) {
	before, after := 0, 0
	for i, name := range icons.Names() {
		icon, _ := icons.Lookup(name)
		for _, s := range icon.Shapes {
			outline, _ := stretches(s.Data)
			less := simpler(outline)
			before, after = before+len(relative(outline)), after+len(relative(less))
			if i%25 > 0 {
				continue // it takes long
			}
			old := points(outline, 16)
			for _, p := range points(less, 5) {
				nearest := math.Inf(1)
				for i, q := range old[1:] {
					dx, dy := q[0]-old[i][0], q[1]-old[i][1]
					along := ((p[0]-q[0])*dx + (p[1]-q[1])*dy) / max(dx*dx+dy*dy, 1e-9)
					along = max(-1, min(along, 0))
					nearest = min(nearest, math.Hypot(p[0]-q[0]-along*dx, p[1]-q[1]-along*dy))
				}
				if nearest > 2*near { // of curves that became lines, and these fewer
					t.Errorf("%s: a point is %.1f away in %q", name, nearest, relative(less))
				}
			}
		}
	}
	if after > before*9/10 {
		t.Errorf("%d bytes of %d", after, before)
	}
	for data, want := range map[string]string{
		"M0 0L1 0.02L2 0L2 2L1 2.04L0 2Z":          "m0 0h2v2l-1 .04-1-.04z",
		"M0 0C0.1 0.03 1 0.03 2 0C2 1.1 2.9 2 4 2": "m0 0h2c0 1.1.9 2 2 2",
		"M0 0C0.2 0.03 0.36 0.1 0.5 0.2Z":          "m0 0q.3.05.5.2z",
		"M1 1C2 2 2 0 1 1":                         "m1 1c1 1 1-1 0 0",
		"M1 1L3 1L1 1Z":                            "m1 1h2-2z",
	} {
		if got := shorter(data); got != want {
			t.Errorf("%q: %q, want %q", data, got, want)
		}
	}
}

// points are those of an outline, some on each stretch.
func points(outline []stretch, n int) (all [][2]float64) {
	var start, at [2]int
	for _, s := range outline {
		var controls [][2]int
		switch s.verb {
		case 'M':
			start, at = s.p[0], s.p[0]
			continue
		case 'Z':
			controls = [][2]int{at, start}
		default:
			controls = append([][2]int{at}, s.p[:map[byte]int{'L': 1, 'Q': 2, 'C': 3}[s.verb]]...)
		}
		at = controls[len(controls)-1]
		for i := range n + 1 {
			var of [][2]float64
			for _, c := range controls {
				of = append(of, [2]float64{float64(c[0]), float64(c[1])})
			}
			for ; len(of) > 1; of = of[:len(of)-1] {
				for k := range len(of) - 1 {
					for axis := range 2 {
						of[k][axis] += (of[k+1][axis] - of[k][axis]) * float64(i) / float64(n)
					}
				}
			}
			all = append(all, of[0])
		}
	}
	return all
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
