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
func among(yes bool, n, of int32) int { return b2i(yes)*shares + share(n, of) }

// memberFeatures are what is asked about a member before it is a topic.
var memberFeatures = newTable([]feature[*single]{
	{"bias", byItself, unitKinds, 1, func(x *single, _ *answers) int { return x.c.kind() }},
	{"words", byItself, classCount, 1, func(x *single, a *answers) int { return a.classes(x.n.Class, 0) }},
	{"words kind", byItself, kinds * classCount, 1, func(x *single, a *answers) int {
		return a.classes(x.n.Class, int(x.c.u.Class)*classCount)
	}},
	{"words kids", byItself, 2 * classCount, 1, func(x *single, a *answers) int {
		k := classCount * b2i(len(x.n.Kids) > 0)
		return a.classes(x.n.Class, k)
	}},
	{"gist", byItself, gistAnswers, gistSteps, func(x *single, a *answers) int { return x.n.gists(a, 0) }},
	{"gist among", byItself, 2 * shares, shares, func(x *single, _ *answers) int { return among(x.n.isBesides(), x.c.f.besides, x.c.f.n) }},
	{"kids", byItself, 2 * shares, shares, func(x *single, _ *answers) int { return among(len(x.n.Kids) > 0, x.c.f.kids, x.c.f.n) }},
	{"inside", byItself, 2 * shares, shares, func(x *single, _ *answers) int { return among(page.IsInside(x.n.URL), x.c.f.inside, x.c.f.n) }},
	{"linked", byItself, 2 * shares, shares, func(x *single, _ *answers) int {
		return among(x.n.URL != "", x.c.f.links+x.c.f.local+x.c.f.inside, x.c.f.n)
	}},
	{"link", byItself, 2 * shares, shares, func(x *single, _ *answers) int { return among(urlKind(x.n.URL) == 3, x.c.f.links, x.c.f.n) }},
	{"box", byItself, 2 * shares, shares, func(x *single, _ *answers) int { return among(x.n.Box, x.c.f.boxes, x.c.f.n) }},
	{"number", byItself, 2 * shares, shares, func(x *single, _ *answers) int { return among(x.n.Number != "", x.c.f.number, x.c.f.n) }},
	{"sentence", byItself, 2 * shares, shares, func(x *single, _ *answers) int { return among(x.n.sentence, x.c.f.sentences, x.c.f.n) }},
	{"question", byItself, 2 * shares, shares, func(x *single, _ *answers) int {
		return among(x.n.question, x.c.f.questions, x.c.f.n)
	}},
	{"explained", byItself, 2 * shares, shares, func(x *single, _ *answers) int {
		return among(x.n.explained, x.c.f.colons, x.c.f.n)
	}},
	{"date", byItself, 2, 1, func(x *single, _ *answers) int { return b2i(x.n.dated) }},
	{"recurs", byItself, 3 * shares, shares, func(x *single, _ *answers) int {
		return bucket(x.c.t.facts.titles[x.n.key], 2, 4)*shares + share(x.c.f.recurs, x.c.f.n)
	}},
	{"length", byItself, 7, 7, func(x *single, _ *answers) int { return bucket(int(x.n.letters), 3, 8, 16, 30, 60, 100) }},
	{"length among", byItself, 5, 5, func(x *single, _ *answers) int {
		all := int(x.c.f.length)
		return bucket(4*int(x.c.f.n)*int(x.n.letters), all, 3*all, 6*all, 12*all)
	}},
	{"place", byItself, 5, 1, func(x *single, _ *answers) int {
		switch {
		case x.c.f.n == 1:
			return 0
		case x.i == 0:
			return 1
		case x.i == int(x.c.f.n)-1:
			return 2
		default:
			return 3
		}
	}},
	{"leaves", byItself, 5, 5, func(x *single, _ *answers) int { return bucket(x.n.Leaves, 1, 2, 5, 12) }},
	{"address", byItself, 2, 1, func(x *single, _ *answers) int { return b2i(strings.HasPrefix(x.n.Title, "http")) }},
	{"colon", byItself, 2, 1, func(x *single, _ *answers) int {
		return b2i(strings.HasSuffix(x.n.Raw, ":") || strings.HasSuffix(x.n.Raw, "："))
	}},
	{"images", byItself, 2, 1, func(x *single, _ *answers) int { return b2i(len(x.n.Images()) > 0) }},
})
