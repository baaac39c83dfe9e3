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
	return slices.Contains([]graph.Kind{graph.Course, graph.Part, graph.Section, graph.Topic, graph.Resource}, k)
}

// Disown takes from a node of another program's file what is not ours.
func Disown(n *graph.Node) {
	n.Kind = ""
	if !slices.Contains([]graph.Status{graph.Todo, graph.Doing, graph.Done}, n.Status) {
		n.Status = graph.Unknown
	}
	if n.Side != "left" && n.Side != "right" {
		n.Side = ""
	}
}
