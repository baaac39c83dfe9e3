// Package grid lays a course out as cards in columns, for posters and slides:
// each section is a card with its topics as a list. Cards fill the columns from
// top to bottom and from left to right, as in a newspaper, so that the order of
// the course is the order of reading. It draws no lines between cards.
package grid

import (
	"context"
	"fmt"
	"math"
	"sort"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
)

// Engine is the grid layout.
type Engine struct{}

// Capabilities are what the grid can do: columns by number, or as many as make
// the page's aspect, or as many as fit a width.
func (Engine) Capabilities() layout.Capabilities {
	return layout.Capabilities{Directions: []string{"right"}, Columns: true, Aspect: true, MaxWidth: true}
}

// Layout places the parts one below the other, each as a title and its cards.
func (Engine) Layout(ctx context.Context, g *graph.Graph, o layout.Options) (*layout.Diagram, []graph.Diagnostic, error) {
	if o.MaxWidth > 0 && o.MaxWidth < pageWidth(1) {
		return nil, nil, fmt.Errorf("a grid needs a width of at least %.0f px, not %g", pageWidth(1), o.MaxWidth)
	}
	b := &builder{
		g: g, kids: graph.NewIndex(g), o: o,
		set: layout.NewTypesetter(o.Fonts, g.Language),
		d:   &layout.Diagram{Language: g.Language, Boxes: []layout.Box{}, Edges: []layout.Edge{}},
	}
	if err := b.measure(ctx); err != nil {
		return nil, nil, err
	}
	columns := b.columns()
	y := 0.
	for i, p := range b.parts {
		if i > 0 {
			y += partGap
		}
		y = b.draw(p, columns, y)
	}
	b.d.Fit(margin)
	b.frame()
	return b.d, b.set.Diagnostics, nil
}

// builder is the state of one layout.
type builder struct {
	g     *graph.Graph
	kids  *graph.Index
	o     layout.Options
	set   *layout.Typesetter
	d     *layout.Diagram
	parts []*part
}

// part is a title with its cards.
type part struct {
	node  *graph.Node
	cards []card
}

// card is a section with its topics, measured.
type card struct {
	header layout.Item
	topics layout.List
	h      float64
}

// measure sets all text.
func (b *builder) measure(ctx context.Context) error {
	style := sectionStyle
	if b.o.NoIcons {
		style.IconSize = 0
	}
	for _, i := range b.kids.Nodes(graph.Part) {
		sections := b.kids.Children(i, graph.Section)
		if len(sections) == 0 {
			continue
		}
		p := &part{node: &b.g.Nodes[i]}
		for _, s := range sections {
			if err := ctx.Err(); err != nil {
				return err
			}
			topics, more := layout.Topics(b.kids, s, b.o.MaxTopics)
			c := card{header: b.set.Item(&b.g.Nodes[s], style), topics: b.set.List(b.kids, topics, more, listStyle, b.o)}
			c.h = c.header.H
			if c.topics.Len() > 0 {
				c.h += 2*pad + c.topics.H
			}
			p.cards = append(p.cards, c)
		}
		b.parts = append(b.parts, p)
	}
	if len(b.parts) == 0 {
		return layout.ErrEmpty
	}
	b.d.Title = layout.TitleText(*b.parts[0].node, b.g.Language)
	return nil
}

// columns is how many columns the page has: as many as asked for, or as come
// nearest to the aspect, or a few; and no more than fit the greatest width.
func (b *builder) columns() int {
	most := 1
	for _, p := range b.parts {
		most = max(most, len(p.cards))
	}
	if b.o.MaxWidth > 0 {
		most = min(most, int((b.o.MaxWidth-2*margin+gutter)/(cardWidth+gutter)))
	}
	switch {
	case b.o.Columns > 0:
		return min(b.o.Columns, most)
	case b.o.Aspect > 0:
		// The page gets wider and lower with every column.
		n := 1 + sort.Search(most-1, func(i int) bool { return b.aspect(i+1) >= b.o.Aspect })
		if n > 1 && math.Log(b.aspect(n)/b.o.Aspect) > math.Log(b.o.Aspect/b.aspect(n-1)) {
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
		_, tallest := divide(p.cards, n)
		height += tallest + titleHeight + titleGap + partGap
	}
	return pageWidth(n) / height
}

// draw places a part below y and returns where it ends.
func (b *builder) draw(p *part, columns int, y float64) float64 {
	width := pageWidth(columns) - 2*margin
	room := max(width, leastTitle)
	if b.o.MaxWidth > 0 {
		room = min(room, b.o.MaxWidth-2*margin)
	}
	title := b.set.Title(p.node, room-titleIcon, b.o)
	b.d.Boxes = append(b.d.Boxes, title.Box((width-title.Width())/2, y, b.o))
	top := y + title.Height() + titleGap
	ends, tallest := divide(p.cards, columns)
	// Few cards stand in the middle of a wide page.
	x := float64(columns-len(ends)) * (cardWidth + gutter) / 2
	first := 0
	for _, end := range ends {
		y := top
		for _, c := range p.cards[first:end] {
			b.card(c, x, y)
			y += c.h + cardGap
		}
		first = end
		x += cardWidth + gutter
	}
	return top + tallest
}

func (b *builder) card(c card, x, y float64) {
	if c.topics.Len() > 0 {
		b.d.Boxes = append(b.d.Boxes, layout.Box{Role: layout.GroupRole, X: x, Y: y, W: cardWidth, H: c.h})
	}
	b.d.Boxes = append(b.d.Boxes, c.header.Box(x, y, b.o))
	c.topics.Draw(b.d, x+pad, y+c.header.H+pad, b.o)
}

// frame gives the page exactly the aspect that the options ask for.
func (b *builder) frame() {
	if b.o.Aspect == 0 {
		return
	}
	w, h := b.d.Width, b.d.Height
	if w < h*b.o.Aspect {
		w = h * b.o.Aspect
		if b.o.MaxWidth > 0 {
			w = min(w, max(b.o.MaxWidth, b.d.Width))
		}
	} else {
		h = w / b.o.Aspect
	}
	b.d.Move((w-b.d.Width)/2, (h-b.d.Height)/2)
	b.d.Width, b.d.Height = w, h
}
