package page

import (
	"strings"
	"unicode/utf8"
)

// isEmoji says whether a character is a pictograph that a title may wear but
// not need. The ranges are those of Unicode's emoji-data.txt, in round blocks;
// arrows, mathematics and enclosed letters stay text.
func isEmoji(r rune) bool {
	switch {
	case r < 0x2300:
		return r == 0x203c || r == 0x2049
	case r < 0x2b00:
		return r == 0x231a || r == 0x231b || r == 0x2328 || r == 0x23cf || r >= 0x23e9 && r <= 0x23f3 ||
			r >= 0x23f8 && r <= 0x23fa || r >= 0x2600 && r < 0x27c0 && strings.ContainsRune(oldEmoji, r)
	case r < 0x3000:
		return r <= 0x2bff && r != 0x2b4e
	}
	return r >= 0x1f000 && r <= 0x1faff || isTag(r)
}

// oldEmoji are the emoji among the symbols that are older than emoji: ★, ♯ and ☐
// are none.
const oldEmoji = "☀☁☂☃☄☎☑☔☕☘☝☠☢☣☦☪☮☯☸☹☺♀♂♈♉♊♋♌♍♎♏♐♑♒♓♟♠♣♥♦♨♻♾♿⚒⚓⚔⚕⚖⚗⚙⚛⚜⚠⚡⚧⚪⚫⚰⚱⚽⚾⛄⛅⛈⛎⛏⛑⛓⛔⛩⛪" +
	"⛰⛱⛲⛳⛴⛵⛷⛸⛹⛺⛽✂✅✈✉✊✋✌✍✏✒✔✖✝✡✨✳✴❄❇❌❎❓❔❕❗❣❤➕➖➗➡➰➿"

// isJoiner says whether a character only changes or joins its neighbours in
// an emoji: joiner, variation selector, keycap, skin tone.
func isJoiner(r rune) bool {
	return r == 0x200d || r == 0xfe0f || r == 0xfe0e || r == 0x20e3 || r >= 0x1f3fb && r <= 0x1f3ff || isTag(r)
}

func isTag(r rune) bool { return r >= 0xe0020 && r <= 0xe007f }

// stripEmoji takes emoji and their shortcodes off the ends of a text. Between
// words they stay: "I ❤️ Go". first is the first of them, "" if there is none.
// A digit in a keycap is a digit, in front with a full stop.
func stripEmoji(s string) (text, first string) {
	if isPlain(s) {
		return s, ""
	}
	if strings.IndexByte(s, ':') >= 0 {
		s, first = stripShortcodes(s)
		first = strings.Trim(first, ":")
	}
	s = openKeycaps(s)
	var b strings.Builder
	b.Grow(len(s))
	before := false // a word
	for s != "" {
		n := emojiEnd(s)
		if n == 0 {
			n = strings.IndexFunc(s, isEmoji)
			if n < 0 {
				n = len(s)
			}
			before = before || hasLetter(s[:n]) && !isNumbering(s[:n])
			b.WriteString(s[:n])
			s = s[n:]
			continue
		}
		switch {
		case before && hasLetter(s[n:]): // it stands for a word
			b.WriteString(s[:n])
		case first == "":
			first = s[:n]
		}
		s = s[n:]
	}
	return b.String(), first
}

// isNumbering says whether a text is a number before a title: "2. ", "(3) ". An emoji
// behind it is the title's.
func isNumbering(s string) bool {
	s = digits(strings.TrimSpace(s))
	return s != "" && len(s) <= len("(99.99)") && strings.Trim(s, "0123456789.()") == "" && strings.IndexByte("0123456789", s[len(s)-1]) < 0
}

// emojiEnd is the length of the emoji that s begins with, all its parts
// included, or 0.
func emojiEnd(s string) int {
	end, joined := 0, false
	for i, r := range s {
		switch {
		case i == 0 && !isEmoji(r):
			return 0
		case i == 0, joined, isJoiner(r), isFlagPair(s[:i], r):
		default:
			return end
		}
		joined = r == 0x200d
		end = i + utf8.RuneLen(r)
	}
	return end
}

// openKeycaps takes digits out of their keycaps.
func openKeycaps(s string) string {
	for range 16 {
		i := strings.Index(s, "\u20e3")
		if i < 0 {
			return s
		}
		digit := strings.TrimSuffix(s[:i], "\ufe0f")
		if n := len(digit); strings.TrimSpace(digit[:max(n-1, 0)]) == "" {
			digit += "."
		}
		s = digit + s[i+len("\u20e3"):]
	}
	return s
}

// isFlagPair says whether r is the second half of a flag.
func isFlagPair(seen string, r rune) bool {
	half := func(r rune) bool { return r >= 0x1f1e6 && r <= 0x1f1ff }
	before := []rune(seen)
	return len(before) == 1 && half(before[0]) && half(r)
}

// isPlain says whether a text can hold neither emoji nor shortcode.
func isPlain(s string) bool {
	colons := 0
	for i := range len(s) {
		if s[i] >= 0xe2 {
			return false
		}
		if s[i] == ':' {
			colons++
		}
	}
	return colons < 2
}

// stripShortcodes takes codes such as ":rocket:" out of a text. first is the
// first of them.
func stripShortcodes(s string) (text, first string) {
	var b strings.Builder
	for {
		start := strings.IndexByte(s, ':')
		if start < 0 {
			break
		}
		n := shortcode(s[start:])
		if n == 0 || start > 0 && IsAlphanumeric(s[start-1]) {
			b.WriteString(s[:start+1])
			s = s[start+1:]
			continue
		}
		b.WriteString(s[:start])
		if first == "" {
			first = s[start : start+n]
		}
		s = s[start+n:]
	}
	b.WriteString(s)
	return b.String(), first
}

// IconName takes the colons off a shortcode: ":rocket:" is the name "rocket".
func IconName(s string) string {
	if n := shortcode(s); n > 0 && n == len(s) {
		return s[1 : n-1]
	}
	return s
}

// shortcode is the length of the code that s begins with, or 0.
func shortcode(s string) int {
	letters := 0
	for i := 1; i < len(s) && i < 40; i++ {
		switch c := s[i]; {
		case c == ':' && letters > 0:
			return i + 1
		case c >= 'a' && c <= 'z':
			letters++
		case c >= '0' && c <= '9' || c == '_' || c == '+' || c == '-':
			if c == '+' {
				letters++
			}
		default:
			return 0
		}
	}
	return 0
}

func IsAlphanumeric(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}
