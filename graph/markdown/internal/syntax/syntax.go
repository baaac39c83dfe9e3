// Package syntax parses Markdown into the syntax trees of package goldmark: CommonMark
// with GFM's tables, task lists, strikethrough and footnotes, and the definition lists of
// course sites.
//
// The parsers of those are in goldmark's package extension, too. It compiles regular
// expressions for links when a program starts, which costs a fifth of the memory that a
// small figure takes, and it knows how to write HTML: both are of no use here. The trees
// are the same.
package syntax

import (
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/util"
)

// Parser makes a parser that asks another one first wherever something may begin within
// a line. It may be used by several goroutines.
func Parser(first parser.InlineParser) parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(append(parser.DefaultBlockParsers(),
			util.Prioritized(definitionList{}, 101), util.Prioritized(description{}, 102), util.Prioritized(footnote{}, 999))...),
		parser.WithInlineParsers(append(parser.DefaultInlineParsers(),
			util.Prioritized(first, 0), util.Prioritized(taskBox{}, 0), util.Prioritized(footnoteLink{}, 101), util.Prioritized(strikethrough{}, 500))...),
		parser.WithParagraphTransformers(util.Prioritized(references{}, 100), util.Prioritized(table{}, 200)),
		parser.WithASTTransformers(util.Prioritized(pipes{}, 0), util.Prioritized(footnotesLast{}, 999)),
	)
}
