package kit

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/roadmapviz/roadmapviz/internal/tongue"
)

// leastTagline is how many words a tagline has, and in scripts without spaces how
// many characters: fewer, as in "C++ – Basics", are part of the name.
const (
	leastTagline      = 3
	leastTaglineRunes = 6
)

// withoutTagline leaves a tagline out: "Go — learn it in ten weeks" is "Go". It
// stays where what stands before it says nothing by itself, such as a number in a
// series ("Part 1") or only what kind of document it is ("Roadmap").
func withoutTagline(name string) string {
	head, tail, found := cutTagline(name)
	if !found {
		return name
	}
	words := wordsOf(head)
	if len(words) == 0 {
		return name
	}
	last := words[len(words)-1]
	if unicode.IsDigit([]rune(last)[0]) || len(words) <= 2 && isRoman(last) {
		return name
	}
	bare := true
	for _, w := range words {
		bare = bare && (isIn(kindWords, w) || tongue.IsEnglish(w) || w == "roadmap" || w == "learning")
	}
	isKind := saysKind(head) && !saysKind(tail)
	if bare || isKind && strings.HasPrefix(name[len(head):], ":") {
		return name // the subject stands behind the colon
	}
	spaceless := strings.ContainsFunc(tail, func(r rune) bool {
		return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
	})
	if len(wordsOf(tail)) < leastTagline && !(spaceless && utf8.RuneCountInString(tail) >= leastTaglineRunes) && !saysKind(tail) {
		return name
	}
	return head
}

// isRoman says whether a word is a Roman number.
func isRoman(word string) bool { return strings.Trim(word, "ivxlc") == "" }

// taglineMarks stand between a name and its tagline: a dash between spaces, a colon
// before a space, or a wide one. A bracket, too, ends what is needed of a name.
var (
	taglineMarks = []string{" – ", " — ", " - ", " | ", ": ", "：", "——"}
	headMarks    = append([]string{" ("}, taglineMarks...)
)

// cutTagline parts a name at its tagline.
func cutTagline(name string) (head, tail string, found bool) { return cutAt(name, taglineMarks) }

// cutAt parts a name at the first of some marks.
func cutAt(name string, marks []string) (head, tail string, found bool) {
	at, n := len(name), 0
	for _, mark := range marks {
		if i := strings.Index(name, mark); i > 0 && i < at {
			at, n = i, len(mark)
		}
	}
	if n == 0 {
		return name, "", false
	}
	head, tail = strings.TrimSpace(name[:at]), strings.TrimSpace(name[at+n:])
	return head, tail, head != "" && tail != ""
}
