package page

import (
	"cmp"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"github.com/roadmapviz/roadmapviz/graph"
)

// A reader takes the syntax tree apart into elements.
type reader struct {
	*Document
	src      string
	origin   func(int) int // of an offset in src, where that is a piece read by itself
	slugs    graph.Slugger
	heads    []*Element // all headings, in document order; the first is the root
	at       place      // where blocks go now
	last     **Note     // what a comment speaks of
	html     htmlState
	scratch  run // storage for runs, used again and again
	lineRoom [][]span
	stock    []Element // for new
	quoted   bool
	late     *ast.Heading      // that ended an item, see list
	literal  bool              // what is no link by the syntax is none
	unmarked bool              // it is an outline in plain text, see isUnmarked
	goesOn   map[ast.Node]bool // paragraphs whose rows belong to the table before them
	named    int               // paragraphs that were items by their bold names, see namedParagraph
	mains    map[string]int    // of tables with these headers, the columns that name the rows
}

// A place is the element that blocks are read into, with the lines below it
// that are open: a bold line, and below it one that announces a list.
type place struct {
	owner, bold, line *Element
}

// read fills the document from the syntax tree of its text, and empties that.
func (d *Document) read(tree ast.Node) {
	if d.isOutline(tree) {
		d.readOutline(tree)
		return
	}
	r := &reader{Document: d, src: d.text, heads: []*Element{d.Root}, at: place{owner: d.Root}, last: &d.Root.Note}
	d.findLanguages()
	r.unmarked = isUnmarked(tree, d.text)
	for n := tree.FirstChild(); n != nil; n = n.NextSibling() {
		r.block(n)
		if read := n.PreviousSibling(); read != nil {
			tree.RemoveChild(tree, read) // long documents: what is read may be forgotten, but for the last
		}
	}
	r.finishHTML()
	d.reportUnread()
	numberBare(r.heads)
	keepVersions(r.heads)
	levelSeries(r.heads)
	if d.Anchors == nil {
		d.Anchors = map[string]bool{}
	}
	for _, h := range r.heads {
		d.Anchors[h.Anchor] = true
	}
	for _, a := range d.itemAnchors {
		d.Anchors[a] = true
	}
	d.chooseTitle(r.heads)
	d.nest(r.heads)
	d.Root.Label = d.Title
	d.comeHome(r.heads)
	d.requireInBrackets()
	d.leaveTitlePage()
	d.liftTables()
	d.leaveBreaks()
	d.takeAttributes()
	d.keepBoldKinds()
	d.cutTails()
	d.cutShares()
	d.cutDated()
	d.classify()
	d.dropTopicWords()
	d.nameRecurring()
	d.uncutRecurring()
	d.findMaterials()
	d.splitMaterials()
	d.liftGroups()
	d.liftTopicWords()
}

// new takes an element from a stock, which spares most of the allocations.
func (r *reader) new(k Kind, at int) *Element {
	if len(r.stock) == 0 {
		r.stock = make([]Element, 31) // as many as fit into what is allocated anyway
	}
	e := &r.stock[0]
	r.stock = r.stock[1:]
	e.Kind, e.At, e.Quoted = k, at, r.quoted
	return e
}

func (r *reader) block(n ast.Node) {
	r.Check()
	if _, code := n.(*ast.CodeBlock); !code && r.html.cell != nil || r.html.heading > 0 || r.html.summary {
		r.intoCell(n)
		return
	}
	switch n := n.(type) {
	case *ast.Heading:
		r.heading(n)
	case *ast.Paragraph, *ast.TextBlock:
		r.paragraph(n)
	case *ast.List:
		r.list(n)
	case *ast.ThematicBreak:
		r.at.close()
	case *ast.HTMLBlock:
		r.htmlBlock(n)
	case *ast.CodeBlock:
		if r.html.table != nil { // rows that are indented below a blank line
			r.htmlText(n.Lines().At(0).Start, n.Lines().At(n.Lines().Len()-1).Stop)
		} else {
			r.indented(n)
		}
	case *ast.Blockquote:
		r.quote(n)
	case *east.DefinitionList:
		r.definitions(n)
	case *east.Table:
		r.at.add(r.table(n))
	}
}

// quote reads what stands in a block quote, which is seldom the course.
func (r *reader) quote(n *ast.Blockquote) {
	before := r.at
	was := r.quoted
	r.quoted = true
	if p, ok := n.FirstChild().(*ast.Paragraph); ok && n.ChildCount() == 1 && r.announces(n.NextSibling()) {
		run := r.run(p)
		if text := squeeze(textOf(run.spans)); isTitling(text) && r.html.cell == nil {
			l := r.new(Line, run.spans[0].at)
			l.Label, l.Raw, l.Lead, l.Mode = NewLabel(text), text, BoldLead, r.modeOf(Fold(text))
			if r.quoted = was; l.Title != "" {
				r.at.add(l)
				return
			}
		}
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if h, ok := c.(*ast.Heading); ok {
			r.leaveHeading(h, Quotation)
			continue
		}
		r.block(c)
	}
	r.quoted = was
	if r.at.owner == before.owner {
		r.at = before
	}
}

// isTitling says whether the text of a block quote is short and names what stands below it:
// "Part 1: Wool" does, and "Level: easy" says something about it.
func isTitling(s string) bool {
	_, rest, _ := cutMarker(s)
	return s != "" && len(s) <= maxMarker && !isSentence(s) && (rest == "" || isCounted(s))
}

// add puts an element where blocks go, below the lines that are open.
func (p *place) add(e *Element) {
	if e.Kind == Line && p.isBeside(e) {
		e.Mode = AsIs
	}
	switch {
	case e.Kind == Line && e.opens() == 1:
		p.owner.add(e)
		p.bold, p.line = e, nil
	case e.Kind == Line:
		cmp.Or(p.bold, p.owner).add(e)
		if e.opens() == 2 {
			p.line = e
		}
	default:
		p.target().add(e)
	}
}

// isBeside says whether a bold line that could announce topics stands beside the bold line
// before it, which looks like it and has its list: "**Components:**" and "**Concepts:**".
func (p *place) isBeside(e *Element) bool {
	return e.Mode == AsTopics && e.Lead == BoldLead && !e.Closed && p.bold != nil && p.line == nil && len(p.bold.Kids) > 0 &&
		strings.HasSuffix(e.Raw, ":") == strings.HasSuffix(p.bold.Raw, ":")
}

// target is the element that a list belongs to.
func (p *place) target() *Element { return cmp.Or(p.line, p.bold, p.owner) }

// close closes the open lines.
func (p *place) close() { p.bold, p.line = nil, nil }

// run reads a node's inline content. The result is good until the next run.
func (r *reader) run(n ast.Node) *run {
	r.scratch = run{spans: r.scratch.spans[:0]}
	r.inlines(&r.scratch, n, 0, "", 0)
	if !r.literal {
		r.scratch.mendLinks()
	}
	return &r.scratch
}

// picture notes an image; the first one of a document may be its banner.
func (r *reader) picture(e *Element, s span) {
	e.Picture(r.newPicture(s))
	if r.banner == "" && len(r.heads) == 1 && !IsBadge(s.url) {
		r.banner = s.text
	}
}

// IsBadge says whether a picture is one of those that show a state.
func IsBadge(url string) bool {
	return strings.Contains(url, "badge") || strings.Contains(url, "shields.io") || strings.Contains(url, "/workflows/")
}
