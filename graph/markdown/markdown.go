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
// their roles become entries ([Read]), those of several documents are joined if
// need be, and [Course.Build] makes one graph of them.
//
// # Comments
//
// What an author says in comments, of the course and of its pictures, has one
// grammar, and [Parse] and [Comments] find them in the same places: where a page
// has a comment that does not show, and not in code.
//
//	comment = "<!--" mark { setting } "-->"
//	mark    = "roadmap" ":" | "roadmapviz" ":" "begin" | "roadmapviz" ":" "end"
//	setting = key [ "=" value ]
//	key     = characters other than spaces, "," and "="
//	value   = quoted | characters other than spaces
//	quoted  = "…" | '…' | “…” | ‘…’ | „…“ | „…” | ‚…‘ | ‚…’ | «…» | »…« | ”…” | ’…’
//
// Spaces and line breaks may stand between any two of these, and commas between
// settings. Capitals do not matter in a mark and in a key. A line break in quotes
// is a space, and so is the ">" of a block quote at the beginning of a line. A
// comma that a value without quotes ends with is none of it, and a value behind a
// space has no "=". Where quotes are not closed, the value is the rest of the
// comment.
package markdown

import (
	"context"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/shape"
	"github.com/roadmapviz/roadmapviz/internal/until"
)

// Parse reads a course document. The graph is always usable: a document
// without a course gives one with the course node alone. It has no cycle. What
// is odd in the document comes as diagnostics, in the order of their places.
//
// Time and memory grow linearly with the length of src, which the options do not bound
// here. Parse is safe for
// concurrent use.
func Parse(src []byte, o Options) (*graph.Graph, []graph.Diagnostic) {
	o.Elements = 0
	g, found, _ := ParseContext(context.Background(), src, o) // the only error is that of the context
	return g, found
}

// ParseContext is [Parse] until the context ends, or the document is larger than it may
// be: then it returns the error of that, and nothing else.
func ParseContext(ctx context.Context, src []byte, o Options) (g *graph.Graph, found []graph.Diagnostic, err error) {
	d, err := Read(ctx, src, o)
	if err != nil {
		return nil, nil, err
	}
	return d.Build(ctx)
}

// Build makes the course of a document that is one by itself, with what [Parse] gives
// for it. It is called once. The only error is that of the context, when it ends.
func (d *Document) Build(ctx context.Context) (g *graph.Graph, found []graph.Diagnostic, err error) {
	defer until.Catch(&err)
	built, err := Course{Root: d.course}.Build(ctx)
	if err != nil {
		return nil, nil, err
	}
	CheckPatterns(d) // which ends with the context, too
	return built, d.Sorted(), nil
}

// Read reads a document as an outline, from which a course of several documents
// can be joined. The only errors are that of the context, when it ends, and
// [*graph.LimitError].
func Read(ctx context.Context, src []byte, o Options) (d *Document, err error) {
	defer until.Catch(&err)
	d = newDocument(ctx, src, o)
	if err := graph.Within("elements", int64(sizeOf(d.Root)), int64(o.Elements)); err != nil {
		return nil, err
	}
	found := d.shape()
	d.doubt(found)
	d.take(found)
	return d, nil
}

// sizeOf is how many elements there are.
func sizeOf(e *page.Element) int {
	n := 1
	for _, kid := range e.Kids {
		n += sizeOf(kid)
	}
	return n
}

// newDocument takes a document apart.
func newDocument(ctx context.Context, src []byte, o Options) *Document {
	read := page.Read(src, page.Options{File: o.File, Config: o.Config, Context: ctx})
	return &Document{Document: read, src: src, options: o, prior: priorOf(o.Prior)}
}

// shape gives the elements of a document their roles.
func (d *Document) shape() *shape.Outline {
	switch {
	case d.Outline:
		return shape.Levels(d.Document)
	case d.options.Chapters:
		return shape.Chapters(d.Document)
	}
	return shape.Read(d.Document, d.prior)
}

// take makes the outline of the elements with their roles, as the author says
// it.
func (d *Document) take(o *shape.Outline) {
	if d.Outline {
		d.course = d.courseOf(d.levels(o))
	} else {
		d.course = d.courseOf(d.outline(o))
	}
	d.course.owned(d)
	relevel(d.course)
	configure(d.Context, d.course, d.Config.Nodes)
	d.home = -1
}

// DeadAnchors reports the links within a document, "[text](#anchor)", that
// point to no heading and to no id. It looks at all of the document, which
// [Parse] does not, and takes about as long. The only error is that of the context,
// when it ends.
func DeadAnchors(ctx context.Context, src []byte, o Options) (found []graph.Diagnostic, err error) {
	defer until.Catch(&err)
	return page.DeadAnchors(src, page.Options{File: o.File, Config: o.Config, Context: ctx}), nil
}

// A Document is what one document says, while it is made a course, or a part of one.
type Document struct {
	*page.Document
	src     []byte
	options Options
	prior   shape.Prior
	course  *Entry
	home    int            // the node that stands for the whole document, or −1
	anchors map[string]int // nodes by anchor
}

// Position is the place of a byte of the text in the file.
func (d *Document) Position(at int) graph.Position {
	p := d.Document.Position(at)
	if d.options.Place != nil && p.Line > 0 {
		p = d.options.Place(p)
	}
	return p
}
