// Package build makes graphs node by node, for the decoders of formats that
// know titles and nesting but neither our IDs nor our edges.
package build

import "github.com/roadmapviz/roadmapviz/graph"

// Builder collects a graph. Its nodes must come in document order. The zero
// Builder is ready to use.
type Builder struct {
	Graph graph.Graph
	slugs graph.Slugger
	last  map[string]string // the last part or section of a parent
}

// Node adds a node, gives it an ID if it has none, joins it to its parent, and
// joins a part or section to the one before it. It returns the ID.
func (b *Builder) Node(n graph.Node) string {
	if n.Kind == graph.Course {
		n.ID = b.slugs.Unique(graph.CourseID)
		b.Graph.Nodes = append(b.Graph.Nodes, n)
		return n.ID
	}
	if n.ID == "" {
		n.ID = ID(n)
	}
	n.ID = b.slugs.Unique(n.ID)
	b.Graph.Nodes = append(b.Graph.Nodes, n)
	b.Edge(graph.Edge{From: n.Parent, To: n.ID, Kind: graph.Contains})
	if n.Excluded == "" && (n.Kind == graph.Part || n.Kind == graph.Section) {
		if b.last == nil {
			b.last = map[string]string{}
		}
		if before := b.last[n.Parent]; before != "" {
			b.Edge(graph.Edge{From: before, To: n.ID, Kind: graph.Next})
		}
		b.last[n.Parent] = n.ID
	}
	return n.ID
}

// Edge adds an edge.
func (b *Builder) Edge(e graph.Edge) { b.Graph.Edges = append(b.Graph.Edges, e) }

// ID is the path of slugs that a node has by its parent and title. A title
// without a letter gives way to the node's kind.
func ID(n graph.Node) string {
	slug := graph.Slug(n.Title)
	if slug == "" {
		slug = string(n.Kind)
	}
	if n.Parent == graph.CourseID || n.Parent == "" {
		return slug
	}
	return n.Parent + "/" + slug
}

// KindBelow is the kind of a node at a depth of nesting, where the course has
// depth 0: part, section, then topic all the way down.
func KindBelow(depth int) graph.Kind {
	switch depth {
	case 0:
		return graph.Course
	case 1:
		return graph.Part
	case 2:
		return graph.Section
	}
	return graph.Topic
}
