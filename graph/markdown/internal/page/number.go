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
