package layout

import (
	"slices"

	"github.com/roadmapviz/roadmapviz/graph"
)

// Beyond is the course of which a diagram shows a part: boxes say in chips what has to
// come before them that is not there. It is only read.
type Beyond struct {
	// Course is all of the course, as far as figures show it.
	Course *graph.Index
	// Pages are the numbers of the pages on which parts and sections begin, by ID, if the
	// reader has these at hand. Chips say them then.
	Pages map[string]int

	needs map[string][]graph.Edge // prerequisites, by what needs them
}

// NewBeyond is what lies around the parts of a course. It is nil if the course has no
// prerequisites, and of a plain graph, which nobody wrote to be learned from.
func NewBeyond(g *graph.Graph) *Beyond {
	if g.IsPlain() {
		return nil
	}
	var b *Beyond
	for _, e := range g.Edges {
		if e.Kind != graph.Requires || e.From == e.To {
			continue
		}
		if b == nil {
			b = &Beyond{Course: graph.NewIndex(g), needs: map[string][]graph.Edge{}}
		}
		from, to := b.Course.At(e.From), b.Course.At(e.To)
		if from < 0 || to < 0 {
			continue
		}
		b.needs[e.To] = append(b.needs[e.To], e)
	}
	return b
}

// Missing are the prerequisites of the nodes of a graph that are not in it, nor in one
// of its sections, in the order of these nodes. What a part needs its first section does,
// for titles have no chips: the first one of the graph, or where there are further pages
// of the whole.
func (b *Beyond) Missing(shown *graph.Index) []graph.Edge {
	if b == nil {
		return nil
	}
	var missing []graph.Edge
	add := func(needs, at string) {
		for _, e := range b.needs[needs] {
			if shown.At(b.holder(e.From)) < 0 {
				e.To = at
				missing = append(missing, e)
			}
		}
	}
	nodes, whole := b.Course.Graph().Nodes, shown
	if b.Pages != nil {
		whole = b.Course
	}
	for _, n := range shown.Graph().Nodes {
		at := b.Course.At(n.ID)
		if at < 0 || nodes[at].Kind == graph.Part {
			continue
		}
		if nodes[at].Kind == graph.Section && isFirst(whole, n.ID) {
			add(nodes[at].Parent, n.ID)
		}
		add(n.ID, n.ID)
	}
	return missing
}

// isFirst tells whether a section is the first one of its part.
func isFirst(x *graph.Index, section string) bool {
	at := x.At(section)
	part := x.Parent(at)
	return part >= 0 && slices.Index(x.Children(part, graph.Section), at) == 0
}

// Page is the number of the page on which a node is, or 0.
func (b *Beyond) Page(id string) int { return b.Pages[b.holder(id)] }

// holder is the ID of the section that a node is in, or its own.
func (b *Beyond) holder(id string) string {
	nodes := b.Course.Graph().Nodes
	for at := b.Course.At(id); at >= 0; at = b.Course.Parent(at) {
		if nodes[at].Kind != graph.Topic && nodes[at].Kind != graph.Resource {
			return nodes[at].ID
		}
	}
	return id
}
