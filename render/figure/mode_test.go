package figure

import (
	"bytes"
	"image/png"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/render/formats"
)

// The mode "auto" takes the twin beside the theme, whichever of the two is named.
func TestModeOfBoth(t *testing.T) {
	fsys := fstest.MapFS{
		"brand.yaml":     {Data: []byte("extends: course\ntopic: {fill: \"#0f766e\"}\n")},
		"pair.yaml":      {Data: []byte("extends: course\ntwin: ./pair-dark.yaml\n")},
		"pair-dark.yaml": {Data: []byte("extends: course-dark\ntwin: ./pair.yaml\n")},
	}
	g := course(t, cooking)
	svg, _ := formats.Lookup("svg")
	for _, c := range []struct {
		theme, mode, light, dark string
		digests                  int
		said                     string
	}{
		{"", "auto", "course", "course-dark", 0, "mode=auto"},
		{"auto", "", "course", "course-dark", 0, "mode=auto"},
		{"auto", "dark", "course-dark", "", 0, "theme=course-dark"},
		{"contrast-dark", "auto", "contrast", "contrast-dark", 0, "mode=auto theme=contrast-dark"},
		{"brand.yaml", "auto", "brand", "brand-dark", 1, "mode=auto theme=brand.yaml"},
		{"pair.yaml", "auto", "pair", "pair-dark", 2, "mode=auto theme=pair.yaml"},
		{"pair-dark.yaml", "auto", "pair", "pair-dark", 2, "mode=auto theme=pair-dark.yaml"},
	} {
		o := Options{Mode: c.mode}
		if err := o.SetTheme(c.theme, Place{FS: fsys}); err != nil {
			t.Fatal(err)
		}
		f, err := New(g, o)
		if err != nil {
			t.Errorf("%s: %v", c.theme, err)
			continue
		}
		dark := ""
		if night := f.theme.Night(); night != nil {
			dark = night.Name
		}
		if f.theme.Name != c.light || dark != c.dark {
			t.Errorf("%s, %s: %s and %s", c.theme, c.mode, f.theme.Name, dark)
		}
		said := f.Record(svg).Options
		if digests := len(said[digestOption]) / 16; digests != c.digests {
			t.Errorf("%s: %d digests", c.theme, digests)
		}
		var all []string
		for _, name := range []string{"mode", "theme"} {
			if said[name] != "" {
				all = append(all, name+"="+said[name])
			}
		}
		if got := strings.Join(all, " "); got != c.said {
			t.Errorf("%s, %s: the figure says %s", c.theme, c.mode, got)
		}
		_, notes, err := f.Layout(t.Context())
		derived := slices.ContainsFunc(notes, func(n graph.Diagnostic) bool { return strings.Contains(n.Message, "has no dark twin") })
		if err != nil || derived != (c.theme == "brand.yaml") {
			t.Errorf("%s: notes are %v (%v)", c.theme, notes, err)
		}
	}
}

// A PNG has one kind of page, and says so; without a page one sees through it.
func TestModeAndPageOfPNG(t *testing.T) {
	g := course(t, cooking)
	draw := func(o Options) ([]byte, bool) {
		t.Helper()
		data, notes, err := Draw(t.Context(), g, o, "png")
		if err != nil {
			t.Fatal(err)
		}
		return data, slices.ContainsFunc(notes, func(n graph.Diagnostic) bool { return n.Code == "RV110" })
	}
	both, told := draw(Options{Mode: "auto"})
	light, toldOfLight := draw(Options{Mode: "light"})
	if !told || toldOfLight {
		t.Errorf("told of auto %v, of light %v", told, toldOfLight)
	}
	a, err := png.Decode(bytes.NewReader(both))
	if err != nil {
		t.Fatal(err)
	}
	b, err := png.Decode(bytes.NewReader(light))
	if err != nil {
		t.Fatal(err)
	}
	bare, _ := draw(Options{Page: "none"})
	c, err := png.Decode(bytes.NewReader(bare))
	if err != nil {
		t.Fatal(err)
	}
	if _, _, _, alpha := c.At(0, 0).RGBA(); alpha != 0 {
		t.Errorf("the corner has alpha %d", alpha)
	}
	seen := false
	for y := range a.Bounds().Dy() {
		for x := range a.Bounds().Dx() {
			if a.At(x, y) != b.At(x, y) {
				t.Fatal("auto is not the light one")
			}
			_, _, _, alpha := c.At(x, y).RGBA()
			seen = seen || alpha == 0xffff
		}
	}
	if !seen {
		t.Error("nothing is drawn")
	}
}
