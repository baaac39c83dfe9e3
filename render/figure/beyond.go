package figure

import (
	"slices"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/changes"
	"github.com/roadmapviz/roadmapviz/graph/metadata"
	"github.com/roadmapviz/roadmapviz/layout"
)

// contentOptions are the options of the layout of the content, which may be a part of
// a course.
func (f *Figure) contentOptions() layout.Options {
	o := f.layoutOptions()
	o.Beyond = f.beyond
	return o
}

// beyondOf is what the figure needs of a course beyond its own graph, or nil if that is
// nothing.
func (f *Figure) beyondOf(g *graph.Graph) *layout.Beyond {
	g = withNeeds(g, f.Graph)
	if g == nil { // as of most parts
		return nil
	}
	if g = g.Drawn(); len(g.Nodes) == len(f.Graph.Nodes) {
		return nil
	}
	return layout.NewBeyond(f.contentOf(graph.NewIndex(g)).Graph())
}

// withNeeds is a part of a course with all that has to come before it, and what holds
// that: the rest would only take time. It is nil if the part has all that.
func withNeeds(course, part *graph.Graph) *graph.Graph {
	before := map[string][]string{}
	for _, e := range course.Edges {
		if e.Kind == graph.Requires {
			before[e.To] = append(before[e.To], e.From)
		}
	}
	kept := make(map[string]bool, len(part.Nodes))
	stack := graph.IDs(part.Nodes)
	for len(stack) > 0 {
		id := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if !kept[id] {
			kept[id] = true
			stack = append(stack, before[id]...)
		}
	}
	count := 0
	for i := range slices.Backward(course.Nodes) {
		if n := &course.Nodes[i]; kept[n.ID] {
			kept[n.Parent] = true
			count++
		}
	}
	if count == len(part.Nodes) {
		return nil
	}
	g := &graph.Graph{Language: course.Language, Form: course.Form, Nodes: make([]graph.Node, 0, count)}
	for i := range course.Nodes {
		if n := &course.Nodes[i]; kept[n.ID] {
			g.Nodes = append(g.Nodes, *n)
		}
	}
	for _, e := range course.Edges {
		if kept[e.From] && kept[e.To] {
			g.Edges = append(g.Edges, e)
		}
	}
	return g
}

// rememberBeyond adds to what a figure remembers what its chips say that its graph does
// not know: what has to come first in the rest of the course.
func (f *Figure) rememberBeyond(options map[string]string) {
	if f.beyond == nil {
		return
	}
	said := &graph.Graph{}
	for _, e := range f.beyond.Missing(f.content()) {
		n, _ := f.beyond.Course.Node(e.From)
		said.Nodes = append(said.Nodes, graph.Node{ID: n.ID, Title: n.Title, Label: n.Label, URL: n.URL})
		said.Edges = append(said.Edges, e)
	}
	if len(said.Edges) > 0 {
		options[beyondDigest] = metadata.Everything(said)
	}
}

// changesBeyond are the changes of a text that are beyond the graphs of figures of a
// part of it; nil if there are none.
func changesBeyond(was, want metadata.Figure, at graph.Position) []changes.Change {
	if was.Options[beyondDigest] == want.Options[beyondDigest] {
		return nil
	}
	return []changes.Change{{Kind: graph.Changed, Text: "what has to come first in the rest of the course changed", File: at.File, Line: at.Line}}
}
