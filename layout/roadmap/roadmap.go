// Package roadmap lays a course out as a serpentine: sections alternate between
// a left and a right column, an S-curve leads from each to the next, and a
// section's topics stand in the column opposite to it, joined by dashed lines; those to
// many share a stem. On a compact page they stand two in a row, on a panel.
//
// The measures are those of hand-drawn course figures. Two rules keep
// everything apart whatever a course holds (see [builder.step]): a curve clears
// the topics above it before it crosses the page, and the topics below begin
// after it has crossed. Between sections of few topics it is flat, so that they
// take the room they need. How far a section is from the next depends on these
// two alone: everything is placed from top to bottom in one pass, so
// the cost is linear and appending a section moves nothing above it.
//
// On a page of several columns the path winds on in the next one. The columns
// are about as high as each other, so there appending a section may move others.
package roadmap

import (
	"context"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/kit"
)

// Engine is the serpentine layout.
type Engine struct{}

// Capabilities are what the serpentine can do.
func (Engine) Capabilities() layout.Capabilities {
	return layout.Capabilities{Directions: []string{"down"}, Prerequisites: true, Width: true, MaxWidth: true, Columns: true, Aspect: true, FirstSide: true, Compact: true}
}

// Layout places the parts of a course one below the other, each under its title,
// in as many columns as the page has.
func (Engine) Layout(ctx context.Context, g *graph.Graph, p layout.Page) (*layout.Diagram, []graph.Diagnostic, error) {
	var chips []graph.Edge
	for range mostTries {
		b, err := build(ctx, g, p, chips)
		if err != nil {
			return nil, nil, err
		}
		lost := b.prerequisites(ctx)
		if len(lost) == 0 {
			b.page()
			return b.Diagram, b.Diagnostics, nil
		}
		chips = append(chips, lost...) // which need room, that moves all below
	}
	b, err := build(ctx, g, p, g.Edges)
	if err != nil {
		return nil, nil, err
	}
	b.page()
	return b.Diagram, b.Diagnostics, nil
}

// mostTries is how often lines are led anew because chips take the place of some.
const mostTries = 5

// build lays out all but the lines of prerequisites, some of which are chips.
func build(ctx context.Context, g *graph.Graph, p layout.Page, chips []graph.Edge) (*builder, error) {
	b, err := open(ctx, g, p, chips)
	if err != nil {
		return nil, err
	}
	top := 0.
	if b.spans() {
		top = b.title(&b.Graph.Nodes[b.blocks[0].part], 0)
	}
	var last *block
	lowest, first := 0., 0
	b.Diagram.Edges = make([]layout.Edge, 0, b.joints())
	for i, end := range b.ends {
		b.column, b.bottom, b.cols = i, 0, shifted(b.m.cols, float64(i)*b.m.width)
		last = b.fill(b.blocks[first:end], last, top)
		lowest, first = max(lowest, b.bottom), end
	}
	b.bottom = lowest
	return b, nil
}

// builder is the state of one layout.
type builder struct {
	*kit.Draft
	m      measures
	blocks []*block
	ends   []int // of the columns: the blocks behind their last ones
	high   heights

	column int       // the number of the column that is filled
	cols   [2]column // its sides, at their places on the page
	bottom float64   // the lowest edge placed so far in it
	foot   float64   // the lowest point of the lines between columns
	bends  map[bending]bend

	row    int               // the number of the section being placed, in the whole figure
	halls  []hall            // of the columns, and of the parts in them
	boxes  map[string]*place // where the ends of prerequisites are; nil until drawn
	iconed bool              // whether a section has an icon
}

// newBuilder sets all text for columns of a width, with some prerequisites as chips.
func newBuilder(ctx context.Context, g *graph.Graph, p layout.Page, width float64, chips []graph.Edge) *builder {
	b := &builder{Draft: kit.New(ctx, g, p), m: measuresOf(width, p.Compact), boxes: map[string]*place{}, bends: map[bending]bend{}}
	b.AsChips(chips)
	for _, e := range b.Lines {
		b.boxes[e.From], b.boxes[e.To] = nil, nil
	}
	var sections []int
	for _, part := range b.Index.Nodes(graph.Part) {
		for i, s := range b.Index.Children(part, graph.Section) {
			sections, b.blocks = append(sections, s), append(b.blocks, &block{part: part, first: i == 0})
		}
	}
	b.Each(len(sections), func(d *kit.Draft, i int) { b.blocks[i].measure(d, &b.m, sections[i]) })
	return b
}

// fill places blocks in the column, whose first box may begin at top, and draws them. The line to
// the first one comes from the last one of the column before, if that is of the same
// part. The last one is returned.
func (b *builder) fill(blocks []*block, above *block, top float64) *block {
	for i, s := range blocks {
		b.Check()
		s.side = left
		switch {
		case s.first && b.Page.FirstSide == graph.Right:
			s.side = right
		case !s.first && i > 0:
			s.side = above.side.other()
		}
		if wanted := sideOf(*s.section.Node); wanted >= 0 {
			s.side = wanted
		}
		switch {
		case s.first && b.spans():
			b.enter(hall{})
			s.centre = top + s.half()
		case s.first:
			s.centre = b.title(&b.Graph.Nodes[s.part], b.bottom) + s.half()
		case i == 0:
			b.enter(hall{})
			b.climb(above, s, top)
		default:
			b.next(above, s)
		}
		b.draw(s)
		above = s
	}
	return above
}

// joints is how many lines join the sections and their topics, about.
func (b *builder) joints() int {
	n := len(b.blocks)
	for _, s := range b.blocks {
		n += len(s.topics)
	}
	return n
}

// sideOf is the side that a node asks for, or -1.
func sideOf(n graph.Node) side {
	switch n.Side {
	case graph.Left:
		return left
	case graph.Right:
		return right
	}
	return -1
}

// next places a section below the one above it and draws the line between.
func (b *builder) next(above, s *block) {
	bottom := above.centre + above.section.H/2
	s.centre = above.centre + b.step(above, s)
	top := s.centre - s.section.H/2
	var path layout.Path
	if above.side == s.side {
		x := b.m.curveStart(b.cols, s.side)
		path.Start = layout.Point{X: x, Y: bottom}
		path.Line(x, top)
	} else {
		height := b.m.flat(above, s)
		path = b.m.path(b.cols, above.side, bottom, above.centre+b.curveFrom(above, height), top, height)
	}
	b.Join(above.section.Node.ID, s.section.Node.ID, graph.Next, path)
}

// step is how far below the centre of the section above that of a section is.
func (b *builder) step(above, s *block) float64 {
	if above.side == s.side {
		return max(above.section.H/2+straightLength, above.height/2+b.m.topicGap+(s.height-s.section.H)/2) + s.section.H/2
	}
	height := b.m.flat(above, s)
	return b.curveFrom(above, height) + max(height+s.section.H/2, b.bend(above.side, height).under+s.height/2)
}

// curveFrom is how far below the centre of its section a curve starts.
func (b *builder) curveFrom(above *block, height float64) float64 {
	return max(above.section.H/2-curveHidden*height/sCurveHeight, above.height/2-b.bend(above.side, height).over)
}
