// Package cff makes fonts of outlines: the Compact Font Format (Adobe Technical Note
// 5176) with Type 2 charstrings (5177), keyed by number, as PDF files carry it. A font
// of any format becomes one, also a variable one in the weight that is shown, as its
// outlines are all that is taken from it.
package cff

import (
	"encoding/binary"
	"math"

	"github.com/roadmapviz/roadmapviz/layout/text"
)

// UnitsPerEm is the resolution of the fonts that are made.
const UnitsPerEm = 1000

// Glyph is one glyph of a font.
type Glyph struct {
	Width   int            // in units of the font that is made
	Outline []text.Segment // in those of the font that it is taken from
}

// Box is the rectangle around all glyphs of a font.
type Box struct{ X0, Y0, X1, Y1 int }

var be = binary.BigEndian

// The operators of dictionaries that are written.
var (
	opROS         = []byte{12, 30}
	opCIDCount    = []byte{12, 34}
	opFDArray     = []byte{12, 36}
	opFDSelect    = []byte{12, 37}
	opFontBBox    = []byte{5}
	opCharset     = []byte{15}
	opCharStrings = []byte{17}
	opPrivate     = []byte{18}
	opDefault     = []byte{20} // the width of glyphs that name none
)

// firstString is the number of the first string that is not one of the format's own.
const firstString = 391

// Font makes a font in which the glyph with the number n is glyphs[n]; the first is
// the one for what is missing. unitsPerEm is the resolution of the outlines.
func Font(name string, unitsPerEm int, glyphs []Glyph) ([]byte, Box) {
	var box bounds
	programs := make([][]byte, len(glyphs))
	for i, g := range glyphs {
		programs[i] = charstring(g, unitsPerEm, &box)
	}
	header := []byte{1, 0, 4, 4}
	names := index([][]byte{[]byte(name)})
	strings := index([][]byte{[]byte("Adobe"), []byte("Identity")})
	subroutines := index(nil)
	charset := []byte{2, 0, 1, 0, 0} // from 1 on, as many as there are
	be.PutUint16(charset[3:], uint16(max(0, len(glyphs)-2)))
	if len(glyphs) < 2 {
		charset = []byte{0}
	}
	choice := be.AppendUint16([]byte{3, 0, 1, 0, 0, 0}, uint16(len(glyphs))) // all are of the one font below
	private := append(number(nil, 0), opDefault...)

	// Numbers in dictionaries are of one length, so that what they say does not move
	// what it is about.
	top := func(charsetAt, choiceAt, programsAt, fontsAt int) []byte {
		var d []byte
		put := func(op []byte, values ...int) {
			for _, v := range values {
				d = number(d, v)
			}
			d = append(d, op...)
		}
		put(opROS, firstString, firstString+1, 0)
		for _, v := range []int{box.X0, box.Y0, box.X1, box.Y1} {
			d = short(d, v)
		}
		d = append(d, opFontBBox...)
		put(opCIDCount, len(glyphs))
		put(opCharset, charsetAt)
		put(opFDSelect, choiceAt)
		put(opCharStrings, programsAt)
		put(opFDArray, fontsAt)
		return index([][]byte{d})
	}
	charsetAt := len(header) + len(names) + len(top(0, 0, 0, 0)) + len(strings) + len(subroutines)
	choiceAt := charsetAt + len(charset)
	privateAt := choiceAt + len(choice)
	fonts := index([][]byte{append(number(number(nil, len(private)), privateAt), opPrivate...)})
	fontsAt := privateAt + len(private)
	programsAt := fontsAt + len(fonts)

	var out []byte
	for _, part := range [][]byte{header, names, top(charsetAt, choiceAt, programsAt, fontsAt), strings, subroutines,
		charset, choice, private, fonts, index(programs)} {
		out = append(out, part...)
	}
	return out, box.Box
}

// number appends a number of a dictionary, in its longest form.
func number(b []byte, v int) []byte { return be.AppendUint32(append(b, 29), uint32(int32(v))) }

// short appends a number of a dictionary that may be negative. Many programs read the
// longest form of those as very large numbers; then they take all glyphs for huge,
// and set them on whole pixels.
func short(b []byte, v int) []byte {
	return be.AppendUint16(append(b, 28), uint16(int16(min(max(v, math.MinInt16), math.MaxInt16))))
}

// index is a list of pieces of data.
func index(items [][]byte) []byte {
	out := be.AppendUint16(nil, uint16(len(items)))
	if len(items) == 0 {
		return out
	}
	out = append(out, 4) // bytes of an offset
	at := 1
	out = be.AppendUint32(out, uint32(at))
	for _, item := range items {
		at += len(item)
		out = be.AppendUint32(out, uint32(at))
	}
	for _, item := range items {
		out = append(out, item...)
	}
	return out
}
