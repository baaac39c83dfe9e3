package markdown

import (
	"strconv"
	"strings"
)

// numberBare takes the numbers off headings such as "1 History", "2 Methods":
// a number without a mark is one only among others of its level that count on,
// for "3 ways to learn" is a title.
func numberBare(heads []*heading) {
	var runs [maxLevel + 1][]*heading // by level, the headings that count on
	flush := func(level int) {
		for _, h := range runs[level] {
			if n, rest := bareNumber(h.title); n > 0 && len(runs[level]) > 1 && h.number == "" {
				h.number, h.title = h.title[:len(h.title)-len(rest)-1], newLabel(rest).title
			}
		}
		runs[level] = runs[level][:0]
	}
	for _, h := range heads {
		level := min(h.level, maxLevel)
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

// maxLevel is that of the deepest headings; <summary>s may stand deeper.
const maxLevel = 8

// ordinalOf is the number of a heading, with a mark or bare, or 0.
func ordinalOf(h *heading) int {
	if h.number != "" {
		n, _ := strconv.Atoi(h.number)
		return n
	}
	n, _ := bareNumber(h.title)
	return n
}

// bareNumber splits "12 Trees".
func bareNumber(s string) (n int, rest string) {
	number, rest, ok := strings.Cut(s, " ")
	if !ok || !isNumber(number) || len(number) > 2 || !hasLetter(rest) {
		return 0, ""
	}
	n, _ = strconv.Atoi(number)
	return n, rest
}
