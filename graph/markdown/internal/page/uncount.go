package page

import (
	"slices"
	"strings"
)

// minCounted is how many cells of a column begin with a line that only counts, until
// the lines below it name them.
const minCounted = 3

// uncount takes the lines that only count what stands below them off the cells of a
// column: of "Chapter 2.1", and below it "Loops", the second is the name. The first
// column counts the rows.
func (t *table) uncount(r *reader) {
	for i := 1; i < len(t.columns); i++ {
		var counted []*cell
		word, lines := "", 0
		for j := range t.rows {
			if i >= len(t.rows[j].cells) {
				continue
			}
			c := &t.rows[j].cells[i]
			if len(c.lines) < 2 {
				continue
			}
			lines++
			if w := counter(c.lines[0]); w != "" && (word == "" || w == word) {
				word = w
				counted = append(counted, c)
			}
		}
		if len(counted) < minCounted || len(counted)*3 < lines*2 {
			continue
		}
		for _, c := range counted {
			count := squeeze(textOf(c.lines[0]))
			spans := slices.Clone(c.lines[1])
			for _, l := range c.lines[2:] {
				spans = append(append(spans, span{text: " ", at: -1, style: breaks | hard}), l...)
			}
			named := r.cell(spans, c.At)
			named.head, named.width, named.height = c.head, c.width, c.height
			named.setAttr("when", count)
			*c = named
		}
	}
}

// counter is the beginning of the word that a text counts by, if the text is that with
// numbers: "chap" of "Chapters 1.8 and 1.9". "" for others, and for what is set as a name.
func counter(line []span) string {
	if slices.ContainsFunc(line, func(s span) bool { return s.url != "" || s.style&bold != 0 }) {
		return ""
	}
	key := Fold(textOf(line))
	word, rest, _ := strings.Cut(key, " ")
	if hasDigit(word) || rest == "" {
		return ""
	}
	number := false
	for w := range strings.FieldsSeq(rest) {
		if number = isNumber(w); !number && len(w) > 3 {
			return ""
		}
	}
	if !number {
		return ""
	}
	return FirstRunes(word, 4)
}
