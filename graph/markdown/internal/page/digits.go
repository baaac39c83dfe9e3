package page

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// digits is a text with the decimal digits of all scripts as 0 to 9, by which numbers
// are known: "۱۲", "１２" and "१२" are 12. Titles keep theirs.
func digits(s string) string {
	if !strings.ContainsFunc(s, isForeignDigit) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if isForeignDigit(r) {
			return digit(r)
		}
		return r
	}, s)
}

// fromDigit is a text from its first digit on; "" without one.
func fromDigit(s string) string {
	if i := strings.IndexFunc(s, unicode.IsDigit); i >= 0 {
		return digits(s[i:])
	}
	return ""
}

func isForeignDigit(r rune) bool { return r >= utf8.RuneSelf && unicode.IsDigit(r) }

// digit is the digit from 0 to 9 that a decimal digit of another script stands for. Unicode
// has those of a script in a row.
func digit(r rune) rune {
	for _, row := range unicode.Nd.R16 {
		if lo := rune(row.Lo); lo <= r && r <= rune(row.Hi) {
			return '0' + (r-lo)%10
		}
	}
	for _, row := range unicode.Nd.R32 {
		if lo := rune(row.Lo); lo <= r && r <= rune(row.Hi) {
			return '0' + (r-lo)%10
		}
	}
	return r
}
