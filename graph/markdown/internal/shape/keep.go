package shape

import (
	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/gist"
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

// memberOf is a node among its peers in a scheme.
func (t *Tree) memberOf(s *Scheme, n *Node, as Role) member {
	p := s.peers(as)
	return member{t: t, s: s, n: n, as: as, peers: p, at: p.at(n)}
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
	{"bias", byItself, 1, 1, func(m *member, _ *answers) int { return 0 }},
	{"words", byItself, classCount, 1, func(m *member, a *answers) int { return a.classes(m.n.Class, 0) }},
	{"words numbered", byItself, 2 * classCount, 1, func(m *member, a *answers) int {
		n := 0
		if m.n.Number != "" || m.t.facts.nodes[m.n.Index].series {
			n = classCount
		}
		return a.classes(m.n.Class, n)
	}},
	{"words leaves", byItself, 5 * classCount, 1, func(m *member, a *answers) int {
		b := bucket(m.n.Leaves, 1, 3, 8, 20)
		return a.classes(m.n.Class, b*classCount)
	}},
	{"words weight", byItself, 4 * classCount, 1, func(m *member, a *answers) int {
		b := bucket(10*m.n.Leaves, 1, m.t.Nodes[0].Leaves, 4*m.t.Nodes[0].Leaves)
		return a.classes(m.n.Class, b*classCount)
	}},
	{"words above", inRegion, classCount, 1, func(m *member, a *answers) int { return a.classes(m.above(), 0) }},
	{"kind", byItself, kinds, 1, func(m *member, _ *answers) int { return m.kind() }},
	{"leaves", byItself, 7, 7, func(m *member, _ *answers) int { return bucket(m.n.Leaves, 1, 2, 4, 8, 16, 40) }},
	{"leaves kind", byItself, 7 * kinds, 1, func(m *member, _ *answers) int { return bucket(m.n.Leaves, 1, 2, 4, 8, 16, 40)*kinds + m.kind() }},
	{"empty beside", amongPeers, 12, 1, func(m *member, _ *answers) int {
		e := 0
		if m.n.Leaves == 0 {
			e = 6
		}
		return e + share(m.peers.empty, len(m.peers.nodes))
	}},
	{"empty heads", byItself, 8, 1, func(m *member, _ *answers) int {
		if m.n.Leaves == 0 {
			return bucket(int(m.t.facts.nodes[m.n.Index].heads)-1, 1, 3) + 4*min(1, len(m.n.Images()))
		}
		return unanswered
	}},
	{"own", byItself, kinds, 1, func(m *member, a *answers) int {
		for c := range kinds {
			if m.t.facts.nodes[m.n.Index].own&(1<<c) != 0 {
				a.say(c)
			}
		}
		return unanswered
	}},
	{"own usual", amongPeers, 2 * shares, shares, func(m *member, _ *answers) int {
		own := m.t.facts.nodes[m.n.Index].own
		u := 0
		if own == m.peers.usual {
			u = shares
		}
		return u + share(m.peers.own.of(int32(own)), len(m.peers.nodes))
	}},
	{"number", amongPeers, 2 * shares, shares, func(m *member, _ *answers) int {
		n := 0
		if m.n.Number != "" {
			n = shares
		}
		return n + share(m.peers.number, len(m.peers.nodes))
	}},
	{"series", amongPeers, 2 * shares, shares, func(m *member, _ *answers) int {
		n := 0
		if m.t.facts.nodes[m.n.Index].series {
			n = shares
		}
		return n + share(m.peers.series, len(m.peers.nodes))
	}},
	{"first word", amongPeers, 3 * shares, shares, func(m *member, _ *answers) int {
		most := m.peers.most
		k := m.peers.words.of(m.t.facts.nodes[m.n.Index].words)
		b := 0
		if k > 1 {
			b = 1
		}
		if k == most {
			b = 2
		}
		return b*shares + share(most, len(m.peers.nodes))
	}},
	{"place", amongPeers, 6, 1, func(m *member, _ *answers) int {
		switch {
		case m.at == 0:
			return 0
		case m.at == 1:
			return 1
		case m.at == len(m.peers.nodes)-1:
			return 2
		case m.at == len(m.peers.nodes)-2:
			return 3
		case m.at*2 < len(m.peers.nodes):
			return 4
		default:
			return 5
		}
	}},
	{"peers", amongPeers, 6, 6, func(m *member, _ *answers) int { return bucket(len(m.peers.nodes), 2, 4, 8, 15, 40) }},
	{"length", byItself, 6, 6, func(m *member, _ *answers) int { return bucket(len(m.n.Title), 6, 15, 30, 60, 100) }},
	{"length kind", byItself, 6 * kinds, 1, func(m *member, _ *answers) int { return bucket(len(m.n.Title), 6, 15, 30, 60, 100)*kinds + m.kind() }},
	{"question", byItself, 3, 1, func(m *member, _ *answers) int {
		switch {
		case m.n.question:
			return 1
		case m.n.sentence:
			return 2
		default:
			return 0
		}
	}},
	{"prose", byItself, 5, 5, func(m *member, _ *answers) int { return bucket(int(m.n.Paras), 1, 2, 4, 8) }},
	{"prose leaves", byItself, 15, 1, func(m *member, _ *answers) int {
		return bucket(int(m.n.Paras), 1, 2, 4, 8)*3 + bucket(m.n.Leaves, 1, 4)
	}},
	{"inside", byItself, shares, shares, func(m *member, _ *answers) int { f := &m.t.facts.nodes[m.n.Index]; return share(f.inside, f.items) }},
	{"links", byItself, shares, shares, func(m *member, _ *answers) int { f := &m.t.facts.nodes[m.n.Index]; return share(f.links, f.items) }},
	{"local", byItself, shares, shares, func(m *member, _ *answers) int { f := &m.t.facts.nodes[m.n.Index]; return share(f.local, f.items) }},
	{"dates", byItself, shares, shares, func(m *member, _ *answers) int { f := &m.t.facts.nodes[m.n.Index]; return share(f.dates, f.items) }},
	{"people", byItself, shares, shares, func(m *member, _ *answers) int { f := &m.t.facts.nodes[m.n.Index]; return share(f.people, f.items) }},
	{"sentences", byItself, shares, shares, func(m *member, _ *answers) int { f := &m.t.facts.nodes[m.n.Index]; return share(f.sentences, f.items) }},
	{"boxes", byItself, shares, shares, func(m *member, _ *answers) int { f := &m.t.facts.nodes[m.n.Index]; return share(f.boxes, f.items) }},
	{"url", byItself, 4, 1, func(m *member, _ *answers) int { return urlKind(m.n.URL) }},
	{"url kind", byItself, 4 * kinds, 1, func(m *member, _ *answers) int { return urlKind(m.n.URL)*kinds + m.kind() }},
	{"weight", amongPeers, 6, 6, func(m *member, _ *answers) int {
		return bucket(m.n.Leaves*len(m.peers.nodes)*10, 1, m.peers.leaves*2, m.peers.leaves*5, m.peers.leaves*15, m.peers.leaves*40)
	}},
	{"gist", byItself, gistAnswers, gistSteps, func(m *member, a *answers) int { return m.n.gists(a, 0) }},
	{"gist leaves", byItself, int(gist.Kinds-1) * 6 * 5, 1, func(m *member, a *answers) int {
		b := bucket(m.n.Leaves, 1, 3, 8, 20)
		for k := gist.About; k < gist.Kinds; k++ {
			a.say(((int(k)-1)*6+bucket(int(m.n.gist[k]), -400, -100, 0, 100, 400))*5 + b)
		}
		return unanswered
	}},
	{"gist below", byItself, 2 * shares, shares, func(m *member, a *answers) int {
		f := m.facts()
		a.say(share(f.about, f.items))
		return shares + share(f.material, f.items)
	}},
	{"gist kind", byItself, kinds * gistSteps, gistSteps, func(m *member, _ *answers) int {
		return m.kind()*gistSteps + max(m.n.gistStep(gist.About), m.n.gistStep(gist.Resources))
	}},
	{"gist among", amongPeers, 2 * shares, shares, func(m *member, _ *answers) int {
		return among(m.n.isBesides(), int32(m.peers.aside), int32(len(m.peers.nodes)))
	}},
	{"gist above", inRegion, 3, 1, func(m *member, _ *answers) int {
		for n := m.n.Parent; n != nil && n != m.s.Region; n = n.Parent {
			if n.IsHead() {
				return 1 + b2i(n.isBesides())
			}
		}
		return 0
	}},
	{"quoted html", byItself, 4, 1, func(m *member, _ *answers) int {
		return b2i(m.n.Quoted) + 2*b2i(m.n.HTML)
	}},
	{"recurs", byItself, 3, 3, func(m *member, _ *answers) int { return bucket(m.t.facts.titles[m.n.key], 2, 3) }},
	{"box", byItself, 2, 1, func(m *member, _ *answers) int { return b2i(m.n.Box) }},
	{"sections", bySelector, 2 * int(selectors), 1, func(m *member, _ *answers) int {
		return int(m.s.selector(m.as)) + int(selectors)*b2i(m.n.Leaves == 0)
	}},
})

var (
	keepAlone  = keepFeatures.only(byItself)
	keepAmong  = keepFeatures.only(amongPeers)
	keepAbove  = keepFeatures.only(inRegion)
	keepChosen = keepFeatures.only(bySelector)
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
