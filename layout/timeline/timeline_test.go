package timeline

import (
	"context"
	"math"
	"testing"

	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/enginetest"
)

func TestConformance(t *testing.T) {
	enginetest.Suite{
		Engine: Engine{},
		Pages: []layout.Page{
			{}, {FirstSide: "right"}, {Direction: "right"}, {Direction: "right", MaxWidth: 960},
			{Direction: "right", MaxWidth: widthOf(1)}, {Direction: "right", FirstSide: "right"},
		},
	}.Run(t)
}

func TestHours(t *testing.T) {
	for s, want := range map[string]float64{
		"2 weeks": 80, "90 min": 1.5, "3h": 3, "1-2 days": 12, "1 – 3 hours": 2, "~4 h": 4, "2.5": 2.5, "1 month": 160, "2 Weeks (part time)": 80,
	} {
		if got, ok := Hours(s); !ok || math.Abs(got-want) > 1e-9 {
			t.Errorf("Hours(%q) = %g, %t, want %g", s, got, ok, want)
		}
	}
	for _, s := range []string{"", "soon", "2 fortnights", "0 h", "-", "1-"} {
		if got, ok := Hours(s); ok {
			t.Errorf("Hours(%q) = %g", s, got)
		}
	}
}

// TestStretch: the longer a section takes, the longer is the line behind it.
func TestStretch(t *testing.T) {
	g := enginetest.Course(enginetest.Plain(), []int{0, 0, 0})
	for i, d := range []string{"1 week", "3 weeks", "1 h"} {
		g.Nodes[2+i].Attributes = map[string]string{"duration": d}
	}
	for _, direction := range []string{"down", "right"} {
		d := enginetest.Draw(t, Engine{}, g, layout.Options{Page: layout.Page{Direction: direction}})
		length := func(i int) float64 {
			e := d.Edges[i].Path
			return math.Hypot(e.End().X-e.Start.X, e.End().Y-e.Start.Y)
		}
		if got, want := length(1)-length(0), mostStretch*2/3; math.Abs(got-want) > 0.1 {
			t.Errorf("%s: the line is %g px longer, want %g", direction, got, want)
		}
		if lines := d.Boxes[1].Lines; lines[len(lines)-1].Text != "1 week" {
			t.Errorf("%s: the last line of a section is %q", direction, lines[len(lines)-1].Text)
		}
	}
}

func TestMaxWidth(t *testing.T) {
	g := enginetest.Course(enginetest.Plain(), []int{1, 2, 3, 4, 5, 6, 7})
	for _, width := range []float64{widthOf(1), 800, 1300} {
		if d := enginetest.Draw(t, Engine{}, g, layout.Options{Page: layout.Page{Direction: "right", MaxWidth: width}}); d.Width > width {
			t.Errorf("the page is %g px wide, not %g", d.Width, width)
		}
	}
	for _, direction := range []string{"down", "right"} {
		if _, _, err := enginetest.Layout(context.Background(), Engine{}, g, layout.Options{Page: layout.Page{Direction: direction, MaxWidth: 300}}); err == nil {
			t.Errorf("%s: a page of 300 px is taken", direction)
		}
	}
}

func BenchmarkDown(b *testing.B) { enginetest.Benchmark(b, Engine{}, layout.Page{}) }
func BenchmarkRight(b *testing.B) {
	enginetest.Benchmark(b, Engine{}, layout.Page{Direction: "right", MaxWidth: 1600})
}
