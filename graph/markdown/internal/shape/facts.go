package shape

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/gist"
	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
)

// facts are what is known of the document as a whole.
type facts struct {
	titles  []int32 // by key: under how many parents short elements of that title stand
	labels  []int32 // by key: under how many parents short elements stand that begin so, before a colon
	byClass [tableClass + 1]int
	parents [tableClass + 1]int32 // by class: below how many parents short elements of it stand
	nodes   []nodeFacts
}

// nodeFacts are what is known of a node's subtree.
type nodeFacts struct {
	items, links, inside, local, dates, people, sentences, boxes, rows, bolds, heads, about, material int32
	words                                                                                             int32  // the first word of the title; 0 of long ones
	label                                                                                             int32  // what stands before a colon in a short title; 0 of others
	series                                                                                            bool   // the title counts: "Week 3"
	own                                                                                               uint16 // classes of the units right below
	short                                                                                             uint16 // classes of the short elements right below, lists and tables opened
}

// name gives the folded titles of all nodes numbers, and the first words of short ones;
// "" is 0.
func (t *Tree) name(f *facts) {
	names := numbersFor(len(t.Nodes), 24)
	names.of(nil)
	var key []byte
	for i, n := range t.Nodes {
		key = page.AppendFold(key[:0], n.Title)
		n.key, _ = names.of(key)
		if n.isShort() {
			word, _, _ := bytes.Cut(key, []byte(" "))
			f.nodes[i].words, _ = names.of(word)
			f.nodes[i].series = counts(key)
			if label := page.BeforeColon(n.Title); label != "" && len(label) <= maxLabel {
				key = page.AppendFold(key[:0], label)
				f.nodes[i].label, _ = names.of(key)
			}
		}
	}
	f.titles, f.labels = make([]int32, len(names.ends)), make([]int32, len(names.ends))
}

// maxLabel is how long what stands before a colon may be that says of what kind the rest is,
// in bytes: "Owner: Ann".
const maxLabel = 30

// hasLabel says whether a node's title begins with a label that recurs under others.
func (f *facts) hasLabel(n *Node) bool {
	l := f.nodes[n.Index].label
	return l != 0 && f.labels[l] > 2
}

// isEverywhere says whether a node's title stands below most parents that have any node
// of its class: "Film" and "Slides", in each week.
func (f *facts) isEverywhere(n *Node) bool {
	times := f.titles[n.key]
	return n.isShort() && times > 2 && 4*times >= 3*f.parents[n.class]
}

// isShort says whether a node's title may be a name that recurs.
func (n *Node) isShort() bool { return !n.IsView && n.Title != "" && len(n.Title) < 60 }

func (t *Tree) measure() facts {
	f := facts{nodes: make([]nodeFacts, len(t.Nodes))}
	t.name(&f)
	lastParent, lastLabelled := make([]*Node, len(f.titles)), make([]*Node, len(f.titles))
	for i := len(t.Nodes) - 1; i >= 0; i-- {
		n := t.Nodes[i]
		x := &f.nodes[i]
		if n.IsView {
			continue
		}
		c := classOf(n)
		f.byClass[c]++
		if k := n.key; n.isShort() {
			up := n.Parent
			for up != nil && (up.Kind == page.List || up.IsView || up.Kind == page.Table) {
				up = up.Parent
			}
			if up != nil && f.nodes[up.Index].short&(1<<c) == 0 {
				f.nodes[up.Index].short |= 1 << c
				f.parents[c]++
			}
			if lastParent[k] != up {
				f.titles[k]++
				lastParent[k] = up
			}
			if lastLabelled[x.label] != up {
				f.labels[x.label]++
				lastLabelled[x.label] = up
			}
		}
		if c.isItem() || c == rowClass || c == cellClass {
			x.items++
			switch {
			case page.HoldsMail(n.URL):
			case page.IsInside(n.URL):
				x.inside++
			case page.IsLocal(n.URL):
				x.local++
			case n.URL != "":
				x.links++
			}
			count(&x.people, n.person)
			if n.dated || page.IsDate(n.Title) {
				x.dates++
			}
			if n.sentence {
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
			count(&x.about, n.speaks == gist.About)
			count(&x.material, n.speaks == gist.Resources)
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
			y.about += x.about
			y.material += x.material
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
func counts(key []byte) bool {
	for i, r := range string(key[:min(len(key), 18)]) {
		switch {
		case i > 14:
			return false
		case r >= '0' && r <= '9', r >= utf8.RuneSelf && strings.ContainsRune("一二三四五六七八九十", r):
			return true
		}
	}
	return false
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
