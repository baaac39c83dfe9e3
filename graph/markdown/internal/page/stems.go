package page

import (
	"embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// The stems of words, a file for each language: lines of "class: stem, stem".
// A stem tells what a title is about in which a word begins with it, where a
// phrase of words.txt must be the title. "exam$" is the whole word, and a stem
// with " @en" behind it counts in documents whose main language that is.
//
//go:embed stems
var stemFiles embed.FS

type stem struct {
	text  string
	next  uint16 // in its chain
	class uint8  // its number
	whole bool   // the word ends with it
	home  bool   // counts in the main language alone
}

// A stemTable holds the stems of a language, in chains by their first letters.
type stemTable struct {
	chains chains
	stems  []stem
}

var stemTables sync.Map // by language: a func() *stemTable

// stemsOf are the stems of a language, read when first needed.
func stemsOf(language string) *stemTable {
	read, _ := stemTables.LoadOrStore(language, sync.OnceValue(func() *stemTable {
		file, err := stemFiles.ReadFile("stems/" + language + ".txt")
		if err != nil {
			return newStemTable("") // a language without stems
		}
		return newStemTable(string(file))
	}))
	return read.(func() *stemTable)()
}

func newStemTable(file string) *stemTable {
	most := strings.Count(file, ",") + strings.Count(file, "\n")
	t := &stemTable{newChains(most), make([]stem, 0, most)}
	var folded []byte
	for line := range strings.Lines(file) {
		name, list, _ := strings.Cut(line, ":")
		class := classNumber(name)
		for text := range strings.SplitSeq(list, ",") {
			s := stem{class: class}
			s.text, _, s.home = strings.Cut(strings.TrimSpace(text), " @")
			s.text, s.whole = strings.CutSuffix(s.text, "$")
			if folded = AppendFold(folded[:0], apart(s.text)); string(folded) != s.text {
				s.text = string(folded)
			}
			s.next = t.chains.add(stemKey(s.text), len(t.stems))
			t.stems = append(t.stems, s)
		}
	}
	return t
}

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
type glossary []*stemTable

func newGlossary(languages []string) glossary {
	g := glossary{}
	if len(languages) == 0 || languages[0] == "" {
		languages = append([]string{"en"}, languages...)
	}
	english := false
	for _, l := range languages {
		g = append(g, stemsOf(l))
		english = english || l == "en"
	}
	if !english { // words of it stand everywhere
		g = append(g, stemsOf("en"))
	}
	return g
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
	for i, table := range g {
		for next := table.chains.first(key); next > 0; {
			s := &table.stems[next-1]
			next = s.next
			if len(s.text) < n || s.home && i > 0 || len(s.text) > len(text) || string(text[:len(s.text)]) != s.text || s.whole && len(text) > len(s.text) && !mayBegin(text, len(s.text)) {
				continue
			}
			if len(s.text) > n {
				c, n = 0, len(s.text)
			}
			c |= 1 << s.class
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
