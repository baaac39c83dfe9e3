package page

import (
	_ "embed" // the stems
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/roadmapviz/roadmapviz/internal/lexicon"
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
var stems lexicon.Lexicon

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
	lexicon.Lexicon
	languages []uint16
}

func newGlossary(languages []string) glossary {
	g := glossary{Lexicon: stems}
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

// tongueOf is the number of a language of two letters, or 0.
func tongueOf(language string) uint16 {
	if len(language) != 2 {
		return 0
	}
	return uint16(language[0])<<8 | uint16(language[1])
}

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
		group := g.Group(language, key)
		for e, ok := group.Next(); ok; e, ok = group.Next() {
			if e.More != language || len(e.Text) < max(n, len(key)) || e.Sense&homeStem != 0 && i > 0 || len(e.Text) > len(text) || string(text[:len(e.Text)]) != e.Text || e.Sense&wholeStem != 0 && len(text) > len(e.Text) && !mayBegin(text, len(e.Text)) {
				continue
			}
			if len(e.Text) > n {
				c, n = 0, len(e.Text)
			}
			c |= 1 << (e.Sense / stemForms)
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
