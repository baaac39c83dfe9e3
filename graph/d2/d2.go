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
	fmt.Fprintf(e.out, "direction: down\n")
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
	inner := e.index.Children(i, graph.Section, graph.Topic)
	if n.Implied {
		for _, c := range inner {
			e.node(c, depth)
		}
		return
	}
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
	if rows := e.rows(n, len(inner)); rows > 0 {
		fmt.Fprintf(e.out, "%s  grid-rows: %d\n", indent, rows)
	}
	for _, c := range inner {
		e.node(c, depth+1)
	}
	fmt.Fprintf(e.out, "%s}\n", indent)
}

// rows is in how many rows stands what a node holds: a few sections in each, and
// topics one below the other. D2 would put them all into one row. 0 leaves it to D2.
func (e *encoder) rows(n *graph.Node, inner int) int {
	const most = 4
	switch {
	case inner < 2 || e.index.Graph().IsPlain():
		return 0
	case n.Kind == graph.Part:
		return (inner + most - 1) / most
	}
	return inner
}

// edge draws what nesting does not show already.
func (e *encoder) edge(edge graph.Edge) {
	from, to := e.path(edge.From), e.path(edge.To)
	if from == "" || to == "" || edge.Kind == graph.Contains || strings.HasPrefix(to+".", from+".") || strings.HasPrefix(from+".", to+".") {
		return
	}
	isPlain, arrow, style := e.index.Graph().IsPlain(), "->", ""
	if isPlain && edge.Kind == graph.Next && e.kind(edge.From) != graph.Topic {
		return // which only follows the file
	}
	if e.index.Graph().Form == graph.Undirected {
		arrow = "--"
	}
	if edge.Label != "" {
		style = ": " + quote(edge.Label)
	}
	if edge.Kind == graph.Requires && !isPlain {
		style = ": {style.stroke-dash: 4}"
	}
	fmt.Fprintf(e.out, "%s %s %s%s\n", from, arrow, to, style)
}

func (e *encoder) kind(id string) graph.Kind {
	n, _ := e.index.Node(id)
	return n.Kind
}

// path is a node's name with those of its containers, or "" if it is not drawn.
func (e *encoder) path(id string) string {
	nodes := e.index.Graph().Nodes
	i := e.index.At(id)
	if i < 0 || nodes[i].Kind == graph.Resource || nodes[i].Kind == graph.Course || nodes[i].Implied {
		return ""
	}
	path := fmt.Sprintf("n%d", i)
	for _, a := range e.index.Ancestors(i) {
		if nodes[a].Kind != graph.Course && !nodes[a].Implied {
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
