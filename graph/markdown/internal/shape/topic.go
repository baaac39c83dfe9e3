package shape

import (
	"math/bits"

	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/gist"
	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
)

// A choice is a unit below a section, of which it must be said whether its
// members are topics, hold them, or are something else.
type choice struct {
	t       *Tree
	section *Node
	u       *Unit
	depth   int
	f       *unitFacts
}

func (t *Tree) choiceOf(section *Node, u *Unit) choice {
	return choice{t: t, section: section, u: u, f: &u.facts, depth: depthIn(section, u)}
}

// depthIn is how many nodes stand between a section and a unit.
func depthIn(section *Node, u *Unit) int {
	depth := 0
	for n := u.Base; n != nil && n != section; n = n.Parent {
		depth += b2i(classOf(n) != noClass)
	}
	return depth
}

// unitFacts are what the members of a unit have in common.
type unitFacts struct {
	n, links, local, inside, kids, kidLinks, kidItems, sentences, boxes, dates, people, colons, questions, recurs, everywhere, number, series, aside, besides, generic int32
	length, labels                                                                                                                                                     int32 // of the titles; that recur
	words                                                                                                                                                              page.Class
}

func (t *Tree) unitFacts(u *Unit) unitFacts {
	f := unitFacts{n: int32(len(u.Members))}
	for _, m := range u.Members {
		x := &t.facts.nodes[m.Index]
		switch urlKind(m.URL) {
		case 1:
			f.inside++
		case 2:
			f.local++
		case 3:
			f.links++
		}
		if m.Leaves > 1 || len(m.Kids) > 0 {
			f.kids++
			f.kidLinks += x.links + x.local - int32(b2i(m.URL != ""))
			f.kidItems += x.items - 1
		}
		count(&f.sentences, m.sentence)
		count(&f.boxes, m.Box)
		count(&f.dates, m.dated)
		count(&f.people, m.person)
		count(&f.colons, m.explained)
		count(&f.questions, m.question)
		count(&f.recurs, m.Title != "" && t.facts.titles[m.key] > 2)
		count(&f.everywhere, t.facts.isEverywhere(m))
		count(&f.labels, t.facts.hasLabel(m))
		count(&f.number, m.Number != "")
		count(&f.series, x.series)
		f.length += m.letters
		count(&f.aside, m.Class&(page.Aside|page.Resources|page.Never|page.Meta|page.Remark|page.Filler|page.Tasks|page.Quiz) != 0)
		count(&f.besides, m.isBesides())
		count(&f.generic, m.speaks == gist.Generic)
		f.words |= m.Class
	}
	return f
}

// count counts what is so.
func count(n *int32, is bool) {
	if is {
		*n++
	}
}

func (c *choice) kind() int {
	k := int(c.u.Class)
	if c.u.List != nil && c.u.List.IsView {
		return kinds + int(c.u.List.View)
	}
	return k
}

const unitKinds = kinds + 6

// under is what the line over a unit says: 0 no line, else its mode, or 6 for a
// bold line and 7 for a sentence.
func (c *choice) under() int {
	l := c.u.Under
	switch {
	case c.u.isMaterial():
		return 1 + int(page.AsResources)
	case l == nil:
		return 0
	case l.Mode != page.AsIs:
		return 1 + int(l.Mode)
	case l.Lead == page.BoldLead:
		return 6
	case l.Prose:
		return 7
	}
	return 1
}

const unders = 8

func (c *choice) sectionClass() page.Class {
	x := c.section.Class
	for n := c.u.Base; n != nil && n != c.section; n = n.Parent {
		x |= n.Class
	}
	return x
}

