// Package mermaid writes graphs for Mermaid, which GitHub and many wikis draw.
// Both forms show the course, its parts, sections and topics. Resources,
// summaries and the reasons of edges are left out: Mermaid refuses diagrams
// of more than a few hundred elements.
package mermaid

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
)

// Flowchart writes a flowchart: parts and sections are subgraphs, a thick
// arrow leads to the next one, a dotted arrow to what requires a node.
func Flowchart(w io.Writer, g *graph.Graph) error {
	e := &encoder{bufio.NewWriter(w), graph.NewIndex(g)}
	fmt.Fprintf(e.out, "flowchart TB\n")
	for _, i := range e.index.Nodes(graph.Part, graph.Section, graph.Topic) {
		if e.outermost(i) {
			e.node(i, 1)
		}
	}
	for _, edge := range g.Edges {
		e.edge(edge)
	}
	e.links()
	return e.out.Flush()
}

// Mindmap writes a mind map with the course in its middle. It has no edges
// but those of the outline.
func Mindmap(w io.Writer, g *graph.Graph) error {
	e := &encoder{bufio.NewWriter(w), graph.NewIndex(g)}
	fmt.Fprintf(e.out, "mindmap\n")
	for _, i := range e.index.Nodes(graph.Course) {
		e.branch(i, 1)
	}
	return e.out.Flush()
}

type encoder struct {
	out   *bufio.Writer
	index *graph.Index
}

// outermost tells whether nothing that is drawn as a box holds node i.
func (e *encoder) outermost(i int) bool {
	p := e.index.Parent(i)
	return p < 0 || e.index.Graph().Nodes[p].Kind == graph.Course
}

func (e *encoder) node(i, depth int) {
	n := &e.index.Graph().Nodes[i]
	indent := strings.Repeat("  ", depth)
	inner := e.index.Children(i, graph.Section, graph.Topic)
	if n.Kind == graph.Topic || len(inner) == 0 { // an empty subgraph is an error
		fmt.Fprintf(e.out, "%sn%d[\"%s\"]\n", indent, i, escape(caption(n)))
		for _, c := range inner {
			e.node(c, depth)
		}
		return
	}
	fmt.Fprintf(e.out, "%ssubgraph n%d[\"%s\"]\n", indent, i, escape(caption(n)))
	for _, c := range inner {
		e.node(c, depth+1)
	}
	fmt.Fprintf(e.out, "%send\n", indent)
}

func (e *encoder) edge(edge graph.Edge) {
	nodes := e.index.Graph().Nodes
	from, to := e.index.At(edge.From), e.index.At(edge.To)
	if from < 0 || to < 0 || !boxed(nodes[from].Kind) || !boxed(nodes[to].Kind) {
		return
	}
	switch {
	case edge.Kind == graph.Next:
		fmt.Fprintf(e.out, "  n%d ==> n%d\n", from, to)
	case edge.Kind == graph.Requires && !e.holds(from, to) && !e.holds(to, from): // a subgraph cannot point into itself
		fmt.Fprintf(e.out, "  n%d -.-> n%d\n", from, to)
	case edge.Kind == graph.Contains && nodes[from].Kind == graph.Topic:
		fmt.Fprintf(e.out, "  n%d --- n%d\n", from, to)
	}
}

func (e *encoder) holds(outer, inner int) bool {
	for _, a := range e.index.Ancestors(inner) {
		if a == outer {
			return true
		}
	}
	return false
}

func boxed(k graph.Kind) bool { return k == graph.Part || k == graph.Section || k == graph.Topic }

// links makes nodes with a web address clickable.
func (e *encoder) links() {
	for _, i := range e.index.Nodes(graph.Topic) {
		if link := graph.WebLink(e.index.Graph().Nodes[i].URL); link != "" {
			fmt.Fprintf(e.out, "  click n%d href \"%s\"\n", i, strings.NewReplacer(`"`, "%22", " ", "%20", ";", "%3B", "#", "#35;").Replace(link))
		}
	}
}

func (e *encoder) branch(i, depth int) {
	n := &e.index.Graph().Nodes[i]
	fmt.Fprintf(e.out, "%sn%d[\"%s\"]\n", strings.Repeat("  ", depth), i, escape(caption(n)))
	for _, c := range e.index.Children(i, graph.Part, graph.Section, graph.Topic) {
		e.branch(c, depth+1)
	}
}

func caption(n *graph.Node) string {
	text := n.Text()
	if n.Number != "" {
		text = n.Number + ". " + text
	}
	if n.Icon != "" && n.Icon[0] >= 0x80 {
		text = n.Icon + " " + text
	}
	return text
}

// escape writes all punctuation that could mean something to Mermaid, or to
// the Markdown inside its labels, as #number; which it resolves everywhere.
func escape(text string) string {
	var b strings.Builder
	text = strings.TrimSpace(text)
	for i, r := range text {
		switch {
		case r < ' ':
			b.WriteByte(' ')
		case strings.ContainsRune("\"#<>&`\\;{}[]|*_~%@^$", r), i == 0 && (r == '-' || r == '+'), i > 0 && r == '-' && text[i-1] == '-',
			r == '.' && strings.Trim(text[:i], "0123456789") == "":
			fmt.Fprintf(&b, "#%d;", r)
		default:
			b.WriteRune(r)
		}
	}
	if b.Len() == 0 {
		return " "
	}
	return b.String()
}
