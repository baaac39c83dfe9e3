package syntax

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// footnotes are those of a document.
type footnotes struct {
	list    *east.FootnoteList // all of them
	byLabel map[string]*east.Footnote
	led     []*east.Footnote // to which something leads, in that order
}

// footnotesKey is where they are.
var footnotesKey = parser.NewContextKey()

// footnote parses a note: "[^label]: text".
type footnote struct{ block }

func (footnote) Trigger() []byte { return []byte("[") }

func (footnote) Open(_ ast.Node, reader text.Reader, c parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	at := c.BlockOffset()
	if at < 0 || !bytes.HasPrefix(line[at:], []byte("[^")) {
		return nil, parser.NoChildren
	}
	label, ok := label(line[at+2:])
	behind := at + 2 + len(label) + len("]:")
	if !ok || util.IsBlank(label) || behind > len(line) || line[behind-1] != ':' {
		return nil, parser.NoChildren
	}
	note := east.NewFootnote(label)
	if behind -= segment.Padding; behind >= len(line) {
		reader.Advance(behind)
		return note, parser.NoChildren
	}
	reader.AdvanceAndSetPadding(behind, segment.Padding)
	return note, parser.HasChildren
}

func (footnote) Continue(_ ast.Node, reader text.Reader, _ parser.Context) parser.State {
	return indented(reader, 4)
}

// Close puts a note into the list, which stands where the first of them did.
func (footnote) Close(n ast.Node, _ text.Reader, c parser.Context) {
	all, ok := c.Get(footnotesKey).(*footnotes)
	if !ok {
		all = &footnotes{list: east.NewFootnoteList(), byLabel: map[string]*east.Footnote{}}
		c.Set(footnotesKey, all)
		n.Parent().InsertBefore(n.Parent(), n, all.list)
	}
	all.list.AppendChild(all.list, n)
	note := n.(*east.Footnote)
	if _, known := all.byLabel[string(note.Ref)]; !known {
		all.byLabel[string(note.Ref)] = note
	}
}

// label is what stands before the bracket that closes it, within the bounds of labels.
func label(line []byte) (label []byte, ok bool) {
	const most = 999
	line = line[:min(len(line), most)]
	for i := 0; i < len(line); i++ {
		switch {
		case line[i] == '\\' && i+1 < len(line) && util.IsPunct(line[i+1]):
			i++
		case line[i] == '[':
			return nil, false
		case line[i] == ']':
			return line[:i], true
		}
	}
	return nil, false
}

// footnoteLink parses what leads to a note: "[^label]". Where a "!" stands before it, that
// belongs to the text.
type footnoteLink struct{}

func (footnoteLink) Trigger() []byte { return []byte("![") }

func (footnoteLink) Parse(parent ast.Node, block text.Reader, c parser.Context) ast.Node {
	all, ok := c.Get(footnotesKey).(*footnotes)
	line, segment := block.PeekLine()
	before := 0
	if line[0] == '!' {
		before = 1
	}
	if !ok || !bytes.HasPrefix(line[before:], []byte("[^")) {
		return nil
	}
	label, _ := label(line[before+2:])
	note := all.byLabel[string(label)]
	if note == nil {
		return nil
	}
	if note.Index < 0 {
		all.led = append(all.led, note)
		note.Index = len(all.led)
	}
	block.Advance(before + 2 + len(label) + 1)
	if before > 0 {
		parent.AppendChild(parent, ast.NewTextSegment(segment.WithStop(segment.Start+before)))
	}
	return east.NewFootnoteLink(note.Index)
}

// footnotesLast puts the notes that something leads to behind everything else, and
// forgets the others.
type footnotesLast struct{}

func (footnotesLast) Transform(document *ast.Document, _ text.Reader, c parser.Context) {
	all, ok := c.Get(footnotesKey).(*footnotes)
	if !ok {
		return
	}
	all.list.Parent().RemoveChild(all.list.Parent(), all.list)
	if len(all.led) == 0 {
		return
	}
	list := east.NewFootnoteList()
	for _, note := range all.led {
		list.AppendChild(list, note)
	}
	document.AppendChild(document, list)
}
