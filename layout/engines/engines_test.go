package engines

import (
	"context"
	"errors"
	"math"
	"slices"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/codes"
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
			d, _, err := Layout(context.Background(), e, g, layout.Options{Direction: direction})
			if err != nil {
				t.Fatalf("%s %s: %v", name, direction, err)
			}
			if d.Description == "" {
				t.Errorf("%s %s: no description", name, direction)
			}
			g.Language = "ar"
			m, _, err := Layout(context.Background(), e, g, layout.Options{Direction: direction})
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

func TestCheck(t *testing.T) {
	for _, c := range []struct {
		engine  string
		options layout.Options
		want    string
	}{
		{"roadmap", layout.Options{Direction: "up"}, `the roadmap layout does not take this direction: "up" is not one of down`},
		{"roadmap", layout.Options{Width: -1}, `the width is a positive number, not -1`},
		{"roadmap", layout.Options{Aspect: math.NaN()}, `the aspect is a positive number, not NaN`},
		{"tree", layout.Options{Direction: "up"}, `the tree layout does not take this direction: "up" is not one of right, down, both`},
		{"tree", layout.Options{Columns: 3}, `the tree layout does not take this number of columns: it is for grid, layered`},
		{"layered", layout.Options{Aspect: 1}, `the layered layout does not take this aspect: it is for grid`},
		{"grid", layout.Options{Width: 1200}, `the grid layout does not take this width: it is for roadmap`},
		{"roadmap", layout.Options{MaxWidth: 1200}, `the roadmap layout does not take this greatest width: it is for grid, timeline`},
		{"layered", layout.Options{FirstSide: "right"}, `the layered layout does not take this first side: it is for roadmap, timeline`},
		{"roadmap", layout.Options{Width: 1200, FirstSide: "right", Direction: "down"}, ""},
	} {
		e, ok := Lookup(c.engine)
		if !ok {
			t.Fatalf("no engine %s", c.engine)
		}
		got := ""
		if _, _, err := Layout(context.Background(), e, enginetest.Course(enginetest.Label("x"), []int{1}), c.options); err != nil {
			got = err.Error()
		}
		if got != c.want {
			t.Errorf("%s %+v: %s\nwant %s", c.engine, c.options, got, c.want)
		}
	}
}

func TestCheckOfAnEngineOutsideTheTable(t *testing.T) {
	_, _, err := Layout(context.Background(), plain{}, nil, layout.Options{Direction: "down"})
	var refused *OptionError
	if !errors.As(err, &refused) || refused.Error() != "this layout does not take this direction: it has one direction only" {
		t.Errorf("got %v", err)
	}
}

// plain is an engine without any option.
type plain struct{}

func (plain) Capabilities() layout.Capabilities { return layout.Capabilities{} }
func (plain) Layout(context.Context, *graph.Graph, layout.Options) (*layout.Diagram, []graph.Diagnostic, error) {
	return nil, nil, layout.ErrEmpty
}

// TestPrerequisitesAreNotDroppedInSilence: a layout without a place for them says so.
func TestPrerequisitesAreNotDroppedInSilence(t *testing.T) {
	g := enginetest.Course(func() string { return "Label" }, []int{2, 2})
	for _, name := range Names() {
		e, _ := Lookup(name)
		for _, required := range []bool{false, true} {
			course := *g
			if required {
				course.Edges = append(slices.Clone(g.Edges), graph.Edge{From: "p0/s0/t0", To: "p0/s1/t0", Kind: graph.Requires})
			}
			_, diagnostics, err := Layout(context.Background(), e, &course, layout.Options{})
			if err != nil {
				t.Fatal(err)
			}
			said := slices.ContainsFunc(diagnostics, func(d graph.Diagnostic) bool { return d.Code == codes.NoPrerequisites.ID })
			if want := required && !e.Capabilities().Prerequisites; said != want {
				t.Errorf("%s, prerequisites %v: said so %v, want %v", name, required, said, want)
			}
		}
	}
}
