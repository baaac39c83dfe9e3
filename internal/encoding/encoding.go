// Package encoding makes UTF-8 of what editors save otherwise. Positions in the
// result are those that an editor shows: lines and columns of the text, not of
// bytes of the file.
package encoding

import (
	"bytes"
	"encoding/binary"
	"errors"
	"unicode/utf16"
)

// The errors of this package say what to do, and are for users.
var (
	errBinary = errors.New("this is a binary file, not text")
	errLittle = errors.New("this looks like UTF-16 without a byte order mark (convert it with iconv -f UTF-16LE -t UTF-8)")
	errBig    = errors.New("this looks like UTF-16 without a byte order mark (convert it with iconv -f UTF-16BE -t UTF-8)")
	errUTF32  = errors.New("this is UTF-32 (convert it with iconv -f UTF-32 -t UTF-8)")
	errUTF16  = errors.New("this is UTF-16, which is read and never written (convert it with iconv -f UTF-16 -t UTF-8)")
)

// looked is how much of a file tells whether it is text, in bytes.
const looked = 8000

// Decode is the text of a file as UTF-8. That of UTF-16, which has to begin with
// a byte order mark, comes without the mark; a lone half of a character becomes
// U+FFFD. All else comes back as it is, without a look at whether it is UTF-8.
// The error says that it is no text, or how to make it readable.
func Decode(src []byte) ([]byte, error) {
	head := src[:min(len(src), looked)]
	order := orderOf(src)
	switch {
	case bytes.HasPrefix(src, []byte{0xff, 0xfe, 0, 0}), bytes.HasPrefix(src, []byte{0, 0, 0xfe, 0xff}):
		return nil, errUTF32
	case order != nil:
		text := decoded(src[2:], order)
		if bytes.IndexByte(text[:min(len(text), looked)], 0) >= 0 {
			return nil, errBinary
		}
		return text, nil
	case bytes.IndexByte(head, 0) < 0:
		return src, nil
	case isSpaced(head, 1):
		return nil, errLittle
	case isSpaced(head, 0):
		return nil, errBig
	}
	return nil, errBinary
}

// Writable says of the bytes of a file whether what [Decode] made of them may be
// changed and written over it as UTF-8: that would change what the file is. nil
// is yes.
func Writable(src []byte) error {
	if orderOf(src) != nil {
		return errUTF16
	}
	return nil
}

// orderOf is the order of the bytes that a mark of UTF-16 tells, or nil.
func orderOf(src []byte) binary.ByteOrder {
	switch {
	case bytes.HasPrefix(src, []byte{0xff, 0xfe}):
		return binary.LittleEndian
	case bytes.HasPrefix(src, []byte{0xfe, 0xff}):
		return binary.BigEndian
	}
	return nil
}

func decoded(src []byte, order binary.ByteOrder) []byte {
	units := make([]uint16, len(src)/2)
	for i := range units {
		units[i] = order.Uint16(src[2*i:])
	}
	text := string(utf16.Decode(units))
	if len(src)%2 == 1 {
		text += "\ufffd"
	}
	return []byte(text)
}

// isSpaced says whether a NUL byte, and nothing else, stands beside nearly every byte of a
// text: at the odd places or the even ones.
func isSpaced(head []byte, at int) bool {
	zeros, others := 0, 0
	for i, c := range head {
		switch {
		case i%2 == at && c == 0:
			zeros++
		case i%2 != at && c == 0:
			others++
		}
	}
	return others == 0 && len(head) > 3 && zeros*4 > len(head)
}
