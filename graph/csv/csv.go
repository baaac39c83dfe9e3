// Package csv writes the nodes or the edges of a graph as a table (RFC 4180,
// with a header line), for spreadsheets and data frames.
//
// A spreadsheet runs a cell that begins with =, +, -, @, a tab or a carriage
// return as a formula, and the text of a course may come from anybody. Such a
// cell gets an apostrophe in front. So does one that has apostrophes before
// these characters, so that taking one apostrophe away gives back every cell.
// Images are left out.
package csv

import (
	"encoding/csv"
	"io"
	"maps"
	"slices"
	"strings"

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
	out := writer{csv.NewWriter(w)}
	out.row(header)
	for _, n := range g.Nodes {
		row := append([]string{n.ID}, values(fields.Node(n))...)
		for _, name := range further {
			row = append(row, n.Attributes[name])
		}
		out.row(row)
	}
	return out.finish()
}

// Edges writes one row an edge: from, to, kind, reason, source; and guess, where
// any edge was guessed.
func Edges(w io.Writer, g *graph.Graph) error {
	header := []string{"from", "to"}
	for _, f := range fields.EdgesOf(g) {
		header = append(header, f.Name)
	}
	columns := len(header)
	out := writer{csv.NewWriter(w)}
	out.row(header)
	for _, e := range g.Edges {
		out.row(append([]string{e.From, e.To}, values(fields.Edge(e))...)[:columns])
	}
	return out.finish()
}

// writer writes rows without formulas.
type writer struct{ csv *csv.Writer }

// row writes a row, whose cells it changes. The csv.Writer keeps its first error.
func (w writer) row(cells []string) {
	for i, c := range cells {
		if start := strings.TrimLeft(c, "'"); start != "" && strings.IndexByte("=+-@\t\r", start[0]) >= 0 {
			cells[i] = "'" + c
		}
	}
	w.csv.Write(cells)
}

func (w writer) finish() error {
	w.csv.Flush()
	return w.csv.Error()
}

func values(list []fields.Field) []string {
	row := make([]string, len(list))
	for i, f := range list {
		row[i] = f.Value
	}
	return row
}
