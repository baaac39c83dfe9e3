// Package csv writes the nodes or the edges of a graph as a table (RFC 4180,
// with a header line), for spreadsheets and data frames.
package csv

import (
	"encoding/csv"
	"io"
	"maps"
	"slices"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/internal/fields"
)

// Nodes writes one row a node, in document order. The course table's further
// columns follow the fixed ones, sorted by name, with "attr_" before it.
func Nodes(w io.Writer, g *graph.Graph) error {
	extra := map[string]bool{}
	for _, n := range g.Nodes {
		for name := range n.Attributes {
			extra[name] = true
		}
	}
	further := slices.Sorted(maps.Keys(extra))
	header := []string{"id"}
	for _, f := range fields.Node(graph.Node{}) {
		header = append(header, f.Name)
	}
	for _, name := range further {
		header = append(header, "attr_"+name)
	}
	out := csv.NewWriter(w)
	out.Write(header) // the writer keeps its first error
	for _, n := range g.Nodes {
		row := append([]string{n.ID}, values(fields.Node(n))...)
		for _, name := range further {
			row = append(row, n.Attributes[name])
		}
		out.Write(row)
	}
	out.Flush()
	return out.Error()
}

// Edges writes one row an edge: from, to, kind, reason, source.
func Edges(w io.Writer, g *graph.Graph) error {
	out := csv.NewWriter(w)
	out.Write([]string{"from", "to", "kind", "reason", "source"})
	for _, e := range g.Edges {
		out.Write(append([]string{e.From, e.To}, values(fields.Edge(e))...))
	}
	out.Flush()
	return out.Error()
}

func values(list []fields.Field) []string {
	row := make([]string, len(list))
	for i, f := range list {
		row[i] = f.Value
	}
	return row
}
