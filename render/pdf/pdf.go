// Package pdf writes diagrams as PDF: one page each, in vectors, with text that can be
// searched and copied, links, bookmarks, and tags for those who have it read aloud.
//
// The package writes the format itself. Of the libraries for Go that can be had under a
// licence like ours, those that set text (fpdf, gopdf, canvas) take strings, not the
// glyphs that layout chose and placed, and none writes tags; the one that knows all
// objects (pdfcpu) puts the time into each file, and a program that links it starts
// twenty times as slow. What is left to do without one, objects and a table of where
// they are, is file.go.
package pdf

import (
	"context"
	"errors"
	"io"

	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/render"
	"github.com/roadmapviz/roadmapviz/themes"
)

// Options steer the writing. The zero value is the recommended form.
type Options struct {
	// Metadata is what package metadata says about the figure; "" writes none. It
	// stands in the file as it is, on a line of its own.
	Metadata string
}

// Encode writes diagrams as one PDF file of a page each, the same bytes on every
// machine. A page is as large as its diagram, at 96 px to the inch. The first one
// names the document and says its language; bookmarks and tags go through all pages
// in their order, and in each in that of its boxes. The error is Check's of any page,
// the context's, or the writer's.
//
// Typefaces are in the file, cut down to the glyphs in use. A typeface whose makers
// forbid that is drawn as shapes, and its text can be copied all the same.
func Encode(ctx context.Context, w io.Writer, pages []*layout.Diagram, t *themes.Theme, o Options) error {
	if len(pages) == 0 {
		return errors.New("a PDF has at least one page")
	}
	for _, d := range pages {
		if err := render.Check(d); err != nil {
			return err
		}
	}
	doc := newDocument(w, pages)
	for i, d := range pages {
		if err := doc.addPage(ctx, i, d, t); err != nil {
			return err
		}
	}
	return doc.close(o)
}
