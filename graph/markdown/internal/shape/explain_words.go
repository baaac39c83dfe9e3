package shape

import (
	"fmt"
	"math/bits"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
)

// A wording puts what some features ask into words: those that look at the same
// thing are told as one.
type wording[C any] struct {
	of  []string // the features' names
	say func(C) string
}

// kindWords are the classes of nodes in words, one and many.
var kindWords = [...][2]string{
	{"element", "elements"}, {"heading", "headings"}, {"<summary>", "<summary>s"}, {"bold line", "bold lines"}, {"line over a list", "lines over lists"},
	{"item with a heading", "items with headings"}, {"bold item", "bold items"}, {"linked item", "linked items"}, {"item that leads to a heading", "items that lead to headings"},
	{"plain item", "plain items"}, {"row", "rows"}, {"group of rows", "groups of rows"}, {"cell", "cells"}, {"table", "tables"},
}

// viewWords are the ways to read a table.
var viewWords = [...]string{"rows", "groups of rows", "lines of rows", "columns", "cells of a grid"}

// wordWords are the classes of words, in words.
var wordWords = map[page.Class]string{
	page.Never: "no part of a course", page.Toc: "a table of contents", page.Meta: "what is about the course", page.Aside: "what stands beside a course", page.Wrapper: "a curriculum",
	page.Prerequisites: "prerequisites", page.Requires: "what needs something", page.Resources: "things to read", page.Topics: "topics", page.Tasks: "tasks", page.Filler: "fillers", page.Remark: "remarks",
	page.Quiz: "a quiz", page.Project: "a project", page.Optional: "what is optional", page.People: "people", page.Log: "news",
	page.Admin: "how a course is run", page.Setup: "what is set up", page.Aims: "aims", page.Advice: "advice", page.Sources: "sources", page.State: "how far it is", page.Persons: "those behind it",
	page.Frame: "what frames a course", page.Career: "careers", page.Pause: "pauses", page.Counts: "pieces that are counted", page.Basics: "a subject", page.Exercise: "exercises",
}

// selectorWords are the sets of nodes that selectors name, in words.
var selectorWords = [...]string{
	"none", "headings", "headings one level below", "headings two levels below", "all headings with something below", "<summary>s", "bold lines", "bold lines below headings",
	"lines over lists", "list items", "list items, those below lines too", "items in items", "groups of rows", "columns", "rows", "rows of several lines", "one for all", "what stands before the headings, and these", "lists", "headings of the level that is set",
}

// modeWords are the ways to find topics, in words.
var modeWords = [...]string{
	"list by list", "lists of one kind alike", "what stands out most in all sections", "what stands out most in all sections, without links", "all items and rows", "none",
}

// seriesWords are what a series is, in words.
var seriesWords = [...]string{"left out", "only hold others", "parts", "sections", "topics", "torn apart"}

// keepingWords are the ways to keep parts and sections, in words.
var keepingWords = [...]string{"what is likelier a section than not is one", "what is nearly as likely a section as not is one too", "what is hardly likelier a section than not is none"}

// Words are the ways in which parts, sections and topics are found, in words.
func (o *Outline) Words() (parts, sections, topics string) {
	if o.Reading == nil {
		return "", "", ""
	}
	return selectorWords[o.Reading.Parts], selectorWords[o.Reading.Sections], modeWords[o.chosen.way.mode]
}

// likeness says in words what words are known for.
func likeness(c page.Class) string {
	var all []string
	for ; c != 0; c &= c - 1 {
		if w := wordWords[page.Class(1)<<bits.TrailingZeros64(uint64(c))]; w != "" {
			all = append(all, w)
		}
	}
	if len(all) == 0 {
		return " no telling words"
	}
	return " words of " + strings.Join(all, " and ")
}

// one is a noun with its article.
func one(noun string) string {
	if strings.ContainsAny(noun[:1], "aeiou") {
		return "an " + noun
	}
	return "a " + noun
}

// asOf says in words how many are so, and whether one is among them.
func asOf[N int | int32](what string, n, all N, it bool) string {
	if it {
		return has(what, n, all) + ", and it is one of them"
	}
	return has(what, n, all) + ", and it is none of them"
}

func has[N int | int32](what string, n, all N) string {
	return fmt.Sprintf("%d of %d %s", n, all, what)
}

