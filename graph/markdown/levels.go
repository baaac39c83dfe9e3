package markdown

import (
	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/shape"
)

// levels makes entries of all elements of a document that says itself what its
// levels are.
func (d *Document) levels(o *shape.Outline) []*Entry {
	entries := make([]*Entry, len(o.Nodes)) // of each node, or of what holds it
	entries[0] = &Entry{kind: graph.Course}
	for _, n := range o.Nodes[1:] {
		up := entries[n.Parent.Index]
		if n.Kind == page.List {
			entries[n.Index] = up
			continue
		}
		x := &Entry{Element: n.Element, kind: graph.Resource}
		switch role := o.Roles[n.Index]; {
		case role >= shape.Part:
			x.kind = kindOf[role]
		case n.Kind == page.Heading:
			x.kind, x.why = inner(up.kind), whyConfig
		}
		up.entries = append(up.entries, x)
		if entries[n.Index] = x; x.kind == graph.Resource {
			entries[n.Index] = up // resources hold nothing: what stands below stands beside
		}
	}
	return entries[0].entries
}
