package markdown

import (
	"fmt"

	"github.com/roadmapviz/roadmapviz/graph/codes"
	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/shape"
	"github.com/roadmapviz/roadmapviz/internal/words"
)

// A loss counts the list items and table rows of a document that are no topics,
// though nothing announces them as something else.
type loss struct {
	*outliner
	course              []float64 // how likely each node is a piece of the course; nil counts all
	holds               []bool    // whether a topic stands below each node
	all, out, resources int
	most                *shape.Node // the list or table that loses most
	of                  int         // how many that loses
}

// When a loss is told of.
const (
	fewestLost = 5       // fewer are remarks here and there
	likelyLost = 1.0 / 3 // what is less likely a piece of the course is not missed
)

// lost reports that much of what stands in lists and tables is left out or
// falls to resources. What is announced as something else (things to read
// beside topics, a table of contents, people), what the author leaves out
// himself, and what hardly is a piece of the course counts for nothing: of the
// documents that are read right, most leave out such things.
func (b *outliner) lost() {
	if b.o.Reading == nil {
		return
	}
	l := &loss{outliner: b}
	if l.count(); !l.isMuch() {
		return
	}
	l.course = b.o.Course() // takes longer, and is seldom needed
	if l.count(); l.isMuch() {
		b.Report(codes.Lost, b.Position(l.most.At), l.hint(), "%v", l)
	}
}

func (l *loss) String() string {
	return fmt.Sprintf("of %s in lists and tables, %s left out and %s to resources; %d of them in what begins here",
		words.Count(l.all, "item"), verb(l.out, "is", "are"), verb(l.resources, "falls", "fall"), l.of)
}

func verb(n int, one, many string) string {
	if n == 1 {
		many = one
	}
	return fmt.Sprintf("%d %s", n, many)
}

func (l *loss) isMuch() bool {
	n := l.out + l.resources
	return n >= fewestLost && 10*n > l.all
}

func (l *loss) count() {
	l.holds = make([]bool, len(l.o.Nodes))
	for i := len(l.o.Nodes) - 1; i > 0; i-- {
		if l.holds[i] = l.holds[i] || l.o.Roles[i] == shape.Topic; l.holds[i] {
			l.holds[l.o.Nodes[i].Parent.Index] = true
		}
	}
	l.all, l.out, l.resources, l.most, l.of = 0, 0, 0, l.o.Nodes[0], 0
	l.below(l.o.Nodes[0])
}

// hint says what to write to have the items of the largest list.
func (l *loss) hint() string {
	for n := l.most.Parent; n != nil; n = n.Parent {
		if n.Element.Kind == page.Heading && l.o.Roles[n.Index] == shape.Out {
			return fmt.Sprintf("structure: {include: [%q]} in roadmapviz.yaml keeps the heading in line %d; roadmapviz list --all tells of the others", n.Title, l.Position(n.At).Line)
		}
	}
	return "<!-- roadmap: topic --> in one of them makes it a topic; roadmapviz list --all tells of the others"
}

// below counts what stands below a node that is no topic, and returns how much
// of it is lost.
func (l *loss) below(n *shape.Node) (lost int) {
	for _, k := range n.Kids {
		kind := k.Element.Kind
		switch role := l.o.Roles[k.Index]; {
		case isUnread(l.o, k), role == shape.Out && l.isAnnounced(k):
		case kind != page.Item && kind != page.Row && kind != page.Cell:
			x := l.below(k)
			if (kind == page.List || kind == page.Table) && x > l.of {
				l.most, l.of = k, x
			}
			lost += x
		case role == shape.Topic:
			l.all += items(k)
		case role != shape.Out:
			l.all++
			lost += l.below(k)
		default:
			c := items(k)
			l.all += c
			if l.course != nil && l.course[k.Index] < likelyLost {
				continue
			}
			lost += c
			if k.URL != "" || len(k.Links) > 0 {
				l.resources += c
			} else {
				l.out += c
			}
		}
	}
	return lost
}

// announcing are the words of headings, lines and items which say that what
// stands below is no topic.
const announcing = page.Never | page.Toc | page.Meta | page.Aside | page.Resources | page.Prerequisites | page.Tasks | page.Quiz | page.People | page.Log

// isAnnounced says whether a node that is left out says itself that it is no
// topic, or its author does.
func (l *loss) isAnnounced(n *shape.Node) bool {
	switch {
	case n.Element.Kind == page.List:
		return n.IsContents()
	case n.Class&announcing != 0 || n.Note != nil && n.Note.Skip || l.o.IsExcluded(n):
		return true
	}
	return n.Mode == page.AsTasks || n.Mode == page.AsPrerequisites || n.Mode == page.AsResources && l.isBeside(n)
}

// isBeside says whether a node stands beside topics. A line that is taken for
// "Resources:" over all that a section holds has not been understood.
func (l *loss) isBeside(n *shape.Node) bool {
	for ; n != nil; n = n.Parent {
		if l.o.Roles[n.Index] == shape.Section {
			return l.holds[n.Index]
		}
	}
	return true
}

// items counts the items of a subtree, itself too. Of a table each row counts
// once, in whichever way it is read.
func items(n *shape.Node) int {
	c := 0
	switch n.Element.Kind {
	case page.Item, page.Row, page.Cell:
		c = 1
	}
	for i, k := range n.Kids {
		if !k.IsView || i == 0 {
			c += items(k)
		}
	}
	return c
}
