package json

import (
	"cmp"

	"github.com/roadmapviz/roadmapviz/graph"
)

// Node is a node in its JSON form. The field "url" is a link that may be
// followed, see [graph.SafeLink]. What else a node holds as its address, such as
// "javascript:…", is kept under a name that nobody takes for a link.
type Node struct {
	graph.Node
	Unlinked string `json:"unlinked,omitempty"`
}

// NodeOf is the JSON form of a node.
func NodeOf(n graph.Node) Node {
	if graph.SafeLink(n.URL) == n.URL {
		return Node{Node: n}
	}
	form := Node{n, n.URL}
	form.URL = ""
	return form
}

// NodesOf is the JSON form of nodes.
func NodesOf(nodes []graph.Node) []Node {
	forms := make([]Node, len(nodes))
	for i, n := range nodes {
		forms[i] = NodeOf(n)
	}
	return forms
}

// plain is the node of a form.
func (n Node) plain() graph.Node {
	n.URL = cmp.Or(n.URL, n.Unlinked)
	return n.Node
}
