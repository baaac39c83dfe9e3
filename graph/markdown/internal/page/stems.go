package page

import (
	_ "embed" // the stems
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The stems of words stand in a file for each language: lines of "class: stem, stem".
// A stem tells what a title is about in which a word begins with it, where a
// phrase of words.txt must be the title. "exam$" is the whole word, and a stem
// with " @en" behind it counts in documents whose main language that is.
//
// Here they are as a lexicon, in the languages that their numbers say, by their first
// letters. What else is known of a stem is the sense of its entry: its class, and whether
// the word ends with it, and whether it counts in the main language alone.
//
//go:embed stems.idx
var stems lexicon

// The senses of stems: class*stemForms + wholeStem + homeStem.
const (
	homeStem = 1 << iota
	wholeStem
	stemForms
)

// apart sets words apart that an apostrophe joins: "l'examen".
func apart(s string) string {
	if strings.IndexByte(s, '\'') < 0 && !strings.Contains(s, "’") {
		return s
	}
	return apostrophes.Replace(s)
}

var apostrophes = strings.NewReplacer("'", " ", "’", " ")

// stemKey is the first letters of the first word of a text, in three bytes or a
// little more.
func stemKey[text string | []byte](s text) text {
	n := 0
	for n < len(s) && s[n] != ' ' && (n < 3 || !utf8.RuneStart(s[n])) {
		n++
	}
	return s[:n]
}

// A glossary is the stems of the languages of a document, the main one first.
type glossary struct {
	lexicon
	languages []uint16
}

func newGlossary(languages []string) glossary {
	g := glossary{lexicon: stems}
	if len(languages) == 0 || languages[0] == "" {
		g.languages = append(g.languages, english)
	}
	for _, l := range languages {
		g.languages = append(g.languages, tongueOf(l))
	}
	if !slices.Contains(g.languages, english) { // words of it stand everywhere
		g.languages = append(g.languages, english)
	}
	return g
}

const english = 'e'<<8 | 'n'

// classOf are the classes of all stems that words of a title begin with. Of
// several stems in one place the longest counts.
func (g glossary) classOf(title string) Class {
	var buffer [maxPhrase + 8]byte
	text := appendFold(buffer[:0], apart(title), maxPhrase)
	c := Class(0)
	for i := 0; i < len(text); {
		_, size := utf8.DecodeRune(text[i:])
		if text[i] != ' ' && (i == 0 || mayBegin(text, i)) {
			if found, n := g.longest(text[i:]); n > 0 {
				c, size = c|found, n
			}
		}
		i += size
	}
	return c
}

// longest finds the longest stem that a text begins with, and its length.
func (g glossary) longest(text []byte) (c Class, n int) {
	key := stemKey(text)
	for i, language := range g.languages {
		group := g.group(language, key)
		for e, ok := group.next(); ok; e, ok = group.next() {
			if e.more != language || len(e.text) < max(n, len(key)) || e.sense&homeStem != 0 && i > 0 || len(e.text) > len(text) || string(text[:len(e.text)]) != e.text || e.sense&wholeStem != 0 && len(text) > len(e.text) && !mayBegin(text, len(e.text)) {
				continue
			}
			if len(e.text) > n {
				c, n = 0, len(e.text)
			}
			c |= 1 << (e.sense / stemForms)
		}
	}
	return c, n
}

// mayBegin says whether a word may begin, or have ended, at byte i of a folded
// text. Thai has no spaces either, and phrases of words.txt are whole ones there.
func mayBegin(s []byte, i int) bool {
	if isBoundary(s, i) {
		return true
	}
	r, _ := utf8.DecodeRune(s[i:])
	return unicode.Is(unicode.Thai, r)
}
