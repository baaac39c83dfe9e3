package shape

import (
	"strings"

	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
)

// facts are what is known of the document as a whole.
type facts struct {
	titles  map[string]int // folded titles of short elements, and under how many parents they stand
	byClass [tableClass + 1]int
	nodes   []nodeFacts
}

// nodeFacts are what is known of a node's subtree.
type nodeFacts struct {
	items, links, inside, local, dates, people, sentences, boxes, rows, bolds, heads int
	words                                                                            string // the first word of the title, folded
	series                                                                           bool   // the title counts: "Week 3"
	own                                                                              uint16 // classes of the units right below
}

func (t *Tree) measure() facts {
	f := facts{titles: map[string]int{}, nodes: make([]nodeFacts, len(t.Nodes))}
	lastParent := map[string]*Node{}
	for i := len(t.Nodes) - 1; i >= 0; i-- {
		n := t.Nodes[i]
		x := &f.nodes[i]
		if n.IsView {
			continue
		}
		c := classOf(n)
		f.byClass[c]++
		if n.Title != "" && len(n.Title) < 60 {
			k := n.key
			x.words, _, _ = strings.Cut(k, " ")
			x.series = counts(k)
			up := n.Parent
			for up != nil && (up.Kind == page.List || up.IsView || up.Kind == page.Table) {
				up = up.Parent
			}
			if lastParent[k] != up {
				f.titles[k]++
				lastParent[k] = up
			}
		}
		if c.isItem() || c == rowClass || c == cellClass {
			x.items++
			switch {
			case strings.HasPrefix(n.URL, "mailto:") || strings.Contains(n.Summary, "@") && strings.Contains(n.Summary, "."):
				x.people++
			case page.IsInside(n.URL):
				x.inside++
			case page.IsLocal(n.URL):
				x.local++
			case n.URL != "":
				x.links++
			}
			if page.IsProfile(n.URL) {
				x.people++
			}
			if page.BeginsWithDate(n.Raw) || page.IsDate(n.Title) {
				x.dates++
			}
			if isSentence(n.Element) {
				x.sentences++
			}
			if n.Box {
				x.boxes++
			}
			if n.Lead == page.BoldLead {
				x.bolds++
			}
			if c == rowClass {
				x.rows++
			}
		}
		if n.IsHead() {
			x.heads++
		}
		if p := n.Parent; p != nil {
			if p.IsView { // only the first view counts
				if p.Parent.Kids[0] != p {
					continue
				}
				p = p.Parent
			}
			y := &f.nodes[p.Index]
			y.items += x.items
			y.links += x.links
			y.inside += x.inside
			y.local += x.local
			y.dates += x.dates
			y.people += x.people
			y.sentences += x.sentences
			y.boxes += x.boxes
			y.rows += x.rows
			y.bolds += x.bolds
			y.heads += x.heads
			if c != noClass {
				y.own |= 1 << c
			} else if n.Kind == page.List || n.Kind == page.Table {
				y.own |= x.own
			}
		}
	}
	return f
}

// counts says whether a folded title counts itself: "week 3", "第3章", "2 trees".
func counts(key string) bool {
	i := strings.IndexAny(key, "0123456789一二三四五六七八九十")
	return i >= 0 && i <= 14
}

// isSentence says whether the text of an item is a sentence rather than a name.
func isSentence(e *page.Element) bool {
	s := e.Raw
	if s == "" {
		s = e.Title
	}
	if len(s) > 140 {
		return true
	}
	return strings.Count(s, " ") >= 6 && (strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!")) || strings.HasSuffix(s, "。") && len(s) > 45
}
