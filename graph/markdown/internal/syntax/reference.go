package syntax

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// references takes definitions of links, "[label]: address", off the front of paragraphs.
// goldmark's parser makes a reader of every paragraph for it; few begin with a bracket.
type references struct{}

func (references) Transform(p *ast.Paragraph, reader text.Reader, c parser.Context) {
	if p.Lines().Len() > 0 {
		first := p.Lines().At(0)
		if line := util.TrimLeftSpace(first.Value(reader.Source())); len(line) > 0 && line[0] != '[' {
			return
		}
	}
	parser.LinkReferenceParagraphTransformer.Transform(p, reader, c)
}
