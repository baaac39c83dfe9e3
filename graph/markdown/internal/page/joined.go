package page

import (
	"strings"
	"unicode/utf8"
)

// noise are the classes of what is no course.
const noise = Never | Toc | Meta | Aside | People | Log

// joined finds what an enumeration is known for: "Videos, articles & books" is
// what each of the three is. Where all are no course ("About and licence"), it
// is all of them. One unknown member, and nothing is known.
func joined(text, language string) Class {
	if len(text) > maxPhrase {
		return 0
	}
	every, some, noisy, members := ^Class(0), Class(0), true, 0
	for rest := text; rest != ""; {
		member := rest
		if begin, end := joint(rest); begin >= 0 {
			member, rest = rest[:begin], rest[end:]
		} else if members == 0 {
			return 0
		} else {
			rest = ""
		}
		if !hasLetter(member) {
			continue // between the comma and the word of ", and"
		}
		c := classOf(member, language)
		if c == 0 {
			return 0
		}
		every, some, noisy = every&c, some|c, noisy && c&noise != 0
		members++
	}
	if members < 2 {
		return 0
	}
	if noisy {
		every |= some & noise
	}
	return every
}

// joint finds what first joins two members of an enumeration: where it begins
// and ends, or −1.
func joint(s string) (begin, end int) {
	for i, r := range s {
		switch r {
		case ',', '&', '/', '+', '、', '，', '・', '和', '与', '與', '及', 'と', 'や':
			return i, i + utf8.RuneLen(r)
		case ' ':
			word, _, more := strings.Cut(s[i+1:], " ")
			if more && isJoint(word) {
				return i, i + 1 + len(word)
			}
			for _, glued := range [...]string{"و", "ו"} { // Arabic and Hebrew write "and" with the next word
				if strings.HasPrefix(word, glued) {
					return i, i + 1 + len(glued)
				}
			}
		}
	}
	return -1, 0
}

// isJoint says whether a word is "and" or "or", in any language known.
func isJoint(word string) bool {
	switch word = strings.ToLower(word); word {
	case "or", "o", "ou", "oder", "en", "eller", "tai", "vagy", "sau",
		"a", "lub", "nebo", "alebo", "ili", "или", "або", "ή",
		"veya", "atau", "hoặc", "या", "ও", "หรือ":
		return true
	}
	return isAnd(word)
}

// isAnd says whether a word, or a sign, is "and" in any language known, and in
// none something else that stands behind names.
func isAnd(word string) bool {
	switch word {
	case "&", "+", "and", "y", "e", "et", "und", "och", "og", "ja", "és", "și",
		"i", "и", "і", "й", "та", "και", "ve", "dan", "và", "और", "এবং", "และ", "및", "と", "和", "与":
		return true
	}
	return false
}
