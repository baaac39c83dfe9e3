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

// Word is what legends call a state of boxes in a language, by its BCP 47 tag; in English
// if they do not speak that, and "" for a state that they do not explain.
func Word(state layout.State, tag string) string {
	i := slices.IndexFunc(table, func(k key) bool { return k.edge == "" && k.state == state })
	if state == "" || i < 0 {
		return ""
	}
	return table[i].word.In(tag)
}

// keysOf are the keys of what appears in a diagram. The sample of one looks like the
// first box that it is found in, in that state alone, or like the first line.
func keysOf(d *layout.Diagram) []key {
	var found []key
	for _, k := range table {
		if k.edge != "" {
			if line := k.line(d.Edges); line != nil {
				k.states = line.States
				found = append(found, k)
			}
			continue
		}
		i := slices.IndexFunc(d.Boxes, func(b layout.Box) bool {
			return (k.role == "" && b.Role != layout.TitleRole && b.Role != layout.GroupRole || b.Role == k.role) && (k.state == "" || slices.Contains(b.States, k.state))
		})
		if i >= 0 {
			k.role = d.Boxes[i].Role
			if k.state != "" {
				k.states = []layout.State{k.state}
			}
			found = append(found, k)
		}
	}
	return found
}

// line is the first line that the key explains, one that is not dimmed if there is
// such; or nil. A guess is another key.
func (k key) line(edges []layout.Edge) *layout.Edge {
	var first *layout.Edge
	for i := range edges {
		e := &edges[i]
		if e.Kind != k.edge || slices.Contains(e.States, layout.GuessedState) != (k.state == layout.GuessedState) {
			continue
		}
		if !slices.Contains(e.States, layout.DimmedState) {
			return e
		}
		if first == nil {
			first = e
		}
	}
	return first
}

// isIn tells whether the legend of a diagram has the key.
func (k key) isIn(d *layout.Diagram) bool {
	return slices.ContainsFunc(d.Legend, func(has layout.Key) bool {
		if k.edge != "" {
			return has.Box.W == 0 && has.Line.Kind == k.edge && slices.Contains(has.Line.States, layout.GuessedState) == (k.state == layout.GuessedState)
		}
		return has.Box.W > 0 && (k.state == "" && has.Box.Role == k.role || k.state != "" && slices.Contains(has.Box.States, k.state))
	})
}
