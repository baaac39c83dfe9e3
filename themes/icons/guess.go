package icons

import (
	_ "embed" // the keywords
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/roadmapviz/roadmapviz/internal/lexicon"
)

//go:embed guess.tsv
var keywords string

// table finds the rows of guess.tsv by normalised keyword: the sense of an entry is the
// rank, and its number where the row begins. TestTable writes it.
//
//go:embed guess.idx
var table lexicon.Lexicon

// row is a row of guess.tsv.
type row struct {
	rank  uint8
	place uint16
}

// icons are those of the row, the best first and "|" between, or "-" for words that say
// nothing.
func (r row) icons() string {
	line := keywords[r.place:]
	return line[2 : 2+strings.IndexByte(line[2:], '\t')]
}

// The ranks of words; see guess.tsv.
const (
	general = iota
	activity
	subject
)

// maxWords bounds the words of a keyword (in Chinese, its characters), minStem
// the bytes before a "*".
const (
	maxWords = 12
	minStem  = 3
)

// rowOf is the row of a keyword.
func rowOf(keyword []byte) (row, bool) {
	group := table.Group(0, keyword)
	for e, ok := group.Next(); ok; e, ok = group.Next() {
		if e.Text == string(keyword) {
			return row{e.Sense, e.More}, true
		}
	}
	return row{}, false
}

// A Guess is an icon that is proposed for a heading.
type Guess struct {
	Icon string `json:"icon"`
	Word string `json:"word"` // of the heading, as it is compared, that it is for
}

// Guesses proposes icons for a heading by its words, the best first, or none
// when no word says enough. A proper name ("Docker") wins over a subject
// ("databases"), a subject over an activity ("building"), then more words over
// fewer, more letters over fewer, and what comes first. What stands behind "for"
// comes after what stands before it: "Python for Machine Learning" is about
// Python. Activities count only where no
// subject does, and a general word ("projects") only where nothing else does and
// all the rest is known: what "Ergodic Theory" is about, no icon for theory says. Of the
// best word all icons are proposed, of the others one each.
func Guesses(title string) []Guess {
	var space [256]byte
	s := search{text: appendWords(append(space[:0], '='), title)}
	s.run()
	slices.SortStableFunc(s.found, func(a, b match) int { return b.score - a.score })
	var guesses []Guess
	for i, m := range s.found {
		for icon := range strings.SplitSeq(m.row.icons(), "|") {
			if !slices.ContainsFunc(guesses, func(g Guess) bool { return g.Icon == icon }) {
				guesses = append(guesses, Guess{icon, string(m.words)})
			}
			if i > 0 {
				break // other words are not what it is most about
			}
		}
	}
	return guesses
}

// search looks for keywords in normalised words.
type search struct {
	text  []byte // behind a "="
	found []match
	stem  [64]byte // of the word at hand, and room for a "*"
}

// match is a keyword that stands in a heading.
type match struct {
	row   row
	words []byte
	score int
}

// run reads the words from left to right, each in the longest keyword that starts
// with it: phrases go before words.
func (s *search) run() {
	if row, ok := rowOf(s.text); ok {
		s.found = append(s.found, match{row: row, words: s.text[1:]})
		return
	}
	var ambiguous []match
	known, purpose := true, false
	text := s.text[1:]
	for at := 0; at < len(text); {
		end := wordEnd(text, at)
		if isPurpose(text[at:end]) {
			purpose = purpose || len(s.found) > 0
			at = end + 1
			continue
		}
		row, words, unsure := s.longest(text, at)
		if words == nil {
			known = known && isNumber(text[at:end])
			at = end + 1
			continue
		}
		at += len(words) + 1
		if row.icons() == "-" {
			continue
		}
		m := match{row, words, int(row.rank)<<16 | (strings.Count(string(words), " ")+1)<<8 | min(len(words), 255)}
		if !purpose && row.rank >= subject {
			m.score |= 1 << 24
		}
		if unsure {
			ambiguous = append(ambiguous, m)
		} else {
			s.found = append(s.found, m)
		}
	}
	if known {
		s.found = append(s.found, ambiguous...)
	}
	best := uint8(general)
	for _, m := range s.found {
		best = max(best, m.row.rank)
	}
	s.found = slices.DeleteFunc(s.found, func(m match) bool {
		rank := m.row.rank
		return rank < min(best, subject) || rank == general && !known
	})
}

