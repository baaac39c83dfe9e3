package shape

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/gist"
	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
)

// A Node is an element with what its surroundings make of it. A table's node
// holds a node for each way to read it.
type Node struct {
	*page.Element
	Index  int
	end    int // where the nodes below it end
	Parent *Node
	Kids   []*Node
	Leaves int           // items, rows and cells below, or 1
	units  []*Unit       // right below it, see Units
	View   page.ViewKind // of a node that stands for a way to read a table
	IsView bool
	looks
	key  int32 // the number of the folded title
	form int32 // the number of its form
}

// looks are what a node is by itself. It is asked for in every reading, and so
// found once.
type looks struct {
	class     class
	sentence  bool
	question  bool
	dated     bool  // begins with a date
	bare      bool  // a number, a date or an address
	person    bool  // leads to somebody's page, or holds an e-mail address
	explained bool  // has a colon or a dash, or something behind the name
	letters   int32 // of the title
	gist      gist.Gist
	speaks    gist.Kind // what it is likeliest of, by its gist
}

// A Tree is a document's nodes in document order; the first is the root.
type Tree struct {
	Doc        *page.Document
	Nodes      []*Node
	most       int                     // items of a list that are kept, in the thin tree of a long document
	read       map[*page.Element]uint8 // in the whole tree of one: the views of tables that it needs, see viewsRead
	stock      []Node                  // for nodes
	room       []*Node                 // for their kids
	was        Prior                   // how the document was read before
	facts      facts
	high, deep []uint8 // levels of headings, and of lists, below every node
	kin        []kin   // of every node
	ups        []uint8 // headings above every node that have others beside them
	series     []series
	levels     []series // the largest
	many       int      // units
	forms      []form   // kinds of section
	owns       int      // kinds of what stands below a node
}

// NewTree makes the nodes of a document.
func NewTree(d *page.Document) *Tree {
	t := &Tree{Doc: d}
	t.plant(size(d.Root))
	t.survey()
	return t
}

// size counts an element and all below it, with the views of tables: these are
// the nodes of a tree.
func size(e *page.Element) int {
	n := 1
	if e.Kind != page.Table {
		for _, k := range e.Kids {
			n += size(k)
		}
		return n
	}
	for _, v := range e.Views() {
		n++
		for _, k := range v.Kids {
			n += size(k)
		}
	}
	return n
}

// plant makes the nodes, about so many.
func (t *Tree) plant(many int) {
	t.Nodes, t.stock, t.room = make([]*Node, 0, many), make([]Node, many), make([]*Node, many)
	t.add(t.Doc.Root, nil)
	t.stock, t.room = nil, nil
	t.finish()
}

func (t *Tree) finish() {
	t.count(t.Nodes[0])
	t.facts = t.measure()
	t.unite()
}

// survey finds what readings are compared by, and a reading that is only made
// again needs not.
func (t *Tree) survey() {
	t.measureHeights()
	t.kin = t.kins()
	t.ups = t.headingsAbove()
	t.numberForms()
	t.series = t.seriesOf()
	t.levels = t.levelsOf()
}

// add makes the nodes of an element and of what is below it.
func (t *Tree) add(e *page.Element, parent *Node) {
	n := t.node(e, parent)
	if e.Kind == page.Table {
		read := t.read[e]
		n.Kids = t.roomFor(len(e.Views()))
		for _, v := range e.Views() {
			if read != 0 && read&(1<<v.Kind) == 0 {
				continue
			}
			w := t.node(e, n)
			w.View, w.IsView = v.Kind, true
			kids := v.Kids
			if t.most > 0 {
				kids = kids[:min(len(kids), t.most)]
			}
			w.Kids = t.roomFor(len(kids))
			for _, k := range kids {
				t.add(k, w)
			}
			w.end = len(t.Nodes)
		}
	} else {
		kids := e.Kids
		if t.most > 0 {
			kids = kids[:min(len(kids), 4*t.most)]
		}
		n.Kids = t.roomFor(len(kids))
		for i, k := range kids {
			if t.most > 0 && (i >= t.most && k.Kind == page.Item || len(t.Nodes) > maxNodes) {
				break
			}
			t.add(k, n)
		}
	}
	n.end = len(t.Nodes)
}

