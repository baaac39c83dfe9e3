package kit_test

import (
	"fmt"
	"math/rand"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/clutter"
	"github.com/roadmapviz/roadmapviz/layout/kit"
)

// TestWaysAreApart: in strips of any width between boxes on both sides no two lines
// of different boxes lie upon each other, not even where both turn.
func TestWaysAreApart(t *testing.T) {
	lines := 0
	for seed := range int64(400) {
		rnd := rand.New(rand.NewSource(seed))
		strip := &kit.Strip{Low: 100, High: 100 + float64(rnd.Intn(120)), Home: 100}
		if rnd.Intn(2) == 0 {
			strip.Home = (strip.Low + strip.High) / 2
		}
		var stops []kit.Stop
		for side := range 2 {
			for y := 100 * rnd.Float64(); y < 900; y += 60 + 60*rnd.Float64() {
				s := kit.Stop{X: strip.Low - 16, Top: y, Bottom: y + 50, Rightward: side == 0, Joined: rnd.Intn(2) == 0}
				if side == 1 {
					s.X = strip.High + 16
				}
				stops = append(stops, s)
			}
		}
		var ways []kit.Way
		seen := map[[2]int]bool{}
		for range 40 {
			from, to := rnd.Intn(len(stops)), rnd.Intn(len(stops))
			if from == to || seen[[2]int{from, to}] || seen[[2]int{to, from}] {
				continue
			}
			seen[[2]int{from, to}] = true
			e := graph.Edge{From: fmt.Sprint(from), To: fmt.Sprint(to), Kind: graph.Requires}
			ways = append(ways, kit.Way{Edge: e, From: stops[from], To: stops[to], Through: []*kit.Strip{strip}})
		}
		d := &layout.Diagram{}
		for i := range stops {
			d.Boxes = append(d.Boxes, layout.Box{ID: fmt.Sprint(i)})
		}
		for i, path := range kit.Ways(t.Context(), ways) {
			if len(path.Segments) > 0 {
				d.Edges = append(d.Edges, layout.Edge{From: ways[i].Edge.From, To: ways[i].Edge.To, Kind: string(graph.Requires), Path: path})
			}
		}
		c := clutter.Measure(d)
		if c.Overlaps > 0 {
			t.Errorf("seed %d: %+v", seed, c)
		}
		lines += c.Lines
	}
	if lines < 4000 {
		t.Errorf("there were %d lines to look at", lines)
	}
}
