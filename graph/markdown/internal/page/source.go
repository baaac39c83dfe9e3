package page

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/markdown/repair"
	"github.com/roadmapviz/roadmapviz/internal/encoding"
)

// A source is a document as the parser reads it: UTF-8 with "\n" line ends,
// repaired and bounded. Everything that makes it keeps lines where they are
// and columns too, except for the repair, which knows the way back.
type source struct {
	file  string
	text  string
	clean []byte // the same, for the parser of the syntax
	// written is the text before the repair and with the byte order mark that
	// this may have brought to light; offsets leads back to it.
	written string
	offsets repair.Map
	mended  bool
	mark    int // length of the byte order mark that the repair brought to light

	lines []int                          // offsets of the line starts in written, made when first needed
	last  struct{ at, line, column int } // the last place found, to go on from
}

// newSource makes a source of a text in UTF-8 with "\n" line ends, and reports
// what it had to leave out or to mend.
func newSource(file string, src []byte, r *Reporter) *source {
	s := &source{file: file}
	src, cuts := bound(blankEnclosing(src))
	src = s.mend(src, r)
	s.text = s.written
	if s.mended {
		s.text = string(src)
	}
	if rest, ok := strings.CutPrefix(s.text, byteOrderMark); ok {
		s.mark, s.text, src = len(s.text)-len(rest), rest, src[len(s.text)-len(rest):]
	}
	s.clean = src
	for _, c := range cuts {
		r.Report(c.code, graph.Position{File: file, Line: c.line, Column: 1}, c.hint, "%s", c.message)
	}
	return s
}

const byteOrderMark = "\ufeff"

// isUTF16 says whether a file is in UTF-16.
func isUTF16(src []byte) bool { return encoding.Writable(src) != nil }

// decode makes UTF-8 of UTF-16, which Windows editors write with a byte order mark.
func decode(src []byte) []byte {
	if text, err := encoding.Decode(src); err == nil {
		src = text
	}
	return bytes.TrimPrefix(src, []byte(byteOrderMark))
}

// unifyLines makes "\n" of "\r\n" and "\r". The lines and columns of what
// remains do not change by it.
func unifyLines(src []byte) []byte {
	if bytes.IndexByte(src, '\r') < 0 {
		return src
	}
	out := make([]byte, 0, len(src))
	for i, c := range src {
		switch {
		case c != '\r':
			out = append(out, c)
		case i+1 == len(src) || src[i+1] != '\n':
			out = append(out, '\n')
		}
	}
	return out
}

// Position is the place of a byte of the text in the file. It is quick for
// places that are asked for in document order.
func (s *source) Position(at int) graph.Position {
	if at < 0 || at > len(s.text) {
		return graph.Position{}
	}
	at += s.mark
	if s.mended {
		at = s.offsets.Source(at)
	}
	return s.place(at)
}

// place is the place of a byte of the text before the repair.
func (s *source) place(at int) graph.Position {
	if s.lines == nil {
		s.indexLines()
	}
	l := &s.last
	if at < l.at || l.line == 0 || l.line < len(s.lines) && at >= s.lines[l.line] {
		line, found := slices.BinarySearch(s.lines, at)
		if !found {
			line--
		}
		l.line, l.at, l.column = line+1, s.lines[line], 1
	}
	l.column += utf8.RuneCountInString(s.written[l.at:at])
	l.at = at
	return graph.Position{File: s.file, Line: l.line, Column: l.column}
}

func (s *source) indexLines() {
	s.lines = make([]int, 1, 1+strings.Count(s.written, "\n"))
	for i := 0; ; {
		n := strings.IndexByte(s.written[i:], '\n')
		if n < 0 {
			return
		}
		i += n + 1
		s.lines = append(s.lines, i)
	}
}
