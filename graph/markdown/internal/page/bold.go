package page

import (
	"strings"
	"unicode/utf8"
)

// boldEnd is where the bold text that a run begins with ends, 0 if it begins
// with none.
func boldEnd(spans []span) int {
	end := 0
	for i, s := range spans {
		if s.style&bold == 0 && (s.style&raised == 0 || end == 0) && (strings.TrimSpace(s.text) != "" || s.style&breaks != 0) {
			break
		}
		if s.style&bold != 0 {
			end = i + 1
		}
	}
	if end > 0 && spans[0].style&bold == 0 {
		return 0
	}
	return end
}

func boldLead(it *Element, spans []span) {
	text := textOf(spans)
	it.Label = NewLabel(text)
	it.Lead, it.Raw = BoldLead, squeeze(text)
	for _, s := range spans {
		if s.url != "" && s.style&picture == 0 {
			it.URL = s.url
			break
		}
	}
}

// goesOn says whether the text behind a bold one goes on without a mark
// between: "**Fork** the repository".
func goesOn(rest []span) bool {
	text := textOf(rest)
	trimmed := strings.TrimLeft(text, " ")
	if trimmed == "" || len(rest) > 0 && rest[0].style&(breaks|picture) != 0 {
		return false
	}
	c, _ := utf8.DecodeRuneInString(trimmed)
	return isLetter(c) && !strings.ContainsAny(text, ":：.。")
}

// maxGoesOn is the length, in characters, up to which a bold text and the words
// right behind it are one name.
const maxGoesOn = 70

// isCountedThing says whether a bold text is two words and a digit, which count more than
// they name: "Mini Project 2", before what that is about. "OWASP Top 10" is a name.
func isCountedThing(s string) bool {
	words := strings.Fields(s)
	return len(words) == 3 && isNumber(words[2]) && len(words[2]) == 1 && !hasDigit(words[0]+words[1])
}

// isGlued says whether a bold text ends within a word, or within a program: it is "__" that
// has made it bold, "__init__.py", "__name__ == …".
func isGlued(spans []span, end int) bool {
	if end == len(spans) || spans[end].url != "" || spans[end].style&(breaks|picture|code|raised) != 0 {
		return false
	}
	rest := spans[end].text
	return len(rest) > 1 && rest[0] == '.' && IsAlphanumeric(rest[1]) || strings.HasPrefix(rest, " == ")
}
