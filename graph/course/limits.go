package course

import (
	"cmp"

	"github.com/roadmapviz/roadmapviz/graph"
)

// Limits bound what a course may cost, for callers that serve strangers. What is 0 has
// no bound but [MaxSize].
type Limits struct {
	Bytes    int64 // of all its text; of a file it is asked before that is read
	Elements int   // nodes of its graph, with what figures leave out
	Edges    int   // of its graph, but for those between what holds and what is held
}

// room is how many bytes may be read.
func (l Limits) room() int64 {
	if l.Bytes > 0 {
		return min(l.Bytes, MaxSize)
	}
	return MaxSize
}

// elementsOfNode is how many elements a text may have for each node that a course may
// have: what has far more is not read to the end.
const elementsOfNode = 4

// text judges the length of a text, in bytes.
func (l Limits) text(n int) error { return graph.Within("bytes", int64(n), l.Bytes) }

// graph judges what was read.
func (l Limits) graph(g *graph.Graph) error {
	edges := 0
	for _, e := range g.Edges {
		if e.Kind != graph.Contains {
			edges++
		}
	}
	return cmp.Or(graph.Within("elements", int64(len(g.Nodes)), int64(l.Elements)), graph.Within("edges", int64(edges), int64(l.Edges)))
}