func (m *member) facts() *nodeFacts { return &m.t.facts.nodes[m.n.Index] }

// keepWords are the words of keepFeatures.
var keepWords = []wording[*member]{
	{[]string{"bias"}, func(m *member) string { return "whatever it is" }},
	{[]string{"words", "words numbered", "words leaves", "words weight"}, func(m *member) string { return "its title has" + likeness(m.n.Class) }},
	{[]string{"gist", "gist leaves", "gist kind"}, func(m *member) string { return "its title sounds like " + m.n.sounds() }},
	{[]string{"gist below"}, func(m *member) string {
		return has("items in it sound like further material", m.facts().material, m.facts().items)
	}},
	{[]string{"gist among"}, func(m *member) string {
		return asOf("sound like what stands beside a course", m.peers.aside, len(m.peers.nodes), m.n.isBesides())
	}},
	{[]string{"gist above"}, func(m *member) string { return "what the heading above it sounds like" }},
	{[]string{"words above"}, func(m *member) string { return "what it stands below has" + likeness(m.above()) }},
	{[]string{"kind"}, func(m *member) string { return "it is " + one(kindWords[classOf(m.n)][0]) }},
	{[]string{"leaves", "leaves kind", "empty beside", "empty heads"}, func(m *member) string {
		if m.n.Leaves == 0 {
			return "it holds no list or table"
		}
		return "it holds " + amount(m.n.Leaves, "item")
	}},
	{[]string{"own", "own usual"}, func(m *member) string {
		return fmt.Sprintf("%d of %d hold the same kinds of things as it", m.peers.own.of(int32(m.facts().own)), len(m.peers.nodes))
	}},
	{[]string{"number"}, func(m *member) string {
		return asOf("bear a number", m.peers.number, len(m.peers.nodes), m.n.Number != "")
	}},
	{[]string{"series"}, func(m *member) string {
		return asOf("count themselves", m.peers.series, len(m.peers.nodes), m.facts().series)
	}},
	{[]string{"first word"}, func(m *member) string {
		return asOf("begin with one word", m.peers.most, len(m.peers.nodes), m.peers.most > 0 && m.peers.words.of(m.facts().words) == m.peers.most)
	}},
	{[]string{"place", "peers"}, func(m *member) string { return fmt.Sprintf("it is number %d of %d", m.at+1, len(m.peers.nodes)) }},
	{[]string{"length", "length kind"}, func(m *member) string { return fmt.Sprintf("its title is %d bytes long", len(m.n.Title)) }},
	{[]string{"question"}, func(m *member) string {
		switch {
		case m.n.question:
			return "its title is a question"
		case m.n.sentence:
			return "its title is a sentence"
		}
		return "its title is a name"
	}},
	{[]string{"prose", "prose leaves"}, func(m *member) string { return "it holds " + amount(int(m.n.Paras), "paragraph") + " of prose" }},
	{[]string{"inside"}, func(m *member) string {
		return has("items in it lead to headings here", m.facts().inside, m.facts().items)
	}},
	{[]string{"links"}, func(m *member) string { return has("items in it are links", m.facts().links, m.facts().items) }},
	{[]string{"local"}, func(m *member) string { return has("items in it lead to files", m.facts().local, m.facts().items) }},
	{[]string{"dates"}, func(m *member) string { return has("items in it are dates", m.facts().dates, m.facts().items) }},
	{[]string{"people"}, func(m *member) string { return has("items in it are people", m.facts().people, m.facts().items) }},
	{[]string{"sentences"}, func(m *member) string { return has("items in it are sentences", m.facts().sentences, m.facts().items) }},
	{[]string{"boxes"}, func(m *member) string { return has("items in it have a box to tick", m.facts().boxes, m.facts().items) }},
	{[]string{"url", "url kind"}, func(m *member) string {
		return [...]string{"its title is no link", "its title leads to a heading here", "its title leads to a file", "its title leads to another site"}[urlKind(m.n.URL)]
	}},
	{[]string{"weight"}, func(m *member) string { return has("items of all those like it are in it", m.n.Leaves, m.peers.leaves) }},
	{[]string{"quoted html"}, func(m *member) string { return writtenIn(m.n.HTML, m.n.Quoted) }},
	{[]string{"recurs"}, func(m *member) string {
		return "its title stands in " + amount(int(m.t.facts.titles[m.n.key]), "place")
	}},
	{[]string{"box"}, func(m *member) string {
		if m.n.Box {
			return "it has a box to tick"
		}
		return "it has no box to tick"
	}},
	{[]string{"sections"}, func(m *member) string {
		return fmt.Sprintf("%ss are looked for among %s", m.as, selectorWords[m.s.selector(m.as)])
	}},
}

