// Package mermaid writes graphs for Mermaid, which GitHub and many wikis draw.
// Both forms show the course, its parts, sections and topics. Resources,
// summaries and the reasons of edges are left out: Mermaid refuses diagrams
// of more than a few hundred elements.
package mermaid

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/codes"
)

// What GitHub draws at most, by Mermaid's own settings: characters of a text
// (maxTextSize) and edges (maxEdges).
const (
	MaxText  = 50_000
	MaxEdges = 500
)

// Flowchart writes a flowchart: parts and sections are subgraphs, a thick
// arrow leads to the next one, a dotted arrow to what requires a node. The
// sections of a part stand side by side, and their topics one below the other.
//
// What only helps is left out where it would be more than Mermaid takes: the links
// of topics, and the invisible edges that keep topics in their order. See [Check] for what is too much all the same.
func Flowchart(w io.Writer, g *graph.Graph) error {
	text := flowchart(w, g, true, true)
	order := edgesIn(text) <= MaxEdges
	if !order {
		text = flowchart(w, g, true, false)
	}
	for _, order := range []bool{order, false} {
		if utf8.RuneCountInString(text) > MaxText {
			text = flowchart(w, g, false, order)
		}
	}
	_, err := io.WriteString(w, text)
	return err
}

// Check says of a written flowchart or mind map what keeps Mermaid from drawing it
// as GitHub has it set up; nil if nothing does.
func Check(text string) []graph.Diagnostic {
	const hint = "write each part to a file of its own"
	var found []graph.Diagnostic
	if n := utf8.RuneCountInString(text); n > MaxText {
		found = append(found, codes.TooLarge.At(graph.Position{}, hint, "the diagram has %d characters, and GitHub draws none with more than %d", n, MaxText))
	}
	if n := edgesIn(text); n > MaxEdges {
		found = append(found, codes.TooLarge.At(graph.Position{}, hint, "the diagram has %d edges, and GitHub draws none with more than %d", n, MaxEdges))
	}
	return found
}

// The arrows of flowcharts. None of them can stand in a label, whose punctuation is
// escaped.
const (
	thick, dotted, plain, line, unseen = "==>", "-.->", "-->", "---", "~~~"
)

func edgesIn(text string) int {
	n := 0
	for _, arrow := range []string{thick, dotted, plain, line, unseen} {
		n += strings.Count(text, " "+arrow)
	}
	return n
}

// flowchart is a flowchart that may come to be written to w.
func flowchart(w io.Writer, g *graph.Graph, links, order bool) string {
	var b strings.Builder
	e := &encoder{out: bufio.NewWriter(wanted{&b, w}), index: graph.NewIndex(g), order: order}
	e.open = e.joinedBeyond()
	fmt.Fprintf(e.out, "flowchart TB\n")
	for _, i := range e.index.Nodes(graph.Part, graph.Section, graph.Topic) {
		if e.outermost(i) {
			e.node(i, 1)
		}
	}
	for _, edge := range g.Edges {
		e.edge(edge)
	}
	if links {
		e.links()
	}
	e.out.Flush() // what fails here, fails again when the text is written
	return b.String()
}

// wanted is a text in the making. With every piece it asks where the whole will go, for a
// writer may fail before anything is written to it.
type wanted struct{ text, to io.Writer }

func (w wanted) Write(b []byte) (int, error) {
	if _, err := w.to.Write(nil); err != nil {
		return 0, err
	}
	return w.text.Write(b)
}

// Mindmap writes a mind map with the course in its middle. It has no edges
// but those of the outline.
func Mindmap(w io.Writer, g *graph.Graph) error {
	e := &encoder{out: bufio.NewWriter(w), index: graph.NewIndex(g)}
	fmt.Fprintf(e.out, "mindmap\n")
	for _, i := range e.index.Nodes(graph.Course) {
		e.branch(i, 1)
	}
	return e.out.Flush()
}

