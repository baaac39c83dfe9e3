package graphviz

import (
	"context"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/kit"
)

// The measures of boxes, px; those of the course figures.
const (
	titleWidth        = 735. // longer titles are broken
	titleMargin       = 12.  // around a title
	iconSize, iconGap = 44., 12.
)

// The styles of the boxes.
var (
	sectionStyle = kit.BoxStyle{
		Role: layout.SectionRole, W: 249.2, H: 97.2, Lines: 3,
		Text: kit.TextStyle{Size: 24, Weight: 500, Width: 230, MaxLines: 5, DropAbbreviation: 2},
	}
	topicStyle = kit.BoxStyle{
		Role: layout.TopicRole, W: 235.4, H: 74.6, Lines: 2,
		Text: kit.TextStyle{Size: 24, Weight: 400, Width: 226, MaxLines: 4, DropAbbreviation: 2},
	}
	subtopicStyle = kit.BoxStyle{
		Role: layout.SubtopicRole, W: 207.4, H: 50, Lines: 1,
		Text: kit.TextStyle{Size: 20, Weight: 400, Width: 196, MaxLines: 3, DropAbbreviation: 2},
	}
)

// card is a box that is measured but has no place yet.
type card struct {
	role   layout.Role
	id     string
	w, h   float64 // px
	parent int     // the card that holds it, or -1
	level  int     // how many cards hold it
	// box is the card with its top left corner at (x, y).
	box func(x, y float64) layout.Box
}

// link is an edge between two cards.
type link struct {
	from, to int
	kind     graph.EdgeKind
	edge     graph.Edge // of a prerequisite
}

// content is what a figure shows: cards, each after the one that holds it, and
// the links between them.
type content struct {
	*kit.Draft
	at    map[string]int // the card of a node ID
	cards []card
	links []link
}

// part is a title and the sections below it, as numbers of cards.
type part struct {
	title    int
	sections []int
}

// parts are the parts of the figure.
func (c *content) parts() []part {
	var all []part
	if c.Graph.IsPlain() {
		return nil
	}
	for i, n := range c.cards {
		switch {
		case n.role == layout.SectionRole:
			last := &all[len(all)-1]
			last.sections = append(last.sections, i)
		case n.role == layout.TitleRole && n.id != graph.CourseID:
			all = append(all, part{title: i})
		}
	}
	return all
}

// measure sets the text of the cards.
func measure(ctx context.Context, g *graph.Graph, p layout.Page, m manner) *content {
	if g.IsPlain() {
		p.Prerequisites = "lines" // all its edges are drawn, so that chips would say them twice
	}
	c := &content{Draft: kit.New(ctx, g, p), at: map[string]int{}}
	if g.IsPlain() {
		c.plain()
		return c
	}
	parts := c.Index.Nodes(graph.Part)
	hub := -1
	if m.hub && len(parts) > 1 {
		course := &g.Nodes[c.Index.At(graph.CourseID)]
		hub = c.heading(course, -1)
		c.Name(*course)
	}
	last := -1 // the section before
	for _, part := range parts {
		sections := c.Index.Children(part, graph.Section)
		title := c.heading(&g.Nodes[part], hub)
		if last >= 0 {
			c.link(last, title, graph.Next)
		}
		for i, s := range sections {
			section := c.section(s, title)
			if i > 0 {
				c.link(last, section, graph.Next)
			}
			last = section
		}
	}
	for _, e := range kit.Prerequisites(c.Lines, c.at) {
		c.links = append(c.links, link{c.at[e.From], c.at[e.To], e.Kind, e})
	}
	return c
}

// plain sets the nodes of a plain graph, those of each cluster behind its name, and
// links all that its edges join.
func (c *content) plain() {
	c.Name(c.Graph.Nodes[0])
	for _, s := range c.Index.Nodes(graph.Section) {
		if n := &c.Graph.Nodes[s]; !n.Implied {
			c.section(s, -1)
			continue
		}
		for _, t := range c.Index.Children(s, graph.Topic) {
			c.topic(t, -1, 1)
		}
	}
	for _, e := range c.Graph.Edges {
		from, known := c.at[e.From]
		to, too := c.at[e.To]
		if known && too && from != to && e.Kind != graph.Contains && (e.Kind != graph.Next || c.cards[from].role != layout.SectionRole) {
			c.links = append(c.links, link{from, to, graph.Leads, e})
		}
	}
}

// add adds a card, and the link from the card that holds it.
func (c *content) add(n card) int {
	at := len(c.cards)
	if n.parent >= 0 {
		n.level = c.cards[n.parent].level + 1
	}
	c.cards, c.at[n.id] = append(c.cards, n), at
	if n.parent >= 0 {
		c.link(n.parent, at, graph.Contains)
	}
	return at
}

func (c *content) link(from, to int, kind graph.EdgeKind) {
	c.links = append(c.links, link{from: from, to: to, kind: kind})
}

// heading adds a part, or the course, as a title, with a margin before the ends of edges.
func (c *content) heading(n *graph.Node, parent int) int {
	t := c.Title(n, titleWidth)
	return c.add(card{
		role: layout.TitleRole, id: n.ID, w: t.W + 2*titleMargin, h: t.H + 2*titleMargin, parent: parent,
		box: func(x, y float64) layout.Box {
			b := t.Box(x+titleMargin, y+titleMargin)
			b.X, b.Y, b.W, b.H = x, y, b.W+2*titleMargin, b.H+2*titleMargin
			return b
		},
	})
}

// section adds a section and what it holds. Its icon stands inside, before
// the text: outside it would be in the way of the edges.
func (c *content) section(at, title int) int {
	n := &c.Graph.Nodes[at]
	item, icon := c.Item(n, sectionStyle), c.Icon(n)
	s := card{role: item.Role, id: n.ID, w: item.W, h: item.H, parent: title, box: item.Box}
	if icon != "" {
		s.w += iconSize + iconGap
		s.box = func(x, y float64) layout.Box {
			b := item.Box(x+iconSize+iconGap, y)
			b.X, b.W = x, s.w
			b.Icons = []layout.Icon{{Name: icon, X: x + iconGap, Y: y + (b.H-iconSize)/2, W: iconSize, H: iconSize}}
			return b
		}
	}
	section := c.add(s)
	for _, t := range c.Index.Children(at, graph.Topic) {
		c.topic(t, section, 1)
	}
	return section
}

// topic adds a topic and its sub-topics.
func (c *content) topic(at, parent, depth int) {
	style := topicStyle
	if depth > 1 {
		style = subtopicStyle
	}
	n := &c.Graph.Nodes[at]
	item := c.Item(n, style)
	topic := c.add(card{role: item.Role, id: n.ID, w: item.W, h: item.H, parent: parent, box: item.Box})
	for _, sub := range c.Index.Children(at, graph.Topic) {
		c.topic(sub, topic, depth+1)
	}
}
