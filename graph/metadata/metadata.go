// Package metadata lets a figure know what it shows: the graph that it was
// drawn from, the options that shaped it, and a fingerprint of both. SVG files
// carry them as the text of a <metadata> element, PNG files in a text chunk, pages as
// that of a <script> which nobody runs, before the title, and PDF files in their XMP
// packet, all in this form of one line, which has no time and no program version in it:
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
	"slices"

	"github.com/klauspost/compress/flate"

	"github.com/roadmapviz/roadmapviz/graph"
	graphjson "github.com/roadmapviz/roadmapviz/graph/json"
	"github.com/roadmapviz/roadmapviz/internal/until"
)

// Version is the version of what figures carry and of how they are drawn. It
// grows when a reader of the old form could misunderstand the new one, and when
// the same graph gives another picture than before.
const Version = 3

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
}

// settings is the JSON form of what a figure says besides its graph.
type settings struct {
	Parts   []string          `json:"parts,omitempty"`
	Options map[string]string `json:"options,omitempty"`
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
	return Figure{g, f.Options, f.Parts}
}

// Encode packs a figure into one line of ASCII text without "<", "&" and quotes.
// The same figure gives the same text. It ends soon after ctx, with its error.
func Encode(ctx context.Context, f Figure) (string, error) { return encode(ctx, f, f.Plain().Graph) }

// EncodeSmall gives a text that is read as that of Encode is, and is shorter: what nodes
// hold is said by their parents alone.
func EncodeSmall(ctx context.Context, f Figure) (string, error) {
	g := f.Plain().Graph
	g.Edges = slices.DeleteFunc(g.Edges, func(e graph.Edge) bool { return e.Kind == graph.Contains })
	return encode(ctx, f, g)
}

func encode(ctx context.Context, f Figure, g *graph.Graph) (_ string, err error) {
	defer until.Catch(&err)
	var b, deflated bytes.Buffer
	if err := graphjson.Encode(until.Ender(ctx, &b), g); err != nil {
		return "", err
	}
	said, err := json.Marshal(settings{f.Parts, f.Options})
	if err != nil {
		return "", err
	}
	// The stateless form costs a few percent of the size, and a twentieth of the time.
	if err := flate.StatelessDeflate(until.Ender(ctx, &deflated), b.Bytes(), true, nil); err != nil {
		return "", err
	}
	base64 := base64.StdEncoding.EncodeToString
	return fmt.Sprintf("%s%d:%s:%s:%d:%s", mark, Version, f.Fingerprint(), base64(said), b.Len(), base64(deflated.Bytes())), nil
}
