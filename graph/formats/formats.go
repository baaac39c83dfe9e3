// Package formats is the table of all formats that graphs are written in and
// read from.
package formats

import (
	"context"
	"io"
	"path"
	"slices"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/csv"
	"github.com/roadmapviz/roadmapviz/graph/cytoscape"
	"github.com/roadmapviz/roadmapviz/graph/d2"
	"github.com/roadmapviz/roadmapviz/graph/dot"
	"github.com/roadmapviz/roadmapviz/graph/gexf"
	"github.com/roadmapviz/roadmapviz/graph/graphml"
	"github.com/roadmapviz/roadmapviz/graph/json"
	"github.com/roadmapviz/roadmapviz/graph/jsoncanvas"
	"github.com/roadmapviz/roadmapviz/graph/markdown/outline"
	"github.com/roadmapviz/roadmapviz/graph/mermaid"
	"github.com/roadmapviz/roadmapviz/graph/opml"
	"github.com/roadmapviz/roadmapviz/graph/roadmapsh"
	"github.com/roadmapviz/roadmapviz/internal/until"
)

// Format is one way to keep a graph in a file. Its functions are safe for
// concurrent use.
type Format struct {
	Name        string
	Description string
	MediaType   string // without parameters; formats may share one
	// Extensions are those of file names, with the dot; the first one is for
	// writing. A format that shares the extension of another has none.
	Extensions []string
	// Encode ends soon after the context, with its error; nil if the format is only read.
	Encode func(context.Context, io.Writer, *graph.Graph) error
	// Decode does so too. It also says what is odd in the file, at positions that lack its
	// name; nil if the format is only written.
	Decode func(context.Context, io.Reader) (*graph.Graph, []graph.Diagnostic, error)
	// Check says what those who usually show such a file will not show of a text
	// that Encode wrote; nil if they show all.
	Check func(text string) []graph.Diagnostic
}

// writes is the encoder of a format that is written piece by piece: it ends with its
// writer.
func writes(encode func(io.Writer, *graph.Graph) error) func(context.Context, io.Writer, *graph.Graph) error {
	return func(ctx context.Context, w io.Writer, g *graph.Graph) (err error) {
		defer until.Catch(&err)
		return encode(until.Ender(ctx, w), g)
	}
}

// sound is the decoder of a format that holds nothing odd: outlines have no
// prerequisites.
func sound(decode func(context.Context, io.Reader) (*graph.Graph, error)) func(context.Context, io.Reader) (*graph.Graph, []graph.Diagnostic, error) {
	return func(ctx context.Context, r io.Reader) (*graph.Graph, []graph.Diagnostic, error) {
		g, err := decode(ctx, r)
		return g, nil, err
	}
}

// All are the formats, sorted by name. The slice is the caller's.
func All() []Format { // a function, so that nothing runs before it is asked for
	return []Format{
		{"csv", "the nodes as a table", "text/csv", []string{".csv"}, writes(csv.Nodes), nil, nil},
		{"csv-edges", "the edges as a table", "text/csv", nil, writes(csv.Edges), nil, nil},
		{"cytoscape", "Cytoscape and Cytoscape.js", "application/json", []string{".cyjs"}, writes(cytoscape.Encode), nil, nil},
		{"d2", "the D2 language", "text/plain", []string{".d2"}, writes(d2.Encode), nil, nil},
		{"dot", "Graphviz", "text/vnd.graphviz", []string{".dot", ".gv"}, writes(dot.Encode), dot.Decode, nil},
		{"gexf", "Gephi", "application/xml", []string{".gexf"}, writes(gexf.Encode), nil, nil},
		{"graphml", "GraphML, for yEd, NetworkX and igraph", "application/xml", []string{".graphml"}, writes(graphml.Encode), nil, nil},
		{"json", "JSON without any loss", "application/json", []string{".json"}, writes(json.Encode), json.Decode, nil},
		{"jsoncanvas", "JSON Canvas, for Obsidian", "application/json", []string{".canvas"}, writes(jsoncanvas.Encode), nil, nil},
		{"markdown", "a Markdown outline", "text/markdown", []string{".md", ".markdown"}, outline.Encode, nil, nil},
		{"mermaid", "a Mermaid flowchart", "text/vnd.mermaid", []string{".mmd", ".mermaid"}, writes(mermaid.Flowchart), nil, mermaid.Check},
		{"mermaid-mindmap", "a Mermaid mind map", "text/vnd.mermaid", nil, writes(mermaid.Mindmap), nil, mermaid.Check},
		{"opml", "OPML, for outliners", "text/x-opml", []string{".opml"}, writes(opml.Encode), sound(opml.Decode), nil},
		{"roadmapsh", "roadmap.sh's own JSON", "application/json", nil, nil, sound(roadmapsh.Decode), nil},
		{"tasks", "a Markdown task list", "text/markdown", nil, outline.Tasks, nil, nil},
	}
}

// Lookup is the format of that name.
func Lookup(name string) (Format, bool) {
	return find(func(f Format) bool { return f.Name == name })
}

// ByExtension is the format of a file name with a known extension.
func ByExtension(name string) (Format, bool) {
	extension := strings.ToLower(path.Ext(name))
	return find(func(f Format) bool { return slices.Contains(f.Extensions, extension) })
}

func find(wanted func(Format) bool) (Format, bool) {
	all := All()
	if i := slices.IndexFunc(all, wanted); i >= 0 {
		return all[i], true
	}
	return Format{}, false
}

// Names are the names of all formats, sorted. Of those that can be written or
// read, ask All.
func Names() []string {
	var names []string
	for _, f := range All() {
		names = append(names, f.Name)
	}
	return names
}
