package shape

import (
	"cmp"
	"slices"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
)

// headingsAbove is, for every node, how many of the headings above it have
// others beside them.
func (t *Tree) headingsAbove() []uint8 {
	ups := make([]uint8, len(t.Nodes))
	for _, n := range t.Nodes[1:] {
		p := n.Parent
		ups[n.Index] = ups[p.Index]
		if c := classOf(p); p.Parent != nil && (c == headingClass || c == summaryClass) && ups[p.Index] < 255 && t.sides(p) > 1 {
			ups[n.Index]++
		}
	}
	return ups
}

// A series is a number of alike nodes whose titles count: the weeks of a
// course, the numbered chapters of a book.
type series struct {
	class class
	nodes []*Node
}

// maxSeries bounds the series that are looked at, and minSeries is how many
// nodes make one.
const (
	maxSeries = 3
	minSeries = 3
)

// seriesOf finds the series of a tree, the outermost first.
func (t *Tree) seriesOf() []series {
	type sort struct {
		class class
		word  string // that counts, or "" where the number stands alone
		up    uint8  // headings above
	}
	numbers := map[sort]int32{}
	var out []series
	for _, n := range t.Nodes {
		c := classOf(n)
		if n.IsView || c == noClass || c == tableClass || n.Number == "" && !t.facts.nodes[n.Index].series {
			continue
		}
		s := sort{class: c, up: t.ups[n.Index]}
		if n.Number == "" {
			s.word = countWord(n.Title)
		}
		out = addTo(out, numberIn(numbers, s), n)
	}
	return firstOf(out, maxSeries, func(a, b series) int { return cmp.Compare(a.nodes[0].depth(), b.nodes[0].depth()) })
}

// addTo adds a node to the series of a number, which may be new.
func addTo(all []series, number int32, n *Node) []series {
	if int(number) == len(all) {
		all = append(all, series{class: n.class})
	}
	all[number].nodes = append(all[number].nodes, n)
	return all
}

// firstOf is the first ones, in an order, of those that are long enough.
func firstOf(all []series, most int, order func(a, b series) int) []series {
	all = slices.DeleteFunc(all, func(s series) bool { return len(s.nodes) < minSeries })
	slices.SortStableFunc(all, order)
	return all[:min(len(all), most)]
}

// maxLevels bounds the levels that are looked at, and maxOfLevel their nodes.
const (
	maxLevels  = 4
	maxOfLevel = 40
)

// levelsOf finds the largest levels of a tree: alike nodes that stand equally deep. Of the
// nodes of a large one some are taken, from all over it.
func (t *Tree) levelsOf() []series {
	type level struct {
		class class
		deep  uint8
	}
	numbers := map[level]int32{}
	deep := make([]uint8, len(t.Nodes))
	var out []series
	for i, n := range t.Nodes[1:] {
		if up := deep[n.Parent.Index]; n.IsView || up == 255 {
			deep[i+1] = up
		} else {
			deep[i+1] = up + 1
		}
		if n.class == noClass || n.class == tableClass || n.IsView {
			continue
		}
		out = addTo(out, numberIn(numbers, level{n.class, deep[i+1]}), n)
	}
	out = firstOf(out, maxLevels, func(a, b series) int { return cmp.Compare(len(b.nodes), len(a.nodes)) })
	for i, s := range out {
		if many := len(s.nodes); many > maxOfLevel {
			some := make([]*Node, maxOfLevel)
			for k := range some {
				some[k] = s.nodes[k*many/maxOfLevel]
			}
			out[i].nodes = some
		}
	}
	return out
}

// depth is how many nodes stand above a node; the views of a table are none.
func (n *Node) depth() int {
	depth := 0
	for p := n.Parent; p != nil; p = p.Parent {
		depth += b2i(!p.IsView)
	}
	return depth
}

// countWord is the word that a title counts with: "week" of "Week 3: Sorting".
func countWord(title string) string {
	word, _, _ := strings.Cut(page.Fold(title[:min(len(title), 24)]), " ")
	return strings.TrimRight(word, "0123456789")
}

// torn is what a series is whose nodes have different roles.
const torn = Topic + 1

