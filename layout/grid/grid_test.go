package grid

import (
	"context"
	"math"
	"math/rand"
	"slices"
	"testing"

	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/enginetest"
	"github.com/roadmapviz/roadmapviz/layout/kit"
)

func TestConformance(t *testing.T) {
	enginetest.Suite{
		Engine: Engine{},
		Pages:  []layout.Page{{}, {Columns: 1}, {Columns: 5}, {Aspect: 16. / 9}, {Aspect: 0.7}, {MaxWidth: 700}},
	}.Run(t)
}

func TestColumns(t *testing.T) {
	g := enginetest.Course(enginetest.Plain(), []int{3, 3, 3, 3, 3, 3, 3})
	for _, c := range []struct {
		p    layout.Page
		want int
	}{
		{layout.Page{}, 3},
		{layout.Page{Columns: 4}, 4},
		{layout.Page{Columns: 100}, 7},
		{layout.Page{Columns: 4, MaxWidth: 740}, 2},
		{layout.Page{MaxWidth: pageWidth(1)}, 1},
	} {
		d := enginetest.Draw(t, Engine{}, g, layout.Options{Page: c.p})
		columns := map[float64]bool{}
		for _, b := range d.Boxes {
			if b.Role == layout.SectionRole {
				columns[b.X] = true
			}
		}
		if len(columns) != c.want {
			t.Errorf("%+v: %d columns, want %d", c.p, len(columns), c.want)
		}
		if c.p.MaxWidth > 0 && d.Width > c.p.MaxWidth {
			t.Errorf("%+v: the page is %g px wide", c.p, d.Width)
		}
	}
	if _, _, err := enginetest.Layout(context.Background(), Engine{}, g, layout.Options{Page: layout.Page{MaxWidth: 200}}); err == nil {
		t.Error("a page of 200 px is taken")
	}
}

func TestAspect(t *testing.T) {
	g := enginetest.Random(rand.New(rand.NewSource(3)))
	for _, want := range []float64{0.5, 1, 16. / 9, 3} {
		d := enginetest.Draw(t, Engine{}, g, layout.Options{Page: layout.Page{Aspect: want}})
		if got := d.Width / d.Height; math.Abs(got-want) > 0.001 {
			t.Errorf("aspect %g, want %g", got, want)
		}
	}
}

// TestDivide holds that what makes columns more even makes none taller than it has to be.
func TestDivide(t *testing.T) {
	rnd := rand.New(rand.NewSource(5))
	for seed := range 300 {
		cards := make([]card, 1+rnd.Intn(9))
		for i := range cards {
			cards[i].h = 20 + float64(rnd.Intn(300))
		}
		height := func(first, end int) float64 {
			sum := -cardGap
			for _, c := range cards[first:end] {
				sum += c.h + cardGap
			}
			return sum
		}
		n := 1 + rnd.Intn(5)
		count := []kit.Count{kit.AtMost, kit.Exactly, kit.Fewest}[seed%3]
		ends, got := divide(cards, n, count)
		least, want := kit.Divide(len(cards), count, n, height)
		if len(ends) != len(least) || ends[len(ends)-1] != len(cards) {
			t.Fatalf("%d cards in %d columns: %v", len(cards), n, ends)
		}
		if got > want+1 {
			t.Fatalf("the tallest of %d columns has %g px, want %g", n, got, want)
		}
	}
}

func BenchmarkLayout(b *testing.B) { enginetest.Benchmark(b, Engine{}, layout.Page{}) }

// TestDivideFillsFromTheLeft holds columns that cannot be even to the order of reading.
func TestDivideFillsFromTheLeft(t *testing.T) {
	for n, want := range map[int][]int{7: {3, 5, 7}, 8: {3, 6, 8}, 9: {3, 6, 9}, 10: {4, 7, 10}} {
		cards := make([]card, n)
		for i := range cards {
			cards[i].h = 50
		}
		if ends, _ := divide(cards, 3, kit.Fewest); !slices.Equal(ends, want) {
			t.Errorf("%d cards: columns end behind %v, want %v", n, ends, want)
		}
	}
}

func TestSectionsWithoutTopicsHaveNoPanels(t *testing.T) {
	for _, topics := range [][]int{{0, 0, 0}, {0, 2, 0}} {
		d := enginetest.Draw(t, Engine{}, enginetest.Course(enginetest.Plain(), topics), layout.Options{})
		panels := 0
		for _, b := range d.Boxes {
			if b.Role == layout.GroupRole {
				panels++
			}
		}
		if want := 3 * min(topics[1], 1); panels != want {
			t.Errorf("%v topics: %d panels, want %d", topics, panels, want)
		}
	}
}
