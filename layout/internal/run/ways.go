package run

import (
	"cmp"
	"math"
	"slices"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
)

// tellApart gives the lines of prerequisites the states by which they differ: those
// from one box look alike, and those that come near each other differ, as far as
// the ways go round. Lines from a single box need none.
func tellApart(d *layout.Diagram) {
	type source struct{ top, bottom float64 }
	var sources []source
	number := map[string]int{}
	for _, e := range d.Edges {
		if e.Kind != string(graph.Requires) {
			continue
		}
		start, end := e.Path.Start.Y, e.Path.End().Y
		at, ok := number[e.From]
		if !ok {
			at = len(sources)
			number[e.From] = at
			sources = append(sources, source{start, start})
		}
		s := &sources[at]
		s.top, s.bottom = min(s.top, start, end), max(s.bottom, start, end)
	}
	if len(sources) < 2 {
		return
	}
	order := make([]int, len(sources))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(layout.Snap(sources[a].top), layout.Snap(sources[b].top)) })
	var ends [layout.Ways]float64 // where a way is free again
	for w := range ends {
		ends[w] = math.Inf(-1)
	}
	way := make([]int, len(sources))
	for _, i := range order {
		best := 0 // the one that is free the longest
		for w := range ends {
			if ends[w] < ends[best] {
				best = w
			}
		}
		way[i], ends[best] = best, layout.Snap(sources[i].bottom)
	}
	for i := range d.Edges {
		if e := &d.Edges[i]; e.Kind == string(graph.Requires) {
			e.States = append([]layout.State{layout.WayState(way[number[e.From]])}, e.States...)
		}
	}
}
