package legend

import (
	"fmt"
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
	{word: language.Added, state: layout.AddedState},
	{word: language.Removed, state: layout.RemovedState},
	{word: language.Renamed, state: layout.RenamedState},
	{word: language.Moved, state: layout.MovedState},
	{word: language.Requires, edge: string(graph.Requires)},
	{word: language.Guessed, edge: string(graph.Requires), state: layout.GuessedState},
	{word: language.Added, edge: string(graph.Requires), state: layout.AddedState},
	{word: language.Removed, edge: string(graph.Requires), state: layout.RemovedState},
}

// Word is what figures call a state of boxes in a language, by its BCP 47 tag; in English
// if they do not speak that, and "" for a state that nothing is said of.
func Word(state layout.State, tag string) string {
	if state == layout.ChangedState { // which looks like no other, so that no legend has it
		return language.Changed.In(tag)
	}
	i := slices.IndexFunc(table, func(k key) bool { return k.edge == "" && k.state == state })
	if state == "" || i < 0 {
		return ""
	}
	return table[i].word.In(tag)
}

// Was says in a language that something had a name.
func Was(name, tag string) string { return fmt.Sprintf(language.Was.In(tag), name) }

// keysOf are the keys of what appears in a diagram. The sample of one looks like the
// first box that it is found in, in that state alone, or like the first line.
func keysOf(d *layout.Diagram) []key {
	var found []key
	for _, k := range table {
		if k.edge != "" {
			if line := k.line(d.Edges); line != nil {
				k.states = k.sample(line.States)
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

// isChange tells whether the key explains what happened to a line.
func (k key) isChange() bool { return k.state != "" && k.state != layout.GuessedState }

// line is the first line that the key explains, one that is neither dimmed nor changed if
// there is such; or nil. A guess is another key.
func (k key) line(edges []layout.Edge) *layout.Edge {
	var first *layout.Edge
	for i := range edges {
		e := &edges[i]
		if !k.explains(e) {
			continue
		}
		if !slices.Contains(e.States, layout.DimmedState) && (k.isChange() || !slices.ContainsFunc(e.States, isChange)) {
			return e
		}
		if first == nil {
			first = e
		}
	}
	return first
}

// explains tells whether the key says something of a line.
func (k key) explains(e *layout.Edge) bool {
	if e.Kind != k.edge {
		return false
	}
	if k.isChange() {
		return slices.Contains(e.States, k.state)
	}
	return slices.Contains(e.States, layout.GuessedState) == (k.state == layout.GuessedState)
}

// sample are those states of a line that the sample of the key has: what happened to it
// is another key.
func (k key) sample(of []layout.State) []layout.State {
	if k.isChange() {
		return of
	}
	return slices.DeleteFunc(slices.Clone(of), isChange)
}

func isChange(s layout.State) bool { return s == layout.AddedState || s == layout.RemovedState }

// isIn tells whether the legend of a diagram has the key.
func (k key) isIn(d *layout.Diagram) bool {
	return slices.ContainsFunc(d.Legend, func(has layout.Key) bool {
		if k.edge != "" {
			return has.Box.W == 0 && k.explains(&has.Line) && k.isChange() == slices.ContainsFunc(has.Line.States, isChange)
		}
		return has.Box.W > 0 && (k.state == "" && has.Box.Role == k.role || k.state != "" && slices.Contains(has.Box.States, k.state))
	})
}
