package themes

import (
	"slices"
	"strings"
	"testing"
)

// given are the findings in the course theme, whose boxes have the colours of
// the figures that it was made for: white on light blue, and on light green.
// The contrast theme is there for those who want more.
var given = []string{
	"text #ffffff of section on #3b70fe has a contrast of 4.25: 4.5 or more can be read",
	"text #ffffff of topic on #31c387 has a contrast of 2.26: 4.5 or more can be read",
}

// In all built-in themes, but for what is given, text can be read and lines can be
// seen, by the measures of WCAG 2.2, level AA.
func TestBuiltinsHaveContrast(t *testing.T) {
	for _, name := range Names() {
		theme, _ := Lookup(name)
		var want, got []string
		if name == "course" {
			want = given
		}
		for _, f := range theme.Check() {
			got = append(got, f.String())
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s:\n%s", name, strings.Join(got, "\n"))
		}
	}
}

// The states can be told apart without colours: by mark, outline or fill.
func TestStatesWithoutColour(t *testing.T) {
	type look struct {
		mark   string
		width  float64
		dashed bool
		shadow bool
		hollow bool
	}
	for _, name := range Names() {
		theme, _ := Lookup(name)
		for _, role := range []string{"part", "section", "topic", "subtopic"} {
			seen := map[look]string{}
			for _, state := range append(States(), "") {
				if state == "guessed" || isWay(state) { // of edges alone
					continue
				}
				s := theme.Style(role, state)
				l := look{s.Mark, s.Width, len(s.Dash) > 0, s.Shadow.Color.A > 0, s.Fill == theme.Page}
				if other, ok := seen[l]; ok {
					t.Errorf("%s: %s looks the same in the states %q and %q", name, role, state, other)
				}
				seen[l] = state
			}
		}
	}
}

func TestTwins(t *testing.T) {
	for _, name := range Names() {
		theme, ok := Lookup(name)
		if !ok || theme.Name != name {
			t.Fatalf("%s: %v", name, ok)
		}
		if name == "mono" { // for paper, which is never dark
			continue
		}
		twin, ok := Lookup(theme.Twin)
		if !ok || twin.Twin != name || twin.Dark == theme.Dark {
			t.Errorf("%s: bad twin %q", name, theme.Twin)
		}
	}
	if _, ok := Lookup("curse"); ok {
		t.Error("found a theme that does not exist")
	}
	if !slices.IsSorted(Names()) || !slices.Contains(Names(), Default) {
		t.Errorf("names %v", Names())
	}
}

// The course theme has the colours of the figures.
func TestCourse(t *testing.T) {
	theme, _ := Lookup("course")
	shadow := Shadow{5.75, 5.75, 4.45, Color{A: 51}}
	white, navy := Color{255, 255, 255, 255}, Color{10, 4, 122, 255}
	for role, want := range map[string]Style{
		"title":         {Text: navy, TextShadow: Shadow{0, 2.5, 1, Color{A: 51}}},
		"section":       {Fill: Color{59, 112, 254, 255}, Text: white, Shadow: shadow},
		"topic":         {Fill: Color{49, 195, 135, 255}, Text: white, Shadow: shadow},
		"edge.next":     {Stroke: navy, Width: 5},
		"edge.contains": {Stroke: navy, Width: 4, Dash: []float64{32, 12}},
	} {
		if got := theme.Style(role); !equal(got, want) {
			t.Errorf("%s:\n got %+v\nwant %+v", role, got, want)
		}
	}
	if theme.Page != white || theme.Dark {
		t.Errorf("page %v, dark %v", theme.Page, theme.Dark)
	}
}

func equal(a, b Style) bool {
	dash := slices.Equal(a.Dash, b.Dash)
	a.Dash, b.Dash = nil, nil
	a2, b2 := a, b
	return dash && a2.Fill == b2.Fill && a2.Text == b2.Text && a2.Stroke == b2.Stroke && a2.Width == b2.Width &&
		a2.Radius == b2.Radius && a2.Arrow == b2.Arrow && a2.Mark == b2.Mark && a2.Shadow == b2.Shadow && a2.TextShadow == b2.TextShadow
}

// A later state wins, key by key; unknown roles and states do no harm.
func TestStyle(t *testing.T) {
	theme, _ := Lookup("course")
	both := theme.Style("topic", "optional", "done")
	if both.Mark != "mark-done" || len(both.Dash) == 0 {
		t.Errorf("optional and done: %+v", both)
	}
	if got := theme.Style("topic", "no such state"); !equal(got, theme.Style("topic")) {
		t.Errorf("unknown state: %+v", got)
	}
	if got := theme.Style("no such role"); !equal(got, Style{}) {
		t.Errorf("unknown role: %+v", got)
	}
	if n := testing.AllocsPerRun(100, func() { theme.Style("topic", "optional", "done") }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkStyle(b *testing.B) {
	theme, _ := Lookup("course")
	b.ReportAllocs()
	for b.Loop() {
		theme.Style("topic")
	}
}

func BenchmarkStyleOfState(b *testing.B) {
	theme, _ := Lookup("course")
	b.ReportAllocs()
	for b.Loop() {
		theme.Style("topic", "done")
	}
}

func BenchmarkLookup(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Lookup("course")
	}
}

// The mono theme has no colour at all, and prints little: all but what is done is
// outlines on white.
func TestMono(t *testing.T) {
	theme, _ := Lookup("mono")
	grey := func(c Color) bool { return c.R == c.G && c.G == c.B }
	for _, r := range roles() {
		for _, states := range stateSets(r.Name) {
			s := theme.Style(r.Name, states...)
			if !grey(s.Fill) || !grey(s.Text) || !grey(s.Stroke) || s.Shadow.Color.A > 0 || s.TextShadow.Color.A > 0 {
				t.Errorf("%s %v has colours or shadows: %+v", r.Name, states, s)
			}
			if s.Fill.A > 0 && Contrast(s.Fill.Over(theme.Page), theme.Page) > 1.2 {
				t.Errorf("%s %v is filled with %v", r.Name, states, s.Fill)
			}
		}
	}
	if twin := theme.Counterpart(); !theme.GreyIcons || !twin.Derived || !twin.GreyIcons {
		t.Errorf("grey icons: %v, and %+v of the twin", theme.GreyIcons, twin.Name)
	}
	brand, err := Load(strings.NewReader("extends: mono\nicons: colour\n"), "x.yaml")
	if err != nil || brand.GreyIcons {
		t.Errorf("its icons stay grey: %v", err)
	}
	if _, err := Load(strings.NewReader("icons: green\n"), "x.yaml"); err == nil || err.Error() != `x.yaml:1:8: icons are colour or grey, not "green"` {
		t.Errorf("%v", err)
	}
}

// Who is given a built-in theme may change it.
func TestLookupIsNew(t *testing.T) {
	one, _ := Lookup(Default)
	page := one.Page
	one.Page, one.Name = Color{}, "another"
	if two, _ := Lookup(Default); two.Page != page || two.Name == "another" {
		t.Error("a theme that was changed is given to others")
	}
}
