// Package text turns strings into positioned glyphs: it chooses fonts, shapes,
// orders right-to-left runs, and breaks lines. What it measures is what every
// back end draws.
//
// A [Shaper] works in two ways. Text in Latin, Greek and Cyrillic letters, which
// is most of it, is placed from the font's tables of widths and kerning pairs;
// everything else goes through the Unicode bidirectional algorithm, the choice of
// fallback fonts and HarfBuzz. Both give the same glyphs at the same places
// where both can work; a test holds them to it.
package text

// Weight is a stroke weight of the embedded typeface, on the CSS scale.
type Weight int

// The weights that are embedded.
const (
	Regular Weight = 400
	Medium  Weight = 500
)

// Span is a piece of a paragraph in one weight.
type Span struct {
	Text   string
	Weight Weight
}

// Paragraph is the text of a label, in logical order.
type Paragraph struct {
	Spans []Span
	Size  float64 // px per em
	// Language is a BCP 47 tag, or empty. It chooses regional forms of Han characters, and
	// from which side text in several scripts is read.
	Language string
}

// Limits bound a block of text. The zero value bounds nothing.
type Limits struct {
	Width    float64 // px; longer lines are broken; 0 means any length
	MaxLines int     // further lines are cut off with an ellipsis; 0 means any number
}

// Block is a paragraph set in lines.
type Block struct {
	Lines     []Line
	Truncated bool // the last line ends in an ellipsis for want of space
	Broken    bool // a line ends within a word that is wider than a line
	// Missing holds the characters that no font has, each once, in the order in
	// which they occur. Boxes stand for them.
	Missing []rune
}

// Glyph is one glyph of a run. All lengths are in font units of the run's Face;
// multiply by Run.Size / Face.UnitsPerEm for px.
type Glyph struct {
	ID      uint32 // 0 is the box for a missing character
	Advance int32
	X, Y    int16 // offset of the outline from the pen, y up
	// Chars is how many characters of the run's text the glyph shows, together with the
	// glyphs to its right up to the next that shows any: 0 for those.
	Chars uint16
}

// Run is a stretch of a line in one font, direction and weight.
type Run struct {
	Text   string  // its characters in logical order
	X      float64 // px from the line's left edge to the run's left edge, where the pen starts
	Width  float64 // px
	Size   float64 // px per em
	Weight Weight  // as the span asks; the face's own may differ
	Face   *Face
	RTL    bool
	Glyphs []Glyph // in visual order, left to right; shared, never to be changed
}

// Line is one line of a wrapped paragraph; its runs stand from left to right.
type Line struct {
	Text  string // the characters of the line in logical order, without spaces at its ends
	Width float64
	Runs  []Run
}
