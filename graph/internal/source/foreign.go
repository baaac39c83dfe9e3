package source

import (
	"slices"

	"github.com/roadmapviz/roadmapviz/graph"
)

// A file in which no node has a kind of ours is another program's, whose words
// for kinds, states and the like mean something else. In a file of ours they
// are mistakes, which [Check] reports.

// IsOurs says whether a kind is one of ours.
func IsOurs(k graph.Kind) bool {
	return slices.Contains(graph.Kinds(), string(k))
}

// Disown takes from a node of another program's file what is not ours.
func Disown(n *graph.Node) {
	n.Kind = ""
	if !slices.Contains(graph.Statuses(), string(n.Status)) {
		n.Status = graph.Unknown
	}
	if !slices.Contains(graph.Sides(), n.Side) {
		n.Side = ""
	}
}
