package text

import (
	"bytes"
	"fmt"
	"sync"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/harfbuzz"
	ximage "golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// Face is one typeface of a [Fonts]. It is safe for concurrent use.
//
// A face has up to three readers. HarfBuzz's (full) knows everything and takes
// more than a millisecond to parse a file. That of package sfnt (tables, of faces that
// figures may carry) reads outlines where they lie and is ready at once. And an embedded
// face has all that plain text needs in a table. Most courses never need the first.
type Face struct {
	Family     string
	Weight     Weight
	UnitsPerEm float64
	// Restricted tells that the makers of the font forbid that files carry parts of it:
	// its letters may be drawn, and that is all.
	Restricted bool

	data      []byte
	table     table             // "" for a face that is not embedded
	variation []font.Variation  // of a variable font
	tables    func() *sfnt.Font // nil for a face that no figure carries
	full      func() *font.Font
	shapers   func() chan *harfbuzz.Font
	view      func() *font.Face // for outlines: it takes 20 bytes for each glyph of the font
	runes     func() []rune     // by glyph
	outlines  sync.Map          // uint32 → []Segment
}

func newEmbedded(family string, w Weight, data []byte, t table) *Face {
	f := &Face{Family: family, Weight: w, UnitsPerEm: 2048, data: data, table: t}
	f.tables = sync.OnceValue(func() *sfnt.Font { return must(sfnt.ParseReaderAt(newUnkerned(data))) })
	f.parseLater(func() *font.Font {
		loader := must(opentype.NewLoader(bytes.NewReader(data)))
		return must(font.NewFont(loader))
	})
	return f
}

// parseLater sets what a face needs only for some text, to be made when needed.
func (f *Face) parseLater(parse func() *font.Font) {
	f.full = sync.OnceValue(parse)
	f.shapers = sync.OnceValue(func() chan *harfbuzz.Font { return newShapers(f.full(), f.variation) })
	f.view = sync.OnceValue(func() *font.Face { return varied(f.full(), f.variation) })
	f.runes = sync.OnceValue(f.reverse)
}

// must is for the embedded files, which a test has parsed.
func must[T any](v T, err error) T {
	if err != nil {
		panic(fmt.Sprintf("embedded font: %v", err))
	}
	return v
}

// Embedded tells whether a figure may carry a part of the face: one of the program's
// own, or of a file that somebody named and that allows it.
func (f *Face) Embedded() bool { return f.tables != nil }

// Data is the TrueType file of a face that a figure may carry, nil for any other. It
// must not be changed.
func (f *Face) Data() []byte { return f.data }

// Glyph is the glyph that the face has for a character before any shaping.
func (f *Face) Glyph(r rune) (uint32, bool) {
	if f.tables == nil {
		g, ok := f.full().NominalGlyph(r)
		return uint32(g), ok && g != 0
	}
	b := buffers.Get().(*sfnt.Buffer)
	defer buffers.Put(b)
	g, err := f.tables().GlyphIndex(b, r)
	return uint32(g), err == nil && g != 0
}

// Rune is the smallest character whose nominal glyph is g. It is false for
// glyphs that only shaping produces, and for .notdef.
func (f *Face) Rune(g uint32) (rune, bool) {
	runes := f.runes()
	if g == 0 || int(g) >= len(runes) || runes[g] < 0 {
		return 0, false
	}
	return runes[g], true
}

// reverse turns the character map round.
func (f *Face) reverse() []rune {
	var runes []rune
	for it := f.full().Cmap.Iter(); it.Next(); {
		r, g := it.Char()
		for int(g) >= len(runes) {
			runes = append(runes, -1)
		}
		if runes[g] < 0 || r < runes[g] {
			runes[g] = r
		}
	}
	return runes
}

// Advance is the width of a glyph of an embedded face in font units; 0 for
// other faces, whose widths only shaping tells.
func (f *Face) Advance(g uint32) int16 {
	switch {
	case f.table != "":
		return f.table.advance(g)
	case f.tables == nil:
		return 0
	}
	b := buffers.Get().(*sfnt.Buffer)
	defer buffers.Put(b)
	a, _ := f.tables().GlyphAdvance(b, sfnt.GlyphIndex(g), f.units(), ximage.HintingNone)
	return int16(a)
}

// Kern is what an embedded face adds to the advance of l before r, in font
// units; 0 for other faces.
func (f *Face) Kern(l, r uint32) int16 {
	switch {
	case f.table != "":
		return f.table.kern(l, r)
	case f.tables == nil:
		return 0
	}
	k, err := f.tables().Kern(nil, sfnt.GlyphIndex(l), sfnt.GlyphIndex(r), f.units(), ximage.HintingNone)
	if err != nil {
		return 0 // the pair is not in the font
	}
	return int16(k)
}

// buffers are the scratch space of package sfnt, large and for one goroutine each.
var buffers = sync.Pool{New: func() any { return new(sfnt.Buffer) }}

// units is the size at which package sfnt's 26.6 results are plain font units.
func (f *Face) units() fixed.Int26_6 { return fixed.Int26_6(f.UnitsPerEm) }
