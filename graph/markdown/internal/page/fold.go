package page

import (
	"math"
	"unicode"
	"unicode/utf8"
)

// Fold reduces a text to what phrases and names are compared by: lower-case
// letters, marks and digits, those of all scripts as 0 to 9, with single spaces between the words. Apostrophes
// vanish ("don't" is "dont"), all else separates words.
func Fold(s string) string {
	return string(AppendFold(make([]byte, 0, len(s)), s))
}

// AppendFold appends the folded text to b.
func AppendFold(b []byte, s string) []byte { return appendFold(b, s, math.MaxInt) }

// appendFold appends the folded text to b, and stops when b has limit bytes.
func appendFold(b []byte, s string, limit int) []byte {
	gap := false
	for i := 0; i < len(s) && len(b) < limit; {
		c := s[i]
		if c < utf8.RuneSelf {
			i++
			switch {
			case c >= 'A' && c <= 'Z':
				c |= 0x20
			case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
			case c == '\'':
				continue
			default:
				gap = true
				continue
			}
			if gap && len(b) > 0 {
				b = append(b, ' ')
			}
			b, gap = append(b, c), false
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		switch {
		case r == '’' || r == 0x200d || r >= 0xfe00 && r <= 0xfe0f || r == 'ـ':
		case isForeignDigit(r):
			if gap && len(b) > 0 {
				b = append(b, ' ')
			}
			b, gap = append(b, byte(digit(r))), false
		case isLetter(r):
			if gap && len(b) > 0 {
				b = append(b, ' ')
			}
			b, gap = utf8.AppendRune(b, unicode.ToLower(r)), false
		default:
			gap = true
		}
	}
	return b
}

func isLetter(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsNumber(r) }
