package themes

import (
	"bytes"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// samples are the built-in themes, and brands' themes in testdata.
func samples(t testing.TB) []*Theme {
	var all []*Theme
	for _, name := range Names() {
		theme, _ := Lookup(name)
		all = append(all, theme)
	}
	files, err := filepath.Glob("testdata/brands/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal("no brands", err)
	}
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		theme, err := Load(bytes.NewReader(src), file)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, theme)
	}
	return all
}

// A derived theme is for the other kind of page, and can be read, in whatever
// states something is.
func TestDerivedHaveContrast(t *testing.T) {
	for _, theme := range samples(t) {
		twin := theme.Derive()
		if twin.Dark == theme.Dark || isDark(twin.Page) != twin.Dark || !twin.Derived || twin.Same(theme) {
			t.Errorf("%s: dark %v, page %v, derived %v", theme.Name, twin.Dark, twin.Page, twin.Derived)
		}
		for _, f := range twin.Check() {
			t.Errorf("%s: %v", theme.Name, f)
		}
	}
}

// The same of themes of any colours.
func TestDerivedOfAnyColoursHaveContrast(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	color := func() string {
		return fmt.Sprintf("%q", Color{byte(r.Uint32()), byte(r.Uint32()), byte(r.Uint32()), 255})
	}
	for range 300 {
		text := "page: " + color() + "\ngroup: {fill: \"#80808030\"}\n"
		for _, of := range []string{"title", "box", "part", "section", "topic", "subtopic", "more", "edge", "edge.requires",
			"box.optional", "topic.optional", "box.todo", "box.added", "edge.added", "box.highlighted", "box.dimmed", "topic.done"} {
			text += of + ": {width: 2"
			for _, key := range []string{"fill", "text", "stroke"} {
				if (of != "title" || key == "text") && r.IntN(3) > 0 {
					text += ", " + key + ": " + color()
				}
			}
			text += "}\n"
		}
		theme, err := Load(strings.NewReader(text), "any.yaml")
		if err != nil {
			t.Fatal(err)
		}
		twin := theme.Derive()
		for _, f := range twin.Check() {
			t.Errorf("%v\n%s\n%s", f, text, twin.YAML())
		}
		if t.Failed() {
			return
		}
	}
}

// What stood out more stands out more: fills of the same kind, writing on the page,
// and lines.
func TestDeriveKeepsTheOrderOfEmphasis(t *testing.T) {
	for _, theme := range samples(t) {
		twin := theme.Derive()
		d := deriver{from: theme, to: twin}
		type weight struct {
			of       string
			was, now float64
		}
		groups := map[string][]weight{}
		for _, r := range roles() {
			for _, states := range stateSets(r.Name) {
				s, made := theme.Style(r.Name, states...), twin.Style(r.Name, states...)
				add := func(group string, a, b Color) {
					groups[group] = append(groups[group], weight{
						fmt.Sprint(r.Name, states),
						Contrast(a.Over(theme.Page), theme.Page), Contrast(b.Over(twin.Page), twin.Page)})
				}
				if len(states) > 1 { // whose style comes of several
					continue
				}
				if s.Fill.A == 255 && d.kindOf(s) != strong {
					add("fill", s.Fill, made.Fill)
				}
				if familyOf(r.Name) == edgeFamily {
					add("line", s.Stroke, made.Stroke)
				}
				if s.Text.A > 0 && (s.Fill.A == 0 || s.Fill == theme.Page) {
					add("text", s.Text, made.Text)
				}
			}
		}
		for group, all := range groups {
			for _, a := range all {
				for _, b := range all {
					// A step of 8 bits is about so much on a dark page.
					if a.was < b.was && a.now > b.now+0.15 {
						t.Errorf("%s, %s: %v and %v change places", theme.Name, group, a, b)
					}
				}
			}
		}
	}
}

// Hues stay.
func TestDeriveKeepsHues(t *testing.T) {
	for _, theme := range samples(t) {
		twin := theme.Derive()
		for _, r := range roles() {
			s, made := theme.Style(r.Name), twin.Style(r.Name)
			for _, pair := range [][2]Color{{s.Fill, made.Fill}, {s.Text, made.Text}, {s.Stroke, made.Stroke}} {
				a, b := pair[0].oklch(), pair[1].oklch()
				if a.c < 0.03 || b.c < 0.03 || pair[0].A == 0 || pair[0] == theme.Page {
					continue
				}
				if off := math.Abs(math.Remainder(a.h-b.h, 2*math.Pi)); off > 0.06 {
					t.Errorf("%s, %s: %v becomes %v, whose hue is %.2f away", theme.Name, r.Name, pair[0], pair[1], off)
				}
			}
		}
	}
}

// The space itself, by the examples of its author, and back.
// A panel that is hardly seen is not seen more.
func TestDeriveKeepsFaintPanels(t *testing.T) {
	for _, alpha := range []string{"01", "08", "20", "80", "ff"} {
		theme, err := Load(strings.NewReader("group: {fill: \"#2563eb"+alpha+"\"}\n"), "any.yaml")
		if err != nil {
			t.Fatal(err)
		}
		was, is := theme.Style("group").Fill, theme.Derive().Style("group").Fill
		if is.A != was.A {
			t.Errorf("%v became %v", was, is)
		}
	}
}

func TestOklch(t *testing.T) {
	for _, c := range []Color{{255, 0, 0, 255}, {0, 0, 255, 255}, {59, 112, 254, 255}, {255, 213, 0, 255}, {}, {255, 255, 255, 255}} {
		if c.A = 255; c.oklch().color() != c {
			t.Errorf("%v comes back as %v", c, c.oklch().color())
		}
	}
	if k := (Color{255, 0, 0, 255}).oklch(); math.Abs(k.l-0.628) > 0.001 || math.Abs(k.c-0.258) > 0.001 || math.Abs(k.h*180/math.Pi-29.2) > 0.1 {
		t.Errorf("red is %+v", k)
	}
}

func TestCounterpart(t *testing.T) {
	for text, want := range map[string]string{
		"extends: course":       "brand-dark derived",
		"page: \"#000\"":        "brand-light derived",
		"twin: contrast-dark":   "contrast-dark",
		"twin: night/mine.yaml": "",
	} {
		theme, err := Load(strings.NewReader(text), "brand.yaml")
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if twin := theme.Counterpart(); twin != nil {
			got = twin.Name
			if twin.Derived {
				got += " derived"
			}
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
	// A page that is dark already is no light theme's.
	board, err := Load(strings.NewReader("{page: \"#102030\", dark: false, topic: {fill: \"#123\"}}"), "board.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if twin := board.Derive(); !twin.Dark || !twin.Same(board) {
		t.Errorf("a blackboard becomes\n%s", twin.YAML())
	}
}

func BenchmarkDerive(b *testing.B) {
	theme, _ := Lookup("course")
	b.ReportAllocs()
	for b.Loop() {
		theme.Derive()
	}
}
