package shape

import (
	"math/bits"
	"strings"

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

// unitFacts are what the members of a unit have in common.
type unitFacts struct {
	n, links, local, inside, kids, sentences, boxes, dates, people, colons, questions, recurs, number, series, kidLinks, kidItems, empty, aside int
	length                                                                                                                                      int
	words                                                                                                                                       page.Class
}

func (t *Tree) unitFacts(u *Unit) unitFacts {
	f := unitFacts{n: len(u.Members)}
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
			f.kidLinks += int(x.links+x.local) - b2i(m.URL != "")
			f.kidItems += int(x.items) - 1
		} else {
			f.empty++
		}
		f.sentences += b2i(m.sentence)
		f.boxes += b2i(m.Box)
		f.dates += b2i(m.dated)
		f.people += b2i(strings.Contains(m.URL, "mailto:") || page.IsProfile(m.URL))
		f.colons += b2i(m.explained)
		f.questions += b2i(m.question)
		f.recurs += b2i(m.Title != "" && t.facts.titles[m.key] > 2)
		f.number += b2i(m.Number != "")
		f.series += b2i(x.series)
		f.length += int(m.letters)
		f.aside += b2i(m.Class&(page.Aside|page.Resources|page.Never|page.Meta|page.Remark|page.Filler|page.Tasks|page.Quiz) != 0)
		f.words |= m.Class
	}
	return f
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
	{"kind", unitKinds, 1, func(c *choice, say func(int)) { say(c.kind()) }},
	{"kind under", unitKinds * unders, 1, func(c *choice, say func(int)) { say(c.kind()*unders + c.under()) }},
	{"kind beside", unitKinds * kinds, 1, func(c *choice, say func(int)) {
		for b := c.u.beside; b != 0; b &= b - 1 {
			say(c.kind()*kinds + bits.TrailingZeros32(b))
		}
		if c.u.beside == 0 {
			say(c.kind() * kinds)
		}
	}},
	{"kind in list", unitKinds * kinds, 1, func(c *choice, say func(int)) {
		for _, p := range c.u.inList() {
			if p != c.u {
				say(c.kind()*kinds + int(p.Class))
			}
		}
	}},
	{"kind size in list", unitKinds * 5, 5, func(c *choice, say func(int)) {
		all := 0
		for _, p := range c.u.inList() {
			all += len(p.Members)
		}
		if all > 0 {
			say(c.kind()*5 + bucket(5*len(c.u.Members), all, 2*all, 3*all, 5*all))
		}
	}},
	{"kind document", unitKinds * kinds * 3, 3, func(c *choice, say func(int)) {
		total := 0
		for _, n := range c.t.facts.byClass[headingItem:] {
			total += n
		}
		for k := headingClass; k <= cellClass; k++ {
			n := c.t.facts.byClass[k]
			say((c.kind()*kinds+int(k))*3 + bucket(10*n, 1, 2*total+1))
		}
	}},
	{"words section", unitKinds * classCount, 1, func(c *choice, say func(int)) {
		sayClasses(c.sectionClass(), func(i int) { say(c.kind()*classCount + i) })
	}},
	{"words line", unitKinds * classCount, 1, func(c *choice, say func(int)) {
		if c.u.Under != nil {
			sayClasses(c.u.Under.Class, func(i int) { say(c.kind()*classCount + i) })
		}
	}},
	{"words members", unitKinds * shares, shares, func(c *choice, say func(int)) { say(c.kind()*shares + share(c.f.aside, c.f.n)) }},
	{"words member", classCount, 1, func(c *choice, say func(int)) { sayClasses(c.f.words, say) }},
	{"depth", unitKinds * 4, 4, func(c *choice, say func(int)) { say(c.kind()*4 + min(c.depth, 3)) }},
	{"size", unitKinds * 6, 6, func(c *choice, say func(int)) { say(c.kind()*6 + bucket(c.f.n, 2, 3, 5, 10, 25)) }},
	{"links", unitKinds * shares, shares, func(c *choice, say func(int)) { say(c.kind()*shares + share(c.f.links, c.f.n)) }},
	{"local", unitKinds * shares, shares, func(c *choice, say func(int)) { say(c.kind()*shares + share(c.f.local, c.f.n)) }},
	{"inside", unitKinds * shares, shares, func(c *choice, say func(int)) { say(c.kind()*shares + share(c.f.inside, c.f.n)) }},
	{"kids", unitKinds * shares, shares, func(c *choice, say func(int)) { say(c.kind()*shares + share(c.f.kids, c.f.n)) }},
	{"kid links", unitKinds * shares, shares, func(c *choice, say func(int)) { say(c.kind()*shares + share(c.f.kidLinks, c.f.kidItems)) }},
	{"kid size", unitKinds * 5, 5, func(c *choice, say func(int)) { say(c.kind()*5 + bucket(c.f.kidItems, 1, c.f.n, 3*c.f.n, 8*c.f.n)) }},
	{"sentences", unitKinds * shares, shares, func(c *choice, say func(int)) { say(c.kind()*shares + share(c.f.sentences, c.f.n)) }},
	{"boxes", unitKinds * shares, shares, func(c *choice, say func(int)) { say(c.kind()*shares + share(c.f.boxes, c.f.n)) }},
	{"dates", shares, shares, func(c *choice, say func(int)) { say(share(c.f.dates, c.f.n)) }},
	{"people", shares, shares, func(c *choice, say func(int)) { say(share(c.f.people, c.f.n)) }},
	{"explained", unitKinds * shares, shares, func(c *choice, say func(int)) { say(c.kind()*shares + share(c.f.colons, c.f.n)) }},
	{"questions", unitKinds * shares, shares, func(c *choice, say func(int)) { say(c.kind()*shares + share(c.f.questions, c.f.n)) }},
	{"recurs", unitKinds * shares, shares, func(c *choice, say func(int)) { say(c.kind()*shares + share(c.f.recurs, c.f.n)) }},
	{"numbers", unitKinds * shares, shares, func(c *choice, say func(int)) { say(c.kind()*shares + share(c.f.number, c.f.n)) }},
	{"series", unitKinds * shares, shares, func(c *choice, say func(int)) { say(c.kind()*shares + share(c.f.series, c.f.n)) }},
	{"length", unitKinds * 6, 6, func(c *choice, say func(int)) {
		say(c.kind()*6 + bucket(c.f.length, 8*c.f.n, 16*c.f.n, 30*c.f.n, 50*c.f.n, 80*c.f.n))
	}},
	{"place", unitKinds * 3, 1, func(c *choice, say func(int)) { say(c.kind()*3 + min(c.u.at, 2)) }},
	{"section kind", unitKinds * kinds, 1, func(c *choice, say func(int)) { say(c.kind()*kinds + int(classOf(c.section))) }},
	{"views", unitKinds * 6, 1, func(c *choice, say func(int)) {
		if c.u.List != nil && c.u.List.IsView {
			for _, v := range c.u.List.Parent.Views() {
				say(c.kind()*6 + int(v.Kind))
			}
		}
	}},
	{"prose", unitKinds * 3, 3, func(c *choice, say func(int)) { say(c.kind()*3 + bucket(int(c.u.Base.Paras), 1, 3)) }},
	{"ordered", unitKinds * 2, 1, func(c *choice, say func(int)) { say(c.kind()*2 + b2i(c.u.List != nil && c.u.List.Ordered)) }},
	{"html quoted", 8, 1, func(c *choice, say func(int)) {
		say(b2i(c.u.Members[0].HTML) + 2*b2i(c.u.Members[0].Quoted) + 4*b2i(c.u.List != nil && c.u.List.Prose))
	}},
	{"share", unitKinds * 5, 5, func(c *choice, say func(int)) {
		all := max(1, c.section.Leaves)
		n := 0
		for _, m := range c.u.Members {
			n += max(1, m.Leaves)
		}
		say(c.kind()*5 + bucket(10*n, all, 3*all, 6*all, 9*all))
	}},
})
