package roadmap

import (
	"math/rand"
	"testing"
	"time"

	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/enginetest"
)

// TestManyPrerequisites: lines for a thousand prerequisites are tried and given up in
// little time.
func TestManyPrerequisites(t *testing.T) {
	for _, n := range []int{1000, 3000} {
		counts := make([]int, n/8)
		for i := range counts {
			counts[i] = 8
		}
		g := enginetest.Course(enginetest.Plain(), counts)
		enginetest.Require(rand.New(rand.NewSource(1)), g, n/3)
		for _, shown := range []string{"auto", "lines", "chips"} {
			start := time.Now()
			d := enginetest.Draw(t, Engine{}, g, layout.Options{Page: layout.Page{Prerequisites: shown}})
			took := time.Since(start)
			t.Logf("%d topics, %d prerequisites, %s: %v, %d lines", n, n/3, shown, took, len(d.Edges)-n-n/8+1)
			if took > 20*time.Second {
				t.Errorf("%s of %d topics take %v", shown, n, took)
			}
		}
	}
}

// TestColumnsCost: columns cost no more than one does, whatever the clock says.
func TestColumnsCost(t *testing.T) {
	for _, topics := range []int{300, 3000} {
		g := enginetest.Synthetic(topics, false)
		cost := func(page layout.Page) float64 {
			return testing.AllocsPerRun(3, func() { enginetest.Draw(t, Engine{}, g, layout.Options{Page: page}) })
		}
		one := cost(layout.Page{})
		for _, page := range []layout.Page{{Columns: 2}, {Columns: 6}, {Aspect: 1.78}} {
			if many := cost(page); many > 1.1*one {
				t.Errorf("%d topics, %+v: %.0f allocations, one column takes %.0f", topics, page, many, one)
			}
		}
	}
}