// roleOfSeries is the role of nearly all nodes of a series, or torn.
func (r *Reading) roleOfSeries(s series) Role {
	var n [Topic + 1]int
	best := Out
	for _, x := range s.nodes {
		role := r.Roles[x.Index]
		if n[role]++; n[role] > n[best] {
			best = role
		}
	}
	if n[best]*5 < len(s.nodes)*4 {
		return torn
	}
	return best
}

// The kinds of node that make a series, coarsely.
const seriesKinds = 4

func (s series) kind() int {
	switch {
	case s.class == headingClass || s.class == summaryClass:
		return 0
	case s.class == boldLine || s.class == colonLine:
		return 1
	case s.class.isItem():
		return 2
	}
	return 3
}

// The levels that topics are found on.
const (
	headTopics = iota
	itemTopics
	deepTopics // items in items
	rowTopics
	topicLevels
)

func topicLevel(section, n *Node) int {
	switch c := classOf(n); {
	case c <= colonLine:
		return headTopics
	case !c.isItem():
		return rowTopics
	}
	for p := n.Parent; p != section; p = p.Parent {
		if classOf(p).isItem() {
			return deepTopics
		}
	}
	return itemTopics
}

// mostOf is the level that has most.
func mostOf(levels [topicLevels]int32) int32 {
	best := int32(0)
	for l, n := range levels {
		if n > levels[best] {
			best = int32(l)
		}
	}
	return best
}

// agreement is how many sections have topics, and how many of these have most of
// them on the level where most topics are.
func (d *drawing) agreement() (agree, filled int) {
	var all [topicLevels]int32
	for _, f := range d.filled {
		for l, n := range f.levels {
			all[l] += n
		}
	}
	most := mostOf(all)
	for _, f := range d.filled {
		if len(f.topics) > 0 {
			filled++
			agree += b2i(f.level == most)
		}
	}
	return agree, filled
}

// holder is what a node stands below, lists and tables aside.
func (n *Node) holder() *Node {
	p := n.Parent
	for p != nil && p.Parent != nil && classOf(p) == noClass {
		p = p.Parent
	}
	return p
}

// A form is what nodes have in common that are likely to be the same.
type form struct {
	class class
	up    uint8
	own   uint16
	alike int32 // the number of what stands right below, among all forms
}

// numberForms gives numbers to the forms of all nodes, and to what stands below them.
func (t *Tree) numberForms() {
	number := map[form]int32{}
	for i, n := range t.Nodes {
		f := form{class: n.class, up: t.ups[i], own: t.facts.nodes[i].own}
		n.form = numberIn(number, f)
		if int(n.form) < len(t.forms) {
			continue
		}
		if k := slices.IndexFunc(t.forms, func(o form) bool { return o.own == f.own }); k >= 0 {
			f.alike = t.forms[k].alike
		} else {
			f.alike = int32(t.owns)
			t.owns++
		}
		t.forms = append(t.forms, f)
	}
}

// numberIn is the number of a key, the next one if it is new.
func numberIn[K comparable](numbers map[K]int32, key K) int32 {
	n, ok := numbers[key]
	if !ok {
		n = int32(len(numbers))
		numbers[key] = n
	}
	return n
}

// maxForms bounds the kinds of section that others are compared with.
const maxForms = 12

// leftLike counts the nodes that may be left and are left out though they are like a
// section. Of those that stand in each other the outermost alone counts, and none in a
// section.
func (k *kept) leftLike(j *learned, roles []Role) int {
	clear(j.forms)
	n := 0
	for _, s := range k.sections {
		if !j.forms[s.form] && n < maxForms {
			j.forms[s.form] = true
			n++
		}
	}
	left := 0
	for i := 1; i < len(roles); {
		switch n, role := j.t.Nodes[i], roles[i]; {
		case role >= Section:
			i = n.end
		case role == Out && n.class != noClass && j.forms[n.form]:
			left += b2i(n.mayBeLeft())
			i = n.end
		default:
			i++
		}
	}
	return left
}

// mayBeLeft says whether a node could be a section, and nothing in its words
// speaks for leaving it out.
func (n *Node) mayBeLeft() bool {
	c := classOf(n)
	return n.Parent != nil && c != noClass && c != tableClass && !n.IsView && n.Leaves > 0 && n.Class&noise == 0
}

// noise are the words of headings that are no piece of a course.
const noise = page.Never | page.Toc | page.Meta | page.Aside | page.People | page.Log
