// Package repair restores text that was written in UTF-8 and read with another
// table on its way: "‚Äô" becomes "’" again, and "Ã©" becomes "é". Good text
// is left alone, byte for byte.
//
// Three tables do nearly all such damage: Mac Roman, Windows-1252 (with
// Latin-1, its subset but for the control characters), and IBM's code page 437. A character of
// damaged text maps back to one byte; where the bytes of neighbours form
// UTF-8 again, that is a hit, and judge.go decides whether to believe it.
package repair

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Note says what was repaired. It is the zero Note when nothing was.
type Note struct {
	// Codec is the table that the text had been read with: "macintosh",
	// "windows-1252" or "ibm437"; the first one where there were several.
	Codec string
	// Characters is how many characters were restored.
	Characters int
	// First is the offset in the source of the first damaged character,
	// Was what stood there, and Is what it was meant to be.
	First   int
	Was, Is string
	// Offsets leads from the repaired text back to the source.
	Offsets Map
}

// String is one sentence for the user; empty when nothing was repaired.
func (n Note) String() string {
	if n.Characters == 0 {
		return ""
	}
	return fmt.Sprintf("repaired %d characters of text that was read as %s, such as %q for %q", n.Characters, n.Codec, n.Was, n.Is)
}

// maxPasses bounds how often the same text may have been damaged. Text that is
// still not at rest then is no text, and is left as it was.
const maxPasses = 8

// Text returns src repaired, and what was done. When there was nothing to do,
// the result is src itself, not a copy. Text that was damaged several times
// is repaired as often; a second call never changes anything.
//
// A byte that is no UTF-8 is taken for Windows-1252, so that a file that never
// was UTF-8 can be read too. Data with NUL bytes is no text and left alone.
//
// The time is linear in len(src); ASCII costs one look at each byte.
func Text(src []byte) (fixed []byte, n Note) {
	if isASCII(src) || bytes.IndexByte(src, 0) >= 0 {
		return src, Note{}
	}
	fixed = src
	if edits := foreignBytes(src); len(edits) > 0 {
		fixed = n.apply(fixed, "windows-1252", edits)
	}
	for range maxPasses {
		codec, edits := damage(fixed)
		if len(edits) == 0 {
			return fixed, n
		}
		fixed = n.apply(fixed, codec, edits)
	}
	return src, Note{}
}

func isASCII(b []byte) bool {
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// edit replaces text[start:end] by one character.
type edit struct {
	start, end int
	by         rune
}

// apply makes the edits, which stand in order, and takes note of them.
func (n *Note) apply(text []byte, codec string, edits []edit) []byte {
	if n.Characters == 0 {
		first := edits[0]
		n.Codec, n.First = codec, first.start
		n.Was, n.Is = string(text[first.start:first.end]), string(first.by)
	}
	n.Characters += len(edits)
	fixed := make([]byte, 0, len(text)+len(edits)) // a foreign byte may grow
	shifts := make([]shift, 0, len(edits))
	at := 0
	for _, e := range edits {
		fixed = append(fixed, text[at:e.start]...)
		start := len(fixed)
		fixed = utf8.AppendRune(fixed, e.by)
		shifts = append(shifts, shift{start, len(fixed), e.start, e.end})
		at = e.end
	}
	n.Offsets.passes = append(n.Offsets.passes, shifts)
	return append(fixed, text[at:]...)
}

// foreignBytes are the bytes that are no UTF-8, as Windows-1252 characters.
// The five bytes that have no character there give U+FFFD.
func foreignBytes(text []byte) []edit {
	if utf8.Valid(text) {
		return nil
	}
	var edits []edit
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && size == 1 {
			edits = append(edits, edit{i, i + 1, charmap.Windows1252.DecodeByte(text[i])})
		}
		i += size
	}
	return edits
}
