package page

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// findLanguages finds the languages of the document: the one that its front
// matter gives, else the one that its script or its commonest words tell, and
// the others that it holds as well.
func (d *Document) findLanguages() {
	d.Declared = cmp.Or(d.front.Lang, d.front.Language)
	d.tongues = guessLanguages(d.text)
	if len(d.tongues) > 0 {
		d.Language = d.tongues[0]
	}
	if d.Declared != "" {
		d.Language = d.Declared
		main, _, _ := strings.Cut(strings.ToLower(d.Declared), "-")
		d.tongues = append([]string{main}, slices.DeleteFunc(d.tongues, func(t string) bool { return t == main })...)
	}
}

// common are words that nearly every text of a language holds, and few texts
// of the others.
var common = []struct{ tag, words string }{
	{"en", " the and of to in you with for is this that your "},
	{"fr", " le les des une est pour dans avec vous et du sur "},
	{"es", " el los las una para con por que del este como y "},
	{"pt", " os uma para com não que dos em você como e ao "},
	{"de", " der die das und ist nicht mit für ein eine zu den "},
	{"it", " il gli una per con che del della sono di è e "},
	{"tr", " ve bir için ile bu olarak daha "},
	{"vi", " và của các cho một trong là với "},
	{"id", " dan yang untuk dengan di ini dari pada "},
	{"nl", " het een van en voor met niet zijn de "},
	{"pl", " i w na z do nie jest dla oraz się "},
	{"ca", " els les amb per una del dels i és què "},
	{"ro", " și şi în de la cu pe din care sau este "},
	{"sv", " och att det som för är på av den ett inte "},
	{"da", " og at det som til er på af den et ikke "},
	{"no", " og å det som til er på av den et ikke "},
	{"fi", " ja on ei että se kun myös sekä tai "},
	{"cs", " a v na je se pro nebo jak jsou při "},
	{"sk", " a v na je sa pre alebo ako sú pri "},
	{"hu", " a az és egy hogy nem van vagy ez "},
}

// maxCommon is the length of the longest of them, in bytes: they fit into a number.
const maxCommon = 7

// A commonWord says in which of the languages a word is common, a bit for each.
type commonWord struct {
	word uint64 // its bytes
	in   uint32
}

// commonWords has each word behind where its number says, as near as there was room.
type commonWords [512]commonWord

var allCommon = sync.OnceValue(func() *commonWords {
	var all commonWords
	for i, c := range common {
		for text := range strings.FieldsSeq(c.words) {
			word := uint64(0)
			for k := range len(text) {
				word = word<<8 | uint64(text[k])
			}
			w := all.find(word)
			w.word, w.in = word, w.in|1<<i
		}
	}
	return &all
})

// find is where a word is, or could be.
func (all *commonWords) find(word uint64) *commonWord {
	at := word * 0x9e3779b97f4a7c15 >> 55
	for all[at].word != word && all[at].word != 0 {
		at = (at + 1) % uint64(len(all))
	}
	return &all[at]
}

// minCommon is how many common words tell a language, and minLetters how many
// letters of its script do.
const (
	minCommon  = 5
	minLetters = 40
)

// guessLanguages looks at the beginning of a text. The main language comes
// first, "" if it is none of those that are known.
func guessLanguages(text string) []string {
	if len(text) > 20_000 {
		text = text[:20_000]
	}
	var s Scripts
	s.Add(text)
	main, mainly := s.Main()
	var scripts []string
	for _, c := range s.sorted() {
		if c.tag != otherScript && (c.n >= minLetters || c.tag == main && mainly) {
			scripts = append(scripts, c.tag)
		}
	}
	words := commonLanguages(text)
	switch {
	case !mainly:
		return append(words, scripts...)
	case main == "":
		scripts = append([]string{""}, scripts...)
	}
	return append(scripts, words...)
}

// commonLanguages are those whose common words a text holds, the commonest first,
// and none of which it holds less than half as many as of another.
func commonLanguages(text string) []string {
	var n [32]int
	all := allCommon()
	for text != "" {
		word, rest := nextCommon(text)
		for set := all.find(word).in; set != 0; set &= set - 1 {
			n[bits.TrailingZeros32(set)]++
		}
		text = rest
	}
	var found []count
	most := slices.Max(n[:])
	for i, c := range common {
		if n[i] >= minCommon && n[i]*2 >= most {
			found = append(found, count{c.tag, n[i]})
		}
	}
	slices.SortStableFunc(found, func(a, b count) int { return cmp.Compare(b.n, a.n) })
	var out []string
	for _, c := range found {
		out = append(out, c.tag)
	}
	return out
}

