package engines

import (
	"context"
	"errors"
	"math"
	"reflect"
	"runtime"
	"slices"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/enginetest"
)

func TestTable(t *testing.T) {
	if !slices.IsSorted(Names()) {
		t.Errorf("the names are not sorted: %v", Names())
	}
	if _, ok := Lookup(Default); !ok {
		t.Error("the default engine is not in the table")
	}
	if _, ok := Lookup("Roadmap"); ok {
		t.Error("an unknown name finds an engine")
	}
}

// TestEngines: every engine draws what it says it can, in every direction,
// and a right-to-left course as its mirror image.
func TestEngines(t *testing.T) {
	for _, name := range Names() {
		e, _ := Lookup(name)
		for _, direction := range e.Capabilities().Directions {
			g := enginetest.Course(enginetest.Label("Roadmap"), []int{3, 0, 9}, []int{1})
			d, _, err := Layout(context.Background(), e, g, layout.Options{Page: layout.Page{Direction: direction}})
			if err != nil {
				t.Fatalf("%s %s: %v", name, direction, err)
			}
			if d.Description == "" {
				t.Errorf("%s %s: no description", name, direction)
			}
			g.Language = "ar"
			m, _, err := Layout(context.Background(), e, g, layout.Options{Page: layout.Page{Direction: direction}})
			if err != nil {
				t.Fatalf("%s %s: %v", name, direction, err)
			}
			at := slices.IndexFunc(d.Boxes, func(b layout.Box) bool { return b.Role == layout.TopicRole })
			if got, want := m.Boxes[at].X, m.Width-d.Boxes[at].X-d.Boxes[at].W; math.Abs(got-want) > 0.1 {
				t.Errorf("%s %s: mirrored, a topic stands at %g, want %g", name, direction, got, want)
			}
		}
	}
}

