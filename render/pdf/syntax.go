package pdf

import (
	"bytes"
	"encoding/hex"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/roadmapviz/roadmapviz/layout"
)

// appendString appends a string that is text: plain where it is ASCII, in UTF-16
// otherwise.
func appendString(b []byte, s string) []byte {
	if isPlain(s) {
		return appendPlain(b, s)
	}
	return append(appendUTF16(append(b, "<FEFF"...), s), '>')
}

func isPlain(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r < ' ' || r > '~' })
}

// appendPlain appends a string of ASCII characters.
func appendPlain(b []byte, s string) []byte {
	b = append(b, '(')
	for i := range len(s) {
		if c := s[i]; c == '(' || c == ')' || c == '\\' {
			b = append(b, '\\')
		}
		b = append(b, s[i])
	}
	return append(b, ')')
}

// appendUTF16 appends text in UTF-16 as hexadecimal digits. What is no UTF-8 becomes
// the character for that.
func appendUTF16(b []byte, s string) []byte {
	for _, r := range s {
		for _, u := range utf16.AppendRune(nil, r) {
			b = hex.AppendEncode(b, []byte{byte(u >> 8), byte(u)})
		}
	}
	return b
}

// appendName appends a name made of letters, digits and what else may be in one.
func appendName(b []byte, s string) []byte {
	b = append(b, '/')
	for i := range len(s) {
		c := s[i]
		if c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == '-' || c == '+' {
			b = append(b, c)
			continue
		}
		b = hex.AppendEncode(append(b, '#'), []byte{c})
	}
	return b
}

func appendRef(b []byte, r ref) []byte { return append(appendInt(b, int(r)), " 0 R"...) }

// appendRefs appends an array of references.
func appendRefs(b []byte, refs []ref) []byte {
	b = append(b, '[')
	for i, r := range refs {
		if i > 0 {
			b = append(b, ' ')
		}
		b = appendRef(b, r)
	}
	return append(b, ']')
}

// appendNumbers appends numbers with at most two decimals, each with a space behind it.
func appendNumbers(b []byte, values ...float64) []byte {
	for _, v := range values {
		b = append(layout.AppendNumber(b, v), ' ')
	}
	return b
}

// appendFactor appends a number with at most five decimals: one that others are
// multiplied with.
func appendFactor(b []byte, v float64) []byte {
	b = bytes.TrimRight(strconv.AppendFloat(b, v, 'f', 5, 64), "0")
	return bytes.TrimSuffix(b, []byte("."))
}
