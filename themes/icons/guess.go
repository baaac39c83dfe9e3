package icons

import (
	_ "embed" // the keywords
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed guess.tsv
var keywords string

// row is a row of the table of keywords: the icons, the best first and "|"
// between, or "-" for words that say nothing.
type row struct {
	icons string
	rank  int
}

// The ranks of words; see guess.tsv.
const (
	general = iota
	activity
	subject
)

// table finds rows by normalised keyword. Its map holds small numbers only,
// because the time that it takes to build is mostly that of touching memory.
type table struct {
	rows []row
	find map[string]int32
}

// maxWords bounds the words of a keyword (in Chinese, its characters), minStem
// the bytes before a "*".
const (
	maxWords = 12
	minStem  = 3
)

// rows is the table, built at the first guess. All keywords share one string.
var rows = sync.OnceValue(func() *table {
	type span struct{ start, end, row int32 }
	t := &table{rows: make([]row, 0, strings.Count(keywords, "\n")+1)}
	spans := make([]span, 0, strings.Count(keywords, ", ")+cap(t.rows))
	text := make([]byte, 0, len(keywords))
	for l := range strings.SplitSeq(keywords, "\n") {
		rank, rest, _ := strings.Cut(l, "\t")
		icons, words, ok := strings.Cut(rest, "\t")
		if !ok {
			continue // a comment
		}
		for keyword := range strings.SplitSeq(words, ", ") {
			start := len(text)
			text = appendKeyword(text, keyword)
			spans = append(spans, span{int32(start), int32(len(text)), int32(len(t.rows))})
		}
		t.rows = append(t.rows, row{icons, int(rank[0] - '0')})
	}
	all := string(text)
	t.find = make(map[string]int32, len(spans))
	for _, s := range spans {
		t.find[all[s.start:s.end]] = s.row
	}
	return t
})

// appendKeyword appends a keyword of the table in the form of the table's keys.
func appendKeyword(text []byte, keyword string) []byte {
	if stem, ok := strings.CutSuffix(keyword, "*"); ok {
		return append(append(text, stem...), '*')
	}
	if keyword[0] == '=' || keyword[0] == '~' {
		return appendWords(append(text, keyword[0]), keyword[1:])
	}
	return appendWords(text, keyword)
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
	s := search{table: rows(), text: appendWords(append(space[:0], '='), title)}
	s.run()
	slices.SortStableFunc(s.found, func(a, b match) int { return b.score - a.score })
	var guesses []Guess
	for i, m := range s.found {
		for icon := range strings.SplitSeq(s.table.rows[m.row].icons, "|") {
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
	table *table
	text  []byte // behind a "="
	found []match
	stem  [64]byte // of the word at hand, and room for a "*"
}

// match is a keyword that stands in a heading.
type match struct {
	row   int32
	words []byte
	score int
}

// run reads the words from left to right, each in the longest keyword that starts
// with it: phrases go before words.
func (s *search) run() {
	if row, ok := s.table.find[string(s.text)]; ok {
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
		r := s.table.rows[row]
		if r.icons == "-" {
			continue
		}
		m := match{row, words, r.rank<<16 | (strings.Count(string(words), " ")+1)<<8 | min(len(words), 255)}
		if !purpose && r.rank >= subject {
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
	best := general
	for _, m := range s.found {
		best = max(best, s.table.rows[m.row].rank)
	}
	s.found = slices.DeleteFunc(s.found, func(m match) bool {
		rank := s.table.rows[m.row].rank
		return rank < min(best, subject) || rank == general && !known
	})
}

// longest is the longest keyword at an offset, with the words that it stands for;
// nil when there is none. It is unsure where the words have other meanings.
func (s *search) longest(text []byte, at int) (row int32, words []byte, unsure bool) {
	var ends [maxWords]int
	n := 0
	for end := at - 1; n < maxWords && end < len(text); n++ {
		end = wordEnd(text, end+1)
		ends[n] = end
	}
	for ; n > 0; n-- {
		words = text[at:ends[n-1]]
		if row, ok := s.table.find[string(words)]; ok {
			return row, words, false
		}
	}
	words = text[at:ends[0]]
	if len(words) >= len(s.stem) {
		return 0, nil, false
	}
	s.stem[0] = '~'
	copy(s.stem[1:], words)
	if row, ok := s.table.find[string(s.stem[:1+len(words)])]; ok {
		return row, words, true
	}
	copy(s.stem[:], words)
	for n := len(words); n >= minStem; n-- {
		if n == len(words) || utf8.RuneStart(words[n]) {
			s.stem[n] = '*'
			if row, ok := s.table.find[string(s.stem[:n+1])]; ok {
				return row, words, false
			}
		}
	}
	return 0, nil, false
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
