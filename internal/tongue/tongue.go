// Package tongue tells the language of titles by their commonest words.
package tongue

import (
	"math/bits"
	"strings"
	"sync"
	"unicode"
)

// common are words that tell the titles of a language from those of another with
// the same letters. English comes first.
var common = []struct{ language, words string }{
	{"en", " the and of for to with your how what is introduction basics advanced using learning "},
	{"de", " der das und für mit ein eine einführung grundlagen von zur zum ist "},
	{"es", " el los las y para con del una introducción en por "},
	{"fr", " le les et pour avec des du une aux introduction à en "},
	{"id", " dan untuk dengan yang dasar pengenalan belajar bulan fase "},
	{"pt", " os para dos da das uma introdução em não "},
	{"ru", " и для на по с введение основы "},
	{"tr", " ve ile için bir nedir giriş temel seviye "},
	{"uk", " і та для на з вступ основи "},
	{"vi", " và cho của với các học bài cơ bản "},
}

// commonWords are the languages by their words: a bit for each position in common.
var commonWords = sync.OnceValue(func() map[string]uint {
	languages := make(map[string]uint, 16*len(common))
	for j, c := range common {
		for word := range strings.FieldsSeq(c.words) {
			languages[word] |= 1 << j
		}
	}
	return languages
})

// IsEnglish tells whether a word in lower case is a common one of English.
func IsEnglish(word string) bool { return commonWords()[word]&1 != 0 }

// Enough is how many titles are read to tell a course's language.
const Enough = 500

// Of is the tag of the language that the commonest words of titles tell. Those without
// any, and in plain letters, count as English; "" is not known.
func Of(titles []string) string {
	hits := make([]int, len(common))
	foreign, letters, known := 0, 0, commonWords()
	for _, title := range titles[:min(len(titles), Enough)] {
		for _, r := range title {
			if unicode.IsLetter(r) {
				letters++
				if r > 0x7F {
					foreign++
				}
			}
		}
		for word := range strings.FieldsFuncSeq(strings.ToLower(title), isBetween) {
			for of := known[word]; of != 0; of &= of - 1 {
				hits[bits.TrailingZeros(of)]++
			}
		}
	}
	best, second := 0, 0
	for j := range hits[1:] {
		switch j++; {
		case hits[j] > hits[best]:
			best, second = j, hits[best]
		case hits[j] > second:
			second = hits[j]
		}
	}
	plain := foreign*50 <= letters // a name or two with an accent
	if best == 0 && (plain || hits[0] > 2*second) || best > 0 && hits[best] >= 2 && hits[best] > second {
		return common[best].language
	}
	return ""
}

// isBetween tells what stands between words.
func isBetween(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && r != '\''
}
