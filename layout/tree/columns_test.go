package tree

import (
	"math/rand"
	"testing"

	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/enginetest"
)

// TestSideBySide: the parts of a tree that would be too high stand side by side, in
// their order, and all that every layout promises holds for them.
func TestSideBySide(t *testing.T) {
	for seed := range int64(30) {
		rnd := rand.New(rand.NewSource(seed))
		parts := make([][]int, 2+rnd.Intn(7))
		topics := 0
		for p := range parts {
			for range 1 + rnd.Intn(6) {
				n := rnd.Intn(14)
				parts[p] = append(parts[p], n)
				topics += n
			}
		}
		g := enginetest.Course(enginetest.Labels(rnd), parts...)
		enginetest.Require(rnd, g, rnd.Intn(30))
		enginetest.Suite{
			Engine: Engine{},
			Follows: func(_ layout.Page, a, b layout.Box) bool {
				return b.Y >= a.Y+a.H || b.X >= a.X+a.W
			},
		}.Check(t, g, layout.Options{})
		d := enginetest.Draw(t, Engine{}, g, layout.Options{})
		columns := map[float64]bool{}
		for _, b := range d.Boxes {
			if b.Role == layout.PartRole && b.ID != "course" {
				columns[b.X] = true
			}
		}
		if topics > 120 && len(columns) < 2 || len(columns) > mostColumns {
			t.Errorf("seed %d: %d topics in %d columns, %g px high", seed, topics, len(columns), d.Height)
		}
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}