type encoder struct {
	out   *bufio.Writer
	index *graph.Index
	order bool         // invisible edges keep topics in order
	open  map[int]bool // subgraphs that an edge leads into, see joinedBeyond
}

// joinedBeyond are the subgraphs into which an edge leads from outside, which Mermaid
// does not let have a direction of their own, and sections with edges inside, which
// need none.
func (e *encoder) joinedBeyond() map[int]bool {
	open := map[int]bool{}
	for _, edge := range e.index.Graph().Edges {
		from, to := e.index.At(edge.From), e.index.At(edge.To)
		if from < 0 || to < 0 || edge.Kind == graph.Contains {
			continue
		}
		isOpen := func(a, other int) bool {
			return !e.holds(a, other) || e.index.Graph().Nodes[a].Kind == graph.Section
		}
		for _, a := range e.index.Ancestors(from) {
			open[a] = open[a] || isOpen(a, to)
		}
		for _, a := range e.index.Ancestors(to) {
			open[a] = open[a] || isOpen(a, from)
		}
	}
	return open
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
	if n.Implied {
		for _, c := range inner {
			e.node(c, depth)
		}
		return
	}
	if n.Kind == graph.Topic || len(inner) == 0 { // an empty subgraph is an error
		fmt.Fprintf(e.out, "%sn%d[\"%s\"]\n", indent, i, escape(caption(n)))
		for _, c := range inner {
			e.node(c, depth)
		}
		return
	}
	fmt.Fprintf(e.out, "%ssubgraph n%d[\"%s\"]\n", indent, i, escape(caption(n)))
	if !e.open[i] && !e.index.Graph().IsPlain() {
		// Across: what nothing joins, as most topics, then stands below each other.
		// What lies in an open section goes the way of the part: down.
		direction := "LR"
		if slices.ContainsFunc(inner, func(k int) bool { return e.open[k] }) {
			direction = "TB"
		}
		fmt.Fprintf(e.out, "%s  direction %s\n", indent, direction)
	}
	for _, c := range inner {
		e.node(c, depth+1)
	}
	if e.open[i] && e.order && n.Kind == graph.Section && !e.index.Graph().IsPlain() {
		for k := 1; k < len(inner); k++ {
			fmt.Fprintf(e.out, "%s  n%d %s n%d\n", indent, inner[k-1], unseen, inner[k])
		}
	}
	fmt.Fprintf(e.out, "%send\n", indent)
}

func (e *encoder) edge(edge graph.Edge) {
	nodes := e.index.Graph().Nodes
	from, to := e.index.At(edge.From), e.index.At(edge.To)
	if from < 0 || to < 0 || !boxed(&nodes[from]) || !boxed(&nodes[to]) {
		return
	}
	arrow := ""
	switch isPlain := e.index.Graph().IsPlain(); {
	case edge.Kind == graph.Contains && nodes[from].Kind == graph.Topic:
		arrow = line
	case edge.Kind == graph.Contains || e.holds(from, to) || e.holds(to, from): // a subgraph cannot point into itself
		return
	case isPlain && edge.Kind == graph.Next && nodes[from].Kind != graph.Topic: // which only follows the file
		return
	case isPlain && e.index.Graph().Form == graph.Undirected:
		arrow = line
	case isPlain:
		arrow = plain
	case edge.Kind == graph.Next:
		arrow = thick
	default:
		arrow = dotted
	}
	if edge.Label != "" {
		arrow += fmt.Sprintf("|\"%s\"|", escape(edge.Label))
	}
	fmt.Fprintf(e.out, "  n%d %s n%d\n", from, arrow, to)
}

func (e *encoder) holds(outer, inner int) bool {
	for _, a := range e.index.Ancestors(inner) {
		if a == outer {
			return true
		}
	}
	return false
}

func boxed(n *graph.Node) bool {
	return (n.Kind == graph.Part || n.Kind == graph.Section || n.Kind == graph.Topic) && !n.Implied
}

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
