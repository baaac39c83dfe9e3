package page

import (
	"cmp"
	"math/bits"
	"strings"
	"sync"
	"unicode"
)

// language is the document's language: as its front matter gives it, or as
// its script or its commonest words tell; "" if none does. It decides between
// words that mean different things in two languages.
func (d *Document) language() string {
	if d.Declared = cmp.Or(d.front.Lang, d.front.Language); d.Declared != "" {
		return d.Declared
	}
	return guessLanguage(d.text)
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
	{"tr", " ve bir için ile bu olarak da de "},
	{"vi", " và của các cho một trong là với "},
	{"id", " dan yang untuk dengan di ini dari pada "},
	{"nl", " het een van en voor met niet zijn de "},
	{"pl", " i w na z do nie jest dla oraz się "},
}

// commonIn says in which of the languages a word is common, a bit for each.
var commonIn = sync.OnceValue(func() map[string]uint32 {
	in := map[string]uint32{}
	for i, c := range common {
		for word := range strings.FieldsSeq(c.words) {
			in[word] |= 1 << i
		}
	}
	return in
})

// guessLanguage looks at the beginning of a text.
func guessLanguage(text string) string {
	if len(text) > 20_000 {
		text = text[:20_000]
	}
	var counts [32]int
	letters, other := 0, 0
	scripts := map[string]int{}
	for _, r := range text {
		switch {
		case r < 0x80:
			if IsAlphanumeric(byte(r)) {
				letters++
			}
		case r < 0x250 || !unicode.IsLetter(r):
		default:
			other++
			scripts[scriptOf(r)]++
		}
	}
	if other*3 > letters {
		best := ""
		for tag, n := range scripts {
			if n > scripts[best] || n == scripts[best] && tag < best {
				best = tag
			}
		}
		if best == otherScript {
			return ""
		}
		return best
	}
	in := commonIn()
	for word := range strings.FieldsSeq(strings.ToLower(text)) {
		if len(word) >= 5 {
			continue
		}
		for set := in[word]; set != 0; set &= set - 1 {
			counts[bits.TrailingZeros32(set)]++
		}
	}
	best, most := "", 4
	for i, c := range common {
		if counts[i] > most {
			best, most = c.tag, counts[i]
		}
	}
	return best
}

// otherScript is a script that tells of no one language.
const otherScript = "other"

// scriptOf is the language that a letter's script tells of.
func scriptOf(r rune) string {
	switch {
	case unicode.In(r, unicode.Hiragana, unicode.Katakana):
		return "ja"
	case unicode.Is(unicode.Han, r):
		return "zh"
	case unicode.Is(unicode.Hangul, r):
		return "ko"
	case unicode.Is(unicode.Cyrillic, r):
		return "ru"
	case unicode.Is(unicode.Arabic, r):
		return "ar"
	case unicode.Is(unicode.Thai, r):
		return "th"
	case unicode.Is(unicode.Devanagari, r):
		return "hi"
	case unicode.Is(unicode.Hebrew, r):
		return "he"
	}
	return otherScript
}
