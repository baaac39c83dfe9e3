// Package enginetest is what every layout engine must pass: one suite of
// properties, held against random courses. An engine's own tests run it with
// the pages that the engine takes, and say what it does not promise.
package enginetest

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand"
	"reflect"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/internal/run"
)

// Suite is an engine and what it promises.
type Suite struct {
	Engine layout.Engine
	// Pages are tried in turn on the random courses, with options of what is
	// drawn that the engine does not see. None is the zero page.
	Pages []layout.Page
	// Follows tells whether b, the next sibling of a in the document, stands
	// after a. When nil, it must stand below a or to the right of it.
	Follows func(p layout.Page, a, b layout.Box) bool
	// MayCross tells which edges may run beneath which boxes; nil is none.
	MayCross func(p layout.Page, e layout.Edge, b layout.Box) bool
	// Courses is the number of random courses; 0 means 80.
	Courses int
}

// contents are what is drawn of the random courses.
var contents = []layout.Options{
	{}, {MaxTopics: 4, NoIcons: true}, {Depth: 2, MaxTopics: 4}, {Depth: 3},
}

// Run holds the engine against everything that an engine must do.
func (s Suite) Run(t *testing.T) {
	if len(s.Pages) == 0 {
		s.Pages = []layout.Page{{}}
	}
	courses := s.Courses
	if courses == 0 {
		courses = 80
	}
	for seed := range courses {
		rnd := rand.New(rand.NewSource(int64(seed)))
		g := Random(rnd)
		if seed%3 == 1 {
			learn(g)
		}
		o := contents[(seed+seed/len(s.Pages))%len(contents)]
		o.Page = s.Pages[seed%len(s.Pages)]
		o.Bars = seed%7 == 3
		if o.Prerequisites = []string{"", "lines", "chips", "none"}[seed/2%4]; o.Prerequisites == "lines" && !s.Engine.Capabilities().Prerequisites {
			o.Prerequisites = ""
		}
		t.Run(fmt.Sprint("random", seed), func(t *testing.T) { s.Check(t, g, o) })
	}
	for i, p := range s.Pages {
		o := layout.Options{Page: p}
		t.Run(fmt.Sprint("one section", i), func(t *testing.T) { s.Check(t, Course(Label("x"), []int{0}), o) })
		t.Run(fmt.Sprint("errors", i), func(t *testing.T) { s.checkErrors(t, o) })
	}
}

// Layout runs an engine as package engines does, but for the check of its
// capabilities; the tests of engines cannot import that.
func Layout(ctx context.Context, e layout.Engine, g *graph.Graph, o layout.Options) (*layout.Diagram, []graph.Diagnostic, error) {
	return run.Engine(ctx, e, g, o)
}

// Draw lays a course out, which must succeed.
func Draw(t testing.TB, e layout.Engine, g *graph.Graph, o layout.Options) *layout.Diagram {
	t.Helper()
	d, _, err := Layout(context.Background(), e, g, o)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// Check holds the engine against everything that it must do with one course.
func (s Suite) Check(t *testing.T, g *graph.Graph, o layout.Options) {
	before := clone(t, g)
	d := Draw(t, s.Engine, g, o)
	if !reflect.DeepEqual(clone(t, g), before) {
		t.Error("the layout changes the graph")
	}
	if first, again := encode(t, d), encode(t, Draw(t, s.Engine, g, o)); !bytes.Equal(first, again) {
		t.Error("the second layout differs from the first")
	}
	if d.Title == "" {
		t.Error("the diagram has no title")
	}
	s.checkComplete(t, g, d, o)
	checkOptions(t, g, d, o)
	checkInside(t, d)
	checkRoom(t, d)
	checkOverlaps(t, d)
	checkText(t, d)
	checkBars(t, g, d, o.Page)
	checkChips(t, d)
	s.checkOrder(t, g, d, o.Page)
	s.checkEdges(t, d, o.Page)
}

// checkErrors: an empty course, and a context that has ended.
func (s Suite) checkErrors(t *testing.T, o layout.Options) {
	for name, g := range map[string]*graph.Graph{
		"no nodes":    {},
		"no sections": Course(Label("x"), []int{}),
	} {
		if _, _, err := Layout(context.Background(), s.Engine, g, o); !errors.Is(err, layout.ErrEmpty) {
			t.Errorf("%s: %v", name, err)
		}
	}
	cancelled, cancel := context.WithCancel(context.Background())
	cancel()
	if _, _, err := Layout(cancelled, s.Engine, Course(Label("x"), []int{1}), o); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

// Benchmark measures a layout of courses of 100 to 100,000 topics, eight to a
// section, where every tenth topic has a prerequisite if the engine draws them.
func Benchmark(b *testing.B, e layout.Engine, p layout.Page) {
	for _, topics := range []int{100, 1000, 10000, 100000} {
		g := Synthetic(topics, e.Capabilities().Prerequisites)
		b.Run(fmt.Sprint(topics), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, _, err := Layout(context.Background(), e, g, layout.Options{Page: p}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// Synthetic is a course of one part with eight topics a section. With
// prerequisites, every tenth topic requires a random earlier one.
func Synthetic(topics int, prerequisites bool) *graph.Graph {
	counts := make([]int, (topics+7)/8)
	for i := range counts {
		counts[i] = min(8, topics-8*i)
	}
	g := Course(Plain(), counts)
	if prerequisites {
		rnd := rand.New(rand.NewSource(1))
		id := func(i int) string { return fmt.Sprintf("p0/s%d/t%d", i/8, i%8) }
		for i := 9; i < topics; i += 10 {
			g.Edges = append(g.Edges, graph.Edge{From: id(rnd.Intn(i)), To: id(i), Kind: graph.Requires})
		}
	}
	return g
}

func encode(t *testing.T, d *layout.Diagram) []byte {
	t.Helper()
	b, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func clone(t *testing.T, g *graph.Graph) *graph.Graph {
	t.Helper()
	b, err := json.Marshal(g)
	if err != nil {
		t.Fatal(err)
	}
	var c graph.Graph
	if err := json.Unmarshal(b, &c); err != nil {
		t.Fatal(err)
	}
	return &c
}
