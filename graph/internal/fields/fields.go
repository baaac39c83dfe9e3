// Package fields has the fields of nodes and edges as named text, for the
// formats that are tables of names and values.
package fields

import (
	"encoding/xml"
	"slices"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
)

// Field is one named value.
type Field struct{ Name, Value string }

// Node are the fields of a node beside its ID and the course table's further
// columns, always the same names in the same order. An address that must not be
// followed is left out, for what reads it may make a link of it.
func Node(n graph.Node) []Field {
	optional := ""
	if n.Optional {
		optional = "true"
	}
	return []Field{
		{"kind", string(n.Kind)}, {"parent", n.Parent}, {"title", n.Title}, {"label", n.Label}, {"number", n.Number}, {"icon", n.Icon},
		{"summary", n.Summary}, {"url", graph.SafeLink(n.URL)}, {"author", n.Author}, {"optional", optional}, {"status", string(n.Status)},
		{"side", n.Side}, {"excluded", n.Excluded}, {"source", n.Source.String()},
	}
}

// Edge are the fields of an edge beside its ends. Whether it was guessed comes
// last, for most graphs have nothing to say there: see [EdgesOf].
func Edge(e graph.Edge) []Field {
	return []Field{{"kind", string(e.Kind)}, {"reason", e.Reason}, {"source", e.Source.String()}, {"guess", e.Guess}}
}

// EdgesOf are the fields that the edges of a graph have, without values.
func EdgesOf(g *graph.Graph) []Field {
	all := Edge(graph.Edge{})
	if slices.ContainsFunc(g.Edges, func(e graph.Edge) bool { return e.Guess != "" }) {
		return all
	}
	return all[:len(all)-1]
}

// XML is text as it stands in XML, in and out of attributes. What XML cannot
// hold becomes U+FFFD.
func XML(text string) string {
	var b strings.Builder
	if err := xml.EscapeText(&b, []byte(text)); err != nil {
		return "" // a strings.Builder does not fail
	}
	return b.String()
}
