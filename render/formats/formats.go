// Package formats is the table of the formats that figures are drawn in.
package formats

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"math"
	"path"
	"slices"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/metadata"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/render"
	"github.com/roadmapviz/roadmapviz/render/html"
	"github.com/roadmapviz/roadmapviz/render/pdf"
	"github.com/roadmapviz/roadmapviz/render/png"
	"github.com/roadmapviz/roadmapviz/render/svg"
	"github.com/roadmapviz/roadmapviz/themes"
)

// Format is a format of figures. Its function is safe for concurrent use.
type Format struct {
	Name        string
	Description string
	MediaType   string // without parameters
	// Extensions are those of file names, in lower case, with the dot. They are only read.
	Extensions []string
	// Carries tells that files of this format say what they show: package
	// metadata reads it back.
	Carries bool
	// Links tells that a click in such a picture may lead somewhere.
	Links bool
	// Opens tells that readers open such a file: a text links to it, and does not show
	// it as an image.
	Opens bool
	// Whole tells that a file shows all that is known of the course, its summaries and
	// resources too, and that it suits readers of light and of dark pages.
	Whole bool
	// OneMode tells that such a picture cannot have other colours on dark pages.
	OneMode bool
	// Paged tells that a file may have several pages.
	Paged bool
	// Encode writes the whole file: of one page, or where it is Paged of one or more. A
	// large one may come in many pieces, and an error in the middle.
	Encode func(context.Context, io.Writer, []*layout.Diagram, *themes.Theme, Options) error
}

// Options are those of single formats. The zero value is the default of each.
type Options struct {
	Scale int // PNG: pixels for each px, 1 to 3; 0 is 1
	// MaxPixels is the most that a PNG may have; 0 is any number. More are a
	// [*graph.LimitError].
	MaxPixels int64
	Text      string // SVG: one of TextModes; "" is the first
	IDPrefix  string // SVG: put before every id
	Metadata  string // what package metadata packed, in formats that carry it; "" for nothing

	// Graph is the course that the figure shows, for formats that show it Whole. Its
	// links lead from the file that is written. Its nodes have their lines if there is a
	// Document, the address to which such lines are put; the files of these are seen
	// from the course's, which is "".
	Graph    *graph.Graph
	Document string
}

// TextModes are the values of Options.Text: the font travels with the text, or
// is the viewer's, or the text is drawn as paths.
func TextModes() []string { return []string{"embed", "system", "paths"} }

func textMode(name string) svg.TextMode {
	switch name {
	case "system":
		return svg.System
	case "paths":
		return svg.Paths
	}
	return svg.Embed
}

var table = []Format{
	{Name: "diagram", Description: "the diagram's boxes, lines and edges, as JSON", MediaType: "application/json", Extensions: []string{".json"}, Links: true, Encode: encodeDiagram},
	{Name: "html", Description: "an interactive page", MediaType: "text/html", Extensions: []string{".html", ".htm"}, Carries: true, Links: true, Opens: true, Whole: true, Encode: encodeHTML},
	{Name: "pdf", Description: "PDF", MediaType: "application/pdf", Extensions: []string{".pdf"}, Carries: true, Links: true, Opens: true, OneMode: true, Paged: true, Encode: encodePDF},
	{Name: "png", Description: "PNG", MediaType: "image/png", Extensions: []string{".png"}, Carries: true, OneMode: true, Encode: encodePNG},
	{Name: "svg", Description: "SVG", MediaType: "image/svg+xml", Extensions: []string{".svg"}, Carries: true, Links: true, Encode: encodeSVG},
}

// All are the formats, sorted by their names. The slice is the caller's.
func All() []Format { return slices.Clone(table) }

// Names are the names of the formats, sorted.
func Names() []string {
	var names []string
	for _, f := range table {
		names = append(names, f.Name)
	}
	return names
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
	if i := slices.IndexFunc(table, wanted); i >= 0 {
		return table[i], true
	}
	return Format{}, false
}

func encodeSVG(ctx context.Context, w io.Writer, pages []*layout.Diagram, t *themes.Theme, o Options) error {
	return svg.Encode(ctx, w, pages[0], t, svg.Options{Text: textMode(o.Text), IDPrefix: o.IDPrefix, Metadata: o.Metadata})
}

func encodePNG(ctx context.Context, w io.Writer, pages []*layout.Diagram, t *themes.Theme, o Options) error {
	return png.Encode(ctx, w, pages[0], t, png.Options{Scale: o.Scale, MaxPixels: int(min(o.MaxPixels, math.MaxInt)), Metadata: o.Metadata})
}

func encodeHTML(ctx context.Context, w io.Writer, pages []*layout.Diagram, t *themes.Theme, o Options) error {
	var b bytes.Buffer
	if err := html.Encode(ctx, &b, pages[0], t, html.Options{Graph: o.Graph, Document: o.Document, Metadata: o.Metadata}); err != nil {
		return err
	}
	page, err := metadata.ShrinkPage(ctx, b.Bytes())
	if err != nil {
		return err
	}
	_, err = w.Write(page)
	return err
}

func encodePDF(ctx context.Context, w io.Writer, pages []*layout.Diagram, t *themes.Theme, o Options) error {
	return pdf.Encode(ctx, w, pages, t, pdf.Options{Metadata: o.Metadata})
}

func encodeDiagram(_ context.Context, w io.Writer, pages []*layout.Diagram, _ *themes.Theme, _ Options) error {
	if err := render.Check(pages[0]); err != nil {
		return err
	}
	data, err := json.MarshalIndent(pages[0], "", " ")
	if err != nil {
		return err
	}
	_, err = w.Write(append(data, '\n'))
	return err
}
