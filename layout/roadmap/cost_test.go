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
