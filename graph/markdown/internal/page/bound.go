package page

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"github.com/roadmapviz/roadmapviz/graph/codes"
)

// What a document may cost. A line of a course has at most a few thousand
// bytes and stands at most a dozen levels deep; beyond these limits a text is
// no course but an accident or an attack, and CommonMark parsers need time
// and stack that grow with length times depth.
const (
	maxLine  = 1 << 16 // bytes
	maxLinks = 1000    // "[" in a line: each may cost a look at all that follows
	maxDepth = 64      // block quotes and list items around a line
	maxTabs  = 4 * maxDepth
	maxBlock = 8000 // "[" in a paragraph or table
	maxCells = 200  // columns of a table: every row is filled up to them
	// maxPieces bounds lines, tags and links of a document together. Each can be an
	// element of the course, of which several kilobytes are known until it is drawn.
	maxPieces = 300_000
)

// A cut is a place where bound left something out.
type cut struct {
	code          codes.Code
	line          int
	message, hint string
}

// bound shortens over-long lines and drops over-deep ones. Lines and columns
// of what remains do not change. It reports the first cut of each kind, and how
// many are like it.
func bound(src []byte) ([]byte, []cut) {
	var out []byte // nil as long as nothing was cut
	var cuts []cut
	more := map[string]int{} // by message, the cuts behind the first
	start := 0
	var block bracketCount
	pieces := 0
	for line := 1; start < len(src); line++ {
		end := start + bytes.IndexByte(src[start:], '\n')
		if end < start {
			end = len(src)
		}
		keep := src[start:end]
		if pieces += 1 + bytes.Count(keep, []byte("<")) + bytes.Count(keep, []byte("[")); pieces > maxPieces {
			cuts = append(cuts, cut{codes.TooLong, line, fmt.Sprintf("more than %d lines, tags and links stand before this; the rest is left out", maxPieces), "make several documents of it, which can be one course"})
			if out == nil {
				out = src[:start:start]
			}
			break
		}
		var c cut
		switch {
		case isTooDeep(keep):
			c = cut{codes.TooDeep, line, "the text is nested more than 64 levels deep and is left out", "nest less deeply"}
			keep = nil
		case len(keep) > maxLine || len(keep) > maxLinks && bytes.Count(keep, []byte("[")) > maxLinks:
			c = cut{codes.TooLong, line, "the line is too long; its end is left out", "break the line"}
			keep = cutRune(cutLinks(keep[:min(len(keep), maxLine)]))
		case len(keep) > maxCells && isDelimiter(keep) && bytes.Count(bytes.Trim(keep, "| \t>"), []byte("|")) >= maxCells:
			c = cut{codes.TooLong, line, "the table has more than 200 columns and is not read", "write fewer columns"}
			keep = nil
		default:
			if block.add(keep); block.n > maxBlock {
				c = cut{codes.TooLong, line, "more than 8000 brackets stand together; a line is left out", "put an empty line between them"}
				keep, block = nil, bracketCount{}
			}
		}
		if len(keep) < end-start {
			if out == nil {
				out = append(make([]byte, 0, len(src)), src[:start]...)
			}
			if n, had := more[c.message]; had {
				more[c.message] = n + 1
			} else {
				more[c.message] = 0
				cuts = append(cuts, c)
			}
		}
		if out != nil {
			out = append(out, keep...)
			if end < len(src) {
				out = append(out, '\n')
			}
		}
		start = end + 1
	}
	if out == nil {
		return src, nil
	}
	for i := range cuts {
		switch n := more[cuts[i].message]; n {
		case 0:
		case 1:
			cuts[i].message += "; so is one more line"
		default:
			cuts[i].message += fmt.Sprintf("; so are %d more lines", n)
		}
	}
	return out, cuts
}

// A bracketCount counts the "[" of a paragraph: a parser may have to look at
// each of them for each "]". What is surely a new paragraph begins at 0.
type bracketCount struct {
	n      int
	inList bool
	indent int // of the last list mark
}

func (b *bracketCount) add(line []byte) {
	text := bytes.TrimLeft(line, " ")
	indent := len(line) - len(text)
	switch ordered, first, ok := listMark(text); {
	case len(text) == 0:
		*b = bracketCount{inList: b.inList, indent: b.indent}
		return
	case ok && (b.inList && indent <= b.indent+5 || indent <= 3 && (b.n == 0 || !ordered || first)):
		*b = bracketCount{inList: true, indent: indent}
	case b.n == 0 && indent <= b.indent:
		b.inList, b.indent = false, 0
	}
	b.n += bytes.Count(text, []byte("["))
}

// listMark says whether a line begins with a list mark and text, whether that
// is a number, and whether the number is 1: no other one ends a paragraph.
func listMark(text []byte) (ordered, first, ok bool) {
	i := 0
	for i < len(text) && i < 9 && text[i] >= '0' && text[i] <= '9' {
		i++
	}
	switch {
	case i < len(text) && i > 0 && (text[i] == '.' || text[i] == ')'):
		ordered, first = true, i == 1 && text[0] == '1'
	case i == 0 && len(text) > 0 && (text[0] == '-' || text[0] == '*' || text[0] == '+'):
	default:
		return false, false, false
	}
	rest := text[i+1:]
	return ordered, first, len(rest) > 1 && rest[0] == ' ' && len(bytes.TrimSpace(rest)) > 0
}

// isDelimiter says whether a line is the one below the header of a table.
func isDelimiter(line []byte) bool {
	return len(bytes.Trim(line, "|-: \t>")) == 0 && bytes.IndexByte(line, '-') >= 0
}

// cutLinks ends a line before the first "[" that is too many.
func cutLinks(line []byte) []byte {
	n := 0
	for i, c := range line {
		if c == '[' {
			if n++; n > maxLinks {
				return line[:i]
			}
		}
	}
	return line
}

// isTooDeep counts the containers that a line opens or goes on with: block
// quote marks, list marks and indentation.
func isTooDeep(line []byte) bool {
	if len(line) < maxDepth {
		return false
	}
	depth, column := 0, 0
	for i, c := range line {
		switch {
		case c == ' ':
			column++
		case c == '\t':
			column += 4
		case c == '>' || isListMark(line, i):
			depth++
		case c >= '0' && c <= '9' || c == '.' || c == ')':
		default:
			return depth > maxDepth || column > maxTabs
		}
	}
	return depth > maxDepth
}

func isListMark(line []byte, i int) bool {
	c := line[i]
	next := i+1 == len(line) || line[i+1] == ' ' || line[i+1] == '\t'
	return next && (c == '-' || c == '*' || c == '+' || (c == '.' || c == ')') && i > 0 && line[i-1] >= '0' && line[i-1] <= '9')
}

// cutRune drops the bytes of a character that was cut in two.
func cutRune(b []byte) []byte {
	for i := 1; i <= utf8.UTFMax && i <= len(b); i++ {
		if utf8.RuneStart(b[len(b)-i]) {
			if !utf8.FullRune(b[len(b)-i:]) {
				return b[:len(b)-i]
			}
			break
		}
	}
	return b
}