// longest is the longest keyword at an offset, with the words that it stands for;
// nil when there is none. It is unsure where the words have other meanings.
func (s *search) longest(text []byte, at int) (of row, words []byte, unsure bool) {
	var ends [maxWords]int
	n := 0
	for end := at - 1; n < maxWords && end < len(text); n++ {
		end = wordEnd(text, end+1)
		ends[n] = end
	}
	for ; n > 0; n-- {
		words = text[at:ends[n-1]]
		if row, ok := rowOf(words); ok {
			return row, words, false
		}
	}
	words = text[at:ends[0]]
	if len(words) >= len(s.stem) {
		return row{}, nil, false
	}
	s.stem[0] = '~'
	copy(s.stem[1:], words)
	if row, ok := rowOf(s.stem[:1+len(words)]); ok {
		return row, words, true
	}
	copy(s.stem[:], words)
	for n := len(words); n >= minStem; n-- {
		if n == len(words) || utf8.RuneStart(words[n]) {
			s.stem[n] = '*'
			if row, ok := rowOf(s.stem[:n+1]); ok {
				return row, words, false
			}
		}
	}
	return row{}, nil, false
}

// isPurpose tells the words behind which stands what something is for.
func isPurpose(word []byte) bool {
	switch string(word) {
	case "for", "für", "para", "pour", "для", "için", "untuk", "cho":
		return true
	}
	return false
}

func wordEnd(text []byte, at int) int {
	for at < len(text) && text[at] != ' ' {
		at++
	}
	return at
}

// appendWords appends the words of a text in the form in which they are
// compared: in lower case, with one space between, without a plural's s, and with
// each Chinese or Japanese character as a word of its own. Numbers at the
// beginning are left out.
func appendWords(text []byte, s string) []byte {
	empty, start := len(text), len(text)
	finish := func() {
		if text = trimWord(text, start, start == empty); len(text) > start {
			text = append(text, ' ')
		}
		start = len(text)
	}
	for _, r := range s {
		switch {
		case r < utf8.RuneSelf && isWordByte(byte(r)):
			if r >= 'A' && r <= 'Z' {
				r += 'a' - 'A'
			}
			text = append(text, byte(r))
		case r < utf8.RuneSelf || !unicode.IsLetter(r) && !unicode.IsMark(r):
			finish()
		case r >= 0x2E80 && (unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || r == 'ー'):
			finish()
			text = utf8.AppendRune(text, r)
			finish()
		default:
			text = utf8.AppendRune(text, unicode.ToLower(r))
		}
	}
	finish()
	if len(text) > empty {
		text = text[:len(text)-1]
	}
	return text
}

// isWordByte takes what names of techniques are written with: C++, C#, .NET,
// Node.js. A slash parts words, in CI/CD and in "Machine Learning/Data Mining"
// alike.
func isWordByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '+' || c == '#' || c == '.' || c == ')'
}

// trimWord mends the word that starts at an offset: marks at its end are
// punctuation, except the signs of C++ and C#, and a plural's s goes. A number
// that headings begin with goes too, and a letter in its place, as in "C. Projects".
func trimWord(text []byte, start int, first bool) []byte {
	word := text[start:]
	for len(word) > 0 && strings.IndexByte(".)", word[len(word)-1]) >= 0 {
		word = word[:len(word)-1]
	}
	n := len(word)
	switch {
	case first && (isNumber(word) || n == 1 && len(text) > start+1):
		n = 0
	case n > 4 && string(word[n-3:]) == "ies":
		word[n-3] = 'y'
		n -= 2
	case n > 3 && word[n-1] == 's' && strings.IndexByte("su", word[n-2]) < 0 && word[n-2] < utf8.RuneSelf:
		n--
	}
	return text[:start+n]
}

func isNumber(word []byte) bool {
	for _, c := range word {
		if c >= 'a' && c <= 'z' || c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
