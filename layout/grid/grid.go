// Package grid lays a course out as cards in columns, for posters and slides:
// each section is a card with its topics as a list. Cards fill the columns from
// top to bottom and from left to right, as in a newspaper, so that the order of
// the course is the order of reading. It draws no lines between cards.
package grid

import (
	"context"
	"fmt"
	"math"
	"slices"
	"sort"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/kit"
)

// Engine is the grid layout.
type Engine struct{}

// Capabilities are what the grid can do: columns by number, or as many as make
// the page's aspect, or as many as fit a width.
func (Engine) Capabilities() layout.Capabilities {
	return layout.Capabilities{Directions: []string{"right"}, Columns: true, Aspect: true, MaxWidth: true}
}

// Layout places the parts one below the other, each as a title and its cards.
func (Engine) Layout(ctx context.Context, g *graph.Graph, p layout.Page) (*layout.Diagram, []graph.Diagnostic, error) {
	if p.MaxWidth > 0 && p.MaxWidth < pageWidth(1) {
		return nil, nil, &layout.OptionError{Option: "max-width", Reason: fmt.Sprintf("is at least %.0f px in a grid, not %g", pageWidth(1), p.MaxWidth)}
	}
	b := &builder{Draft: kit.New(ctx, g, p)}
	b.measure()
	columns := b.columns()
	y := 0.
	for i, p := range b.parts {
		if i > 0 {
			y += partGap
		}
		y = b.draw(p, columns, y)
	}
	b.Fit(margin)
	b.frame()
	return b.Diagram, b.Diagnostics, nil
}

// builder is the state of one layout.
type builder struct {
	*kit.Draft
	parts []*part
}

// part is a title with its cards.
type part struct {
	node  *graph.Node
	cards []card
}

// card is a section with its topics, measured.
type card struct {
	header kit.Item
	topics kit.List
	h      float64
}

// measure sets all text.
func (b *builder) measure() {
	var sections []int
	var cards []*card
	for _, i := range b.Index.Nodes(graph.Part) {
		p := &part{node: &b.Graph.Nodes[i]}
		held := b.Index.Children(i, graph.Section)
		p.cards = make([]card, len(held))
		for j, s := range held {
			sections, cards = append(sections, s), append(cards, &p.cards[j])
		}
		b.parts = append(b.parts, p)
	}
	b.Each(len(sections), func(d *kit.Draft, i int) { cards[i].measure(d, sections[i]) })
}

func (c *card) measure(d *kit.Draft, section int) {
	c.header, c.topics = d.Item(&d.Graph.Nodes[section], sectionStyle), d.List(d.Index.Children(section, graph.Topic), listStyle)
	c.h = 2*pad + c.header.H
	if c.topics.Len() > 0 {
		c.h += pad + c.topics.H
	}
}

// columns is how many columns the page has: as many as asked for, or as come
// nearest to the aspect, or a few; and no more than fit the greatest width.
func (b *builder) columns() int {
	most := 1
	for _, p := range b.parts {
		most = max(most, len(p.cards))
	}
	if b.Page.MaxWidth > 0 {
		most = min(most, int((b.Page.MaxWidth-2*margin+gutter)/(cardWidth+gutter)))
	}
	switch {
	case b.Page.Columns > 0:
		return min(b.Page.Columns, most)
	case b.Page.Aspect > 0:
		// The page gets wider and lower with every column.
		n := 1 + sort.Search(most-1, func(i int) bool { return b.aspect(i+1) >= b.Page.Aspect })
		if n > 1 && math.Log(b.aspect(n)/b.Page.Aspect) > math.Log(b.Page.Aspect/b.aspect(n-1)) {
			n--
		}
		return n
	}
	return min(usualColumns, most)
}

// aspect is about the page's width to its height with n columns.
func (b *builder) aspect(n int) float64 {
	height := 2 * margin
	for _, p := range b.parts {
		_, tallest := divide(p.cards, n, kit.Fewest)
		height += tallest + titleHeight + titleGap + partGap
	}
	return pageWidth(n) / height
}

// draw places a part below y and returns where it ends.
func (b *builder) draw(p *part, columns int, y float64) float64 {
	width := pageWidth(columns) - 2*margin
	room := max(width, leastTitle)
	if b.Page.MaxWidth > 0 {
		room = min(room, b.Page.MaxWidth-2*margin)
	}
	title := b.Title(p.node, room-titleIcon)
	b.Add(title.Box((width-title.W)/2, y))
	top := y + title.H + titleGap
	count := kit.Fewest
	if b.Page.Columns > 0 {
		count = kit.AtMost
	}
	ends, tallest := divide(p.cards, columns, count)
	// Few cards stand in the middle of a wide page.
	x := float64(columns-len(ends)) * (cardWidth + gutter) / 2
	// Where no card has topics, panels would only frame boxes a second time.
	framed := slices.ContainsFunc(p.cards, func(c card) bool { return c.topics.Len() > 0 })
	first := 0
	for _, end := range ends {
		y := top
		for _, c := range p.cards[first:end] {
			if framed {
				b.Add(layout.Box{Role: layout.GroupRole, X: x, Y: y, W: cardWidth, H: c.h})
			}
			b.card(c, x, y)
			y += c.h + cardGap
		}
		first = end
		x += cardWidth + gutter
	}
	return top + tallest
}

func (b *builder) card(c card, x, y float64) {
	b.Add(c.header.Box(x+pad, y+pad))
	c.topics.Draw(b.Draft, x+inset, y+c.header.H+2*pad)
}

// frame gives the page exactly the aspect that is asked for.
func (b *builder) frame() {
	if b.Page.Aspect == 0 {
		return
	}
	w, h := b.Diagram.Width, b.Diagram.Height
	if w < h*b.Page.Aspect {
		w = h * b.Page.Aspect
		if b.Page.MaxWidth > 0 {
			w = min(w, max(b.Page.MaxWidth, b.Diagram.Width))
		}
	} else {
		h = w / b.Page.Aspect
	}
	b.Move((w-b.Diagram.Width)/2, (h-b.Diagram.Height)/2)
	b.Diagram.Width, b.Diagram.Height = w, h
}
