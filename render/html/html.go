// Package html writes a course as an interactive page: one file, which needs no
// network and no server, with the figure as inline SVG, the same course as a list, and
// scripts that keep a learner's progress in the browser.
//
// The list is the course: without scripts it can be read, printed and linked to, and
// the scripts take from it all that they know. They stand in the folder page, one
// purpose a file, and are bundled into page.js and page.css by a test; look there for
// what the page does.
//
// What others wrote is text: in the list it is escaped, links are those that
// [graph.SafeLink] allows, and a policy in the page lets no script and no style run
// but its own, which it names by their hashes.
package html

import (
	"bytes"
	"context"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"io"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/internal/until"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/themes"
)

// Options are what a page holds beside its figure. The zero value works: the page then
// knows of the course what the diagram tells.
type Options struct {
	// Graph is the course that the figure shows, with resources and positions, and with
	// links that lead from the page. nil makes one of the diagram's boxes.
	Graph *graph.Graph
	// Document is the address of the document, to whose lines topics lead; "" for none.
	Document string
	// Metadata is what package metadata says about the figure; "" writes none.
	Metadata string
}

//go:embed page.js
var script string

//go:embed page.css
var styles string

// Encode writes the page, the same bytes on every machine. The error is that of the
// figure, the context's or the writer's.
func Encode(ctx context.Context, w io.Writer, d *layout.Diagram, t *themes.Theme, o Options) (err error) {
	defer until.Catch(&err)
	c := newCourse(o.Graph, d)
	figure, err := c.figure(ctx, d, t)
	if err != nil {
		return err
	}
	words, has := wordsFor(c.language), classes(figure.svg)
	until.Check(ctx)
	data, err := c.data(words, marks(t, d.Language, d.View, inPage, has))
	if err != nil {
		return err
	}
	p := printer{ctx: ctx, words: words.document(), address: o.Document, course: c}
	p.head(t, o.Metadata, figure.style+looks(t, d.View, has), data)
	head := p.b.Len()
	p.b.WriteString("<div id=\"rv:figure\">\n")
	p.b.Write(figure.svg)
	p.b.WriteString("</div>\n")
	p.list()
	p.b.WriteString("</main>\n</body>\n</html>\n")
	for _, part := range [][]byte{p.b.Bytes()[:head], terse(p.b.Bytes()[head:])} {
		if _, err := w.Write(part); err != nil {
			return err
		}
	}
	return nil
}

// policy allows the page's own script and style sheets, by their hashes, and nothing
// that comes from elsewhere. The typefaces of the figure are in its style sheet.
func policy(sheets ...string) string {
	var hashes []string
	for _, s := range sheets {
		hashes = append(hashes, hash(s))
	}
	return "default-src 'none'; script-src " + hash(script) + "; style-src " + strings.Join(hashes, " ") +
		"; font-src data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
}

func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// printer writes the page.
type printer struct {
	ctx context.Context
	*course
	b       bytes.Buffer
	words   map[string]string
	address string // of the document
}

// head writes everything before the course. The first thing that strangers wrote is
// the title, behind the policy and the record.
func (p *printer) head(t *themes.Theme, metadata, sheet, data string) {
	language, direction := p.language, "ltr"
	if language == "" {
		language = "en"
	}
	if layout.RightToLeft(p.language) {
		direction = "rtl"
	}
	fmt.Fprintf(&p.b, "<!DOCTYPE html>\n<html lang=\"%s\" dir=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n", escape(language), direction)
	fmt.Fprintf(&p.b, "<meta http-equiv=\"Content-Security-Policy\" content=\"%s\">\n", policy(styles, sheet))
	if metadata != "" {
		fmt.Fprintf(&p.b, "<script type=\"text/plain\" id=\"rv:record\">%s</script>\n", metadata)
	}
	p.b.WriteString("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n")
	fmt.Fprintf(&p.b, "<title>%s</title>\n<style>%s</style>\n<style>%s</style>\n<script>%s</script>\n</head>\n<body>\n", escape(p.title), styles, sheet, script)
	fmt.Fprintf(&p.b, "<script type=\"application/json\" id=\"rv:data\">%s</script>\n<main>\n", data)
}

// escape is text for elements and quoted attributes.
func escape(s string) string { return escaper.Replace(clean(s)) }

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

// clean leaves out what HTML may not hold.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case r < ' ' || r >= 0x7f && r < 0xa0 || r&0xfffe == 0xfffe || r >= 0xfdd0 && r <= 0xfdef:
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
}
