// Package graphml writes graphs as GraphML, for yEd, Gephi, NetworkX and
// igraph. All nodes, edges and their fields are kept; the course table's
// further columns and the images are not.
package graphml

import (
	"bufio"
	"fmt"
	"io"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/internal/fields"
)

// Encode writes g as one directed graph. Nodes are called n and their position,
// because GraphML's own names hold no slash; the field "id" has the ID. Empty
// fields are left out.
func Encode(w io.Writer, g *graph.Graph) error {
	out := bufio.NewWriter(w)
	fmt.Fprint(out, `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
`)
	for _, f := range append([]fields.Field{{Name: "id"}}, fields.Node(graph.Node{})...) {
		fmt.Fprintf(out, "  <key id=\"n_%s\" for=\"node\" attr.name=\"%s\" attr.type=\"string\"/>\n", f.Name, f.Name)
	}
	for _, f := range fields.EdgesOf(g) {
		fmt.Fprintf(out, "  <key id=\"e_%s\" for=\"edge\" attr.name=\"%s\" attr.type=\"string\"/>\n", f.Name, f.Name)
	}
	fmt.Fprint(out, "  <graph id=\"course\" edgedefault=\"directed\">\n")
	x := graph.NewIndex(g)
	for i, n := range g.Nodes {
		fmt.Fprintf(out, "    <node id=\"n%d\">\n      <data key=\"n_id\">%s</data>\n", i, fields.XML(n.ID))
		data(out, "n_", fields.Node(n))
		fmt.Fprint(out, "    </node>\n")
	}
	for i, e := range g.Edges {
		fmt.Fprintf(out, "    <edge id=\"e%d\" source=\"n%d\" target=\"n%d\">\n", i, x.At(e.From), x.At(e.To))
		data(out, "e_", fields.Edge(e))
		fmt.Fprint(out, "    </edge>\n")
	}
	fmt.Fprint(out, "  </graph>\n</graphml>\n")
	return out.Flush()
}

func data(out io.Writer, prefix string, list []fields.Field) {
	for _, f := range list {
		if f.Value != "" {
			fmt.Fprintf(out, "      <data key=\"%s%s\">%s</data>\n", prefix, f.Name, fields.XML(f.Value))
		}
	}
}
