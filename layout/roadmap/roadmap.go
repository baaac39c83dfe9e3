// Package roadmap lays a course out as a serpentine: sections alternate between
// a left and a right column, an S-curve leads from each to the next, and a
// section's topics stand in the column opposite to it, joined by dashed lines; those to
// many share a stem.
//
// The measures are those of hand-drawn course figures. Two rules keep
// everything apart whatever a course holds (see [builder.next]): a curve clears
// the topics above it before it crosses the page, and the topics below begin
// after it has crossed. Everything is placed from top to bottom in one pass, so
// the cost is linear and appending a section moves nothing above it.
package roadmap

import (
	"context"
	"fmt"
	"math"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/kit"
)

// Engine is the serpentine layout.
type Engine struct{}

// Capabilities are what the serpentine can do.
func (Engine) Capabilities() layout.Capabilities {
	return layout.Capabilities{Directions: []string{"down"}, Prerequisites: true, Width: true, FirstSide: true}
}

// Layout places the parts of a course one below the other, each under its title.
func (Engine) Layout(ctx context.Context, g *graph.Graph, p layout.Page) (*layout.Diagram, []graph.Diagnostic, error) {
	var chips []graph.Edge
	for range mostTries {
		b, err := build(ctx, g, p, chips)
		if err != nil {
			return nil, nil, err
		}
		lost := b.prerequisites()
		if len(lost) == 0 {
			return b.Diagram, b.Diagnostics, nil
		}
		chips = append(chips, lost...) // which need room, that moves all below
	}
	b, err := build(ctx, g, p, g.Edges)
	if err != nil {
		return nil, nil, err
	}
	return b.Diagram, b.Diagnostics, nil
}

// mostTries is how often lines are led anew because chips take the place of some.
const mostTries = 5

// build lays out all but the lines of prerequisites, some of which are chips.
func build(ctx context.Context, g *graph.Graph, p layout.Page, chips []graph.Edge) (*builder, error) {
	b, err := newBuilder(g, p, chips)
	if err != nil {
		return nil, err
	}
	for _, part := range b.Index.Nodes(graph.Part) {
		if err := b.part(ctx, part); err != nil {
			return nil, err
		}
	}
	b.Diagram.Height = heightStep * math.Ceil((b.bottom+bottomMargin)/heightStep)
	return b, nil
}

// builder is the state of one layout.
type builder struct {
	*kit.Draft
	cols   [2]column
	bends  [2]bend           // of the curves that leave each side
	bottom float64           // the lowest edge placed so far
	row    int               // the number of the section being placed, in the whole figure
	halls  []hall            // of the parts
	boxes  map[string]*place // where the ends of prerequisites are; nil until drawn
	iconed bool              // whether a section has an icon
}

func newBuilder(g *graph.Graph, p layout.Page, chips []graph.Edge) (*builder, error) {
	if p.Width == 0 {
		p.Width = pageWidth
	}
	if p.Width < leastWidth || math.IsNaN(p.Width) || math.IsInf(p.Width, 0) {
		return nil, &layout.OptionError{Option: "width", Reason: fmt.Sprintf("is at least %.0f px in a roadmap, not %g", leastWidth, p.Width)}
	}
	b := &builder{Draft: kit.New(g, p), cols: columns(p.Width), boxes: map[string]*place{}}
	b.AsChips(chips)
	b.Diagram.Width = p.Width
	b.bends = [2]bend{bendOf(b.cols, left), bendOf(b.cols, right)}
	for _, e := range b.Lines {
		b.boxes[e.From], b.boxes[e.To] = nil, nil
	}
	return b, nil
}

// part places one part below what is there.
func (b *builder) part(ctx context.Context, part int) error {
	above := b.bottom
	baseline := b.title(&b.Graph.Nodes[part])
	top := baseline + titleToContent
	b.enter(above, b.Diagram.Boxes[len(b.Diagram.Boxes)-1], top)
	at := left
	if b.Page.FirstSide == graph.Right {
		at = right
	}
	var last *block
	for _, s := range b.Index.Children(part, graph.Section) {
		if err := ctx.Err(); err != nil {
			return err
		}
		if wanted := sideOf(b.Graph.Nodes[s]); wanted >= 0 {
			at = wanted
		}
		section := b.measure(s, at)
		if last == nil {
			section.centre = top + max(section.height, section.section.H)/2
		} else {
			b.next(last, section)
		}
		b.draw(section)
		last, at = section, at.other()
	}
	return nil
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
	groupEnd := above.centre + above.height/2
	var path layout.Path
	if above.side == s.side {
		top := max(bottom+straightLength, groupEnd+topicGap+(s.height-s.section.H)/2)
		s.centre = top + s.section.H/2
		x := curveStart(b.cols, s.side)
		path.Start = layout.Point{X: x, Y: bottom}
		path.Line(x, top)
	} else {
		bend := b.bends[above.side]
		start := max(bottom-curveHidden, groupEnd-bend.over)
		s.centre = max(start+sCurveHeight+s.section.H/2, start+bend.under+s.height/2)
		path = curve(b.cols, above.side, bottom, start, s.centre-s.section.H/2)
	}
	b.Join(above.section.Node.ID, s.section.Node.ID, graph.Next, path)
}
