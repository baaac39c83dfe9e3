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
	own    map[uint16]int // how many have the same classes below
	words  map[int32]int  // how many begin with the same word
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
	p := &peers{nodes: nodes, own: map[uint16]int{}, words: map[int32]int{}}
	most := 0
	for _, n := range nodes {
		f := &t.facts.nodes[n.Index]
		p.own[f.own]++
		if p.own[f.own] > most {
			p.usual, most = f.own, p.own[f.own]
		}
		if f.words != 0 {
			p.words[f.words]++
			p.most = max(p.most, p.words[f.words])
		}
		if f.series {
			p.series++
		}
		if n.Number != "" {
			p.number++
		}
		if n.Leaves == 0 {
			p.empty++
		}
		p.leaves += n.Leaves
	}
	return p
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
		say(u + share(m.peers.own[own], len(m.peers.nodes)))
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
		k := m.peers.words[m.t.facts.nodes[m.n.Index].words]
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
