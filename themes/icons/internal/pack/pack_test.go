package main

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

func (p path) String() string {
	var b strings.Builder
	for _, s := range p {
		b.WriteByte(s.verb)
		for _, q := range s.p[:segmentSize(s.verb)] {
			fmt.Fprintf(&b, " %.4g,%.4g", q.x, q.y)
		}
		b.WriteByte(' ')
	}
	return strings.TrimSpace(b.String())
}

func TestParsePath(t *testing.T) {
	for d, want := range map[string]string{
		"M1 2L3 4Z":                "M 1,2 L 3,4 Z",
		"m1 2 3 4z":                "M 1,2 L 4,6 Z",
		"M1,2h3v-4H0V0":            "M 1,2 L 4,2 L 4,-2 L 0,-2 L 0,0",
		"M0 0c1 1 2 1 3 0s2-1 3 0": "M 0,0 C 1,1 2,1 3,0 C 4,-1 5,-1 6,0",
		"M0 0S1 1 2 0":             "M 0,0 C 0,0 1,1 2,0",
		"M0 0Q3 3 6 0T12 0":        "M 0,0 C 2,2 4,2 6,0 C 8,-2 10,-2 12,0",
		"M.5.5-1-1e1":              "M 0.5,0.5 L -1,-10",
		"m1 1zl1 0":                "M 1,1 Z M 1,1 L 2,1",
		"M0 0a1 1 0 012 0":         "M 0,0 C 0,-0.5523 0.4477,-1 1,-1 C 1.552,-1 2,-0.5523 2,0",
		"M0 0A0 5 0 0 1 3 3":       "M 0,0 L 3,3",
	} {
		got, err := parsePath(d)
		if err != nil || got.String() != want {
			t.Errorf("%s:\n got %s, %v\nwant %s", d, got, err, want)
		}
	}
	for _, d := range []string{"1 2", "M1", "M1 2X3", "M0 0a1 1 0", "Mx y", "M0 0Z1 1"} {
		if p, err := parsePath(d); err == nil {
			t.Errorf("%s: no error, %s", d, p)
		}
	}
}

// An arc stays on its circle, whichever way it goes round.
func TestArc(t *testing.T) {
	for _, large := range []bool{false, true} {
		for _, sweep := range []bool{false, true} {
			var p path
			from, to := point{3, 4}, point{5, 0}
			p.arc(from, point{5, 5}, 30, large, sweep, to)
			end := p[len(p)-1].p[2]
			if end != to {
				t.Errorf("large %v, sweep %v: ends at %v", large, sweep, end)
			}
			if large != sweep { // then the centre is not the origin
				continue
			}
			for _, s := range p {
				if r := s.p[2].length(); math.Abs(r-5) > 1e-9 {
					t.Errorf("large %v, sweep %v: %v is off the circle", large, sweep, s.p[2])
				}
			}
		}
	}
}

func TestTransform(t *testing.T) {
	for text, want := range map[string]point{
		"":                             {1, 2},
		"translate(3)":                 {4, 2},
		"translate(3,4) scale(2)":      {5, 8},
		"rotate(90)":                   {-2, 1},
		"rotate(90 1 2)":               {1, 2},
		"matrix(1 0 0 -1 5 6)":         {6, 4},
		"skewX(45)":                    {3, 2},
		" scale(2,3)\n,translate(1 1)": {4, 9},
	} {
		m, err := parseTransform(text)
		if got := m.apply(point{1, 2}); err != nil || got.sub(want).length() > 1e-9 {
			t.Errorf("%s: got %v, %v; want %v", text, got, err, want)
		}
	}
	for _, text := range []string{"spin(3)", "scale", "scale()", "scale(x)"} {
		if _, err := parseTransform(text); err == nil {
			t.Errorf("%s: no error", text)
		}
	}
}

func TestFlatten(t *testing.T) {
	box := [4]float64{0, 0, 10, 10}
	for body, want := range map[string]string{
		`<rect width="2" height="2" fill="#f00"/>`:                                                                                         "ff0000ff M 0,0 L 2,0 L 2,2 L 0,2 L 0,0 Z",
		`<g opacity=".5"><path d="M0 0L1 1" fill-opacity=".5"/></g>`:                                                                       "00000040 M 0,0 L 1,1",
		`<g style="fill: blue"><polygon points="0 0 1 0 1 1"/></g>`:                                                                        "0000ffff M 0,0 L 1,0 L 1,1 Z",
		`<defs><path id="a" d="M0 0L1 1"/></defs><use href="#a" x="3"/>`:                                                                   "000000ff M 3,0 L 4,1",
		`<line x2="4" stroke="#fff" stroke-width="2" fill="none"/>`:                                                                        "ffffffff M 0,-1 L 4,-1 L 4,1 L 0,1 Z",
		`<linearGradient id="g"><stop stop-color="#000"/><stop stop-color="#ffffff"/></linearGradient><path d="M0 0L1 1" fill="url(#g)"/>`: "808080ff M 0,0 L 1,1",
	} {
		shapes, err := flatten(body, box)
		if err != nil || len(shapes) != 1 {
			t.Errorf("%s: %d shapes, %v", body, len(shapes), err)
			continue
		}
		s := shapes[0]
		if got := fmt.Sprintf("%02x%02x%02x%02x %s", s.r, s.g, s.b, s.a, s.path); got != want {
			t.Errorf("%s:\n got %s\nwant %s", body, got, want)
		}
	}
	for _, body := range []string{
		``, `<text>A</text>`, `<path d="M0 0L1 1" mask="url(#m)"/>`, `<path d="M0 0L1 1" fill="url(#no)"/>`,
		`<clipPath id="c"><rect width="5" height="5"/></clipPath><path d="M0 0L1 1" clip-path="url(#c)"/>`,
		`<use href="#no"/>`, `<g id="a"><use href="#a"/></g>`, `<path d="M0 0L1 1" fill="bluish"/>`, `<g>`,
	} {
		if shapes, err := flatten(body, box); err == nil {
			t.Errorf("%s: no error, %d shapes", body, len(shapes))
		}
	}
}

// A stroke's outline covers the stroke: the area of a bent line's ribbon is
// near its length times its width.
func TestStrokeOutline(t *testing.T) {
	circle := ellipse(point{}, 5, 5)
	ring := strokeOutline(circle, 2, false)
	var area float64
	var last, start point
	for _, s := range ring {
		if s.verb == 'M' {
			start, last = s.p[0], s.p[0]
			continue
		}
		next := start
		if s.verb == 'L' {
			next = s.p[0]
		}
		area += (last.x*next.y - next.x*last.y) / 2
		last = next
	}
	if want := 2 * math.Pi * 5 * 2; math.Abs(area-want) > want/50 {
		t.Errorf("area %.2f, want %.2f", area, want)
	}
}
