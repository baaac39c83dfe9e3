package figure

import (
	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/changes"
	"github.com/roadmapviz/roadmapviz/graph/metadata"
	"github.com/roadmapviz/roadmapviz/layout"
)

// contentOptions are the options of the layout of the content, which may be a part of
// a course.
func (f *Figure) contentOptions() layout.Options {
	o := f.layoutOptions()
	o.Beyond = f.beyond()
	return o
}

// beyond is the course that the content of the figure is a part of, or nil.
func (f *Figure) beyond() *layout.Beyond {
	if len(f.options.Parts) == 0 || f.options.Layout == Badge {
		return nil
	}
	return layout.NewBeyond(f.contentOf(f.around.Drawn()))
}

// rememberBeyond adds to what a figure remembers what its chips say that its graph does
// not know: what has to come first in the rest of the course.
func (f *Figure) rememberBeyond(options map[string]string) {
	b := f.beyond()
	if b == nil || f.options.Prerequisites == "none" {
		return
	}
	said := &graph.Graph{}
	for _, e := range b.Missing(graph.NewIndex(f.content())) {
		n, _ := b.Course.Node(e.From)
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
