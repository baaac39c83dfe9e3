package page

import (
	"sort"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// indented reads an indented code block that is a list indented too far, as
// authors write it below a line or in an admonition: Markdown takes that for
// code, but nobody else does.
func (r *reader) indented(n *ast.CodeBlock) {
	if r.unmarked || isIndentedList(n.Lines(), r.src) {
		r.reread(n.Lines())
	}
}

// minIndented is how many indented blocks make an outline without any mark.
const minIndented = 3

// isUnmarked says whether a document is an outline in plain text: lines that stand alone, and
// below each one what belongs to it, indented. Markdown takes that for code.
func isUnmarked(tree ast.Node, src string) bool {
	blocks := 0
	for n := tree.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Heading, *ast.HTMLBlock, *ast.ThematicBreak: // a figure may stand beside it
		case *ast.Paragraph:
			if n.Lines().Len() > 1 {
				return false
			}
		case *ast.CodeBlock:
			if _, ok := n.PreviousSibling().(*ast.Paragraph); !ok || !areNames(n.Lines(), src) {
				return false
			}
			blocks++
		default:
			return false
		}
	}
	return blocks >= minIndented
}

// areNames says whether all lines of a block begin with a letter and end as no statement of
// a program does.
func areNames(lines *text.Segments, src string) bool {
	for i := range lines.Len() {
		s := lines.At(i)
		line := strings.TrimSpace(src[s.Start:s.Stop])
		if line != "" && (!beginsWithWord(line) || strings.ContainsAny(line, "={}<>$\\") || strings.HasSuffix(line, ";")) {
			return false
		}
	}
	return true
}

// isIndentedList says whether lines of code in a text are a list.
func isIndentedList(lines *text.Segments, src string) bool {
	marks, hyphens, all := 0, 0, 0
	for i := range lines.Len() {
		s := lines.At(i)
		line := strings.TrimLeft(src[s.Start:s.Stop], " \t")
		if strings.TrimSpace(line) == "" {
			continue
		}
		all++
		if isItemLine(line) {
			marks++
		} else if hasHyphen(line) {
			hyphens++
		} else if all == 1 {
			return false
		}
	}
	return all > 0 && (marks*3 >= all*2 || hyphens >= all)
}

// isItemLine says whether a line begins with a list mark and a name, and is not
// a piece of YAML.
func isItemLine(line string) bool {
	_, _, ok := listMark([]byte(line))
	if !ok {
		return false
	}
	_, rest, _ := strings.Cut(line, " ")
	rest = strings.TrimLeft(rest, " ")
	if key, after, yaml := strings.Cut(rest, ":"); yaml && !strings.ContainsAny(key, " [*`") && key == strings.ToLower(key) && strings.HasPrefix(after, " ") {
		return false
	}
	return hasLetter(rest)
}

// reread reads lines by themselves into the open place, and puts what it finds
// where it stands in the document.
func (r *reader) reread(lines *text.Segments) {
	src, clean, outer := r.src, r.clean, r.origin
	e := r.at.target()
	before := len(e.Kids)
	piece, place := unindent(lines, src)
	r.src, r.clean, r.origin = piece, []byte(piece), outward(place, outer)
	tree := r.parseSyntax(r.clean)
	for c := tree.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.List:
			r.list(c)
		case *ast.Paragraph: // hyphens without a space
			spans := r.run(c).spans
			items := r.linkLines(spans)
			if items == nil && r.unmarked {
				items = r.items(r.lines(spans))
			}
			for _, it := range items {
				r.appendItem(it)
			}
		}
	}
	r.src, r.clean, r.origin = src, clean, outer
	var move func(*Element)
	move = func(x *Element) {
		x.At = place(x.At)
		for i := range x.Links {
			x.Links[i].At = place(x.Links[i].At)
		}
		for i, w := range x.Wants() {
			x.Rare.Wants[i].At = place(w.At)
		}
		for _, k := range x.Kids {
			move(k)
		}
	}
	for _, k := range e.Kids[before:] {
		move(k)
	}
}

// unindent makes a text of lines, and gives the way back to their places.
func unindent(lines *text.Segments, src string) (piece string, origin func(int) int) {
	var b strings.Builder
	var starts, offsets []int // of lines: in the new text, in the old one
	for i := range lines.Len() {
		s := lines.At(i)
		starts, offsets = append(starts, b.Len()), append(offsets, s.Start-s.Padding)
		b.WriteString(strings.Repeat(" ", s.Padding))
		b.WriteString(src[s.Start:s.Stop])
	}
	return b.String(), func(at int) int {
		i := sort.SearchInts(starts, at+1) - 1 // the line that at is in
		return min(offsets[i]+at-starts[i], len(src)-1)
	}
}

// outward goes two such ways, of which there may be but the first.
func outward(inner, outer func(int) int) func(int) int {
	if outer == nil {
		return inner
	}
	return func(at int) int { return outer(inner(at)) }
}