// topicFeatures are what is asked about a unit below a section.
var topicFeatures = newTable([]feature[*choice]{
	{"kind", byItself, unitKinds, 1, func(c *choice, _ *answers) int { return c.kind() }},
	{"kind under", byItself, unitKinds * unders, 1, func(c *choice, _ *answers) int { return c.kind()*unders + c.under() }},
	{"kind beside", byItself, unitKinds * kinds, 1, func(c *choice, a *answers) int {
		for b := c.u.beside; b != 0; b &= b - 1 {
			a.say(c.kind()*kinds + bits.TrailingZeros32(b))
		}
		if c.u.beside == 0 {
			a.say(c.kind() * kinds)
		}
		return unanswered
	}},
	{"kind in list", byItself, unitKinds * kinds, 1, func(c *choice, a *answers) int {
		for _, p := range c.u.inList() {
			if p != c.u {
				a.say(c.kind()*kinds + int(p.Class))
			}
		}
		return unanswered
	}},
	{"kind size in list", byItself, unitKinds * 5, 5, func(c *choice, _ *answers) int {
		all := 0
		for _, p := range c.u.inList() {
			all += len(p.Members)
		}
		if all > 0 {
			return c.kind()*5 + bucket(5*len(c.u.Members), all, 2*all, 3*all, 5*all)
		}
		return unanswered
	}},
	{"kind document", ofKind, unitKinds * kinds * 3, 3, func(c *choice, a *answers) int {
		total := 0
		for _, n := range c.t.facts.byClass[headingItem:] {
			total += n
		}
		for k := headingClass; k <= cellClass; k++ {
			n := c.t.facts.byClass[k]
			a.say((c.kind()*kinds+int(k))*3 + bucket(10*n, 1, 2*total+1))
		}
		return unanswered
	}},
	{"words section", belowSection, unitKinds * classCount, 1, func(c *choice, a *answers) int {
		return a.classes(c.sectionClass(), c.kind()*classCount)
	}},
	{"words line", byItself, unitKinds * classCount, 1, func(c *choice, a *answers) int {
		if c.u.Under != nil {
			return a.classes(c.u.Under.Class, c.kind()*classCount)
		}
		return unanswered
	}},
	{"words members", byItself, unitKinds * shares, shares, func(c *choice, _ *answers) int { return c.kind()*shares + share(c.f.aside, c.f.n) }},
	{"words member", byItself, classCount, 1, func(c *choice, a *answers) int { return a.classes(c.f.words, 0) }},
	{"gist section", belowSection, unitKinds * gistSteps, gistSteps, func(c *choice, _ *answers) int {
		return c.kind()*gistSteps + max(c.section.gistStep(gist.About), c.section.gistStep(gist.Resources))
	}},
	{"gist line", byItself, unitKinds * gistAnswers, gistSteps, func(c *choice, a *answers) int {
		if c.u.Under == nil {
			return unanswered
		}
		return c.u.Under.gists(a, c.kind()*gistAnswers)
	}},
	{"gist members", byItself, unitKinds * shares, shares, func(c *choice, _ *answers) int { return c.kind()*shares + share(c.f.besides, c.f.n) }},
	{"gist generic", byItself, unitKinds * shares, shares, func(c *choice, _ *answers) int { return c.kind()*shares + share(c.f.generic, c.f.n) }},
	{"depth", belowSection, unitKinds * 4, 4, func(c *choice, _ *answers) int { return c.kind()*4 + min(c.depth, 3) }},
	{"size", byItself, unitKinds * 6, 6, func(c *choice, _ *answers) int { return c.kind()*6 + bucket(c.f.n, 2, 3, 5, 10, 25) }},
	{"links", byItself, unitKinds * shares, shares, func(c *choice, _ *answers) int { return c.kind()*shares + share(c.f.links, c.f.n) }},
	{"local", byItself, unitKinds * shares, shares, func(c *choice, _ *answers) int { return c.kind()*shares + share(c.f.local, c.f.n) }},
	{"inside", byItself, unitKinds * shares, shares, func(c *choice, _ *answers) int { return c.kind()*shares + share(c.f.inside, c.f.n) }},
	{"kids", byItself, unitKinds * shares, shares, func(c *choice, _ *answers) int { return c.kind()*shares + share(c.f.kids, c.f.n) }},
	{"kid links", byItself, unitKinds * shares, shares, func(c *choice, _ *answers) int { return c.kind()*shares + share(c.f.kidLinks, c.f.kidItems) }},
	{"kid size", byItself, unitKinds * 5, 5, func(c *choice, _ *answers) int { return c.kind()*5 + bucket(c.f.kidItems, 1, c.f.n, 3*c.f.n, 8*c.f.n) }},
	{"sentences", byItself, unitKinds * shares, shares, func(c *choice, _ *answers) int { return c.kind()*shares + share(c.f.sentences, c.f.n) }},
	{"boxes", byItself, unitKinds * shares, shares, func(c *choice, _ *answers) int { return c.kind()*shares + share(c.f.boxes, c.f.n) }},
	{"dates", byItself, shares, shares, func(c *choice, _ *answers) int { return share(c.f.dates, c.f.n) }},
	{"people", byItself, shares, shares, func(c *choice, _ *answers) int { return share(c.f.people, c.f.n) }},
	{"explained", byItself, unitKinds * shares, shares, func(c *choice, _ *answers) int { return c.kind()*shares + share(c.f.colons, c.f.n) }},
	{"questions", byItself, unitKinds * shares, shares, func(c *choice, _ *answers) int { return c.kind()*shares + share(c.f.questions, c.f.n) }},
	{"recurs", byItself, unitKinds * shares, shares, func(c *choice, _ *answers) int { return c.kind()*shares + share(c.f.recurs, c.f.n) }},
	{"everywhere", byItself, unitKinds * shares, shares, func(c *choice, _ *answers) int { return c.kind()*shares + share(c.f.everywhere, c.f.n) }},
	{"labels", byItself, unitKinds * shares, shares, func(c *choice, _ *answers) int { return c.kind()*shares + share(c.f.labels, c.f.n) }},
	{"numbers", byItself, unitKinds * shares, shares, func(c *choice, _ *answers) int { return c.kind()*shares + share(c.f.number, c.f.n) }},
	{"series", byItself, unitKinds * shares, shares, func(c *choice, _ *answers) int { return c.kind()*shares + share(c.f.series, c.f.n) }},
	{"length", byItself, unitKinds * 6, 6, func(c *choice, _ *answers) int {
		n := int(c.f.n)
		return c.kind()*6 + bucket(int(c.f.length), 8*n, 16*n, 30*n, 50*n, 80*n)
	}},
	{"place", byItself, unitKinds * 3, 1, func(c *choice, _ *answers) int { return c.kind()*3 + min(int(c.u.at), 2) }},
	{"section kind", belowSection, unitKinds * kinds, 1, func(c *choice, _ *answers) int { return c.kind()*kinds + int(classOf(c.section)) }},
	{"views", byItself, unitKinds * 6, 1, func(c *choice, a *answers) int {
		if c.u.List != nil && c.u.List.IsView {
			for _, v := range c.u.List.Parent.Views() {
				a.say(c.kind()*6 + int(v.Kind))
			}
		}
		return unanswered
	}},
	{"prose", byItself, unitKinds * 3, 3, func(c *choice, _ *answers) int { return c.kind()*3 + bucket(int(c.u.Base.Paras), 1, 3) }},
	{"ordered", byItself, unitKinds * 2, 1, func(c *choice, _ *answers) int { return c.kind()*2 + b2i(c.u.List != nil && c.u.List.Ordered) }},
	{"html quoted", byItself, 8, 1, func(c *choice, _ *answers) int {
		return b2i(c.u.Members[0].HTML) + 2*b2i(c.u.Members[0].Quoted) + 4*b2i(c.u.List != nil && c.u.List.Prose)
	}},
	{"share", belowSection, unitKinds * 5, 5, func(c *choice, _ *answers) int {
		all := max(1, c.section.Leaves)
		n := 0
		for _, m := range c.u.Members {
			n += max(1, m.Leaves)
		}
		return c.kind()*5 + bucket(10*n, all, 3*all, 6*all, 9*all)
	}},
})

var (
	topicAlone = topicFeatures.only(byItself)
	topicKind  = topicFeatures.only(ofKind)
	topicBelow = topicFeatures.only(belowSection)
)
