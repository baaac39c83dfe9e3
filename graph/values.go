package graph

import "slices"

// The values of [Node.Side].
const (
	Left  = "left"
	Right = "right"
)

// The names of all values of a type, in their order.
var (
	kinds      = names(Course, Part, Section, Topic, Resource)
	edgeKinds  = names(Contains, Next, Requires, Leads)
	forms      = names(Digraph, Undirected)
	statuses   = names(Todo, Doing, Done, Skipped)
	sides      = names(Left, Right)
	severities = names(Info, Warning, Error)
)

func names[T ~string](values ...T) []string {
	names := make([]string, len(values))
	for i, v := range values {
		names[i] = string(v)
	}
	return names
}

// Kinds are the names of the kinds of node, outermost first.
func Kinds() []string { return slices.Clone(kinds) }

// EdgeKinds are the names of the kinds of edge.
func EdgeKinds() []string { return slices.Clone(edgeKinds) }

// Statuses are the names of the states of progress that a course can tell.
func Statuses() []string { return slices.Clone(statuses) }

// Sides are the sides that a node can ask for.
func Sides() []string { return slices.Clone(sides) }

// Severities are the names of the severities, mildest first.
func Severities() []string { return slices.Clone(severities) }
