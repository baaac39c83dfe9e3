// Package svg writes diagrams as SVG, in the subset that GitHub and other
// strict places show, and readers that know little of SVG: presentation
// attributes, no script, no foreignObject, and no reference to anything outside of
// the file. What only browsers need stands in a style sheet: the embedded
// typefaces, and for a theme with a night ([themes.Theme.WithNight]) the colours of
// dark pages.
package svg

import (
	"context"
	"io"
	"unicode/utf8"

	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/render"
	"github.com/roadmapviz/roadmapviz/themes"
)

// TextMode is how a file carries its text.
type TextMode int

const (
	// Embed writes text as text, and the typeface into the file, cut down to
	// the characters in use: the figure looks the same everywhere and its words
	// can be searched and copied. Characters that the typeface cannot show by
	// itself, such as Arabic, are drawn as outlines.
	Embed TextMode = iota
	// System writes text as text for whatever typeface the reader has, squeezed
	// to the width that was laid out. The smallest file.
	System
	// Paths draws all text as outlines: for slides, print, and places that
	// refuse embedded typefaces.
	Paths
)

// Options steer the writing. The zero value is the recommended form.
type Options struct {
	Text TextMode
	// IDPrefix is put before every id, so that several figures can stand in
	// one page; "" means "rv-". Characters that ids cannot have are escaped.
	IDPrefix string
	// Metadata is what package metadata says about the figure; "" writes none.
	Metadata string
	// Page writes the figure for an HTML page whose own style sheet and scripts say
	// how boxes and edges look: their groups have classes of role and states as ever, and
	// what is in them has the classes of [render.Part] and "cast" (the shadow of writing)
	// in the place of colours, with all that any state may show. Boxes have their shadows
	// by the filters of [Options.ShadowID], or the class "flat" for none. Lines of
	// text have the colour of their group. There is neither a title nor a description
	// but an aria-label, and text counts on the embedded typeface. In documents that
	// are written from right to left it says data-bars="right": bars fill from there, and
	// marks are on left corners. The file holds all of [render.Marks], which have the ids
	// of [Options.IconID].
	Page bool
}

// Encode writes the diagram as one SVG file, the same bytes on every machine.
// Elements stand one a line in drawing order, numbers have at most two
// decimals. The error is Check's, the context's, the writer's, or that of a
// typeface that cannot be embedded.
//
// A large figure is written while it is drawn, by all processors. What stands before its
// body is known only when all of it was drawn, so that it is drawn twice, which takes less
// than holding it would; the first time, nothing is made that is not needed for that.
// Nothing is written before.
func Encode(ctx context.Context, w io.Writer, d *layout.Diagram, t *themes.Theme, o Options) error {
	return encode(ctx, w, d, t, o, mostHeld)
}

// encode holds at most so many bytes of a body.
func encode(ctx context.Context, w io.Writer, d *layout.Diagram, t *themes.Theme, o Options, held int) error {
	if err := render.Check(d); err != nil {
		return err
	}
	c := newCanvas(d, o)
	c.held = held
	pieces := render.NewPieces(d, t, c.verbs())
	for n := range pieces.Len() {
		c.notePiece()
		if err := pieces.Paint(ctx, n); err != nil {
			return err
		}
	}
	if o.Page {
		c.bandBody()
		for _, mark := range render.Marks(t, d.Language) {
			c.define(mark.Icon)
		}
		c.castShadows()
		c.usualSize()
	}
	fonts, err := c.fontRules()
	if err != nil {
		return err
	}
	c.out = w
	c.writeHead(d, o.Metadata)
	c.writeStyle(fonts)
	c.writeDefs()
	if c.large {
		if err := c.writePieces(ctx, d, t); err != nil {
			return err
		}
	} else {
		c.write(c.body)
	}
	c.write([]byte("</svg>\n"))
	return c.err
}

// writeHead writes the opening tag with the figure's name, its outline in words, and its
// metadata.
func (c *canvas) writeHead(d *layout.Diagram, metadata string) {
	if c.page {
		c.write(c.pageHead(d))
		return
	}
	b := append([]byte(nil), `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"`...)
	b = appendArea(b, d)
	if d.Language != "" {
		b = appendText(b, "lang", d.Language)
		b = appendText(b, "xml:lang", d.Language)
	}
	b = append(b, ` role="img" font-family="`+families+`" text-anchor="middle"`...)
	b = appendText(b, "class", c.prefix+"_figure")
	b = append(b, ">\n"...)
	if d.Title != "" {
		b = append(b, "<title>"...)
		b = append(appendEscaped(b, d.Title), "</title>\n"...)
	}
	if d.Description != "" {
		b = append(b, "<desc>"...)
		b = append(appendEscaped(b, d.Description), "</desc>\n"...)
	}
	if metadata != "" {
		b = append(b, "<metadata>"...)
		for metadata != "" {
			const some = 4 << 10 // bytes
			end := min(len(metadata), some)
			for end < len(metadata) && !utf8.RuneStart(metadata[end]) {
				end++
			}
			b = appendEscaped(b, metadata[:end])
			metadata = metadata[end:]
			c.write(b)
			b = b[:0]
		}
		b = append(b, "</metadata>\n"...)
	}
	c.write(b)
}

func appendArea(b []byte, d *layout.Diagram) []byte {
	b = appendAttr(b, "width", d.Width)
	b = appendAttr(b, "height", d.Height)
	b = append(b, ` viewBox="0 0 `...)
	b = append(layout.AppendNumber(b, d.Width), ' ')
	return append(layout.AppendNumber(b, d.Height), '"')
}

// fontRules are the rules for the embedded typefaces, one each.
func (c *canvas) fontRules() (rules [][]byte, err error) {
	for _, u := range c.fonts.faces {
		rule, err := u.rule(c.prefix, c.page)
		if err != nil {
			return nil, err
		}
		rules = append(rules, rule)
	}
	return rules, nil
}

// writeStyle writes what only browsers need: the rules for the typefaces, and the colours
// of dark pages. What stands in @media is skipped by all other readers.
func (c *canvas) writeStyle(fonts [][]byte) {
	var b []byte
	if c.mode != Paths {
		b = append(append(append(b, "@media all{\n."...), c.prefix...), "_figure{font-family:"...)
		b = c.fonts.appendFamilies(b, c.prefix)
		// Without this, some browsers bend letters to whole pixels. As an attribute
		// it makes other readers bend them more.
		b = append(b, ";text-rendering:geometricPrecision}\n"...)
		b = append(c.appendSizes(b), "}\n"...)
	}
	b = append(b, c.rules...)
	if night := c.appendNight(nil); len(night) > 0 {
		b = append(append(append(b, "@media (prefers-color-scheme:dark){\n"...), night...), "}\n"...)
		// What a browser shows behind a picture without a page is dark then, too.
		b = append(append(append(b, "@media all{."...), c.prefix...), "_figure{color-scheme:light dark}}\n"...)
	}
	if len(fonts) == 0 && len(b) == 0 {
		return
	}
	c.write([]byte("<style>\n"))
	for _, rule := range fonts {
		c.write(rule)
	}
	c.write(append(b, "</style>\n"...))
}

// writeDefs writes what is drawn by reference: shadows, icons, glyphs.
func (c *canvas) writeDefs() {
	if len(c.defs) > 0 {
		c.write([]byte("<defs>\n"))
		c.write(append(c.defs, "</defs>\n"...))
	}
}