func (t *Tree) node(e *page.Element, parent *Node) *Node {
	t.Doc.Check()
	if len(t.stock) == 0 {
		t.stock = make([]Node, 64)
	}
	n := &t.stock[0]
	t.stock = t.stock[1:]
	n.Element, n.Index, n.Parent, n.looks = e, len(t.Nodes), parent, looksOf(e)
	if parent != nil {
		parent.Kids = append(parent.Kids, n)
	}
	t.Nodes = append(t.Nodes, n)
	return n
}

// roomFor is room for so many kids.
func (t *Tree) roomFor(n int) []*Node {
	if n > len(t.room) {
		t.room = make([]*Node, max(n, 64))
	}
	out := t.room[:0:n]
	t.room = t.room[n:]
	return out
}

func (t *Tree) count(n *Node) int {
	n.Leaves = 0
	for _, k := range n.Kids {
		c := t.count(k)
		if n.Kind == page.Table && !n.IsView {
			n.Leaves = max(n.Leaves, c)
		} else {
			n.Leaves += c
		}
	}
	switch {
	case n.Leaves > 0:
	case n.Kind == page.Item || n.Kind == page.Row || n.Kind == page.Cell:
		n.Leaves = 1
	}
	return n.Leaves
}

// A class is a kind of node as readings tell them apart.
type class uint8

const (
	noClass      class = iota
	headingClass       // headings, by level in the unit
	summaryClass
	boldLine
	colonLine
	headingItem // "- ### Name"
	boldItem
	linkItem
	insideItem // links to a heading of the same document
	plainItem
	rowClass
	groupClass
	cellClass
	tableClass
)

var classNames = [...]string{"none", "h", "s", "bl", "cl", "iH", "iB", "iL", "iA", "iP", "row", "grp", "cell", "tab"}

// classOf is a node's class.
func classOf(n *Node) class { return n.class }

func looksOf(e *page.Element) looks {
	var g gist.Gist
	if e.IsHead() || e.Kind == page.Group || len(e.Title) <= maxName {
		g = gist.Of(e.Title)
	}
	return looks{
		gist:      g,
		speaks:    g.Likeliest(),
		class:     classOfElement(e),
		letters:   int32(utf8.RuneCountInString(e.Title)),
		sentence:  isSentence(e),
		question:  strings.HasSuffix(e.Title, "?") || strings.HasSuffix(e.Title, "？"),
		dated:     page.BeginsWithDate(e.Raw),
		bare:      isBare(e.Title),
		person:    isPerson(e),
		explained: e.Summary != "" || strings.Contains(e.Raw, ":") || strings.Contains(e.Raw, "：") || strings.Contains(e.Raw, " - "),
	}
}

// isBare says whether a title names nothing: it has no letters, or is a date or an address.
func isBare(title string) bool {
	return strings.Contains(title, "://") || page.IsDate(title) || !strings.ContainsFunc(title, unicode.IsLetter)
}

// classOfElement finds the class of an element's nodes.
func classOfElement(n *page.Element) class {
	switch n.Kind {
	case page.Heading:
		return headingClass
	case page.Summary:
		return summaryClass
	case page.Line:
		if n.Lead == page.BoldLead && n.Mode == page.AsIs {
			return boldLine
		}
		return colonLine
	case page.Item:
		switch {
		case n.Lead == page.HeadingLead:
			return headingItem
		case n.Lead == page.BoldLead:
			return boldItem
		case page.IsInside(n.URL):
			return insideItem
		case n.Lead == page.LinkLead:
			return linkItem
		}
		return plainItem
	case page.Row:
		return rowClass
	case page.Group:
		return groupClass
	case page.Cell:
		return cellClass
	case page.Table:
		return tableClass
	}
	return noClass
}

func (c class) isItem() bool { return c >= headingItem && c <= plainItem }

// ClassName is what explanations call a class.
func ClassName(c class) string { return classNames[c] }

// isPerson says whether an element leads to somebody's page, or holds an e-mail address.
func isPerson(e *page.Element) bool {
	if page.IsProfile(e.URL) || page.HoldsMail(e.URL) || page.HoldsMail(e.Raw) || page.HoldsMail(e.Summary) {
		return true
	}
	for _, v := range e.Attrs() {
		if page.HoldsMail(v) {
			return true
		}
	}
	return false
}
