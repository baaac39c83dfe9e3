package markdown

import "github.com/roadmapviz/roadmapviz/graph"

// A Want is a declared prerequisite that a document does not hold itself.
type Want struct {
	Node   string // the ID of what needs it
	Name   string // how the document calls it
	URL    string // where the document links to; empty for a mere name
	Reason string
	After  bool // it only comes before, and is not needed
	Source graph.Position
}

// settled offers a prerequisite that was not found to who reads several
// documents as one course, and says whether it is settled.
func (b *builder) settled(w wanting, name, url string) bool {
	return b.outside != nil && b.outside(Want{
		Node: b.g.Nodes[w.node].ID, Name: name, URL: url, Reason: w.want.Reason, After: w.want.After, Source: b.Position(w.want.At),
	})
}

// Annotate says about a node what a configuration says, but for its ID, its
// level and its prerequisites, which are a matter of the whole graph.
func Annotate(n *graph.Node, note Note) {
	annotate(n, note)
	if note.Skip {
		n.Excluded = whyConfig
	}
}
