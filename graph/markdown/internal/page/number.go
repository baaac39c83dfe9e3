package page

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// numberBare takes the numbers off headings, or items of a list, such as
// "1 History", "2 Methods": a number without a mark is one only among others of
// its level that count on, for "3 ways to learn" is a title.
func numberBare(heads []*Element) {
	var runs [maxLevel + 1][]*Element // by level, the headings that count on
	flush := func(level int) {
		if countsAlike(runs[level]) {
			runs[level] = runs[level][:0]
		}
		for _, h := range runs[level] {
			if n, rest := bareNumber(h.Title); n > 0 && len(runs[level]) > 1 && h.Number == "" {
				h.Number, h.Title = digits(h.Title[:len(h.Title)-len(rest)-1]), NewLabel(rest).Title
			}
		}
		runs[level] = runs[level][:0]
	}
	for _, h := range heads {
		level := min(int(h.Level), maxLevel)
		for below := level + 1; below <= maxLevel; below++ {
			flush(below)
		}
		n := ordinalOf(h)
		if run := runs[level]; len(run) > 0 && n != ordinalOf(run[len(run)-1])+1 {
			flush(level)
		}
		if n > 0 {
			runs[level] = append(runs[level], h)
		}
	}
	for level := range runs {
		flush(level)
	}
}

// countsAlike says whether the numbers are all that tells headings apart: "1 week
// left", "2 weeks left".
func countsAlike(heads []*Element) bool {
	last := ""
	for _, h := range heads {
		_, rest := bareNumber(h.Title)
		if h.Number != "" || rest == "" {
			return false
		}
		word, more, _ := strings.Cut(Fold(rest), " ")
		if rest = FirstRunes(word, 4) + more; rest == last {
			return true
		}
		last = rest
	}
	return false
}

// maxLevel is that of the deepest headings; <summary>s may stand deeper.
const maxLevel = 8

// ordinalOf is the number of a heading, with a mark or bare, or 0.
func ordinalOf(h *Element) int {
	if h.Number != "" {
		if h.Number[0] >= '0' && h.Number[0] <= '9' && !isNumber(h.Number) {
			return 0
		}
		n, _ := strconv.Atoi(h.Number)
		return n
	}
	n, _ := bareNumber(h.Title)
	return n
}

// bareNumber splits "12 Trees".
func bareNumber(s string) (n int, rest string) {
	number, rest, ok := strings.Cut(s, " ")
	number = digits(number)
	if !ok || !isNumber(number) || len(number) > 2 || !beginsWithWord(rest) || BeginsWithDate(s) {
		return 0, ""
	}
	n, _ = strconv.Atoi(number)
	return n, rest
}

// beginsWithWord says whether a text begins with a letter, or with one in quotes:
// "+ 3 = 5" does not.
func beginsWithWord(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "\"'“„«‘(`"))
	return unicode.IsLetter(r)
}

// keepVersions gives headings such as "1.4 Winter" their number back as a part
// of the title where it numbers nothing: no heading is number 1, or 1.1 with
// 1.2 behind it, nor are others numbered so.
func keepVersions(heads []*Element) {
	chapters, others := map[string]bool{}, 0
	for i, h := range heads {
		chapters[h.Number] = true
		if chapter, ok := strings.CutSuffix(h.Number, ".1"); ok && i+1 < len(heads) {
			for _, next := range heads[i+1:] {
				if next.Level <= h.Level {
					if next.Level == h.Level && next.Number == chapter+".2" {
						chapters[chapter] = true
						others++
					}
					break
				}
			}
		}
	}
	for _, h := range heads {
		first, _, dotted := strings.Cut(h.Number, ".")
		if dotted && isNumber(first) && !chapters[first] && others < 2 && strings.Count(h.Number, ".") == 1 {
			h.Title, h.Number = h.Number+" "+h.Title, ""
		}
	}
}

