package layered

import (
	"cmp"
	"math"
	"slices"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
)

// stack gives the layers their places, top down. Where many lines bend between
// two layers, these stand farther apart.
func (b *builder) stack() {
	const most = 40. // px that bends may add
	bends := make([]int, len(b.layers)+1)
	for _, l := range b.links {
		for i := 1; i < len(l.chain); i++ {
			if math.Abs(b.x[l.chain[i]]-b.x[l.chain[i-1]]) > 2 {
				bends[b.net.layer[l.chain[i]]]++
			}
		}
	}
	y := 0.
	for i := range b.layers {
		at := &b.layers[i]
		y += at.gap + min(most, 5*float64(bends[i]))
		at.y = y
		y += at.h
	}
	b.left, b.right = math.Inf(1), math.Inf(-1)
	for v, x := range b.x {
		b.left = min(b.left, x-b.net.width[v]/2)
		b.right = max(b.right, x+b.net.width[v]/2)
	}
	if slices.ContainsFunc(b.bands, func(s *band) bool { return !s.bare }) {
		b.left -= headerGap + headerStyle(b.Graph).W + pad
	}
	b.right += pad
}

// bottom is the lower end of a layer.
func (l layer) bottom() float64 { return l.y + l.h }

// draw adds the panels, the sections, the titles and the topics.
func (b *builder) draw() {
	for _, f := range b.frames {
		b.frame(f)
	}
	cells := b.cells
	for i, s := range b.bands {
		top, bottom := b.layers[s.first].y, b.layers[s.last].bottom()
		for ; len(cells) > 0 && int(cells[0].layer) < s.first; cells = cells[1:] {
			b.drawCell(int32(len(b.cells) - len(cells)))
		}
		if !s.bare {
			b.panel(i, top, bottom)
		}
		for ; len(cells) > 0 && int(cells[0].layer) <= s.last; cells = cells[1:] {
			b.drawCell(int32(len(b.cells) - len(cells)))
		}
	}
}

// panel adds a section with the panel behind it and its topics.
func (b *builder) panel(i int, top, bottom float64) {
	s := b.bands[i]
	b.Add(layout.Box{
		Role: layout.GroupRole, X: b.left, Y: top - pad, W: b.right - b.left, H: bottom - top + 2*pad,
	})
	if !b.Graph.IsPlain() {
		s.header.H = bottom - top
	}
	header := s.header.Box(b.left+pad, top)
	b.Add(header)
	if i > 0 && b.bands[i-1].part == s.part && !b.Graph.IsPlain() {
		x := header.X + header.W/2
		path := layout.Path{Start: layout.Point{X: x, Y: b.layers[s.first-1].bottom()}}
		path.Line(x, top)
		b.Join(b.bands[i-1].header.Node.ID, header.ID, graph.Next, path)
	}
}

func (b *builder) drawCell(i int32) {
	b.Check()
	c := b.cells[i]
	x, y := b.x[i]-c.w/2, b.top(i)
	switch {
	case c.title != nil:
		if len(b.net.rows[c.layer]) == 1 { // nothing passes it
			x = (b.left+b.right)/2 - c.w/2
		}
		b.Add(c.title.Box(x, y))
	case c.topic.Len() > 0:
		if c.topic.Len() > 1 {
			x += outlet
		}
		x += c.beside
		c.topic.Draw(b.Draft, x, y)
	}
}

// top is the upper end of a cell, which stands in the middle of its layer.
func (b *builder) top(i int32) float64 {
	at := b.layers[b.cells[i].layer]
	return at.y + (at.h-b.cells[i].h)/2
}

// routes draws the prerequisites.
func (b *builder) routes() {
	for i := range b.cells {
		b.spread(int32(i))
	}
	for _, l := range b.links {
		b.Check()
		path := b.route(l)
		if l.turned {
			path = path.Reversed()
		}
		b.line(l, path)
	}
	for _, l := range b.level {
		b.line(l, b.hop(l))
	}
	b.farRoutes()
	b.loopRoutes()
}

// spread distributes the ends of lines over the upper and the lower edge of a
// cell, in the order of where they lead.
func (b *builder) spread(i int32) {
	const pitch, corner = 18., 16.
	c := &b.cells[i]
	for side, links := range c.ends {
		slices.SortStableFunc(links, func(p, q int32) int { return cmp.Compare(b.x[b.links[p].beyond(side)], b.x[b.links[q].beyond(side)]) })
		width := min(pitch*float64(len(links)-1), max(0, c.w-2*c.beside-2*corner))
		for k, l := range links {
			x := b.x[i]
			if len(links) > 1 {
				x += width * (float64(k)/float64(len(links)-1) - 0.5)
			}
			if side == 1 && c.topic.Len() > 1 {
				x = b.x[i] + c.w/2 // beside the sub-topics
			}
			b.links[l].x[1-side] = x
		}
	}
}

// beyond is the node of the chain next to the lower end (0) or to the upper one (1).
func (l *link) beyond(side int) int32 {
	if side == 0 {
		return l.chain[len(l.chain)-2]
	}
	return l.chain[1]
}
