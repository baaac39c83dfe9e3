package shape

import (
	"strings"

	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
)

// A single is one member of a unit whose members are topics: it may be a
// remark among them all the same.
type single struct {
	c *choice
	n *Node
	i int
}

// among is 0 where the member is as most are, 1 where it alone is not, and so
// on: how a yes or no of one stands beside that of all.
func among(yes bool, n, of int) int { return b2i(yes)*shares + share(n, of) }

// memberFeatures are what is asked about a member before it is a topic.
var memberFeatures = newTable([]feature[*single]{
	{"bias", unitKinds, 1, func(x *single, say func(int)) { say(x.c.kind()) }},
	{"words", classCount, 1, func(x *single, say func(int)) { sayClasses(x.n.Class, say) }},
	{"words kind", kinds * classCount, 1, func(x *single, say func(int)) {
		sayClasses(x.n.Class, func(i int) { say(int(x.c.u.Class)*classCount + i) })
	}},
	{"words kids", 2 * classCount, 1, func(x *single, say func(int)) {
		k := classCount * b2i(len(x.n.Kids) > 0)
		sayClasses(x.n.Class, func(i int) { say(k + i) })
	}},
	{"kids", 2 * shares, shares, func(x *single, say func(int)) { say(among(len(x.n.Kids) > 0, x.c.f.kids, x.c.f.n)) }},
	{"inside", 2 * shares, shares, func(x *single, say func(int)) { say(among(page.IsInside(x.n.URL), x.c.f.inside, x.c.f.n)) }},
	{"linked", 2 * shares, shares, func(x *single, say func(int)) {
		say(among(x.n.URL != "", x.c.f.links+x.c.f.local+x.c.f.inside, x.c.f.n))
	}},
	{"link", 2 * shares, shares, func(x *single, say func(int)) { say(among(urlKind(x.n.URL) == 3, x.c.f.links, x.c.f.n)) }},
	{"box", 2 * shares, shares, func(x *single, say func(int)) { say(among(x.n.Box, x.c.f.boxes, x.c.f.n)) }},
	{"number", 2 * shares, shares, func(x *single, say func(int)) { say(among(x.n.Number != "", x.c.f.number, x.c.f.n)) }},
	{"sentence", 2 * shares, shares, func(x *single, say func(int)) { say(among(x.n.sentence, x.c.f.sentences, x.c.f.n)) }},
	{"question", 2 * shares, shares, func(x *single, say func(int)) {
		say(among(x.n.question, x.c.f.questions, x.c.f.n))
	}},
	{"explained", 2 * shares, shares, func(x *single, say func(int)) {
		say(among(x.n.explained, x.c.f.colons, x.c.f.n))
	}},
	{"date", 2, 1, func(x *single, say func(int)) { say(b2i(x.n.dated)) }},
	{"recurs", 3 * shares, shares, func(x *single, say func(int)) {
		say(bucket(x.c.t.facts.titles[x.n.key], 2, 4)*shares + share(x.c.f.recurs, x.c.f.n))
	}},
	{"length", 7, 7, func(x *single, say func(int)) { say(bucket(int(x.n.letters), 3, 8, 16, 30, 60, 100)) }},
	{"length among", 5, 5, func(x *single, say func(int)) {
		say(bucket(4*x.c.f.n*int(x.n.letters), x.c.f.length, 3*x.c.f.length, 6*x.c.f.length, 12*x.c.f.length))
	}},
	{"place", 5, 1, func(x *single, say func(int)) {
		switch {
		case x.c.f.n == 1:
			say(0)
		case x.i == 0:
			say(1)
		case x.i == x.c.f.n-1:
			say(2)
		default:
			say(3)
		}
	}},
	{"leaves", 5, 5, func(x *single, say func(int)) { say(bucket(x.n.Leaves, 1, 2, 5, 12)) }},
	{"address", 2, 1, func(x *single, say func(int)) { say(b2i(strings.HasPrefix(x.n.Title, "http"))) }},
	{"colon", 2, 1, func(x *single, say func(int)) {
		say(b2i(strings.HasSuffix(x.n.Raw, ":") || strings.HasSuffix(x.n.Raw, "：")))
	}},
	{"images", 2, 1, func(x *single, say func(int)) { say(b2i(len(x.n.Images()) > 0)) }},
})

// One says whether a member of a unit of topics is a topic.
func (j *learned) One(section *Node, u *Unit, n *Node, i int) bool {
	if yes, said := j.fixed.keep(n, Topic); said {
		return yes
	}
	if len(u.Members) == 1 {
		return true // what is said of the unit is said of it
	}
	if j.ones[n.Index] == 0 {
		j.choice = j.t.choiceOf(section, u)
		j.single = single{&j.choice, n, i}
		j.ones[n.Index] = 1
		if sum(j.w.Member, j.ask.member.ask(&j.single))+j.earlier.lean(n, Topic) < -Scale { // in doubt it is one: nothing is to be lost
			j.ones[n.Index] = -1
		}
	}
	return j.ones[n.Index] > 0
}
