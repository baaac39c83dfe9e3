// Package page takes a Markdown document apart into a tree of elements:
// headings, lines that stand over lists, list items, table rows. Markdown, HTML,
// tables, emphasis and links end here; what an element is for is decided by
// package shape.
package page

import (
	"context"
	"slices"
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/syntax"
	"github.com/roadmapviz/roadmapviz/internal/until"
)

// Options say how a document is read.
type Options struct {
	// File is the document's name for positions and, where it has no heading,
	// for its title.
	File   string
	Config Config
	// Context, if it is not nil, ends the reading when it ends: it unwinds what reads,
	// to where [until.Catch] is deferred.
	Context context.Context
}

// Check ends the reading if its context has ended.
func (o Options) Check() { until.Check(o.Context) }

// Read reads a document. It always gives one, and reports what is odd.
// Time and memory grow linearly with the length of src.
func Read(src []byte, o Options) *Document {
	d, tree := parse(src, o)
	d.read(tree)
	return d
}

// parse parses a document without what roadmapviz wrote into it, which is no part
// of what its author says.
func parse(src []byte, o Options) (*Document, ast.Node) {
	src = unifyLines(decode(src))
	d, tree := parseAll(src, o)
	if slices.ContainsFunc(d.comments, func(c comment) bool { return c.until > 0 }) {
		return parseAll(d.withoutBlocks(src), o)
	}
	return d, tree
}

func parseAll(src []byte, o Options) (*Document, ast.Node) {
	r := &Reporter{}
	d := &Document{source: newSource(o.File, src, r), Reporter: r, Options: o, Root: &Element{}}
	d.takeFront()
	d.Config = d.Config.under(d.front.roadmap)
	tree := d.parseSyntax(d.clean)
	d.findComments(tree)
	return d, tree
}

// parseSyntax makes the syntax tree of a text.
func (o Options) parseSyntax(src []byte) ast.Node {
	context := parser.NewContext()
	context.Set(checkKey, &o)
	return commonMark().Parse(lines{text.NewReader(src), &o}, parser.WithContext(context))
}

// checkKey is where the parser of the syntax finds the options of a reading.
var checkKey = parser.NewContextKey()

// lines is a text whose reading ends with its context, from line to line.
type lines struct {
	text.Reader
	options *Options
}

func (l lines) AdvanceLine() {
	l.options.Check()
	l.Reader.AdvanceLine()
}

// checker parses nothing: with it the parser of the syntax looks at the context, at what
// may begin something within a line, and at the end of each block.
type checker struct{}

func (checker) Trigger() []byte { return []byte("[*_`<") }

func (checker) Parse(_ ast.Node, _ text.Reader, c parser.Context) ast.Node {
	c.Get(checkKey).(*Options).Check()
	return nil
}

func (checker) CloseBlock(_ ast.Node, _ text.Reader, c parser.Context) { checker{}.Parse(nil, nil, c) }

// commonMark is the parser of the syntax. Bare addresses are not made links by it, which
// costs a quarter of the time; a run looks for them itself.
var commonMark = sync.OnceValue(func() parser.Parser { return syntax.Parser(checker{}) })
