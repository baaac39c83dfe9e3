package shape

import (
	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
)

// A Node is an element with what its surroundings make of it. A table's node
// holds a node for each way to read it.
type Node struct {
	*page.Element
	Index  int
	Parent *Node
	Kids   []*Node
	View   page.ViewKind // of a node that stands for a way to read a table
	IsView bool
	Leaves int // items, rows and cells below, or 1
	Depth  int
	units  []*Unit // below it, see Tree.Units
	key    string  // the folded title
}

// A Tree is a document's nodes in document order; the first is the root.
type Tree struct {
	Doc        *page.Document
	Nodes      []*Node
	most       int   // items of a list that are kept, in the tree of a long document
	was        Prior // how the document was read before
	facts      facts
	high, deep []int // levels of headings, and of lists, below every node
}

// NewTree makes the nodes of a document.
func NewTree(d *page.Document) *Tree {
	t := &Tree{Doc: d}
	t.add(d.Root, nil)
	t.finish()
	return t
}

func (t *Tree) finish() {
	t.count(t.Nodes[0])
	for _, n := range t.Nodes {
		n.key = page.Fold(n.Title)
	}
	t.facts = t.measure()
	for _, n := range t.Nodes { // made now, so that many may read the tree at once
		t.Units(n)
	}
	t.high, t.deep = t.heights(), t.itemHeights()
}

func (t *Tree) add(e *page.Element, parent *Node) *Node {
	n := &Node{Element: e, Index: len(t.Nodes), Parent: parent}
	if parent != nil {
		n.Depth = parent.Depth + 1
		parent.Kids = append(parent.Kids, n)
	}
	t.Nodes = append(t.Nodes, n)
	if e.Kind == page.Table {
		for _, v := range e.Views {
			w := &Node{Element: e, Index: len(t.Nodes), Parent: n, View: v.Kind, IsView: true, Depth: n.Depth}
			n.Kids = append(n.Kids, w)
			t.Nodes = append(t.Nodes, w)
			for i, k := range v.Kids {
				if t.most > 0 && i >= t.most {
					break
				}
				t.add(k, w)
			}
		}
		return n
	}
	for i, k := range e.Kids {
		if t.most > 0 && (i >= t.most && k.Kind == page.Item || i >= 4*t.most || len(t.Nodes) > maxNodes) {
			break
		}
		t.add(k, n)
	}
	return n
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
func classOf(n *Node) class {
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