// nextCommon takes the first word off a text: its bytes in small letters, as far as they
// fit into a number. What does not fit is no common word, and 0.
func nextCommon(text string) (word uint64, rest string) {
	n := 0
	for i, c := range text {
		if c < utf8.RuneSelf {
			switch {
			case c == ' ' || c >= '\t' && c <= '\r':
				return commonIf(n, word), text[i+1:]
			case c >= 'A' && c <= 'Z':
				c |= 0x20
			}
			word, n = word<<8|uint64(c), n+1
			continue
		}
		if unicode.IsSpace(c) {
			return commonIf(n, word), text[i+utf8.RuneLen(c):]
		}
		var b [utf8.UTFMax]byte
		for _, c := range b[:utf8.EncodeRune(b[:], unicode.ToLower(c))] {
			word, n = word<<8|uint64(c), n+1
		}
	}
	return commonIf(n, word), ""
}

// commonIf is a word of so many bytes if it can be a common one, else 0.
func commonIf(n int, word uint64) uint64 {
	if n > maxCommon {
		return 0
	}
	return word
}

// A count is how often something of a language occurs.
type count struct {
	tag string
	n   int
}

// Scripts counts the letters of a text by the languages that their scripts tell
// of.
type Scripts struct {
	latin, others int // letters of ASCII, and those that tell of a language
	counts        []count
}

// Add counts the letters of a piece of the text.
func (s *Scripts) Add(text string) {
	for _, r := range text {
		switch {
		case r < 0x80:
			if IsAlphanumeric(byte(r)) {
				s.latin++
			}
		case r < 0x250 || !unicode.IsLetter(r):
		default:
			s.others++
			tag := scriptOf(r)
			i := slices.IndexFunc(s.counts, func(c count) bool { return c.tag == tag })
			if i < 0 {
				i = len(s.counts)
				s.counts = append(s.counts, count{tag: tag})
			}
			s.counts[i].n++
		}
	}
}

// Main is the language that most letters tell of, "" if they tell of no one
// language; mainly says whether these are many beside the Latin ones. Few kana
// are enough, for names in Latin letters are long.
func (s *Scripts) Main() (tag string, mainly bool) {
	sorted := s.sorted()
	if len(sorted) == 0 {
		return "", false
	}
	if tag = sorted[0].tag; tag == otherScript {
		tag = ""
	}
	return tag, s.others*3 > s.latin || tag == "ja" && s.others*9 > s.latin
}

// sorted are the counts, the most letters first. What languages share is counted
// for one of them.
func (s *Scripts) sorted() []count {
	out := slices.Clone(s.counts)
	for _, pair := range sharing {
		own := slices.IndexFunc(out, func(c count) bool { return c.tag == pair.own })
		shared := slices.IndexFunc(out, func(c count) bool { return c.tag == pair.shared })
		if own >= 0 && shared >= 0 && out[own].n*20 >= out[shared].n {
			out[own].n += out[shared].n
			out = slices.Delete(out, shared, shared+1)
		}
	}
	slices.SortFunc(out, func(a, b count) int { return cmp.Or(cmp.Compare(b.n, a.n), cmp.Compare(a.tag, b.tag)) })
	return out
}

// sharing are the languages with letters of their own in a script that others
// have as well: where a twentieth of the letters is their own, all are theirs.
var sharing = []struct{ own, shared string }{{"uk", "ru"}, {"fa", "ar"}, {"ja", "zh"}}

// otherScript is a script that tells of no one language.
const otherScript = "other"

// scriptOf is the language that a letter's script tells of, or that of a letter
// which only one of its languages has.
func scriptOf(r rune) string {
	switch {
	case unicode.In(r, unicode.Hiragana, unicode.Katakana):
		return "ja"
	case unicode.Is(unicode.Han, r):
		return "zh"
	case unicode.Is(unicode.Hangul, r):
		return "ko"
	case unicode.Is(unicode.Cyrillic, r):
		if strings.ContainsRune("іїєґІЇЄҐ", r) {
			return "uk"
		}
		return "ru"
	case unicode.Is(unicode.Arabic, r):
		if strings.ContainsRune("پچژگکی", r) {
			return "fa"
		}
		return "ar"
	case unicode.Is(unicode.Greek, r):
		return "el"
	case unicode.Is(unicode.Thai, r):
		return "th"
	case unicode.Is(unicode.Devanagari, r):
		return "hi"
	case unicode.Is(unicode.Bengali, r):
		return "bn"
	case unicode.Is(unicode.Hebrew, r):
		return "he"
	}
	return otherScript
}
