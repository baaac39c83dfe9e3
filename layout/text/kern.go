package text

import (
	"bytes"
	_ "embed" // the tables
	"encoding/binary"
)

// kerning is the kerning of all pairs of glyphs of an embedded face, as it is used: the
// table GPOS of the file would have to be unpacked at each start of the program. A test
// makes it of that table. All numbers are of 16 bits, little endian:
//
//	the number of glyphs, and the number of classes of right glyphs
//	the class of each glyph on the left, and then on the right, a byte each
//	for each class on the left, and each on the right, the kerning in font units
type kerning string

var (
	//go:embed Roboto-Regular.kern
	regularKerning kerning
	//go:embed Roboto-Medium.kern
	mediumKerning kerning
)

const kerningHead = 4

// of is the kerning of a pair: 0 for glyphs that the face has not.
func (k kerning) of(l, r uint32) int16 {
	if len(k) == 0 {
		return 0
	}
	number := func(at int) int { return int(k[at]) | int(k[at+1])<<8 }
	glyphs, classes := number(0), number(2)
	if int(l) >= glyphs || int(r) >= glyphs {
		return 0
	}
	left, right := int(k[kerningHead+int(l)]), int(k[kerningHead+glyphs+int(r)])
	return int16(number(kerningHead + 2*glyphs + 2*(left*classes+right)))
}

// unkerned is the file of an embedded face without its kerning, for package sfnt, which
// would unpack that: the table has another name there.
type unkerned struct{ head, data []byte }

func newUnkerned(data []byte) unkerned {
	directory := 12 + 16*int(binary.BigEndian.Uint16(data[4:]))
	return unkerned{bytes.Replace(data[:directory], []byte("GPOS"), []byte("GPO_"), 1), data}
}

// ReadAt implements [io.ReaderAt].
func (u unkerned) ReadAt(b []byte, at int64) (int, error) {
	n, err := bytes.NewReader(u.data).ReadAt(b, at)
	if at < int64(len(u.head)) {
		copy(b[:n], u.head[at:])
	}
	return n, err
}
