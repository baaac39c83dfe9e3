package markdown

import (
	"strings"
	"unicode"
)

// fold reduces a text to what phrases and names are compared by: lower-case
// letters, marks and digits with single spaces between the words. Apostrophes
// vanish ("don't" is "dont"), all else separates words.
func fold(s string) string {
	if isFolded(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range s {
		switch {
		case r == '\'' || r == '’' || r == '\u200d' || r >= 0xfe00 && r <= 0xfe0f || r == 'ـ':
		case r < 0x80 && (r >= 'a' && r <= 'z' || r >= '0' && r <= '9') || r >= 0x80 && isLetter(r):
			b.WriteString(gap(b.Len() > 0 && space))
			b.WriteRune(unicode.ToLower(r))
			space = false
		case r >= 'A' && r <= 'Z':
			b.WriteString(gap(b.Len() > 0 && space))
			b.WriteByte(byte(r) | 0x20)
			space = false
		default:
			space = true
		}
	}
	return b.String()
}

func gap(wanted bool) string {
	if wanted {
		return " "
	}
	return ""
}

func isLetter(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsNumber(r) }

// isFolded spares the copy for texts that fold would not change.
func isFolded(s string) bool {
	for i := range len(s) {
		c := s[i]
		if c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == ' ' && i > 0 && s[i-1] != ' ' && i+1 < len(s) {
			continue
		}
		return false
	}
	return true
}
