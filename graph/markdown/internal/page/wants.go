package page

import (
	"slices"
	"strings"
)

// wantsOf adds the prerequisites that an item's own text names: "Requires
// [Calculus](#calculus)." and "Prerequisites: Linear Algebra, Calculus."
func (r *reader) wantsOf(it *Element, spans []span) {
	it.Want(r.sentenceWants(spans)...)
	for i, s := range spans {
		if s.url != "" || s.style&picture != 0 {
			continue
		}
		name, at := announced(s.text)
		if at < 0 {
			continue
		}
		rest := spans[i:]
		text := s.text[at:] + textOf(rest[1:])
		if end := strings.Index(text+" ", ". "); end >= 0 && end < len(text) {
			text = text[:end]
		}
		it.Want(Want{Text: squeeze(text), At: s.at, Reason: "text " + quote(name), Refs: linksOf(rest)})
		return
	}
}

// announced finds "Prerequisites:" at the beginning of a sentence and gives
// the word and the offset behind its colon, or −1.
func announced(s string) (name string, at int) {
	start := 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '.' || c == ';' || c == '\n' || c == '(':
			start = i + 1
		case c == ':':
			if i-start > 3 && i-start < 40 && Prerequisites.Is(s[start:i]) {
				return strings.Trim(s[start:i], " -–—*("), i + 1
			}
			start = i + 1
		}
	}
	return "", -1
}

// sentenceWants finds links to anchors behind a word such as "requires", up to
// the end of the sentence.
func (r *reader) sentenceWants(spans []span) []Want {
	if !slices.ContainsFunc(spans, func(s span) bool { return strings.HasPrefix(s.url, "#") }) {
		return nil
	}
	var out []Want
	word := "" // the word that says that links are prerequisites
	for i, s := range spans {
		if s.style&picture != 0 {
			continue
		}
		if s.url == "" {
			word = requiring(s.text, word)
			continue
		}
		if s.url[0] != '#' {
			continue
		}
		if word == "" {
			continue
		}
		if n := len(out); n > 0 && i > 0 && spans[i-1].url == s.url {
			out[n-1].Text += s.text
			out[n-1].Refs[0].Text += s.text
			continue
		}
		out = append(out, Want{Text: s.text, At: s.at, Reason: "text " + quote(word), Refs: []Ref{{s.text, s.url, s.at}}})
	}
	return out
}

// requiring gives the requiring word that is in force behind a text: the last
// one in it, or the one before as long as the sentence goes on.
func requiring(text, before string) string {
	if i := lastStop(text); i >= 0 {
		before, text = "", text[i:]
	}
	if len(text) > 200 {
		text = text[len(text)-200:]
	}
	key := Fold(text)
	parts := strings.Fields(key)
	for i := range parts {
		for n := min(2, len(parts)-i); n > 0; n-- {
			if phrase := strings.Join(parts[i:i+n], " "); Requires.Is(phrase) {
				return phrase
			}
		}
	}
	for i, c := range key { // scripts without spaces between words
		for n := 2; IsIdeograph(c) && n <= 4; n++ {
			if phrase := FirstRunes(key[i:], n); Requires.Is(phrase) {
				return phrase
			}
		}
	}
	return before
}

// lastStop is the offset behind the last end of a sentence, or −1.
func lastStop(s string) int {
	last := -1
	for _, stop := range []string{". ", "! ", "? ", "。", "！", "؟ "} {
		if i := strings.LastIndex(s, stop); i >= 0 {
			last = max(last, i+len(stop))
		}
	}
	if strings.HasSuffix(s, ".") {
		return len(s)
	}
	return last
}

// FirstRunes is the beginning of s, of at most n characters.
func FirstRunes(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}
