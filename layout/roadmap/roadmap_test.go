package roadmap

import (
	"context"
	"math"
	"math/rand"
	"reflect"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/clutter"
	"github.com/roadmapviz/roadmapviz/layout/enginetest"
)

func TestConformance(t *testing.T) {
	var pages []layout.Page
	for _, width := range []float64{0, 860, 1200} {
		pages = append(pages, layout.Page{Width: width}, layout.Page{Width: width, FirstSide: "right"})
	}
	enginetest.Suite{
		Engine: Engine{}, Pages: pages, Courses: 150,
		// Titles, sections and each section's topics go down the page.
		Follows: func(_ layout.Page, a, b layout.Box) bool { return b.Y >= a.Y+a.H },
		MayCross: func(_ layout.Page, e layout.Edge, b layout.Box) bool {
			return e.Kind == string(graph.Next) && (b.ID == e.From || b.ID == e.To)
		},
	}.Run(t)
}

// TestClearance: curves keep clear of topics.
func TestClearance(t *testing.T) {
	const least = clearance - 1 // between two samples a curve may come a little nearer
	for seed := range int64(60) {
		rnd := rand.New(rand.NewSource(seed))
		d := enginetest.Draw(t, Engine{}, enginetest.Random(rnd), layout.Options{Page: layout.Page{Width: []float64{0, 860, 1200}[seed%3]}})
		for _, e := range d.Edges {
			for _, p := range e.Path.Sample(24) {
				for _, b := range d.Boxes {
					away := enginetest.Distance(p, b)
					if e.Kind == string(graph.Next) && b.Role == layout.TopicRole && away < least {
						t.Fatalf("seed %d: curve %s→%s comes within %.1f px of %s", seed, e.From, e.To, away, b.ID)
					}
				}
			}
		}
	}
}

func TestAppendingMovesNothing(t *testing.T) {
	rnd := rand.New(rand.NewSource(1))
	label := enginetest.Labels(rnd)
	labels := make([]string, 400)
	for i := range labels {
		labels[i] = label()
	}
	next := func() func() string {
		i := -1
		return func() string { i++; return labels[i%len(labels)] }
	}
	counts := []int{4, 0, 7, 1, 30, 3, 5, 2}
	for n := 1; n < len(counts); n++ {
		// A language that is guessed could be another one with more topics, and with it the title.
		o := layout.Options{Page: layout.Page{Title: "Rockets"}}
		short := enginetest.Draw(t, Engine{}, enginetest.Course(next(), counts[:n]), o)
		long := enginetest.Draw(t, Engine{}, enginetest.Course(next(), counts[:n+1]), o)
		if !reflect.DeepEqual(short.Boxes, long.Boxes[:len(short.Boxes)]) {
			t.Errorf("section %d moves a box above it", n+1)
		}
		if !reflect.DeepEqual(short.Edges, long.Edges[:len(short.Edges)]) {
			t.Errorf("section %d moves a line above it", n+1)
		}
	}
}

// TestFigures holds the distances against those measured in the course figures.
func TestFigures(t *testing.T) {
	d := enginetest.Draw(t, Engine{}, enginetest.Course(enginetest.Label("Label"), []int{4, 4, 3, 4, 5, 4}), layout.Options{})
	var centres []float64
	for _, b := range d.Boxes {
		if b.Role == layout.SectionRole {
			centres = append(centres, b.Y+b.H/2)
		}
	}
	for i, want := range []float64{372, 372, 372, 420.5, 372} {
		if got := centres[i+1] - centres[i]; math.Abs(got-want) > 12 {
			t.Errorf("sections %d and %d are %.1f px apart, want about %.1f", i+1, i+2, got, want)
		}
	}
}

// TestStem holds that the lines to many topics share a stem, beside these.
func TestStem(t *testing.T) {
	d := enginetest.Draw(t, Engine{}, enginetest.Course(enginetest.Label("Label"), []int{9, 20, 20}), layout.Options{})
	topics := map[string]layout.Box{}
	for _, b := range d.Boxes {
		topics[b.ID] = b
	}
	stems := map[string]float64{}
	for _, e := range d.Edges {
		if e.Kind != string(graph.Contains) {
			continue
		}
		line := e.Path.Segments
		if e.From == "p0/s0" {
			if len(line) != 1 {
				t.Errorf("%s: the line to one of few topics is not straight", e.To)
			}
			continue
		}
		if len(line) != 3 {
			t.Fatalf("%s: the line to one of many topics has no stem", e.To)
		}
		stem, topic := line[0].P.X, topics[e.To]
		if seen, ok := stems[e.From]; ok && seen != stem {
			t.Errorf("%s: the stem is at %v, others are at %v", e.To, stem, seen)
		}
		stems[e.From] = stem
		if away := enginetest.Distance(layout.Point{X: stem, Y: topic.Y + topic.H/2}, topic); math.Abs(away-stemGap) > 1.0/32 { // places are rounded
			t.Errorf("%s: the stem is %v px away", e.To, away)
		}
	}
	if len(stems) != 2 {
		t.Errorf("%d sections have a stem, want 2", len(stems))
	}
}

// TestLinesAreApart: lines of different prerequisites never lie upon each other, and
// none runs through boxes, icons or titles, however many there are.
func TestLinesAreApart(t *testing.T) {
	lines, chips := 0, 0
	for seed := range int64(60) {
		rnd := rand.New(rand.NewSource(seed))
		g := enginetest.Random(rnd)
		enginetest.Require(rnd, g, []int{0, 20, 60, 200}[seed%4])
		page := layout.Page{Width: []float64{0, 860, 1200}[seed%3], Prerequisites: "lines"}
		d := enginetest.Draw(t, Engine{}, g, layout.Options{Page: page, Depth: int(1 + seed%2)})
		if c := clutter.Measure(d); c.Overlaps+c.Boxes+c.Texts > 0 {
			t.Errorf("seed %d: %+v", seed, c)
		} else {
			lines += c.Lines
		}
		for _, b := range d.Boxes {
			chips += len(b.Chips)
		}
	}
	if lines < 500 || chips == 0 {
		t.Errorf("there were %d lines and %d chips to look at", lines, chips)
	}
}

func TestErrors(t *testing.T) {
	ctx := context.Background()
	for _, width := range []float64{-1, 100, math.NaN(), math.Inf(1)} {
		if _, _, err := enginetest.Layout(ctx, Engine{}, enginetest.Course(enginetest.Label("x"), []int{1}), layout.Options{Page: layout.Page{Width: width}}); err == nil {
			t.Errorf("width %g is taken", width)
		}
	}
}

func BenchmarkLayout(b *testing.B) { enginetest.Benchmark(b, Engine{}, layout.Page{}) }
