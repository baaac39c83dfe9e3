package text

import _ "embed" // the tables

// table is what it takes to set plain text in an embedded face, as it is used: what the
// file says of it would have to be unpacked at each start of the program. A test makes it
// of that. Its numbers are of 16 bits, little endian:
//
//	how many glyphs there are, how many classes of glyphs on the right, and characters
//	for each glyph its width in font units
//	for each glyph its class on the left of another, and then on the right, a byte each
//	for each character its glyph, and a byte for its [plainScript]
//	for each class on the left, and each on the right, the kerning in font units
type table string

var (
	//go:embed Roboto-Regular.table
	regularTable table
	//go:embed Roboto-Medium.table
	mediumTable table
	//go:embed Symbols.table
	symbolsTable table
)

func (t table) number(at int) int { return int(t[at]) | int(t[at+1])<<8 }

func (t table) glyphs() int     { return t.number(0) }
func (t table) classes() int    { return t.number(2) }
func (t table) characters() int { return t.number(4) }

// Where things begin.
const widthsAt = 6

func (t table) leftAt() int       { return widthsAt + 2*t.glyphs() }
func (t table) rightAt() int      { return t.leftAt() + t.glyphs() }
func (t table) charactersAt() int { return t.rightAt() + t.glyphs() }
func (t table) kerningAt() int    { return t.charactersAt() + 3*t.characters() }

// advance is the width of a glyph in font units: 0 of one that the face has not.
func (t table) advance(g uint32) int16 {
	if int(g) >= t.glyphs() {
		return 0
	}
	return int16(t.number(widthsAt + 2*int(g)))
}

// kern is the kerning between two glyphs in font units: 0 where the face has not both.
func (t table) kern(l, r uint32) int16 {
	if glyphs := t.glyphs(); int(l) >= glyphs || int(r) >= glyphs {
		return 0
	}
	left, right := int(t[t.leftAt()+int(l)]), int(t[t.rightAt()+int(r)])
	return int16(t.number(t.kerningAt() + 2*(left*t.classes()+right)))
}

// plain is the glyph of a character. It is false when r needs the full shaper.
func (t table) plain(r rune) (plainGlyph, bool) {
	if uint32(r) >= uint32(t.characters()) {
		return plainGlyph{}, false
	}
	at := t.charactersAt() + 3*int(r)
	id, script := t.number(at), plainScript(t[at+2])
	return plainGlyph{uint16(id), t.advance(uint32(id)), script}, script != notPlain
}
