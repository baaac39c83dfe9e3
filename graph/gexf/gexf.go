// Package gexf writes graphs as GEXF 1.3, Gephi's own format. All nodes, edges
// and their fields are kept; the course table's further columns and the
// images are not.
package gexf

import (
	"bufio"
	"fmt"
	"io"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/internal/fields"
)

// Encode writes g as one directed, static graph. Empty fields are left out.
func Encode(w io.Writer, g *graph.Graph) error {
	out := bufio.NewWriter(w)
	fmt.Fprint(out, `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
  <graph defaultedgetype="directed" mode="static">
`)
	attributes(out, "node", fields.Node(graph.Node{}))
	attributes(out, "edge", fields.EdgesOf(g))
	fmt.Fprint(out, "    <nodes>\n")
	for _, n := range g.Nodes {
		fmt.Fprintf(out, "      <node id=\"%s\" label=\"%s\">\n", fields.XML(n.ID), fields.XML(n.Text()))
		values(out, fields.Node(n))
		fmt.Fprint(out, "      </node>\n")
	}
	fmt.Fprint(out, "    </nodes>\n    <edges>\n")
	for i, e := range g.Edges {
		fmt.Fprintf(out, "      <edge id=\"%d\" source=\"%s\" target=\"%s\" kind=\"%s\">\n", i, fields.XML(e.From), fields.XML(e.To), e.Kind)
		values(out, fields.Edge(e))
		fmt.Fprint(out, "      </edge>\n")
	}
	fmt.Fprint(out, "    </edges>\n  </graph>\n</gexf>\n")
	return out.Flush()
}

func attributes(out io.Writer, class string, list []fields.Field) {
	fmt.Fprintf(out, "    <attributes class=\"%s\">\n", class)
	for i, f := range list {
		fmt.Fprintf(out, "      <attribute id=\"%d\" title=\"%s\" type=\"string\"/>\n", i, f.Name)
	}
	fmt.Fprint(out, "    </attributes>\n")
}

func values(out io.Writer, list []fields.Field) {
	fmt.Fprint(out, "        <attvalues>\n")
	for i, f := range list {
		if f.Value != "" {
			fmt.Fprintf(out, "          <attvalue for=\"%d\" value=\"%s\"/>\n", i, fields.XML(f.Value))
		}
	}
	fmt.Fprint(out, "        </attvalues>\n")
}
