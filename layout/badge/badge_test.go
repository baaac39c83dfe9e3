package badge

import (
	"reflect"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/enginetest"
)

func TestBadgesFitTheirText(t *testing.T) {
	for _, c := range []struct{ language, label, want string }{
		{"", "", "progress: 0 of 9"}, {"de", "", "Fortschritt: 0 von 9"}, {"ru", "", "прогресс: 0 из 9"}, {"vi", "", "tiến độ: 0 / 9"},
		{"el", "Μαθήματα που έμαθα", "Μαθήματα που έμαθα: 0 of 9"}, {"zh", "进度", "进度: 0 / 9"}, {"ar", "", "التقدم: 0 من 9"}, {"", "WWWWWWWW", "WWWWWWWW: 0 of 9"}, {"", "i", "i: 0 of 9"},
	} {
		g := enginetest.Course(enginetest.Label("x"), []int{4, 5})
		g.Language = c.language
		d := enginetest.Draw(t, Engine{}, g, layout.Options{Page: layout.Page{Label: c.label, Width: 1200}})
		if d.Title != c.want {
			t.Errorf("%+v: %q", c, d.Title)
		}
		right := 0.
		for _, b := range d.Boxes {
			if len(b.Lines) != 1 {
				t.Fatalf("%+v: %d lines", c, len(b.Lines))
			}
			l := b.Lines[0]
			if l.X-l.Width/2 < b.X+pad-0.1 || l.X+l.Width/2 > b.X+b.W-pad+0.1 || b.W > l.Width+2*pad+1.1 {
				t.Errorf("%+v: %q is %g px wide in a box of %g", c, l.Text, l.Width, b.W)
			}
			right = max(right, b.X+b.W)
		}
		if d.Width != right || d.Height != height {
			t.Errorf("%+v: the page is %g by %g, its boxes %g wide", c, d.Width, d.Height, right)
		}
	}
}

// All topics count, of sections that tell of any.
func TestBadgesCount(t *testing.T) {
	g := enginetest.Course(enginetest.Label("x"), []int{40, 3})
	for i := range g.Nodes {
		switch g.Nodes[i].ID {
		case "p0/s0/t0", "p0/s0/t39":
			g.Nodes[i].Status = graph.Done
		case "p0/s0/t1":
			g.Nodes[i].Status = graph.Skipped
		}
	}
	d := enginetest.Draw(t, Engine{}, g, layout.Options{MaxTopics: 5})
	if d.Title != "progress: 2 of 39" {
		t.Errorf("it says %q", d.Title)
	}
}

// A project's settings for its figures are no reason to refuse its badge.
func TestBadgesTakeEveryMeasure(t *testing.T) {
	can := reflect.ValueOf(Engine{}.Capabilities())
	for i := range can.NumField() {
		if can.Field(i).IsZero() {
			t.Errorf("a badge refuses %s", can.Type().Field(i).Name)
		}
	}
}
