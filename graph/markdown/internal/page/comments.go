package page

import (
	"bytes"
	"cmp"
	"slices"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/codes"
)

// What a comment is for.
const (
	Annotation = "annotation" // it says something of a course
	Figure     = "figure"     // it says something of a picture, behind the key "figure"
	Block      = "block"      // it begins a passage that roadmapviz writes
)

// A Comment is an HTML comment that is meant for roadmapviz. Offsets are of bytes
// in the file as it is on disk; those of a file in UTF-16 are −1.
type Comment struct {
	Kind       string         // Annotation, Figure or Block
	Position   graph.Position // of its first byte
	Start, End int            // the offsets of its first byte, and behind its last one
	// Inside is what a block holds: from behind the line that its comment ends in
	// to the beginning of the line in which the comment stands that ends the block.
	// Without such a comment it is nothing at 0; with both in one line its end lies
	// before its beginning.
	Inside [2]int
	// Settings are what it says, in their order. Those of a Figure begin with the
	// key "figure"; what stands before that is about the course.
	Settings []Setting
}

// Comments finds the comments of a file that are meant for roadmapviz, in their
// order, and what is odd about them.
func Comments(src []byte, file string) ([]Comment, []graph.Diagnostic) {
	d, _ := parse(src, Options{File: file})
	return d.Comments(src), slices.DeleteFunc(d.Sorted(), func(said graph.Diagnostic) bool {
		// As long as nothing is read, these are about comments alone.
		return said.Code != codes.UnreadComment.ID && said.Code != codes.BadValue.ID
	})
}

// Comments are the comments of a document that are meant for roadmapviz, in their
// order, where src is the file as it was given to be read.
func (d *Document) Comments(src []byte) []Comment {
	if len(d.comments) == 0 {
		return nil
	}
	on := newDisk(src)
	var out []Comment
	for _, c := range d.comments {
		if c.kind == blockEnd {
			continue
		}
		at, end := d.Position(c.at), d.Position(c.end)
		x := Comment{Kind: c.kind, Position: at, Start: on.offset(at), End: on.offset(end)}
		if c.until > 0 {
			x.Inside = [2]int{on.line(end.Line + 1), on.line(d.Position(d.comments[c.until].at).Line)}
		}
		for i, s := range settings(c.says) {
			if c.kind == Figure && x.Settings == nil && s.Key != Figure {
				continue
			}
			s.Position = d.Position(c.saysAt + i)
			x.Settings = append(x.Settings, s)
		}
		out = append(out, x)
	}
	return out
}

// A comment is an HTML comment that is meant for roadmapviz. Offsets are those
// of the document's text.
type comment struct {
	kind    string // one of the above, or blockEnd
	at, end int    // of its bytes, marks included
	says    string // its settings
	saysAt  int
	until   int  // of a block: the place of its end among the comments, or −1
	read    bool // as an annotation
}

const blockEnd = "end"

// commentAt is the comment whose first byte stands at an offset; nil if none
// that is meant for roadmapviz does.
func (d *Document) commentAt(at int) *comment {
	i, ok := slices.BinarySearchFunc(d.comments, at, func(c comment, at int) int { return cmp.Compare(c.at, at) })
	if !ok {
		return nil
	}
	return &d.comments[i]
}

// withoutBlocks is a document's text with blanks for what its blocks hold. Lines
// stay where they are.
func (d *Document) withoutBlocks(text []byte) []byte {
	on := newDisk(text)
	text = bytes.Clone(text)
	for _, c := range d.comments {
		if c.until < 0 {
			continue
		}
		for i := on.line(d.Position(c.end).Line + 1); i < on.line(d.Position(d.comments[c.until].at).Line); i++ {
			if text[i] != '\n' {
				text[i] = ' '
			}
		}
	}
	return text
}
