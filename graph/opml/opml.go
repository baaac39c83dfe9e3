// Package opml writes graphs as OPML 2.0, which outliners and feed readers
// open, and reads outlines from it. The outline with its titles, links and
// fields is kept; declared prerequisites, positions, images, the language, the
// course table's further columns, and what is known of the course beside its
// title, are not. IDs and next edges are made anew from the outline.
package opml

import (
	"bufio"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/build"
	"github.com/roadmapviz/roadmapviz/graph/internal/fields"
	"github.com/roadmapviz/roadmapviz/graph/internal/source"
	"github.com/roadmapviz/roadmapviz/internal/until"
)

// Encode writes g with one outline element a node, in document order. Beside
// OPML's own text, type and url, it has the node's fields as attributes.
func Encode(w io.Writer, g *graph.Graph) error {
	out := bufio.NewWriter(w)
	x := graph.NewIndex(g)
	title := "Course"
	if len(g.Nodes) > 0 {
		title = g.Nodes[0].Title
	}
	fmt.Fprintf(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n  <head>\n    <title>%s</title>\n  </head>\n  <body>\n", fields.XML(title))
	for i, n := range g.Nodes {
		if n.Kind == graph.Course {
			for _, c := range x.Children(i) {
				outline(out, x, c, 2)
			}
		}
	}
	fmt.Fprint(out, "  </body>\n</opml>\n")
	return out.Flush()
}

func outline(out io.Writer, x *graph.Index, i, depth int) {
	n := x.Graph().Nodes[i]
	indent := strings.Repeat("  ", depth)
	fmt.Fprintf(out, "%s<outline text=\"%s\"", indent, fields.XML(n.Title))
	if graph.SafeLink(n.URL) != "" {
		fmt.Fprint(out, ` type="link"`)
	}
	for _, f := range fields.Node(n) {
		if f.Value != "" && f.Name != "title" && f.Name != "parent" && f.Name != "source" {
			fmt.Fprintf(out, " %s=\"%s\"", f.Name, fields.XML(f.Value))
		}
	}
	children := x.Children(i)
	if len(children) == 0 {
		fmt.Fprint(out, "/>\n")
		return
	}
	fmt.Fprint(out, ">\n")
	for _, c := range children {
		outline(out, x, c, depth+1)
	}
	fmt.Fprintf(out, "%s</outline>\n", indent)
}

// maxDepth bounds the nesting of outlines.
const maxDepth = 1000

// Decode reads an outline: the title is the course, the levels are parts,
// sections, topics and sub-topics, unless an element says its kind. A link
// without children, from the third level on, is a resource. Empty lines are
// left out. What is wrong is said with line and column in a
// [*graph.SyntaxError].
// It ends soon after ctx, with its error.
func Decode(ctx context.Context, r io.Reader) (_ *graph.Graph, err error) {
	defer until.Catch(&err)
	data, err := source.Read(ctx, r)
	if err != nil {
		return nil, err
	}
	d := &decoder{ctx: ctx, data: data, xml: xml.NewDecoder(bytes.NewReader(data))}
	if err := d.file(); err != nil {
		return nil, err
	}
	return d.finish()
}

// item is an outline element that was read.
type item struct {
	node   graph.Node
	parent int // −1 for the body
	at     int
	leaf   bool // it holds nothing
	blank  bool // it says nothing either
}

type decoder struct {
	ctx   context.Context
	data  []byte
	xml   *xml.Decoder
	title string
	items []item
	open  []int
	ours  bool // some kind is one of ours
}

func (d *decoder) file() error {
	seen, inTitle := false, false
	for {
		until.Check(d.ctx)
		at := int(d.xml.InputOffset())
		token, err := d.xml.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return d.wrong(at, err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if !seen && t.Name.Local != "opml" {
				return source.Errorf(d.data, at, "its outermost element is opml", "this XML is no OPML")
			}
			seen = true
			inTitle = t.Name.Local == "title"
			if t.Name.Local == "outline" {
				if err := d.start(t, at); err != nil {
					return err
				}
			}
		case xml.EndElement:
			inTitle = false
			if t.Name.Local == "outline" {
				d.open = d.open[:len(d.open)-1]
			}
		case xml.CharData:
			if inTitle {
				d.title += string(t)
			}
		}
	}
	if !seen {
		return source.Errorf(d.data, 0, "its outermost element is opml", "this is no OPML")
	}
	return nil
}

// wrong says what package encoding/xml has against what stands at an offset.
func (d *decoder) wrong(at int, err error) error {
	message := err.Error()
	var syntax *xml.SyntaxError
	if errors.As(err, &syntax) {
		message = syntax.Msg
	}
	if message == "unexpected EOF" {
		at, message = len(d.data), "the file ends too early"
	}
	return &graph.SyntaxError{Source: source.Position(d.data, at), Message: message, Err: err}
}

func (d *decoder) start(t xml.StartElement, at int) error {
	if len(d.open) >= maxDepth {
		return source.Errorf(d.data, at, "", "outlines are nested deeper than %d", maxDepth)
	}
	it := item{parent: -1, at: at}
	if len(d.open) > 0 {
		it.parent = d.open[len(d.open)-1]
	}
	for _, a := range t.Attr {
		set(&it.node, a.Name.Local, a.Value)
	}
	d.ours = d.ours || source.IsOurs(it.node.Kind)
	d.open = append(d.open, len(d.items))
	d.items = append(d.items, it)
	return nil
}

func set(n *graph.Node, name, value string) {
	switch name {
	case "text":
		n.Title = strings.TrimSpace(value)
	case "title": // of feeds, the same as text
		n.Title = or(n.Title, strings.TrimSpace(value))
	case "kind":
		n.Kind = graph.Kind(value)
	case "url", "htmlUrl":
		n.URL = value
	case "xmlUrl": // of a feed, for programs
		n.URL = or(n.URL, value)
	case "_note", "summary", "description":
		n.Summary = value
	case "label":
		n.Label = value
	case "number":
		n.Number = value
	case "icon":
		n.Icon = value
	case "author":
		n.Author = value
	case "optional":
		n.Optional = value == "true"
	case "status":
		n.Status = graph.Status(value)
	case "_status":
		if value == "checked" {
			n.Status = graph.Done
		}
	case "side":
		n.Side = value
	case "excluded":
		n.Excluded = value
	}
}

// finish makes the graph of what was read.
func (d *decoder) finish() (*graph.Graph, error) {
	d.prune()
	b := build.Builder{Check: func() { until.Check(d.ctx) }}
	b.Add(build.Root, graph.Node{Kind: graph.Course, Title: or(strings.TrimSpace(d.title), "Course")})
	places, depths := make([]int, len(d.items)), make([]int, len(d.items))
	offsets := []int{0}
	for i, it := range d.items {
		if it.blank {
			continue
		}
		parent, depth := 0, 1
		if it.parent >= 0 {
			parent, depth = places[it.parent], depths[it.parent]+1
		}
		n := it.node
		n.Title = or(n.Title, or(n.URL, untitled))
		if !d.ours {
			source.Disown(&n)
		}
		switch {
		case n.Kind != "":
		case it.leaf && n.URL != "" && depth >= 3:
			n.Kind = graph.Resource
		default:
			n.Kind = kindAt(depth)
		}
		places[i], depths[i] = b.Add(parent, n), depth
		offsets = append(offsets, it.at)
	}
	b.Follow()
	g := b.Build(nil)
	return g, source.Check(g, func(e graph.Element, i int) graph.Position {
		if e == graph.NodeElement && i < len(offsets) {
			return source.Position(d.data, offsets[i])
		}
		return graph.Position{}
	})
}

// untitled stands for an outline that holds others and has no text.
const untitled = "…"

// prune finds the empty lines that outliners keep, and what is a leaf without
// them.
func (d *decoder) prune() {
	holds := make([]bool, len(d.items))
	for i := len(d.items) - 1; i >= 0; i-- {
		it := &d.items[i]
		it.leaf, it.blank = !holds[i], !holds[i] && it.node.Title == "" && it.node.URL == ""
		if !it.blank && it.parent >= 0 {
			holds[it.parent] = true
		}
	}
}

// kindAt is the kind of a node by the depth of nesting, where parts have 1.
func kindAt(depth int) graph.Kind {
	switch depth {
	case 1:
		return graph.Part
	case 2:
		return graph.Section
	}
	return graph.Topic
}

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
