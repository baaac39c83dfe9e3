// Package dot writes graphs in Graphviz's DOT language and reads them back,
// edited or not, as well as most DOT that other programs and people write.
//
// Every node and edge of the graph is one of DOT's. Parts and sections are
// clusters too, named "cluster_" and the node's ID, each with its own node
// inside. Beside what Graphviz draws (label, URL, tooltip, colours), nodes
// carry these attributes, for gvpr and the like; empty ones are left out:
//
//	kind        course, part, section, topic or resource
//	title       the full title, where the label shows a shorter one
//	number, icon, summary, author, status, side, excluded
//	optional    true
//	source      file:line:column in the document
//	attr_NAME   the course table's further columns
//
// and edges: kind (contains, next, requires or leads), reason, guess and source.
// DOT keeps a backslash in front of a backslash; a line break is \n.
//
// Images are lost, and a line break in a title becomes a space.
package dot

import (
	"bufio"
	"io"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/roadmapviz/roadmapviz/graph"
)

// labelWidth is where labels are broken, in characters. Graphviz does not
// break lines by itself.
const labelWidth = 28

// Encode writes g in the default style, laid out well by plain "dot".
func Encode(w io.Writer, g *graph.Graph) error { return EncodeStyle(w, g, Style{}) }

// EncodeStyle writes g in the given style.
func EncodeStyle(w io.Writer, g *graph.Graph, s Style) error {
	e := &encoder{out: bufio.NewWriter(w), index: graph.NewIndex(g), style: s.withDefaults()}
	e.head(g)
	e.line(1, "// From left to right, dot draws upwards what is named in this order: last things first.")
	for i := range g.Nodes {
		if e.index.Parent(i) < 0 {
			e.skeleton(i, 1)
		}
	}
	for i := range g.Nodes {
		if e.index.Parent(i) < 0 {
			e.node(i, 1)
		}
	}
	for _, edge := range g.Edges {
		e.edge(edge)
	}
	e.line(0, "}")
	return e.out.Flush() // a bufio.Writer keeps its first error
}

type encoder struct {
	out   *bufio.Writer
	index *graph.Index
	style Style
}

func (e *encoder) line(depth int, parts ...string) {
	e.out.WriteString(strings.Repeat("  ", depth))
	for _, p := range parts {
		e.out.WriteString(p)
	}
	e.out.WriteByte('\n')
}

func (e *encoder) head(g *graph.Graph) {
	e.line(0, "digraph roadmap {")
	var a attributes
	a.add("bgcolor", e.style.Page)
	a.add("fontname", "Helvetica")
	a.add("fontcolor", e.style.Title)
	a.add("rankdir", "LR") // so that lists of topics run downwards
	a.add("ranksep", "0.6")
	a.add("nodesep", "0.15")
	a.add("language", g.Language)
	a.add("form", string(g.Form))
	e.line(1, "graph ", a.String(), ";")
	e.line(1, `node [shape=box style="rounded,filled" fontname=Helvetica fontsize=12 height=0.4 margin="0.16,0.06"];`)
	e.line(1, `edge [arrowsize=0.7];`)
}

// skeleton names node i and what it holds, in its cluster, the last first.
// Graphviz orders nodes by their first mention, upwards when it lays out from
// left to right with clusters. (Invisible edges would do it too, but then the
// file would have more edges than the graph.)
func (e *encoder) skeleton(i, depth int) {
	n := &e.index.Graph().Nodes[i]
	cluster := isCluster(n)
	if cluster {
		e.line(depth, "subgraph ", quote("cluster_"+escape(n.ID, false)), " {")
		depth++
	}
	for _, c := range slices.Backward(e.index.Children(i)) {
		e.skeleton(c, depth)
	}
	e.line(depth, quote(escape(n.ID, false)), ";")
	if cluster {
		e.line(depth-1, "}")
	}
}

func isCluster(n *graph.Node) bool { return n.Kind == graph.Part || n.Kind == graph.Section }

// node writes node i and what it holds; parts and sections get a cluster. The
// depth of recursion is that of the course, where clusters end at sections.
func (e *encoder) node(i, depth int) {
	n := &e.index.Graph().Nodes[i]
	cluster := isCluster(n)
	if cluster {
		var a attributes
		a.add("label", escape(heading(n), true))
		a.add("style", "rounded")
		a.add("color", e.style.Nodes[n.Kind].Stroke)
		a.add("fontsize", map[graph.Kind]string{graph.Part: "18", graph.Section: "14"}[n.Kind])
		a.add("URL", escape(urlEscaper.Replace(graph.SafeLink(n.URL)), false))
		a.add("tooltip", escape(n.Summary, true))
		e.line(depth, "subgraph ", quote("cluster_"+escape(n.ID, false)), " {")
		depth++
		e.line(depth, "graph ", a.String(), ";")
	}
	e.line(depth, quote(escape(n.ID, false)), " ", e.attributesOf(n).String(), ";")
	for _, c := range e.index.Children(i) {
		e.node(c, depth)
	}
	if cluster {
		e.line(depth-1, "}")
	}
}

