package legend

import (
	"slices"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/internal/language"
)

// key is something that a legend explains: a box in a state, a role of boxes, or
// a kind of line.
type key struct {
	word   language.Phrase
	state  layout.State // that the box or line must have; "" for any
	edge   string       // the kind of line; "" for boxes
	role   layout.Role  // of boxes; "" for all but titles
	plain  bool         // it can be understood without a legend
	states []layout.State
}

// table are all keys, in the order in which they stand in a legend.
var table = []key{
	{word: language.Done, state: layout.DoneState, plain: true},
	{word: language.Doing, state: layout.DoingState},
	{word: language.Todo, state: layout.TodoState},
	{word: language.Skipped, state: layout.SkippedState},
	{word: language.Optional, state: layout.OptionalState},
	{word: language.More, role: layout.MoreRole, plain: true},
	{word: language.Highlighted, state: layout.HighlightedState},
	{word: language.Requires, edge: string(graph.Requires)},
	{word: language.Guessed, edge: string(graph.Requires), state: layout.GuessedState},
}

// keysOf are the keys of what appears in a diagram. The sample of one looks like the
// first thing that it is found in, in that state alone.
func keysOf(d *layout.Diagram) []key {
	var found []key
	for _, k := range table {
		if k.edge != "" {
			// A line in a state is another key.
			if slices.ContainsFunc(d.Edges, func(e layout.Edge) bool {
				return e.Kind == k.edge && slices.Contains(e.States, layout.GuessedState) == (k.state == layout.GuessedState)
			}) {
				found = append(found, k.sample(""))
			}
			continue
		}
		i := slices.IndexFunc(d.Boxes, func(b layout.Box) bool {
			return (k.role == "" && b.Role != layout.TitleRole && b.Role != layout.GroupRole || b.Role == k.role) && (k.state == "" || slices.Contains(b.States, k.state))
		})
		if i >= 0 {
			found = append(found, k.sample(d.Boxes[i].Role))
		}
	}
	return found
}

// sample is the key with the role and the states that show it.
func (k key) sample(role layout.Role) key {
	k.role = role
	if k.state != "" {
		k.states = []layout.State{k.state}
	}
	return k
}
