package syntax

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// spaces are the bytes between what belongs together, boxSpaces those in and behind boxes.
const (
	spaces    = " \t\n\r"
	boxSpaces = spaces + "\f"
)

// taskBox parses the box at the beginning of a list item: "- [x] done".
type taskBox struct{}

func (taskBox) Trigger() []byte { return []byte("[") }

func (taskBox) Parse(parent ast.Node, block text.Reader, _ parser.Context) ast.Node {
	item, ok := parent.Parent().(*ast.ListItem)
	if !ok || item.FirstChild() != parent || parent.HasChildren() {
		return nil
	}
	line, _ := block.PeekLine()
	if len(line) < 3 || line[2] != ']' || strings.IndexByte("xX"+boxSpaces, line[1]) < 0 {
		return nil
	}
	block.Advance(len(line) - len(bytes.TrimLeft(line[3:], boxSpaces)))
	return east.NewTaskCheckBox(line[1] == 'x' || line[1] == 'X')
}

// strikethrough parses ~~what is struck~~, with one tilde too.
type strikethrough struct{}

func (strikethrough) Trigger() []byte { return []byte("~") }

func (s strikethrough) Parse(_ ast.Node, block text.Reader, c parser.Context) ast.Node {
	before := block.PrecendingCharacter()
	line, segment := block.PeekLine()
	d := parser.ScanDelimiter(line, before, 1, s)
	if d == nil || d.OriginalLength > 2 || before == '~' {
		return nil
	}
	d.Segment = segment.WithStop(segment.Start + d.OriginalLength)
	block.Advance(d.OriginalLength)
	c.PushDelimiter(d)
	return d
}

func (strikethrough) IsDelimiter(b byte) bool { return b == '~' }

func (strikethrough) CanOpenCloser(opener, closer *parser.Delimiter) bool {
	return opener.Char == closer.Char
}

func (strikethrough) OnMatch(int) ast.Node { return east.NewStrikethrough() }