func writtenIn(html, quoted bool) string {
	switch {
	case quoted:
		return "written in a quote"
	case html:
		return "written in HTML"
	}
	return "written in Markdown"
}

func amount(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

func (c *choice) words() string {
	if c.u.List != nil && c.u.List.IsView {
		return viewWords[c.u.List.View]
	}
	return kindWords[c.u.Class][1]
}

func (c *choice) beside() string {
	var all []string
	seen := map[class]bool{c.u.Class: true}
	for _, p := range c.u.Peers() {
		if !seen[p.Class] {
			seen[p.Class] = true
			all = append(all, kindWords[p.Class][1])
		}
	}
	if len(all) == 0 {
		return "nothing else stands beside them"
	}
	return "beside them stand " + strings.Join(all, ", ")
}

// topicWords are the words of topicFeatures.
var topicWords = []wording[*choice]{
	{[]string{"kind", "kind document"}, func(c *choice) string { return "they are " + c.words() + ", in such a document" }},
	{[]string{"kind under", "words line"}, func(c *choice) string {
		if c.u.Under == nil {
			return "no line announces them"
		}
		return "the line over them has" + likeness(c.u.Under.Class)
	}},
	{[]string{"gist section"}, func(c *choice) string { return "their section sounds like " + c.section.sounds() }},
	{[]string{"gist line"}, func(c *choice) string {
		if c.u.Under == nil {
			return "no line announces them"
		}
		return "the line over them sounds like " + c.u.Under.sounds()
	}},
	{[]string{"gist members", "gist generic"}, func(c *choice) string {
		return has("sound like what stands beside a course", c.f.besides, c.f.n)
	}},
	{[]string{"kind beside", "kind in list", "kind size in list"}, (*choice).beside},
	{[]string{"words section"}, func(c *choice) string { return "their section has" + likeness(c.sectionClass()) }},
	{[]string{"words members", "words member"}, func(c *choice) string { return "their names have" + likeness(c.f.words) }},
	{[]string{"depth"}, func(c *choice) string { return amount(c.depth, "level") + " between them and their section" }},
	{[]string{"size"}, func(c *choice) string { return "there are " + fmt.Sprint(c.f.n) }},
	{[]string{"share"}, func(c *choice) string { return fmt.Sprintf("their section holds %d items in all", c.section.Leaves) }},
	{[]string{"links"}, func(c *choice) string { return has("are links", c.f.links, c.f.n) }},
	{[]string{"local"}, func(c *choice) string { return has("lead to files", c.f.local, c.f.n) }},
	{[]string{"inside"}, func(c *choice) string { return has("lead to headings here", c.f.inside, c.f.n) }},
	{[]string{"kids", "kid size"}, func(c *choice) string { return has("have something below them", c.f.kids, c.f.n) }},
	{[]string{"kid links"}, func(c *choice) string { return has("items below them are links", c.f.kidLinks, c.f.kidItems) }},
	{[]string{"sentences"}, func(c *choice) string { return has("are sentences", c.f.sentences, c.f.n) }},
	{[]string{"boxes"}, func(c *choice) string { return has("have a box to tick", c.f.boxes, c.f.n) }},
	{[]string{"dates"}, func(c *choice) string { return has("begin with a date", c.f.dates, c.f.n) }},
	{[]string{"people"}, func(c *choice) string { return has("are people", c.f.people, c.f.n) }},
	{[]string{"explained"}, func(c *choice) string { return has("are explained", c.f.colons, c.f.n) }},
	{[]string{"questions"}, func(c *choice) string { return has("are questions", c.f.questions, c.f.n) }},
	{[]string{"labels"}, func(c *choice) string { return has("begin with labels that recur", c.f.labels, c.f.n) }},
	{[]string{"everywhere"}, func(c *choice) string {
		return has("have names that stand in most places", c.f.everywhere, c.f.n)
	}},
	{[]string{"recurs"}, func(c *choice) string { return has("have names that recur", c.f.recurs, c.f.n) }},
	{[]string{"numbers"}, func(c *choice) string { return has("bear a number", c.f.number, c.f.n) }},
	{[]string{"series"}, func(c *choice) string { return has("count themselves", c.f.series, c.f.n) }},
	{[]string{"length"}, func(c *choice) string {
		return fmt.Sprintf("their names have %d characters in the mean", mean(int(c.f.length), int(c.f.n)))
	}},
	{[]string{"place"}, func(c *choice) string { return "where they stand in their section" }},
	{[]string{"section kind"}, func(c *choice) string { return "their section is " + one(kindWords[classOf(c.section)][0]) }},
	{[]string{"views"}, func(c *choice) string { return "the ways in which the table can be read" }},
	{[]string{"prose"}, func(c *choice) string { return amount(int(c.u.Base.Paras), "paragraph") + " of prose beside them" }},
	{[]string{"ordered"}, func(c *choice) string {
		if c.u.List != nil && c.u.List.Ordered {
			return "their list is numbered"
		}
		return "their list is not numbered"
	}},
	{[]string{"html quoted"}, func(c *choice) string { return writtenIn(c.u.Members[0].HTML, c.u.Members[0].Quoted) }},
}

// memberWords are the words of memberFeatures.
var memberWords = []wording[*single]{
	{[]string{"bias"}, func(x *single) string { return "it is one of " + x.c.words() }},
	{[]string{"words", "words kind", "words kids"}, func(x *single) string { return "its name has" + likeness(x.n.Class) }},
	{[]string{"gist", "gist among"}, func(x *single) string {
		return asOf("sound like what stands beside a course", x.c.f.besides, x.c.f.n, x.n.isBesides())
	}},
	{[]string{"kids", "leaves"}, func(x *single) string {
		return asOf("have something below", x.c.f.kids, x.c.f.n, len(x.n.Kids) > 0)
	}},
	{[]string{"inside"}, func(x *single) string {
		return asOf("lead to headings here", x.c.f.inside, x.c.f.n, page.IsInside(x.n.URL))
	}},
	{[]string{"linked"}, func(x *single) string {
		return asOf("lead somewhere", x.c.f.links+x.c.f.local+x.c.f.inside, x.c.f.n, x.n.URL != "")
	}},
	{[]string{"link"}, func(x *single) string {
		return asOf("lead to other sites", x.c.f.links, x.c.f.n, urlKind(x.n.URL) == 3)
	}},
	{[]string{"box"}, func(x *single) string { return asOf("have a box to tick", x.c.f.boxes, x.c.f.n, x.n.Box) }},
	{[]string{"number"}, func(x *single) string { return asOf("bear a number", x.c.f.number, x.c.f.n, x.n.Number != "") }},
	{[]string{"sentence"}, func(x *single) string {
		return asOf("are sentences", x.c.f.sentences, x.c.f.n, x.n.sentence)
	}},
	{[]string{"question"}, func(x *single) string {
		return asOf("are questions", x.c.f.questions, x.c.f.n, x.n.question)
	}},
	{[]string{"explained"}, func(x *single) string { return has("are explained", x.c.f.colons, x.c.f.n) }},
	{[]string{"date"}, func(x *single) string {
		if x.n.dated {
			return "it begins with a date"
		}
		return "it begins with no date"
	}},
	{[]string{"recurs"}, func(x *single) string {
		return "its name stands in " + amount(int(x.c.t.facts.titles[x.n.key]), "place")
	}},
	{[]string{"length", "length among"}, func(x *single) string {
		return fmt.Sprintf("its name has %d characters, and %d are the mean", x.n.letters, mean(int(x.c.f.length), int(x.c.f.n)))
	}},
	{[]string{"place"}, func(x *single) string { return fmt.Sprintf("it is number %d of %d", x.i+1, x.c.f.n) }},
	{[]string{"address"}, func(x *single) string {
		if strings.HasPrefix(x.n.Title, "http") {
			return "its name is an address"
		}
		return "its name is no address"
	}},
	{[]string{"colon"}, func(x *single) string {
		if strings.HasSuffix(x.n.Raw, ":") || strings.HasSuffix(x.n.Raw, "：") {
			return "it ends in a colon"
		}
		return "it ends in no colon"
	}},
	{[]string{"images"}, func(x *single) string { return "it holds " + amount(len(x.n.Images()), "picture") }},
}