// splitNumber takes the numbering off the front of a title: "1.", "2.3", "4)",
// "#5", "1️⃣" (its emoji parts gone already), "IV.", "①", "一、", "(3)". A
// number that is part of the text ("3D graphics", "100 days", "2001: A …")
// stays; so does a title that is nothing but a number.
func splitNumber(s string) (number, rest string) {
	if s == "" || s[0] >= 'a' && s[0] <= 'z' {
		return "", s
	}
	if date, _ := cutSpaced(s); date != "" || strings.HasPrefix(s[digitsEnd(s, 0):], ". ") && IsDate(s) { // "6. März"
		return "", s
	}
	read := digits(s)
	for _, form := range [...]func(string) int{decimal, ordinal, enclosed} {
		if n := form(read); n > 0 {
			rest = strings.TrimLeft(read[n:], " .):、．-–—：·|")
			if rest == "" {
				return "", s
			}
			return strings.Trim(read[:n], "#().,:）（、． "), lastRunes(s, utf8.RuneCountInString(rest))
		}
	}
	return "", s
}

// lastRunes is the end of a text, so many characters.
func lastRunes(s string, n int) string {
	i := len(s)
	for ; n > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
	}
	return s[i:]
}

// decimal matches "1.", "1.2", "1.2.", "1)", "#1", "(1)", "01 -", "1 · " at the front
// and gives the length with what closes it, or 0.
func decimal(s string) int {
	i, hash := 0, strings.HasPrefix(s, "#")
	open := strings.HasPrefix(s, "(")
	if hash || open {
		i = 1
	}
	start, dots := i, 0
	for i < len(s) && (s[i] >= '0' && s[i] <= '9' || s[i] == '.' && i > start && i+1 < len(s) && s[i+1] >= '0' && s[i+1] <= '9') {
		if s[i] == '.' {
			dots++
		}
		i++
	}
	if i == start || i-start > 8 || i == len(s) || clocksEnd(s[start:]) > 0 {
		return 0
	}
	if len(s) > i && (s[i] == ')' || s[i] == '.' && !open) {
		if i+1 < len(s) && (s[i+1] == ' ' || s[i+1] >= utf8.RuneSelf || isUpper(s[i+1])) {
			return i + 1
		}
		return 0
	}
	if strings.HasPrefix(s[i:], "、") || strings.HasPrefix(s[i:], "．") || strings.HasPrefix(s[i:], "）") {
		return i
	}
	if s[i] != ' ' && s[i] != ':' || s[i] == ':' && digitsEnd(s, i+1) > i+1 { // "1:1"
		return 0
	}
	tail := strings.TrimLeft(s[i:], " ")
	if dots == 1 && strings.HasSuffix(s[start:i], ".0") && s[i] == ' ' && !hash {
		return 0 // a version
	}
	if dots > 0 || hash || strings.HasPrefix(tail, "- ") || strings.HasPrefix(tail, "– ") || strings.HasPrefix(tail, "— ") ||
		strings.HasPrefix(tail, "· ") || strings.HasPrefix(tail, "| ") ||
		strings.HasPrefix(tail, ":") && i-start <= 2 || s[start] == '0' && i-start == 2 && !BeginsWithDate(s[start:]) {
		return i
	}
	return 0
}

func isUpper(c byte) bool { return c >= 'A' && c <= 'Z' }

// ordinal matches Roman numerals and Chinese numbers with their mark: "IV.",
// "一、".
func ordinal(s string) int {
	i := 0
	for i < len(s) && strings.IndexByte("IVXLC", s[i]) >= 0 {
		i++
	}
	if i > 0 && i+1 < len(s) && (s[i] == '.' || s[i] == ')') && s[i+1] == ' ' {
		return i + 1
	}
	i = 0
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !strings.ContainsRune("一二三四五六七八九十百", r) {
			break
		}
		i += n
	}
	if i > 0 && (strings.HasPrefix(s[i:], "、") || strings.HasPrefix(s[i:], "．") || strings.HasPrefix(s[i:], ". ")) {
		return i
	}
	return 0
}

// enclosed matches one enclosed digit: "①", "❶".
func enclosed(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	if r >= 0x2460 && r <= 0x249b || r >= 0x2776 && r <= 0x2793 {
		return n
	}
	return 0
}

// isNumbers says whether a folded text is but numbers.
func isNumbers(key []byte) bool {
	for _, c := range key {
		if c != ' ' && (c < '0' || c > '9') {
			return false
		}
	}
	return len(key) > 0
}

func isNumber(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsDigit(r) })
}

// roman is the Roman numeral of a small number.
func roman(n int) string {
	if n > 39 {
		return ""
	}
	return strings.Repeat("X", n/10) + [...]string{"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"}[n%10]
}
