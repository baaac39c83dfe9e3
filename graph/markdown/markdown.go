// Package markdown reads a course written in Markdown into a [graph.Graph].
//
// A document goes through three stages with plain data between:
//
//	text ─▶ internal/page ─▶ elements ─▶ internal/shape ─▶ roles ─▶ graph
//
// Package page takes the text apart into a tree of elements: headings, lines
// that stand over lists, items, table rows. Package shape makes whole readings
// of the tree, looks at what each would draw, and takes the best: its weights
// are learned from documents that people have outlined. Here the elements with
// their roles become nodes and edges.
package markdown

import (
	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/shape"
)

// Parse reads a course document. The graph is always usable: a document
// without a course gives one with the course node alone. It has no cycle. What
// is odd in the document comes as diagnostics, in the order of their places.
//
// Time and memory grow linearly with the length of src. Parse is safe for
// concurrent use.
func Parse(src []byte, o Options) (*graph.Graph, []graph.Diagnostic) {
	d := newDocument(src, o)
	found := d.shape(o)
	d.doubt(found)
	b := d.build(d.outline(found), false)
	return b.g, d.Sorted()
}

// newDocument takes a document apart.
func newDocument(src []byte, o Options) *document {
	return &document{Document: page.Read(src, page.Options{File: o.File, Config: o.Config}), src: src, outside: o.Outside, settles: o.Settle, prior: priorOf(o.Prior)}
}

// shape gives the elements of a document their roles.
func (d *document) shape(o Options) *shape.Outline {
	if o.Chapters {
		return shape.Chapters(d.Document)
	}
	return shape.Read(d.Document, d.prior)
}

// DeadAnchors reports the links within a document, "[text](#anchor)", that
// point to no heading and to no id. It looks at all of the document, which
// [Parse] does not, and takes about as long.
func DeadAnchors(src []byte, o Options) []graph.Diagnostic {
	return page.DeadAnchors(src, page.Options{File: o.File, Config: o.Config})
}

// A document is what is known of a document while its graph is built.
type document struct {
	*page.Document
	src     []byte
	outside func(Want) bool
	settles bool
	prior   shape.Prior
}
