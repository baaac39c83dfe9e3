// Package markdown reads a course written in Markdown into a [graph.Graph].
//
// It finds parts, sections, topics and resources by what the headings, lists
// and tables of a document hold, not by fixed levels or words, because every
// author writes differently: the twelve rules are in the case folders under
// testdata. The words that matter ("Resources", "License", "Prerequisites")
// are data, in several languages, in words.txt.
package markdown

import (
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"github.com/roadmapviz/roadmapviz/graph"
)

// Parse reads a course document. The graph is always usable: a document
// without a course gives one with the course node alone. It has no cycle. What
// is odd in the document comes as diagnostics, in the order of their places.
//
// Time and memory grow linearly with the length of src. Parse is safe for
// concurrent use.
func Parse(src []byte, o Options) (*graph.Graph, []graph.Diagnostic) {
	r := &reporter{}
	d := &document{source: newSource(o.File, src, r), reporter: r, options: o}
	d.takeFront()
	d.options.Config = d.options.Config.under(d.front.roadmap)
	d.read(commonMark().Parse(text.NewReader(d.clean)))
	g := d.build(d.outline())
	return g, r.sorted()
}

// commonMark is the parser of the syntax: CommonMark with GFM's tables, task
// lists and strikethrough. Bare addresses are not made links, which costs a
// quarter of the time; the few places that want one look for it themselves.
var commonMark = sync.OnceValue(func() parser.Parser {
	return goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.TaskList)).Parser()
})
