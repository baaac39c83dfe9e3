package icons

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/themes"
)

func TestLookup(t *testing.T) {
	for name, want := range map[string]string{
		"snake":                         "snake",
		"🐍":                             "snake",
		"golang":                        "go",
		"c++":                           "cplusplus",
		"🧑‍🔬":                           "scientist", // joined
		"🧑🏽‍🔬":                          "scientist", // with a skin tone
		"👷🏿":                            "construction-worker",
		"❤️":                            "red-heart", // with a variation selector
		"❤":                             "red-heart",
		"1️⃣":                           "keycap-1",
		"backhand-index-pointing-right": "backhand-index-pointing-right",
		"":                              "",
		"no such icon":                  "",
		"\n":                            "",
		"\U0001F3FD":                    "",
	} {
		icon, ok := Lookup(name)
		if icon.Name != want || ok != (want != "") || has(name) != ok {
			t.Errorf("%q: got %q, %v; want %q", name, icon.Name, ok, want)
		}
	}
}

// Every icon of the pack can be read, is well formed and lies near its box.
func TestPack(t *testing.T) {
	names := Names()
	if !slices.IsSorted(names) || len(names) < 1500 {
		t.Fatalf("%d names, sorted: %v", len(names), slices.IsSorted(names))
	}
	for _, name := range names {
		icon, ok := Lookup(name)
		if !ok || icon.Name != name || len(icon.Shapes) == 0 || max(icon.W, icon.H) != 32 {
			t.Fatalf("%s: %v %+v", name, ok, icon)
		}
		for _, s := range icon.Shapes {
			checkShape(t, icon, s)
		}
	}
}

func checkShape(t *testing.T, icon Icon, s Shape) {
	t.Helper()
	if s.Fill.A == 0 || s.Data == "" || s.Data[0] != 'M' {
		t.Errorf("%s: bad shape %v %.40q", icon.Name, s.Fill, s.Data)
	}
	points := map[byte]int{'M': 1, 'L': 1, 'C': 3, 'Z': 0}
	for rest := s.Data; rest != ""; {
		end := 1 + strings.IndexAny(rest[1:], "MLCZ")
		if end == 0 {
			end = len(rest)
		}
		numbers := strings.Fields(rest[1:end])
		n, known := points[rest[0]]
		if !known || len(numbers) != 2*n {
			t.Fatalf("%s: bad command %q", icon.Name, rest[:end])
		}
		for _, text := range numbers {
			// A control point may lie outside, a picture that does is broken.
			if x, err := strconv.ParseFloat(text, 64); err != nil || x < -32 || x > 64 {
				t.Errorf("%s: bad number %q", icon.Name, text)
			}
		}
		rest = rest[end:]
	}
}

// All lines of the index lead to an icon, and bisection finds all of them.
func TestIndex(t *testing.T) {
	last := ""
	for at := 0; at < len(index); {
		var l line
		l, at = lineAt(at)
		if l.key <= last {
			t.Errorf("%q stands behind %q", l.key, last)
		}
		if !has(l.key) {
			t.Errorf("%q leads nowhere", l.key)
		}
		last = l.key
	}
}

func TestInked(t *testing.T) {
	pi, _ := Lookup("pi")
	red := themes.Color{R: 255, A: 255}
	if got := pi.Inked(red, red).Shapes[0].Fill; got != red {
		t.Errorf("got %v", got)
	}
	if pi.Shapes[0].Fill == red {
		t.Error("the icon itself has changed")
	}
	snake, _ := Lookup("snake")
	if got := snake.Inked(red, red).Shapes[0].Fill; got == red {
		t.Error("a shape that is not ink has changed")
	}
}

func FuzzLookup(f *testing.F) {
	f.Add("snake")
	f.Add("🧑‍🔬\t")
	f.Fuzz(func(t *testing.T, name string) {
		if icon, ok := Lookup(name); ok && !has(icon.Name) {
			t.Errorf("%q gives %q, which is not there", name, icon.Name)
		}
	})
}

func BenchmarkLookup(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Lookup("snake")
	}
}

func BenchmarkHas(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		has("🐍")
	}
}

func has(name string) bool { _, ok := Name(name); return ok }

func TestGrey(t *testing.T) {
	icon, _ := Lookup("python")
	grey := icon.Grey()
	coloured := false
	for i, shape := range grey.Shapes {
		was, is := icon.Shapes[i].Fill, shape.Fill
		coloured = coloured || was.R != was.G || was.G != was.B
		if is.R != is.G || is.G != is.B || is.A != was.A || is.R < min(was.R, was.G, was.B) || is.R > max(was.R, was.G, was.B) {
			t.Errorf("%v becomes %v", was, is)
		}
	}
	if !coloured {
		t.Error("the icon has no colour, or has lost it")
	}
}
