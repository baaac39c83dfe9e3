package html

import (
	"regexp"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/render/svg"
	"github.com/roadmapviz/roadmapviz/themes"
)

func builtIn(t testing.TB, name string) *themes.Theme {
	theme, ok := themes.Lookup(name)
	if !ok {
		t.Fatalf("there is no theme %s", name)
	}
	return theme
}

// line is all that a line of the style sheet may be.
var line = regexp.MustCompile(`^(@media \(prefers-color-scheme:dark\)\{|\}|g((\.[a-z0-9]+)|:is\(\.[a-z]+(,\.[a-z]+)+\))?(\.[a-z0-9]+)*( \.[a-z]+)?\{[a-z-]+:VALUE(;[a-z-]+:VALUE)*\})$`)
var value = regexp.MustCompile(`:(#[0-9a-f]{3,8}|none|round|miter|-?[0-9.]+(px)?( [0-9.]+(px)?)*|translate\(-?[0-9.]+(px)?,-?[0-9.]+(px)?\)|url\(#n_shadow-[a-z]+\)|drop-shadow\((-?[0-9.]+(px)? ){3}(#[0-9a-f]+)\)|blur\([0-9.]+px\)|scale\([0-9.]+\))(?P<end>[;}])`)

func check(t *testing.T, css string) {
	t.Helper()
	for text := range strings.Lines(css) {
		text = strings.TrimSuffix(text, "\n")
		plain := value.ReplaceAllString(text, ":VALUE$end")
		if !line.MatchString(plain) {
			t.Errorf("the style sheet has the line %q", text)
		}
	}
}

// A style sheet has nothing in it that a theme's author could choose but numbers and
// colours, is the same each time, and small.
func TestLooks(t *testing.T) {
	hostile, err := themes.Load(strings.NewReader(`
page: "#fff"
box: {fill: "#12345678", text: "#fff", mark: "x;}*{background:url(//evil)}</style><script>alert(1)</script>"}
topic.done: {mark: "</style>", width: 1e-3, stroke: "#000", dash: [1e2, 0.001], radius: 3e1, fade: 1, shadow: {dx: -5, dy: 1e2, sigma: 999.999, color: "#00000001"}}
title: {textShadow: {dx: -1e-9, sigma: 1, color: "#123"}}
`), "hostile.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for name, theme := range map[string]*themes.Theme{"hostile": hostile, "course": builtIn(t, "course"), "contrast": builtIn(t, "contrast"), "course-dark": builtIn(t, "course-dark")} {
		for _, view := range []layout.View{{}, {Scale: 0.37, X: 1}} {
			both := theme.WithNight(theme.Counterpart())
			css := looks(both, view, anything)
			check(t, css)
			if css != looks(both, view, anything) {
				t.Errorf("%s: another style sheet the second time", name)
			}
			if len(css) > 12_000 {
				t.Errorf("%s: %d bytes", name, len(css))
			}
			if strings.Count(css, "@media") != 1 || !strings.HasSuffix(css, "}\n}\n") {
				t.Errorf("%s: dark pages are not at the end, in one place", name)
			}
			if alone := looks(theme, view, anything); !strings.HasPrefix(css, alone[:200]) || strings.Contains(alone, "@media") {
				t.Errorf("%s: of one kind of page: %q", name, alone)
			}
		}
	}
}

func anything(string) bool { return true }

// The style sheet of a figure says nothing of roles and states that it has not, and
// scripts do not set.
func TestLooksOfFigure(t *testing.T) {
	both := builtIn(t, "course").WithNight(builtIn(t, "course").Counterpart())
	css := looks(both, layout.View{}, classes([]byte(`<svg><g id="n_icon"><path/></g><g class="edge next"></g><g id="n0" class="topic highlighted"></g></svg>`)))
	check(t, css)
	for class, want := range map[string]bool{
		".topic{": true, ".topic.todo": true, ".topic.dimmed": true, ".topic.highlighted": true, ".topic.optional": false, ".topic.added": false,
		".next .line": true, ".next.highlighted": true, ".next.dimmed": false, ".section": false, ".contains": false, ".more": false,
	} {
		if strings.Contains(css, class) != want {
			t.Errorf("%s is told: %v", class, !want)
		}
	}
}

// Marks are where Paint draws them.
func TestMarks(t *testing.T) {
	o := svg.Options{IDPrefix: "p-"}
	got := marks(builtIn(t, "course"), "en", layout.View{}, o, anything)
	if m := got["topic"]["done"]; m != (mark{"p-_icon-mark-done", -14, -14, 0.875}) {
		t.Errorf("the mark of what is done is %+v", m)
	}
	if m, ok := got["topic"]["todo"]; ok {
		t.Errorf("what is to do has the mark %+v", m)
	}
	if len(got["title"]) > 0 {
		t.Errorf("titles have marks: %v", got["title"])
	}
}
