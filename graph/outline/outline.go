// Package outline writes graphs as Markdown: headings for the course, its
// parts and sections, and nested lists for topics and resources. The result is
// a canonical course document, which the parser reads back.
package outline

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
)

// Encode writes an outline with titles, links and summaries.
func Encode(w io.Writer, g *graph.Graph) error { return write(w, g, false) }

// Tasks writes the same as task lists: "- [x]" is done, "- [ ]" is not.
func Tasks(w io.Writer, g *graph.Graph) error { return write(w, g, true) }

type encoder struct {
	out   *bufio.Writer
	index *graph.Index
	tasks bool
}

func write(w io.Writer, g *graph.Graph, tasks bool) error {
	e := &encoder{bufio.NewWriter(w), graph.NewIndex(g), tasks}
	for i := range g.Nodes {
		n := &g.Nodes[i]
		if isItem(n) {
			e.marker(i)
			e.item(i)
		} else {
			if i > 0 && isItem(&g.Nodes[i-1]) {
				e.out.WriteByte('\n')
			}
			e.heading(n)
		}
	}
	return e.out.Flush()
}

func isItem(n *graph.Node) bool { return n.Kind == graph.Topic || n.Kind == graph.Resource }

func (e *encoder) heading(n *graph.Node) {
	marks := map[graph.Kind]string{graph.Course: "#", graph.Part: "##", graph.Section: "###"}[n.Kind]
	text := escape(n.Title)
	if n.Number != "" {
		text = escape(n.Number) + ". " + text
	}
	if n.Icon != "" && n.Icon[0] >= 0x80 {
		text = escape(n.Icon) + " " + text
	}
	fmt.Fprintf(e.out, "%s %s\n\n", marks, text)
	if n.Summary != "" {
		fmt.Fprintf(e.out, "%s\n\n", escape(n.Summary))
	}
}

// marker writes what tells resources right below a heading from its topics,
// where one sort of them begins.
func (e *encoder) marker(i int) {
	nodes, p := e.index.Graph().Nodes, e.index.Parent(i)
	if p < 0 || isItem(&nodes[p]) {
		return
	}
	before := graph.Topic
	siblings := e.index.Children(p)
	if at, _ := slices.BinarySearch(siblings, i); at > 0 && isItem(&nodes[siblings[at-1]]) {
		before = nodes[siblings[at-1]].Kind
	}
	if nodes[i].Kind == before {
		return
	}
	if isItem(&nodes[i-1]) {
		e.out.WriteByte('\n')
	}
	fmt.Fprintf(e.out, "%s:\n\n", map[graph.Kind]string{graph.Topic: "Topics", graph.Resource: "Resources"}[nodes[i].Kind])
}

// item writes one line of a list. Resources stand below the topic or section
// that they belong to, without bold type.
func (e *encoder) item(i int) {
	n := &e.index.Graph().Nodes[i]
	depth := 0
	for _, a := range e.index.Ancestors(i) {
		if e.index.Graph().Nodes[a].Kind == graph.Topic {
			depth++
		}
	}
	text := escape(n.Title)
	if n.Number != "" {
		text = escape(n.Number) + ". " + text
	}
	if link := destination(n.URL); link != "" {
		text = "[" + text + "](" + link + ")"
	}
	if n.Kind == graph.Topic {
		text = e.box(n) + "**" + text + "**"
	}
	if n.Summary != "" {
		text += ": " + escape(n.Summary)
	}
	fmt.Fprintf(e.out, "%s- %s\n", strings.Repeat("  ", depth), text)
}

func (e *encoder) box(n *graph.Node) string {
	switch {
	case !e.tasks:
		return ""
	case n.Status == graph.Done:
		return "[x] "
	}
	return "[ ] "
}

// destination is a URL as the target of a link; "" for those that must not be
// followed, and for those that lead into the source document, whose anchors do
// not exist here.
func destination(url string) string {
	link := graph.SafeLink(url)
	if link == "" || link[0] == '#' {
		return ""
	}
	return "<" + strings.NewReplacer("<", "%3C", ">", "%3E", `\`, `\\`).Replace(link) + ">"
}

// escape keeps text from being read as markup, in one line.
func escape(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	var b strings.Builder
	for i, r := range text {
		switch {
		case strings.ContainsRune("\\`*_[]<>|~&", r), i == 0 && strings.ContainsRune("#+-=:", r):
			b.WriteByte('\\')
		case (r == '.' || r == ')') && i > 0 && strings.Trim(text[:i], "0123456789") == "":
			b.WriteByte('\\') // "1." would begin a list
		}
		b.WriteRune(r)
	}
	return b.String()
}