// TestProcessors: however many there are, a large course is laid out alike, and so is
// what is told of it.
func TestProcessors(t *testing.T) {
	g := enginetest.Synthetic(2500, true)
	for i := range g.Nodes {
		switch n := &g.Nodes[i]; i % 97 {
		case 5:
			n.Title += " whose name is too long for all lines that any box may ever have, and then there is more of it, which goes on and on"
		case 31:
			n.Title += " 漢字"
		case 63:
			n.Icon = "rockett"
		}
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	for _, name := range Names() {
		e, _ := Lookup(name)
		var want *layout.Diagram
		var told []graph.Diagnostic
		for _, processors := range []int{1, 2, 5} {
			runtime.GOMAXPROCS(processors)
			d, found, err := Layout(t.Context(), e, g, layout.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if want == nil {
				want, told = d, found
			}
			if !reflect.DeepEqual(d, want) || !slices.Equal(found, told) || len(found) == 0 {
				t.Errorf("%s is otherwise on %d processors", name, processors)
			}
		}
	}
}

func TestCheck(t *testing.T) {
	for _, c := range []struct {
		engine string
		page   layout.Page
		want   string
	}{
		{"roadmap", layout.Page{Direction: "up"}, `direction is down in the roadmap layout, not "up"`},
		{"roadmap", layout.Page{Width: -1}, `width is a positive number, not -1`},
		{"roadmap", layout.Page{Aspect: math.NaN()}, `aspect is a positive number, not NaN`},
		{"tree", layout.Page{Direction: "up"}, `direction is right or down or both in the tree layout, not "up"`},
		{"tree", layout.Page{Columns: 3}, `columns is not for the tree layout, but for grid, layered, roadmap`},
		{"layered", layout.Page{Aspect: 1}, `aspect is not for the layered layout, but for grid, roadmap`},
		{"grid", layout.Page{Width: 1200}, `width is not for the grid layout, but for roadmap`},
		{"layered", layout.Page{MaxWidth: 1200}, `max-width is not for the layered layout, but for grid, roadmap, timeline`},
		{"grid", layout.Page{Compact: true}, `compact is not for the grid layout, but for roadmap`},
		{"roadmap", layout.Page{Columns: 2, Width: 1000, MaxWidth: 1000, Aspect: 1, Compact: true}, ""},
		{"layered", layout.Page{FirstSide: "right"}, `first-side is not for the layered layout, but for roadmap, timeline`},
		{"roadmap", layout.Page{Width: 1200, FirstSide: "right", Direction: "down"}, ""},
	} {
		e, ok := Lookup(c.engine)
		if !ok {
			t.Fatalf("no engine %s", c.engine)
		}
		got := ""
		if _, _, err := Layout(context.Background(), e, enginetest.Course(enginetest.Label("x"), []int{1}), layout.Options{Page: c.page}); err != nil {
			got = err.Error()
		}
		if got != c.want {
			t.Errorf("%s %+v: %s\nwant %s", c.engine, c.page, got, c.want)
		}
	}
}

// A page gets as long as it has to for its aspect, and no longer for nothing.
func TestEmptyPages(t *testing.T) {
	short, long := []int{1, 2, 0}, make([]int, 300)
	for _, name := range Names() {
		e, _ := Lookup(name)
		if !e.Capabilities().Aspect {
			continue
		}
		for aspect, sections := range map[float64][]int{1e-4: short, 1e4: short, 0.04: long, 0.9: long, 20: long} {
			g := enginetest.Course(enginetest.Label("Roadmap"), sections)
			_, _, err := Layout(context.Background(), e, g, layout.Options{Page: layout.Page{Aspect: aspect}})
			var refused *layout.OptionError
			if got := errors.As(err, &refused) && refused.Option == "aspect"; err != nil && !got || got != (len(sections) < 300) {
				t.Errorf("%s: aspect %g of %d sections: %v", name, aspect, len(sections), err)
			}
		}
	}
}

func TestCheckOfAnEngineOutsideTheTable(t *testing.T) {
	_, _, err := Layout(context.Background(), plain{}, nil, layout.Options{Page: layout.Page{Direction: "down"}})
	var refused *layout.OptionError
	if !errors.As(err, &refused) || refused.Option != "direction" || err.Error() != "direction cannot be chosen in this layout" {
		t.Errorf("got %v", err)
	}
}

// plain is an engine without any option.
type plain struct{}

func (plain) Capabilities() layout.Capabilities { return layout.Capabilities{} }
func (plain) Layout(context.Context, *graph.Graph, layout.Page) (*layout.Diagram, []graph.Diagnostic, error) {
	return nil, nil, layout.ErrEmpty
}

// TestPrerequisites: every layout shows them, and draws the lines that it is asked
// for or refuses.
func TestPrerequisites(t *testing.T) {
	g := enginetest.Course(func() string { return "Label" }, []int{2, 2})
	g.Edges = append(g.Edges, graph.Edge{From: "p0/s0/t0", To: "p0/s1/t0", Kind: graph.Requires})
	for _, name := range Names() {
		e, _ := Lookup(name)
		lines := e.Capabilities().Prerequisites
		for _, c := range []struct {
			shown        string
			lines, chips int
		}{{"auto", 1, 0}, {"", 1, 0}, {"lines", 1, 0}, {"chips", 0, 1}, {"none", 0, 0}} {
			if !lines && c.lines == 1 {
				c.lines, c.chips = 0, 1
			}
			d, _, err := Layout(context.Background(), e, g, layout.Options{Page: layout.Page{Prerequisites: c.shown}})
			var refused *layout.OptionError
			if c.shown == "lines" && !lines {
				if !errors.As(err, &refused) || refused.Option != "prerequisites" {
					t.Errorf("%s: lines are not refused: %v", name, err)
				}
				continue
			}
			if err != nil {
				t.Fatal(err)
			}
			drawn, chips := 0, 0
			for _, e := range d.Edges {
				if e.Kind == string(graph.Requires) {
					drawn++
				}
			}
			for _, b := range d.Boxes {
				chips += len(b.Chips)
			}
			if drawn != c.lines || chips != c.chips {
				t.Errorf("%s, %q: %d lines and %d chips, want %d and %d", name, c.shown, drawn, chips, c.lines, c.chips)
			}
		}
	}
	e, _ := Lookup("roadmap")
	if err := Check(e, layout.Options{Page: layout.Page{Prerequisites: "arrows"}}); err == nil {
		t.Error("arrows are taken")
	}
}

// TestBeyond: what has to come first in the rest of the course is a chip in every layout,
// unless nothing of it is to be seen, and so is its page where that is known.
func TestBeyond(t *testing.T) {
	g := enginetest.Course(func() string { return "Label" }, []int{2, 2}, []int{3})
	for _, ends := range [][2]string{{"p0/s0/t0", "p0/s1/t0"}, {"p0/s0", "p0/s1"}, {"p0/s1/t1", "p0/s1/t0"}, {"p1/s0/t2", "p0/s1/t1"}, {"p1", "p0"}} {
		g.Edges = append(g.Edges, graph.Edge{From: ends[0], To: ends[1], Kind: graph.Requires})
	}
	shown, err := g.Select("p0/s1")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range Names() {
		e, _ := Lookup(name)
		for _, c := range []struct {
			prerequisites string
			pages         map[string]int
			want          []string
		}{
			{"auto", nil, []string{"p0/s0 Label", "p0/s0/t0 after Label", "p1 after Label", "p1/s0/t2 after Label"}},
			{"auto", map[string]int{"p0/s0": 7}, []string{"p0/s0 after Label (p. 7)", "p0/s0/t0 after Label (p. 7)", "p1/s0/t2 after Label"}},
			{"none", nil, nil},
		} {
			beyond := layout.NewBeyond(g)
			beyond.Pages = c.pages
			d, _, err := Layout(context.Background(), e, shown, layout.Options{Page: layout.Page{Prerequisites: c.prerequisites, Beyond: beyond}})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, b := range d.Boxes {
				for _, chip := range b.Chips {
					if chip.Target != "" { // and not one for which there is no line
						got = append(got, chip.Target+" "+chip.Label)
					}
				}
			}
			if slices.Sort(got); !slices.Equal(got, c.want) {
				t.Errorf("%s, %s, %v: %q, want %q", name, c.prerequisites, c.pages, got, c.want)
			}
		}
	}
}
