package graph

import "slices"

// The values of [Node.Side].
const (
	Left  = "left"
	Right = "right"
)

// The names of all values of a type, in their order.
var (
	kinds      = []string{string(Course), string(Part), string(Section), string(Topic), string(Resource)}
	edgeKinds  = []string{string(Contains), string(Next), string(Requires), string(Leads)}
	forms      = []string{string(Digraph), string(Undirected)}
	statuses   = []string{string(Todo), string(Doing), string(Done), string(Skipped)}
	sides      = []string{Left, Right}
	severities = []string{string(Info), string(Warning), string(Error)}
)

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