// heading is a cluster's label: icon, number and title.
func heading(n *graph.Node) string {
	text := n.Text()
	if n.Number != "" {
		text = n.Number + ". " + text
	}
	if n.Icon != "" && n.Icon[0] >= utf8.RuneSelf {
		text = n.Icon + " " + text
	}
	return text
}

func (e *encoder) attributesOf(n *graph.Node) attributes {
	var a attributes
	look := e.style.Nodes[n.Kind]
	a.add("kind", string(n.Kind))
	a.addAlways("label", escape(wrap(n.Text()), true))
	if n.Label != "" {
		a.add("title", escape(n.Title, false))
	}
	a.add("URL", escape(urlEscaper.Replace(graph.SafeLink(n.URL)), false))
	a.add("tooltip", escape(or(n.Summary, n.Title), true))
	a.add("fillcolor", look.Fill)
	a.add("color", look.Stroke)
	a.add("fontcolor", look.Text)
	if n.Optional {
		a.add("style", "rounded,filled,dashed")
		a.add("optional", "true")
	}
	if n.Implied {
		a.add("implied", "true")
	}
	for _, f := range []struct{ name, value string }{
		{"number", n.Number}, {"icon", n.Icon}, {"summary", n.Summary}, {"author", n.Author}, {"status", string(n.Status)},
		{"side", n.Side}, {"excluded", n.Excluded}, {"source", n.Source.String()}, {"iconSource", n.IconSource.String()},
	} {
		a.add(f.name, escape(f.value, false))
	}
	for _, name := range slices.Sorted(maps.Keys(n.Attributes)) {
		a.addAlways("attr_"+escape(name, false), escape(n.Attributes[name], false))
	}
	return a
}

func (e *encoder) edge(edge graph.Edge) {
	look := e.style.Edges[edge.Kind]
	var a attributes
	a.add("kind", string(edge.Kind))
	if edge.Guess != "" {
		look.Line = "dashed"
	}
	a.add("style", look.Line)
	a.add("color", look.Color)
	if edge.Kind != graph.Contains {
		a.add("constraint", "false") // the outline alone decides on the ranks
	} else {
		a.add("arrowhead", "none")
	}
	a.add("label", escape(edge.Label, true))
	a.add("tooltip", escape(edge.Reason, true))
	a.add("reason", escape(edge.Reason, false))
	a.add("guess", escape(edge.Guess, false))
	a.add("source", escape(edge.Source.String(), false))
	e.line(1, quote(escape(edge.From, false)), " -> ", quote(escape(edge.To, false)), " ", a.String(), ";")
}

// attributes is a list in brackets.
type attributes []string

// add adds an attribute unless its value, which is escaped, is empty.
func (a *attributes) add(name, value string) {
	if value != "" {
		a.addAlways(name, value)
	}
}

func (a *attributes) addAlways(name, value string) { *a = append(*a, bare(name)+"="+quote(value)) }

func (a attributes) String() string { return "[" + strings.Join(a, " ") + "]" }

func quote(s string) string { return `"` + s + `"` }

// bare is a name without quotes where DOT allows it.
func bare(name string) string {
	for i := range len(name) {
		if c := name[i]; c != '_' && (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && (i == 0 || c < '0' || c > '9') {
			return quote(name)
		}
	}
	return name
}

// escape makes text fit between quotes. What Graphviz shows has its entities
// resolved, and so does [Decode]: an ampersand that either could take for the
// beginning of one is written as an entity itself. (dot 2.43 copies those of a URL
// into its SVG, which is no XML then; so urlEscaper spares none there.)
func escape(text string, shown bool) string {
	if shown {
		text = withoutEntities(text)
	}
	return stringEscaper.Replace(text)
}

var (
	urlEscaper    = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")
	stringEscaper = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\r\n", `\n`, "\n", `\n`, "\r", `\n`, "\x00", "")
)

// wrap breaks text at spaces into lines of labelWidth characters, or longer
// where a word is.
func wrap(text string) string {
	var b strings.Builder
	width := 0
	for i, word := range strings.Split(text, " ") {
		n := utf8.RuneCountInString(word)
		switch {
		case i == 0:
		case width+1+n > labelWidth && width > 0 && n > 0: // no break at the end, where reading would lose it
			b.WriteByte('\n')
			width = 0
		default:
			b.WriteByte(' ')
			width++
		}
		b.WriteString(word)
		width += n
	}
	return b.String()
}

// withoutEntities writes the ampersands that begin an entity as entities.
func withoutEntities(text string) string {
	var b strings.Builder
	for {
		start := strings.IndexByte(text, '&')
		if start < 0 {
			return b.String() + text
		}
		b.WriteString(text[:start+1])
		text = text[start+1:]
		if end := strings.IndexAny(text, "; \t\n&"); end > 0 && text[end] == ';' {
			b.WriteString("amp;")
		}
	}
}
