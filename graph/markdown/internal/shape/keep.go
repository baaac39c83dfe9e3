package shape

import (
	"cmp"
	"math/bits"
	"slices"

	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
)

// A member is a node that a scheme makes a part or a section, among its peers.
type member struct {
	t     *Tree
	s     *Scheme
	n     *Node
	as    Role
	peers *peers
	at    int // among the peers
}

// peers are all nodes that a scheme gives the same role.
type peers struct {
	nodes  []*Node
	own    frequencies // how many have the same classes below
	words  frequencies // how many begin with the same word
	series int
	number int
	empty  int
	leaves int
	usual  uint16
	most   int // how many begin with the commonest word
}

// at is where a node stands among them, which are in document order.
func (p *peers) at(n *Node) int {
	i, _ := slices.BinarySearchFunc(p.nodes, n, func(a, b *Node) int { return cmp.Compare(a.Index, b.Index) })
	return i
}

func (t *Tree) peersOf(nodes []*Node) *peers {
	p := &peers{nodes: nodes}
	var ownRoom, wordRoom [64]int32
	own, words := ownRoom[:0], wordRoom[:0]
	for _, n := range nodes {
		f := &t.facts.nodes[n.Index]
		own = append(own, int32(f.own))
		if f.words != 0 {
			words = append(words, f.words)
		}
		p.series += b2i(f.series)
		p.number += b2i(n.Number != "")
		p.empty += b2i(n.Leaves == 0)
		p.leaves += n.Leaves
	}
	p.own, p.words = frequenciesOf(own), frequenciesOf(words)
	p.most = int(p.words.most())
	var room [16]often
	left, most := append(frequencies(room[:0]), p.own...), p.own.most()
	for _, n := range nodes { // of the commonest, the one that is complete first
		own := t.facts.nodes[n.Index].own
		i := left.find(int32(own))
		if left[i].times--; left[i].times == 0 && p.own[i].times == most {
			p.usual = own
			break
		}
	}
	return p
}

// Frequencies say how often numbers occur, in the order of the numbers.
type frequencies []often

type often struct{ what, times int32 }

// frequenciesOf counts numbers, and puts them in order.
func frequenciesOf(numbers []int32) frequencies {
	slices.Sort(numbers)
	different := 0
	for i, x := range numbers {
		different += b2i(i == 0 || x != numbers[i-1])
	}
	out := make(frequencies, 0, different)
	for i, x := range numbers {
		if i == 0 || x != numbers[i-1] {
			out = append(out, often{what: x})
		}
		out[len(out)-1].times++
	}
	return out
}

// find is where a number stands, or would stand.
func (f frequencies) find(number int32) int {
	i, _ := slices.BinarySearchFunc(f, number, func(o often, n int32) int { return cmp.Compare(o.what, n) })
	return i
}

// of is how often a number occurs.
func (f frequencies) of(number int32) int {
	if i := f.find(number); i < len(f) && f[i].what == number {
		return int(f[i].times)
	}
	return 0
}

// most is how often the commonest occurs.
func (f frequencies) most() int32 {
	most := int32(0)
	for _, o := range f {
		most = max(most, o.times)
	}
	return most
}

// sayClasses says every class of words, or 0 if there is none.
func sayClasses(c page.Class, say func(int)) {
	if c == 0 {
		say(0)
	}
	for ; c != 0; c &= c - 1 {
		say(1 + bits.TrailingZeros64(uint64(c)))
	}
}

const classCount = 48

// above are the words of what a node stands below, up to the region.
func (m *member) above() page.Class {
	var c page.Class
	for n := m.n.Parent; n != nil && n != m.s.Region; n = n.Parent {
		c |= n.Class
	}
	return c
}

func (m *member) kind() int { return int(classOf(m.n)) }

const kinds = int(tableClass) + 1

