package syntax

import (
	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// definitionList parses terms, each a line, with what is said of them below:
//
//	Yeast
//	: What it eats
type definitionList struct{ block }

func (definitionList) Trigger() []byte { return []byte(":") }

func (definitionList) Open(parent ast.Node, reader text.Reader, c parser.Context) (ast.Node, parser.State) {
	line, at, ok := colon(reader, c)
	if _, within := parent.(*east.DefinitionList); within || !ok {
		return nil, parser.NoChildren
	}
	width, _ := util.IndentWidth(line[at+1:], at+1)
	if width < 1 {
		return nil, parser.NoChildren
	}
	if width >= 8 { // what is said begins with code
		width = 5
	}
	width += at + 1
	state := parser.HasChildren
	var list *east.DefinitionList
	var terms *ast.Paragraph
	switch last := parent.LastChild().(type) {
	case *east.DefinitionList: // more is said of its last term
		list = last
	case *ast.Paragraph:
		terms = last
		if list, ok = last.PreviousSibling().(*east.DefinitionList); !ok {
			list = east.NewDefinitionList(width, terms)
			state |= parser.RequireParagraph
		}
	default:
		return nil, parser.NoChildren
	}
	list.Offset, list.TemporaryParagraph = width, terms
	return list, state
}

func (definitionList) Continue(n ast.Node, reader text.Reader, _ parser.Context) parser.State {
	return indented(reader, n.(*east.DefinitionList).Offset)
}

// description parses what is said of a term, which lasts as long as its list is indented.
type description struct{ block }

func (description) Trigger() []byte { return []byte(":") }

func (description) Open(parent ast.Node, reader text.Reader, c parser.Context) (ast.Node, parser.State) {
	line, at, ok := colon(reader, c)
	list, within := parent.(*east.DefinitionList)
	if !within || !ok {
		return nil, parser.NoChildren
	}
	if terms := list.TemporaryParagraph; terms != nil {
		for _, line := range terms.Lines().Sliced(0, terms.Lines().Len()) {
			term := east.NewDefinitionTerm()
			term.Lines().Append(line.TrimRightSpace(reader.Source()))
			list.AppendChild(list, term)
		}
		terms.Parent().RemoveChild(terms.Parent(), terms)
		list.TemporaryParagraph = nil
	}
	pos, padding := util.IndentPosition(line[at+1:], at+1, list.Offset-at-1)
	reader.AdvanceAndSetPadding(pos+1, padding)
	return east.NewDefinitionDescription(), parser.HasChildren
}

// Close makes bare text of the first paragraph of what no blank line sets off.
func (description) Close(n ast.Node, _ text.Reader, _ parser.Context) {
	d := n.(*east.DefinitionDescription)
	if d.IsTight = !d.HasBlankPreviousLines(); !d.IsTight {
		return
	}
	for c := d.FirstChild(); c != nil; c = c.NextSibling() {
		if p, ok := c.(*ast.Paragraph); ok {
			bare := ast.NewTextBlock()
			bare.SetLines(p.Lines())
			d.ReplaceChild(d, p, bare)
			return
		}
	}
}

// colon is the line of a reader and where in it a colon stands that may begin what is
// said of a term.
func colon(reader text.Reader, c parser.Context) (line []byte, at int, ok bool) {
	line, _ = reader.PeekLine()
	at = c.BlockOffset()
	return line, at, at >= 0 && line[at] == ':' && c.BlockIndent() == 0
}

// block is what the blocks of this package have in common: they may stand below a
// paragraph without a blank line, and begin with a mark.
type block struct{}

func (block) Continue(ast.Node, text.Reader, parser.Context) parser.State {
	return parser.Continue | parser.HasChildren
}

func (block) Close(ast.Node, text.Reader, parser.Context) {}

func (block) CanInterruptParagraph() bool { return true }

func (block) CanAcceptIndentedLine() bool { return false }

// indented continues a block with lines that are blank or indented by a width.
func indented(reader text.Reader, width int) parser.State {
	line, _ := reader.PeekLine()
	if util.IsBlank(line) {
		return parser.Continue | parser.HasChildren
	}
	pos, padding := util.IndentPosition(line, reader.LineOffset(), width)
	if pos < 0 {
		return parser.Close
	}
	reader.AdvanceAndSetPadding(pos, padding)
	return parser.Continue | parser.HasChildren
}
