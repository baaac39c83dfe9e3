package svg_test

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/render/internal/sample"
	"github.com/roadmapviz/roadmapviz/render/svg"
	"github.com/roadmapviz/roadmapviz/render/svg/svgtest"
	"github.com/roadmapviz/roadmapviz/themes"
)

var (
	attribute = regexp.MustCompile(` ([a-z-]+)="([^"]*)"`)
	rule      = regexp.MustCompile(`(?m)^\.(\S+)\{(fill|stroke)([^}]*)\}$`)
)

// paints are the colours of the elements of a figure, in their order: as attributes
// have them, or as they are with the rules for dark pages.
func paints(file []byte, night bool) []string {
	rules := map[string]string{}
	for _, r := range rule.FindAllStringSubmatch(string(file), -1) {
		rules[r[1]] = r[2] + r[3]
	}
	var all []string
	for line := range strings.Lines(string(file)) {
		of := map[string]string{}
		for _, a := range attribute.FindAllStringSubmatch(line, -1) {
			of[a[1]] = a[2]
		}
		if night {
			for declaration := range strings.SplitSeq(rules[of["class"]], ";") {
				key, value, _ := strings.Cut(declaration, ":")
				of[key] = value
			}
		}
		for _, key := range []string{"fill", "stroke"} {
			if color := of[key]; color != "" && color != "none" {
				opacity := of[key+"-opacity"]
				if opacity == "" || opacity == "1.000" {
					opacity = "1"
				}
				all = append(all, key+" "+color+" "+opacity)
			}
		}
	}
	return all
}

// By day a figure for pages of both kinds has the colours of the light theme and by
// night those of its twin, which the contrast of themes is measured of.
func TestNight(t *testing.T) {
	pairs := map[string][2]*themes.Theme{"sample": {sample.Theme(), sample.Theme().Derive()}}
	for _, name := range []string{"course", "contrast"} {
		light, _ := themes.Lookup(name)
		pairs[name] = [2]*themes.Theme{light, light.Counterpart()}
	}
	for name, pair := range pairs {
		for of, d := range sample.Cases() {
			for _, page := range []bool{true, false} {
				light, dark, both := pair[0], pair[1], pair[0].WithNight(pair[1])
				if !page {
					light, dark, both = light.WithoutPage(), dark.WithoutPage(), both.WithoutPage()
				}
				file := encodeIn(t, d, both, svg.Options{})
				if err := svgtest.Check(file); err != nil {
					t.Error(err)
				}
				for night, theme := range map[bool]*themes.Theme{false: light, true: dark} {
					got, want := paints(file, night), paints(encodeIn(t, d, theme, svg.Options{}), false)
					if strings.Join(got, "\n") != strings.Join(want, "\n") {
						t.Errorf("%s, %s, night %v:\n got %q\nwant %q", name, of, night, got, want)
					}
				}
			}
		}
	}
}

// A line or shadow that only one of two themes has is there with it, and only then.
func TestNightHasItsOwnLines(t *testing.T) {
	load := func(text string) *themes.Theme {
		theme, err := themes.Load(strings.NewReader(text), "x.yaml")
		if err != nil {
			t.Fatal(err)
		}
		return theme
	}
	const plain, lined = "{topic: {fill: \"#fff\", text: \"#000\"}}", "{page: \"#000\", topic: {fill: \"#000\", text: \"#fff\", stroke: \"#888\", width: 2, shadow: {dx: 1, dy: 1, sigma: 2, color: \"#777\"}}}"
	d := sample.Cases()["states"]
	for _, pair := range [][2]string{{plain, lined}, {lined, plain}} {
		file := encodeIn(t, d, load(pair[0]).WithNight(load(pair[1])), svg.Options{})
		for night, text := range map[bool]string{false: pair[0], true: pair[1]} {
			seen := strings.Contains(strings.Join(paints(file, night), "\n"), "stroke #888")
			cast := strings.Contains(strings.Join(paints(file, night), "\n"), "fill #777")
			if want := text == lined; seen != want || cast != want {
				t.Errorf("night %v: outline %v, shadow %v, want %v", night, seen, cast, want)
			}
		}
	}
}

// Two sets of colours make little more of a file than one.
func TestNightIsSmall(t *testing.T) {
	light, _ := themes.Lookup("course")
	one := len(encodeIn(t, sample.Figure(), light, svg.Options{}))
	both := len(encodeIn(t, sample.Figure(), light.WithNight(light.Counterpart()), svg.Options{}))
	if both > one*115/100 {
		t.Errorf("%d bytes for both kinds of pages, and %d for one", both, one)
	}
	if bytes.Contains(encodeIn(t, sample.Figure(), light, svg.Options{}), []byte("prefers-color-scheme")) {
		t.Error("a figure for one kind of page asks for the other")
	}
}
