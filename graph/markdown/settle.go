package markdown

import (
	"bytes"
	"fmt"
	"slices"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/shape"
)

// A Line is one line that settles how a document is read: a setting of
// roadmapviz.yaml, or a comment at a place in the document.
type Line struct {
	Setting string         `json:"setting,omitempty"` // "structure: {level: 2}"
	Comment string         `json:"comment,omitempty"` // "<!-- roadmap: section -->"
	Source  graph.Position `json:"source,omitzero"`   // of what the comment speaks of
	Title   string         `json:"title,omitempty"`   // of the same
	place   place
}

// A place is where a comment stands that speaks of an element.
type place string

const (
	below  place = "into a line of its own below line" // a heading
	behind place = "at the end of line"                // an item
	within place = "into the last cell of line"        // a row
)

// String says what is to be written where.
func (l Line) String() string {
	if l.Setting != "" {
		return "write " + l.Setting + " into roadmapviz.yaml"
	}
	return fmt.Sprintf("write %s %s %d", l.Comment, l.place, l.Source.Line)
}

// mostTries bounds how often the document is read again to find a line.
const mostTries = 12

// settle finds the other reading that a line leads to, and the line. It is
// proved by reading the document with it. Where no line leads to one of the
// likeliest readings, a line that changes the reading most in the way of the
// likeliest is taken, and what then is read.
func (d *Document) settle(o *shape.Outline, this []shape.Role, others [][]shape.Role) ([]shape.Role, *Line) {
	tries := 0
	var roles []shape.Role
	var line *Line
	best := 0.0
	for _, other := range others {
		for _, w := range sayings(o, this, other) {
			if tries++; tries > mostTries {
				return roles, line
			}
			got := read(o.With(w))
			if got == nil {
				continue // with this word there is no course
			}
			exact := slices.Equal(got, other)
			a := o.Alike(got, others[0])
			if !exact && (a <= best || w.Node == nil || got[w.Node.Index] != w.Role || slices.Equal(got, this)) {
				continue
			}
			l := d.line(w)
			if !slices.Equal(d.readWith(l), got) {
				continue
			}
			if exact {
				return other, l
			}
			roles, line, best = got, l, a
		}
	}
	return roles, line
}

// keep finds the line that makes a doubtful reading sure.
func (d *Document) keep(o *shape.Outline, this []shape.Role, others [][]shape.Role) *Line {
	var line *Line
	best, tries := o.Agreement, 0
	for _, other := range others {
		for _, w := range sayings(o, other, this) {
			if tries++; tries > mostTries {
				return line
			}
			x := o.With(w)
			if x.Agreement <= best || !slices.Equal(read(x), this) {
				continue
			}
			if l := d.line(w); slices.Equal(d.readWith(l), this) {
				line, best = l, x.Agreement
			}
			if best >= shape.Sure {
				return line
			}
		}
	}
	return line
}

// read is what an outline draws; nil if it draws nothing.
func read(o *shape.Outline) []shape.Role {
	if o.Reading == nil {
		return nil
	}
	return o.Roles
}

// sayings are what an author could say to have one reading rather than another,
// the strongest first.
func sayings(o *shape.Outline, from, to []shape.Role) []shape.Word {
	var out []shape.Word
	if l := levelOfParts(o, to); l > 0 && o.Doc.Config.Structure.Level == 0 {
		out = append(out, shape.Word{Level: l})
	}
	for _, role := range []shape.Role{shape.Part, shape.Section, shape.Topic} {
		if n := first(o, func(i int) bool { return to[i] == role && from[i] != role }); n != nil {
			out = append(out, shape.Word{Node: n, Role: role})
		}
	}
	if n := first(o, func(i int) bool { return to[i] == shape.Out && from[i] >= shape.Part }); n != nil {
		out = append(out, shape.Word{Node: n, Role: shape.Out})
	}
	return out
}

// levelOfParts is the level of the headings that are the parts, if all are of one.
func levelOfParts(o *shape.Outline, roles []shape.Role) int {
	level := 0
	for i, n := range o.Nodes {
		switch {
		case roles[i] != shape.Part:
		case n.Element.Kind != page.Heading || level != 0 && level != int(n.Level):
			return 0
		default:
			level = int(n.Level)
		}
	}
	return level
}

// first is the first node that a comment can speak of among some.
func first(o *shape.Outline, is func(int) bool) *shape.Node {
	for i, n := range o.Nodes {
		if k := n.Element.Kind; (k == page.Heading || k == page.Item || k == page.Row) && !n.HTML && n.Note == nil && is(i) {
			return n
		}
	}
	return nil
}

// line is what says a word.
func (d *Document) line(w shape.Word) *Line {
	if w.Level > 0 {
		return &Line{Setting: fmt.Sprintf("structure: {level: %d}", w.Level)}
	}
	says := "skip"
	if w.Role != shape.Out {
		says = w.Role.String()
	}
	l := &Line{Comment: "<!-- roadmap: " + says + " -->", Source: d.Position(w.Node.At), Title: w.Node.Title, place: behind}
	switch w.Node.Element.Kind {
	case page.Heading:
		l.place = below
	case page.Row:
		l.place = within
	}
	return l
}

// readWith is what the document draws when its author writes a line.
func (d *Document) readWith(l *Line) []shape.Role {
	src, o := d.src, d.Document.Options
	if l.Setting != "" {
		fmt.Sscanf(l.Setting, "structure: {level: %d}", &o.Config.Structure.Level)
	} else {
		src = l.write(src)
	}
	return read(shape.Read(page.Read(src, o), d.prior))
}

// write writes a comment into a document.
func (l *Line) write(src []byte) []byte {
	lines := bytes.SplitAfter(src, []byte("\n"))
	text := bytes.TrimRight(lines[l.Source.Line-1], " \t\r\n")
	end := lines[l.Source.Line-1][len(text):]
	before := " "
	switch l.place {
	case below:
		before = "\n"
	case within:
		if cell, ok := bytes.CutSuffix(text, []byte("|")); ok {
			text, end = cell, append([]byte(" |"), end...)
		}
	}
	lines[l.Source.Line-1] = slices.Concat(text, []byte(before+l.Comment), end)
	return bytes.Join(lines, nil)
}
