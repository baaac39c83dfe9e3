// Package d2 writes graphs in the D2 language. Parts and sections are
// containers; resources, summaries and the reasons of edges are left out.
package d2

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
)

// Encode writes g. Nodes are called n and their position in the graph; links
// and tooltips come along.
func Encode(w io.Writer, g *graph.Graph) error {
	e := &encoder{bufio.NewWriter(w), graph.NewIndex(g)}
	fmt.Fprintf(e.out, "direction: right\n")
	for i, n := range g.Nodes {
		p := e.index.Parent(i)
		if n.Kind != graph.Course && n.Kind != graph.Resource && (p < 0 || g.Nodes[p].Kind == graph.Course) {
			e.node(i, 0)
		}
	}
	for _, edge := range g.Edges {
		e.edge(edge)
	}
	return e.out.Flush()
}

type encoder struct {
	out   *bufio.Writer
	index *graph.Index
}

func (e *encoder) node(i, depth int) {
	n := &e.index.Graph().Nodes[i]
	indent := strings.Repeat("  ", depth)
	fmt.Fprintf(e.out, "%sn%d: %s {\n", indent, i, quote(n.Text()))
	if n.Kind == graph.Topic {
		fmt.Fprintf(e.out, "%s  style.border-radius: 8\n", indent)
	}
	if n.Optional {
		fmt.Fprintf(e.out, "%s  style.stroke-dash: 3\n", indent)
	}
	if link := graph.WebLink(n.URL); link != "" {
		fmt.Fprintf(e.out, "%s  link: %s\n", indent, quote(link))
	}
	if n.Label != "" {
		fmt.Fprintf(e.out, "%s  tooltip: %s\n", indent, quote(n.Title))
	}
	for _, c := range e.index.Children(i, graph.Section, graph.Topic) {
		e.node(c, depth+1)
	}
	fmt.Fprintf(e.out, "%s}\n", indent)
}

// edge draws what nesting does not show already.
func (e *encoder) edge(edge graph.Edge) {
	from, to := e.path(edge.From), e.path(edge.To)
	if from == "" || to == "" || edge.Kind == graph.Contains || strings.HasPrefix(to+".", from+".") || strings.HasPrefix(from+".", to+".") {
		return
	}
	style := ""
	if edge.Kind == graph.Requires {
		style = ": {style.stroke-dash: 4}"
	}
	fmt.Fprintf(e.out, "%s -> %s%s\n", from, to, style)
}

// path is a node's name with those of its containers, or "" if it is not drawn.
func (e *encoder) path(id string) string {
	nodes := e.index.Graph().Nodes
	i := e.index.At(id)
	if i < 0 || nodes[i].Kind == graph.Resource || nodes[i].Kind == graph.Course {
		return ""
	}
	path := fmt.Sprintf("n%d", i)
	for _, a := range e.index.Ancestors(i) {
		if nodes[a].Kind != graph.Course {
			path = fmt.Sprintf("n%d.%s", a, path)
		}
	}
	return path
}

// quote uses single quotes, in which D2 knows no escapes and no variables.
func quote(text string) string {
	return "'" + escaper.Replace(text) + "'"
}

var escaper = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ", "'", "''")
