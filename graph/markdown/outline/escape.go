package outline

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// oneLine is text with single spaces, as readers have it.
func oneLine(text string) string {
	text = strings.ToValidUTF8(text, "\ufffd")
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsControl(r) || r == 0x200b || r == 0xfeff
	}), " ")
}

// inline keeps text of one line from being read as markup, and escapes no more
// than that needs.
func inline(text string) string {
	var b strings.Builder
	text = entities(strings.ReplaceAll(text, `\`, `\\`))
	before := ' '
	for i, r := range text {
		next, _ := utf8.DecodeRuneInString(text[i+utf8.RuneLen(r):])
		switch {
		case r == '<' && next == '!':
			b.WriteString("&lt;") // who looks for comments finds none
			before = r
			continue
		case strings.ContainsRune("`*[]", r),
			r == '_' && !(isWord(before) && isWord(next)),
			r == '~' && strings.Count(text, "~") > 1,
			r == '<' && (unicode.IsLetter(next) || next == '/' || next == '?'):
			b.WriteByte('\\')
		}
		b.WriteRune(r)
		before = r
	}
	return b.String()
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// block is inline for text that a line begins with, which is neither a list, a
// heading, a quote nor a rule.
func block(text string) string {
	escaped := inline(text)
	digits := strings.TrimLeft(escaped, "0123456789")
	switch {
	case strings.IndexByte("#+-=:>", (escaped + " ")[0]) >= 0:
		return `\` + escaped
	case digits != escaped && (strings.HasPrefix(digits, ".") || strings.HasPrefix(digits, ")")):
		return escaped[:len(escaped)-len(digits)] + `\` + digits
	}
	return escaped
}

// entities keeps "&amp;" from being read as "&".
func entities(text string) string {
	var b strings.Builder
	for i := range len(text) {
		if text[i] == '&' {
			name, _, closed := strings.Cut(text[i+1:], ";")
			if closed && name != "" && len(name) < 40 && strings.IndexFunc(name, func(r rune) bool { return r != '#' && !isWord(r) }) < 0 {
				b.WriteString("&amp;")
				continue
			}
		}
		b.WriteByte(text[i])
	}
	return b.String()
}
