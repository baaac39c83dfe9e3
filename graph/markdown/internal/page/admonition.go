package page

import (
	"strings"

	"github.com/yuin/goldmark/text"
)

// admonition reads a block that folds up, as MkDocs writes it:
//
//	??? note "Seams"
//	    - Flat felled
//
// or a tab, === "Seams". Its title is a line over what is indented below it,
// which Markdown takes for the rest of the paragraph, or for code. It says whether
// the paragraph is one.
func (r *reader) admonition(lines *text.Segments) bool {
	first := lines.At(0)
	mark, rest, _ := strings.Cut(strings.TrimSpace(r.src[first.Start:first.Stop]), " ")
	if mark != "???" && mark != "???+" && mark != "===" {
		return false
	}
	_, title, ok := strings.Cut(rest, `"`)
	title, tail, closed := strings.Cut(title, `"`)
	label := NewLabel(title)
	if !ok || !closed || tail != "" || label.Title == "" {
		return false
	}
	l := r.new(Line, first.Start)
	l.Label, l.Raw, l.Lead = label, title, BoldLead
	r.at.add(l)
	below := text.NewSegments()
	for _, s := range lines.Sliced(1, lines.Len()) {
		line := r.src[strings.LastIndexByte(r.src[:s.Start], '\n')+1 : s.Start]
		below.Append(text.NewSegmentPadding(s.Start, s.Stop, max(0, width(line)-tabWidth)))
	}
	if below.Len() > 0 {
		r.reread(below)
	}
	return true
}

const tabWidth = 4

// width is how far a line of blanks reaches.
func width(blanks string) int {
	n := 0
	for i := range len(blanks) {
		if n++; blanks[i] == '\t' {
			n = (n + tabWidth - 1) / tabWidth * tabWidth
		}
	}
	return n
}
