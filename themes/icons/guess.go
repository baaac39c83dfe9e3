package icons

import (
	_ "embed" // the keywords
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed guess.tsv
var keywords string

// guess is a row of the table of keywords.
type guess struct {
	icon string
	rank int
}

// table finds rows by normalised keyword. Its map holds small numbers only,
// because the time that it takes to build is mostly that of touching memory.
type table struct {
	rows []guess
	find map[string]int32
}

// maxWords bounds the words of a keyword (in Chinese, its characters), minStem
// the bytes before a "*".
const (
	maxWords = 6
	minStem  = 3
)

// guesses is the table, built at the first guess. All keywords share one string.
var guesses = sync.OnceValue(func() *table {
	type span struct{ start, end, row int32 }
	t := &table{rows: make([]guess, 0, strings.Count(keywords, "\n")+1)}
	spans := make([]span, 0, strings.Count(keywords, ", ")+cap(t.rows))
	text := make([]byte, 0, len(keywords))
	for l := range strings.SplitSeq(keywords, "\n") {
		rank, rest, _ := strings.Cut(l, "\t")
		icon, words, ok := strings.Cut(rest, "\t")
		if !ok {
			continue // a comment
		}
		for keyword := range strings.SplitSeq(words, ", ") {
			start := len(text)
			text = appendKeyword(text, keyword)
			spans = append(spans, span{int32(start), int32(len(text)), int32(len(t.rows))})
		}
		t.rows = append(t.rows, guess{icon, int(rank[0] - '0')})
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
	if whole, ok := strings.CutPrefix(keyword, "="); ok {
		return appendWords(append(text, '='), whole)
	}
	return appendWords(text, keyword)
}

// Guess proposes the name of an icon for a heading by its words, or "" when no
// word says enough. A proper name ("Docker") wins over a subject ("databases"),
// a subject over an activity ("building"), then more words over fewer, more
// letters over fewer, and what comes first. What stands behind "for" counts only
// when nothing before it does: "Python for Machine Learning" is about Python.
func Guess(title string) string {
	var space [256]byte
	text := appendWords(append(space[:0], '='), title)
	t := guesses()
	if row, ok := t.find[string(text)]; ok {
		return t.rows[row].icon
	}
	head, tail := cutPurpose(text[1:])
	for _, part := range [][]byte{head, tail} {
		s := search{table: t}
		if s.all(part); s.icon != "" {
			return s.icon
		}
	}
	return ""
}

// cutPurpose cuts normalised words at the first "for".
func cutPurpose(text []byte) (head, tail []byte) {
	for at := 0; at < len(text); {
		end := wordEnd(text, at)
		switch string(text[at:end]) {
		case "for", "für", "para", "pour", "для":
			return text[:at], text[min(end+1, len(text)):]
		}
		at = end + 1
	}
	return text, nil
}

// search looks for the best keyword in normalised words.
type search struct {
	table *table
	icon  string // the best so far
	score int
	stem  [64]byte // of the word at hand, and room for a "*"
}

// all tries all runs of up to maxWords words, and the beginnings of all words.
func (s *search) all(text []byte) {
	for at := 0; at < len(text); at = wordEnd(text, at) + 1 {
		end := at - 1
		for words := 1; words <= maxWords && end < len(text); words++ {
			end = wordEnd(text, end+1)
			s.try(text[at:end], words)
		}
		s.stems(text[at:wordEnd(text, at)])
	}
}

func (s *search) try(keyword []byte, words int) {
	row, ok := s.table.find[string(keyword)]
	if !ok {
		return
	}
	g := s.table.rows[row]
	if score := g.rank<<24 | words<<16 | len(keyword); score > s.score {
		s.icon, s.score = g.icon, score
	}
}

// stems tries all beginnings of a word as keywords that end in "*".
func (s *search) stems(word []byte) {
	if len(word) >= len(s.stem) {
		return
	}
	copy(s.stem[:], word)
	for n := len(word); n >= minStem; n-- {
		if n == len(word) || utf8.RuneStart(word[n]) {
			s.stem[n] = '*'
			s.try(s.stem[:n+1], 1)
		}
	}
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
		case r >= 0x2E80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana):
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
// Node.js, TCP/IP, CI/CD, Q&A.
func isWordByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' ||
		c == '+' || c == '#' || c == '.' || c == '/' || c == '&'
}

// trimWord mends the word that starts at an offset: marks at its end are
// punctuation, except the signs of C++ and C#, and a plural's s goes.
func trimWord(text []byte, start int, first bool) []byte {
	word := text[start:]
	for len(word) > 0 && strings.IndexByte("./&", word[len(word)-1]) >= 0 {
		word = word[:len(word)-1]
	}
	n := len(word)
	switch {
	case first && isNumber(word):
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
