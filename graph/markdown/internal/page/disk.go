package page

import (
	"bytes"
	"unicode/utf8"

	"github.com/roadmapviz/roadmapviz/graph"
)

// A disk is a file as it is on disk, with the offsets of its lines; with none if
// it is in UTF-16.
type disk struct {
	src   []byte
	lines []int
	last  graph.Position // the last place found, to go on from
	at    int            // its offset
}

func newDisk(src []byte) *disk {
	on := &disk{src: src}
	if isUTF16(src) {
		return on
	}
	on.lines = append(on.lines, len(src)-len(bytes.TrimPrefix(src, []byte(byteOrderMark))))
	for i, c := range src {
		if c == '\n' || c == '\r' && !(i+1 < len(src) && src[i+1] == '\n') {
			on.lines = append(on.lines, i+1)
		}
	}
	return on
}

// line is the offset of a line, or the end of the file.
func (on *disk) line(number int) int {
	switch {
	case on.lines == nil || number < 1:
		return -1
	case number > len(on.lines):
		return len(on.src)
	}
	return on.lines[number-1]
}

// offset is the offset of a place. It is quick for places that are asked for in
// their order.
func (on *disk) offset(p graph.Position) int {
	if on.lines == nil {
		return -1
	}
	if p.Line != on.last.Line || p.Column < on.last.Column {
		on.last, on.at = graph.Position{Line: p.Line, Column: 1}, on.line(p.Line)
	}
	for ; on.last.Column < p.Column && on.at < len(on.src); on.last.Column++ {
		_, size := utf8.DecodeRune(on.src[on.at:])
		on.at += size
	}
	return on.at
}
