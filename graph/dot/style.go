package dot

import "github.com/roadmapviz/roadmapviz/graph"

// Style gives the colours, as Graphviz writes them: "#rrggbb" or a name. What
// is left empty is drawn as in [DefaultStyle].
type Style struct {
	Page  string // behind everything
	Title string // text of the course, of parts and of sections
	Nodes map[graph.Kind]NodeStyle
	Edges map[graph.EdgeKind]EdgeStyle
}

// NodeStyle is how the nodes of one kind look.
type NodeStyle struct {
	Fill, Stroke, Text string
}

// EdgeStyle is how the edges of one kind look.
type EdgeStyle struct {
	Color string
	Line  string // "solid", "dashed", "dotted" or "bold"
}

// DefaultStyle has the colours of the course theme.
func DefaultStyle() Style {
	return Style{
		Page: "#ffffff", Title: "#0a047a",
		Nodes: map[graph.Kind]NodeStyle{
			graph.Course:   {"#0a047a", "#0a047a", "#ffffff"},
			graph.Part:     {"#0a047a", "#0a047a", "#ffffff"},
			graph.Section:  {"#3b70fe", "#3b70fe", "#ffffff"},
			graph.Topic:    {"#31c387", "#31c387", "#000000"},
			graph.Resource: {"#ffffff", "#c0c4d8", "#0a047a"},
		},
		Edges: map[graph.EdgeKind]EdgeStyle{
			graph.Contains: {"#0a047a", "dashed"},
			graph.Next:     {"#0a047a", "bold"},
			graph.Requires: {"#d2306c", "solid"},
			graph.Leads:    {"#d2306c", "solid"},
		},
	}
}

// withDefaults fills what s leaves empty.
func (s Style) withDefaults() Style {
	d := DefaultStyle()
	s.Page, s.Title = or(s.Page, d.Page), or(s.Title, d.Title)
	for kind, own := range s.Nodes {
		base := d.Nodes[kind]
		d.Nodes[kind] = NodeStyle{or(own.Fill, base.Fill), or(own.Stroke, base.Stroke), or(own.Text, base.Text)}
	}
	for kind, own := range s.Edges {
		base := d.Edges[kind]
		d.Edges[kind] = EdgeStyle{or(own.Color, base.Color), or(own.Line, base.Line)}
	}
	s.Nodes, s.Edges = d.Nodes, d.Edges
	return s
}

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
