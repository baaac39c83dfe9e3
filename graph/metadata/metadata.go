// Package metadata lets a figure know what it shows: the graph that it was
// drawn from, the options that shaped it, and a fingerprint of both. SVG files
// carry them as the text of a <metadata> element, PNG files in a text chunk, pages as
// that of a <script> which nobody runs, before the title, and PDF files in their XMP
// packet, all in this form of one line, which has no time in it, and the program's version
// at most in a digest ([Reading]):
//
//	roadmapviz:figure:VERSION:FINGERPRINT:SETTINGS:SIZE:GRAPH
//
// SETTINGS is the base64 form of JSON, which is quick to read. GRAPH is that of
// deflated JSON, in the form of package graph/json, which inflates to SIZE bytes. In pages
// it may be "~" and that of JSON packed by zstd, with what follows from the title on,
// without carriage returns, as a dictionary of no format and no number ([ShrinkPage]).
package metadata

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/klauspost/compress/flate"

	"github.com/roadmapviz/roadmapviz/graph"
	graphjson "github.com/roadmapviz/roadmapviz/graph/json"
	"github.com/roadmapviz/roadmapviz/internal/until"
)

// Version is the version of what figures carry and of how they are drawn. It
// grows when a reader of the old form could misunderstand the new one, and when
// the same graph gives another picture than before.
const Version = 5

// Figure is what a figure shows.
type Figure struct {
	// Graph is what was drawn. Its nodes have no positions in a document: those
	// change with every line of text above them, and the picture does not.
	Graph *graph.Graph
	// Options are those that shape the picture, by their names, where they
	// differ from the defaults.
	Options map[string]string
	// Parts are the IDs of the nodes that the figure is of; none for all of a
	// course.
	Parts []string
	// Index is that of Graph, for who has it: nil is made where it is needed.
	Index *graph.Index
	// Reading is how the document was read that shows the figure; nil where nobody
	// knows. It is no part of the fingerprint.
	Reading *Reading
}

// Reading lets a figure tell that its document need not be read to know that what that
// shows is up to date.
type Reading struct {
	// Digest is of all that decided how the document was read and its figures drawn, the
	// program among it.
	Digest string  `json:"digest"`
	Shows  []Shown `json:"shows"`
}

// Shown is what a place of a document shows: a file, and none for a block that is written
// into it.
type Shown struct {
	File int    `json:"file,omitempty"` // of the document, counted from 0
	Line int    `json:"line"`
	At   int    `json:"at,omitempty"`   // the column
	Path string `json:"path,omitempty"` // as seen from the document's folder
	// Is tells what the file was: the [Record.Mark] of a figure that was as it should be,
	// "other" for what is none, and "" for what was not there.
	Is string `json:"is,omitempty"`
}

// settings is the JSON form of what a figure says besides its graph.
type settings struct {
	Parts   []string          `json:"parts,omitempty"`
	Options map[string]string `json:"options,omitempty"`
	Reading *Reading          `json:"reading,omitempty"`
}

// Plain is the figure without what the picture does not depend on: positions,
// and images that the document shows. What it shares with f is only read.
func (f Figure) Plain() Figure {
	g := &graph.Graph{
		Language: f.Graph.Language, Form: f.Graph.Form,
		Nodes: append([]graph.Node{}, f.Graph.Nodes...), Edges: append([]graph.Edge{}, f.Graph.Edges...),
	}
	for i := range g.Nodes {
		g.Nodes[i].Source, g.Nodes[i].IconSource = graph.Position{}, graph.Position{}
	}
	for i := range g.Edges {
		g.Edges[i].Source = graph.Position{}
	}
	return Figure{Graph: g, Options: f.Options, Parts: f.Parts}
}

// Encode packs a figure into one line of ASCII text without "<", "&" and quotes.
// The same figure gives the same text. It ends soon after ctx, with its error.
func Encode(ctx context.Context, f Figure) (string, error) { return encode(ctx, f, false) }

// EncodeSmall gives a text that is read as that of Encode is, and is shorter: what nodes
// hold is said by their parents alone.
func EncodeSmall(ctx context.Context, f Figure) (string, error) { return encode(ctx, f, true) }

func encode(ctx context.Context, f Figure, small bool) (_ string, err error) {
	defer until.Catch(&err)
	b := bytes.NewBuffer(make([]byte, 0, sizeOf(f.Graph)))
	if err := encodePlain(until.Ender(ctx, b), f.Graph, small); err != nil {
		return "", err
	}
	said, err := json.Marshal(settings{f.Parts, f.Options, f.Reading})
	if err != nil {
		return "", err
	}
	// The stateless form costs a few percent of the size, and a twentieth of the time.
	deflated := bytes.NewBuffer(make([]byte, 0, b.Len()/3))
	if err := flate.StatelessDeflate(until.Ender(ctx, deflated), b.Bytes(), true, nil); err != nil {
		return "", err
	}
	var text strings.Builder
	const numbers = 128 // the mark, the version, the fingerprint and the size
	text.Grow(numbers + base64.StdEncoding.EncodedLen(len(said)) + base64.StdEncoding.EncodedLen(deflated.Len()))
	fmt.Fprintf(&text, "%s%d:%s:", mark, Version, f.Fingerprint())
	writeBase64(&text, said)
	fmt.Fprintf(&text, ":%d:", b.Len())
	writeBase64(&text, deflated.Bytes())
	return text.String(), nil
}

func writeBase64(to *strings.Builder, data []byte) {
	w := base64.NewEncoder(base64.StdEncoding, to) // to which writing never fails
	w.Write(data)
	w.Close()
}

// encodePlain writes the graph of [Figure.Plain], without a copy of it; a small one
// without the edges that repeat the parents of nodes.
func encodePlain(w io.Writer, g *graph.Graph, small bool) error {
	e := graphjson.NewEncoder(w, g.Language, g.Form)
	for _, n := range g.Nodes {
		n.Source, n.IconSource = graph.Position{}, graph.Position{}
		e.Node(&n)
	}
	for _, edge := range g.Edges {
		if edge.Source = (graph.Position{}); !small || edge.Kind != graph.Contains {
			e.Edge(&edge)
		}
	}
	return e.Close()
}

// sizeOf is about how many bytes of JSON a graph is, or somewhat more: what is made and
// not written to takes no memory. (What a Buffer grows by is written to, with zeros.)
func sizeOf(g *graph.Graph) int {
	const around = 96 // the names of fields
	size := around
	for i := range g.Nodes {
		n := &g.Nodes[i]
		size += around + len(n.ID) + len(n.Parent) + len(n.Title) + len(n.Label) + len(n.Icon) + len(n.Summary) + len(n.URL) + len(n.Author)
		for name, value := range n.Attributes {
			size += len(name) + len(value)
		}
	}
	for i := range g.Edges {
		e := &g.Edges[i]
		size += around/2 + len(e.From) + len(e.To) + len(e.Reason)
	}
	return size
}
