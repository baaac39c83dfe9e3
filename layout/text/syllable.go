package text

import (
	"strings"
	"unicode"
)

// Thai, Lao, Khmer and Burmese stand without spaces between words, and where their
// words end only a dictionary knows. Where some of their syllables begin can be
// seen from the letters alone. The rules below find those places and no others:
// where the letters leave it open, a line does not end.

// beginsSyllable says whether a syllable of one of these scripts surely begins with
// character i.
func beginsSyllable(runes []rune, i int) bool {
	if i == 0 || i >= len(runes) {
		return false
	}
	r, before := runes[i], runes[i-1]
	switch {
	case isDense(r) != isDense(before) && (unicode.IsLetter(r) || isDense(r)) && (unicode.IsLetter(before) || isDense(before)):
		return !unicode.Is(unicode.M, r) // where a word of another script begins or ends
	case !isDense(r):
		return false
	case r >= 0x1000 && r < 0x10A0:
		return beginsBurmese(runes, i)
	case r >= 0x1780 && r < 0x1800:
		return beginsKhmer(runes, i)
	}
	return beginsThai(runes, i)
}

// isDense holds for the letters and marks of these scripts, not for their digits.
func isDense(r rune) bool {
	return r >= 0x0E00 && r < 0x1800 && unicode.In(r, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar) &&
		!unicode.In(r, unicode.Nd, unicode.P, unicode.S)
}

// beginsBurmese: before each letter but those that end a syllable, which the asat
// (103A) marks, and those of a stack, which the virama (1039) joins.
func beginsBurmese(runes []rune, i int) bool {
	r := runes[i]
	if !(r >= 0x1000 && r <= 0x102A || r == 0x103F) || runes[i-1] == 0x1039 {
		return false
	}
	for _, next := range runes[i+1 : min(i+3, len(runes))] {
		switch next {
		case 0x1037: // the dot below may stand before the asat
			continue
		case 0x1039, 0x103A:
			return false
		}
		break
	}
	return true
}

// beginsKhmer: before a letter with a vowel sign of its own. The letter that bears
// a stack may as well end the syllable before.
func beginsKhmer(runes []rune, i int) bool {
	r := runes[i]
	return r >= 0x1780 && r <= 0x17A2 && runes[i-1] != 0x17D2 && i+1 < len(runes) && runes[i+1] >= 0x17B6 && runes[i+1] <= 0x17C5
}

// Letters of Thai; Lao has the same in the same order, 0x80 further on.
const (
	thaiFinals   = "กงดนบมยรลว"      // end syllables, and begin few without a vowel
	thaiClusters = "กขคจซดตทบปผพฟศส" // may join one of the following
	thaiSecond   = "รลว"
	thaiLed      = "งญนมยรลว" // may be led by ห
	thaiVowels   = "ยวอ"      // are part of a vowel behind a sign
)

// beginsThai: before a vowel that is written first; after one that ends a
// syllable; and before a consonant with a sign of its own, if what stands before it
// is surely no part of a cluster with it.
func beginsThai(runes []rune, i int) bool {
	at := func(i int) rune { return thai(runes, i) }
	r, before := at(i), at(i-1)
	switch {
	case r >= 'เ' && r <= 'ไ':
		return before < 'เ' || before > 'ไ'
	case before == 'ะ' || before == 'ำ' || before == 'ๆ':
		return isThaiConsonant(r)
	case !isThaiConsonant(r) || !isThaiSign(at(i+1)):
		return false
	}
	if isThaiConsonant(before) {
		// It ended the syllable of a vowel before it.
		cluster := strings.ContainsRune(thaiClusters, before) && strings.ContainsRune(thaiSecond, r) || before == 'ห' && strings.ContainsRune(thaiLed, r)
		if cluster || !strings.ContainsRune(thaiFinals, before) {
			return before == 'อ' && withoutTone(at, i-2) == 'ื'
		}
		return isThaiSign(at(i-2)) || strings.ContainsRune(thaiVowels, at(i-2)) && isThaiSign(at(i-3))
	}
	// A vowel before it, but not one that wants a consonant to end it.
	v := withoutTone(at, i-1)
	return isThaiSign(before) && v != 'ั' && v != '็' && !isThaiConsonant(v)
}

// withoutTone is character i, or the one before it where that is a tone.
func withoutTone(at func(int) rune, i int) rune {
	if r := at(i); !isThaiTone(r) {
		return r
	}
	return at(i - 1)
}

// thai is a character, one of Lao as that of Thai; 0 beyond the text.
func thai(runes []rune, i int) rune {
	if i < 0 || i >= len(runes) {
		return 0
	}
	if r := runes[i]; r >= 0x0E80 && r < 0x0F00 {
		if r == 0x0EDC || r == 0x0EDD {
			return 'น' // two letters of Lao in one
		}
		return r - 0x80
	}
	return runes[i]
}

func isThaiConsonant(r rune) bool { return r >= 'ก' && r <= 'ฮ' }

func isThaiTone(r rune) bool { return r >= '่' && r <= '๋' }

// isThaiSign holds for vowels that are written after, above or below their consonant,
// and for tones.
func isThaiSign(r rune) bool {
	return r >= 'ะ' && r <= 0x0E3D || r == 'ๅ' || r == '็' || isThaiTone(r) || r == 'ํ'
}
