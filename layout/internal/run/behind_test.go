package run

import (
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/layout"
)

// A prerequisite's line has a gap behind a title, and nothing else has.
func TestBehindTitles(t *testing.T) {
	titles := []layout.Box{
		{Role: layout.TitleRole, X: 100, Y: 100, W: 200, H: 50}, {Role: layout.TitleRole, Y: 300, W: 400, H: 40},
		{Role: layout.SectionRole, X: 0, Y: 0, W: 500, H: 500},
	}
	visible := func(e layout.Edge) []layout.Path {
		d := &layout.Diagram{Boxes: titles, Edges: []layout.Edge{e}}
		behindTitles(t.Context(), d)
		return d.Edges[0].Path.AppendVisible(nil)
	}
	line := func(kind string, x0, y0, x1, y1 float64) layout.Edge {
		e := layout.Edge{Kind: kind, Path: layout.Path{Start: layout.Point{X: x0, Y: y0}}}
		e.Path.Line(x1, y1)
		return e
	}
	bent := line("requires", 50, 0, 150, 0)
	bent.Path.Line(150, 200)
	for name, c := range map[string]struct {
		edge layout.Edge
		want string
	}{
		"through both":  {line("requires", 150, 0, 150, 400), "M 150 0 L 150 100 | M 150 150 L 150 300 | M 150 340 L 150 400"},
		"upwards":       {line("requires", 150, 200, 150, 0), "M 150 200 L 150 150 | M 150 100 L 150 0"},
		"slanting":      {line("requires", 0, 75, 200, 175), "M 0 75 L 100 125 | M 150 150 L 200 175"},
		"past a bend":   {bent, "M 50 0 L 150 0 L 150 100 | M 150 150 L 150 200"},
		"ends within":   {line("requires", 150, 0, 150, 120), "M 150 0 L 150 100"},
		"all within":    {line("requires", 150, 110, 150, 120), ""},
		"past a corner": {line("requires", 60, 120, 120, 60), "M 60 120 L 120 60"},
		"beside":        {line("requires", 90, 0, 90, 290), "M 90 0 L 90 290"},
		"ends above":    {line("requires", 150, 0, 150, 100), "M 150 0 L 150 100"},
		"another kind":  {line("next", 150, 0, 150, 400), "M 150 0 L 150 400"},
	} {
		var got []string
		for _, p := range visible(c.edge) {
			got = append(got, string(p.AppendSVG(nil)))
		}
		if got := strings.Join(got, " | "); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", name, got, c.want)
		}
	}
	curve := layout.Edge{Kind: "requires", Path: layout.Path{Start: layout.Point{X: 150, Y: 0}}}
	curve.Path.Curve(150, 200, 250, 50, 250, 250)
	parts := visible(curve)
	if len(parts) != 2 || parts[0].Start != curve.Path.Start || parts[1].End() != curve.Path.End() {
		t.Fatalf("a curve through a title leaves %d parts", len(parts))
	}
	for _, p := range parts {
		at := p.Start
		for _, s := range p.Segments {
			if meets(at, s, titles[0]) {
				t.Errorf("a curve behind a title: %s", p.AppendSVG(nil))
			}
			at = s.P
		}
	}
	if above, below := parts[0].End().Y, parts[1].Start.Y; above < 90 || below > 160 {
		t.Errorf("the gap is from %g to %g, and the title from 100 to 150", above, below)
	}
}
