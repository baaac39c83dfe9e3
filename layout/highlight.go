package layout

import (
	"slices"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
)

// The states of a diagram in which some nodes are set off.
const (
	HighlightedState State = "highlighted"
	DimmedState      State = "dimmed"
)

// Highlight is the diagram of g with the boxes of the given nodes highlighted,
// and everything else dimmed but what holds them, so that one sees where they
// belong. A node without a box of its own, such as a topic that a limit left
// out, is shown by the nearest box around it. An edge is highlighted if both
// its ends are, and dimmed if either end is. IDs that g lacks are ignored. The
// description tells what is highlighted. d is not changed.
func (d *Diagram) Highlight(g *graph.Graph, ids []string) *Diagram {
	x := graph.NewIndex(g)
	boxes := make(map[string]*Box, len(d.Boxes))
	for i := range d.Boxes {
		boxes[d.Boxes[i].ID] = &d.Boxes[i]
	}
	state := make(map[string]State, len(ids)) // of what is not dimmed; "" at rest
	var names []string
	for _, id := range ids {
		at := x.At(id)
		if at < 0 {
			continue
		}
		names = append(names, g.Nodes[at].Text())
		box := boxes[id]
		for box == nil && x.Parent(at) >= 0 {
			at = x.Parent(at)
			above := g.Nodes[at].ID
			if box = boxes[above+MoreSuffix]; box == nil { // the box for topics that a limit left out
				box = boxes[above]
			}
		}
		if box != nil {
			state[box.ID] = HighlightedState
		}
		for ; at >= 0; at = x.Parent(at) {
			if above := g.Nodes[at].ID; state[above] != HighlightedState {
				state[above] = ""
			}
		}
	}
	lit := *d
	lit.Boxes, lit.Edges = slices.Clone(d.Boxes), slices.Clone(d.Edges)
	for i := range lit.Boxes {
		b := &lit.Boxes[i]
		if b.Role != GroupRole { // panels are no answer, and edges show through them
			of := stateOf(state, b.ID)
			b.States = withState(b.States, of)
			b.Chips = slices.Clone(b.Chips)
			for j := range b.Chips {
				b.Chips[j].States = withState(b.Chips[j].States, of)
			}
		}
	}
	for i := range lit.Edges {
		e := &lit.Edges[i]
		from, to := stateOf(state, e.From), stateOf(state, e.To)
		switch {
		case from == DimmedState || to == DimmedState:
			e.States = withState(e.States, DimmedState)
		case from == HighlightedState && to == HighlightedState:
			e.States = withState(e.States, HighlightedState)
		}
		if e.Kind == string(graph.Contains) {
			e.Path = e.Path.whole()
		}
	}
	lit.ShareStems()
	lit.raise()
	if len(names) > 0 {
		lit.Description = strings.TrimSpace(d.Description + " Highlighted: " + strings.Join(names, ", ") + ".")
	}
	return &lit
}

// raise draws the lines that are not dimmed over those of their kind that are: lines
// of one prerequisite share their way, and those to what a box holds begin on one stem.
func (d *Diagram) raise() {
	d.raiseKind(graph.Requires)
	d.raiseKind(graph.Contains)
}

func (d *Diagram) raiseKind(kind graph.EdgeKind) {
	var at []int
	var below, above []Edge
	for i, e := range d.Edges {
		switch {
		case e.Kind != string(kind):
			continue
		case slices.Contains(e.States, DimmedState):
			below = append(below, e)
		default:
			above = append(above, e)
		}
		at = append(at, i)
	}
	for i, e := range append(below, above...) {
		d.Edges[at[i]] = e
	}
}

// stateOf is the state of a box; what is not in the table is dimmed.
func stateOf(table map[string]State, id string) State {
	if s, ok := table[id]; ok {
		return s
	}
	return DimmedState
}

// withState is a list of states with one more, unless that is none.
func withState(states []State, s State) []State {
	if s == "" {
		return states
	}
	return append(slices.Clip(states), s)
}
