// Package text turns strings into positioned glyphs: it chooses fonts, shapes,
// orders right-to-left runs, and breaks lines. What it measures is what every
// back end draws.
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
	Spans    []Span
	Size     float64 // px per em
	Language string  // BCP 47; chooses regional forms of Han characters; may be empty
}

// Glyph is one glyph of a run. All lengths are in font units of the run's Face;
// multiply by Run.Size / Face.UnitsPerEm for px.
type Glyph struct {
	ID      uint32
	Advance int32
	X, Y    int32 // offset of the outline from the pen, y up
}

// Run is a stretch of a line in one font, direction and weight.
type Run struct {
	Text   string  // its characters in logical order
	X      float64 // px from the line's left edge to the run's pen start
	Width  float64 // px
	Size   float64 // px per em
	Weight Weight
	Face   *Face
	RTL    bool
	Glyphs []Glyph // in visual order, left to right; shared, never to be changed
}

// Line is one line of a wrapped paragraph; its runs stand from left to right.
type Line struct {
	Text  string // the characters of the line in logical order
	Width float64
	Runs  []Run
}