// keepFeatures are what is asked about a node before it is kept as a part or
// a section.
var keepFeatures = newTable([]feature[*member]{
	{"bias", 1, 1, func(m *member, say func(int)) { say(0) }},
	{"words", classCount, 1, func(m *member, say func(int)) { sayClasses(m.n.Class, say) }},
	{"words numbered", 2 * classCount, 1, func(m *member, say func(int)) {
		n := 0
		if m.n.Number != "" || m.t.facts.nodes[m.n.Index].series {
			n = classCount
		}
		sayClasses(m.n.Class, func(i int) { say(n + i) })
	}},
	{"words leaves", 5 * classCount, 1, func(m *member, say func(int)) {
		b := bucket(m.n.Leaves, 1, 3, 8, 20)
		sayClasses(m.n.Class, func(i int) { say(b*classCount + i) })
	}},
	{"words weight", 4 * classCount, 1, func(m *member, say func(int)) {
		b := bucket(10*m.n.Leaves, 1, m.t.Nodes[0].Leaves, 4*m.t.Nodes[0].Leaves)
		sayClasses(m.n.Class, func(i int) { say(b*classCount + i) })
	}},
	{"words above", classCount, 1, func(m *member, say func(int)) { sayClasses(m.above(), say) }},
	{"kind", kinds, 1, func(m *member, say func(int)) { say(m.kind()) }},
	{"leaves", 7, 7, func(m *member, say func(int)) { say(bucket(m.n.Leaves, 1, 2, 4, 8, 16, 40)) }},
	{"leaves kind", 7 * kinds, 1, func(m *member, say func(int)) { say(bucket(m.n.Leaves, 1, 2, 4, 8, 16, 40)*kinds + m.kind()) }},
	{"empty beside", 12, 1, func(m *member, say func(int)) {
		e := 0
		if m.n.Leaves == 0 {
			e = 6
		}
		say(e + share(m.peers.empty, len(m.peers.nodes)))
	}},
	{"empty heads", 8, 1, func(m *member, say func(int)) {
		if m.n.Leaves == 0 {
			say(bucket(int(m.t.facts.nodes[m.n.Index].heads)-1, 1, 3) + 4*min(1, len(m.n.Images())))
		}
	}},
	{"own", kinds, 1, func(m *member, say func(int)) {
		for c := range kinds {
			if m.t.facts.nodes[m.n.Index].own&(1<<c) != 0 {
				say(c)
			}
		}
	}},
	{"own usual", 2 * shares, shares, func(m *member, say func(int)) {
		own := m.t.facts.nodes[m.n.Index].own
		u := 0
		if own == m.peers.usual {
			u = shares
		}
		say(u + share(m.peers.own.of(int32(own)), len(m.peers.nodes)))
	}},
	{"number", 2 * shares, shares, func(m *member, say func(int)) {
		n := 0
		if m.n.Number != "" {
			n = shares
		}
		say(n + share(m.peers.number, len(m.peers.nodes)))
	}},
	{"series", 2 * shares, shares, func(m *member, say func(int)) {
		n := 0
		if m.t.facts.nodes[m.n.Index].series {
			n = shares
		}
		say(n + share(m.peers.series, len(m.peers.nodes)))
	}},
	{"first word", 3 * shares, shares, func(m *member, say func(int)) {
		most := m.peers.most
		k := m.peers.words.of(m.t.facts.nodes[m.n.Index].words)
		b := 0
		if k > 1 {
			b = 1
		}
		if k == most {
			b = 2
		}
		say(b*shares + share(most, len(m.peers.nodes)))
	}},
	{"place", 6, 1, func(m *member, say func(int)) {
		switch {
		case m.at == 0:
			say(0)
		case m.at == 1:
			say(1)
		case m.at == len(m.peers.nodes)-1:
			say(2)
		case m.at == len(m.peers.nodes)-2:
			say(3)
		case m.at*2 < len(m.peers.nodes):
			say(4)
		default:
			say(5)
		}
	}},
	{"peers", 6, 6, func(m *member, say func(int)) { say(bucket(len(m.peers.nodes), 2, 4, 8, 15, 40)) }},
	{"length", 6, 6, func(m *member, say func(int)) { say(bucket(len(m.n.Title), 6, 15, 30, 60, 100)) }},
	{"length kind", 6 * kinds, 1, func(m *member, say func(int)) { say(bucket(len(m.n.Title), 6, 15, 30, 60, 100)*kinds + m.kind()) }},
	{"question", 3, 1, func(m *member, say func(int)) {
		switch {
		case m.n.question:
			say(1)
		case m.n.sentence:
			say(2)
		default:
			say(0)
		}
	}},
	{"prose", 5, 5, func(m *member, say func(int)) { say(bucket(int(m.n.Paras), 1, 2, 4, 8)) }},
	{"prose leaves", 15, 1, func(m *member, say func(int)) {
		say(bucket(int(m.n.Paras), 1, 2, 4, 8)*3 + bucket(m.n.Leaves, 1, 4))
	}},
	{"inside", shares, shares, func(m *member, say func(int)) { f := &m.t.facts.nodes[m.n.Index]; say(share(f.inside, f.items)) }},
	{"links", shares, shares, func(m *member, say func(int)) { f := &m.t.facts.nodes[m.n.Index]; say(share(f.links, f.items)) }},
	{"local", shares, shares, func(m *member, say func(int)) { f := &m.t.facts.nodes[m.n.Index]; say(share(f.local, f.items)) }},
	{"dates", shares, shares, func(m *member, say func(int)) { f := &m.t.facts.nodes[m.n.Index]; say(share(f.dates, f.items)) }},
	{"people", shares, shares, func(m *member, say func(int)) { f := &m.t.facts.nodes[m.n.Index]; say(share(f.people, f.items)) }},
	{"sentences", shares, shares, func(m *member, say func(int)) { f := &m.t.facts.nodes[m.n.Index]; say(share(f.sentences, f.items)) }},
	{"boxes", shares, shares, func(m *member, say func(int)) { f := &m.t.facts.nodes[m.n.Index]; say(share(f.boxes, f.items)) }},
	{"url", 4, 1, func(m *member, say func(int)) { say(urlKind(m.n.URL)) }},
	{"url kind", 4 * kinds, 1, func(m *member, say func(int)) { say(urlKind(m.n.URL)*kinds + m.kind()) }},
	{"weight", 6, 6, func(m *member, say func(int)) {
		say(bucket(m.n.Leaves*len(m.peers.nodes)*10, 1, m.peers.leaves*2, m.peers.leaves*5, m.peers.leaves*15, m.peers.leaves*40))
	}},
	{"quoted html", 4, 1, func(m *member, say func(int)) {
		say(b2i(m.n.Quoted) + 2*b2i(m.n.HTML))
	}},
	{"recurs", 3, 3, func(m *member, say func(int)) { say(bucket(m.t.facts.titles[m.n.key], 2, 3)) }},
	{"box", 2, 1, func(m *member, say func(int)) { say(b2i(m.n.Box)) }},
	{"sections", 2 * int(selectors), 1, func(m *member, say func(int)) {
		s := m.s.Sections
		if m.as == Part {
			s = m.s.Parts
		}
		say(int(s) + int(selectors)*b2i(m.n.Leaves == 0))
	}},
})

// besideKeep are the features that ask about the peers or the scheme. The
// others ask about the node alone: what these weigh is the same in all schemes.
var besideKeep = []string{"words above", "empty beside", "own usual", "number", "series", "first word", "place", "peers", "weight", "sections"}

var (
	keepBeside = keepFeatures.only(func(name string) bool { return slices.Contains(besideKeep, name) })
	keepAlone  = keepFeatures.only(func(name string) bool { return !slices.Contains(besideKeep, name) })
)

func urlKind(url string) int {
	switch {
	case url == "":
		return 0
	case page.IsInside(url):
		return 1
	case page.IsLocal(url):
		return 2
	}
	return 3
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
