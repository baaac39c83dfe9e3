// Package kit is what layout engines are built with. An engine begins a [Draft]
// with [New], sets the text of what it draws, which gives boxes their sizes
// ([Draft.Item], [Draft.List], [Draft.Title]), decides where they go ([Divide] makes
// columns of them), and adds them with the lines between them; [Ways] and [Lanes] find
// room for those of prerequisites.
//
// What the kit sets looks like all other layouts, and says what could not be shown
// as it is. An engine that places boxes of its own needs none of it: it has only
// to return a [layout.Diagram].
package kit

import (
	"context"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/internal/until"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/internal/slab"
	"github.com/roadmapviz/roadmapviz/layout/text"
)

// Draft is a diagram in the making, with all that its engine works with. It is for
// one goroutine.
type Draft struct {
	Graph *graph.Graph // what is drawn
	Index *graph.Index // of the graph
	Page  layout.Page
	// Diagram has its title and its language, and holds what was added so far.
	// Its width and height are the engine's to set, or [Draft.Fit]'s.
	Diagram *layout.Diagram
	// Lines are the prerequisites to be drawn as lines. The others are shown by
	// the boxes of [Draft.Item].
	Lines []graph.Edge
	// Diagnostics tell of labels that do not fit, and of missing glyphs and icons.
	Diagnostics []graph.Diagnostic

	ctx       context.Context
	chips     map[string][]graph.Edge // prerequisites that are no lines, by what needs them
	shaper    *text.Shaper
	spans     []text.Span // of the label that is set
	placed    slab.Slab[layout.Line]
	segments  slab.Slab[layout.Segment]
	missing   map[string]bool // scripts already reported
	isApart   bool            // it is one of Each
	found     []finding       // by it
	first     string          // the ID of the first part
	titleForm titleForm
}

// New begins the diagram of a graph, to be set in the fonts of the page. It is
// named after the first part. Prerequisites are lines unless the page wants chips, or
// they lie beyond it; [Draft.AsChips] makes chips of single ones. What the draft does ends
// with ctx: where that has ended, the work is unwound to package engines, which returns the
// context's error; an engine calls [Draft.Check] only in long work of its own.
func New(ctx context.Context, g *graph.Graph, p layout.Page) *Draft {
	until.Check(ctx)
	d := &Draft{
		ctx: ctx, Graph: g, Index: p.Index.Of(g), Page: p,
		Diagram: &layout.Diagram{Language: g.Language, Boxes: make([]layout.Box, 0, len(g.Nodes)), Edges: []layout.Edge{}},
		shaper:  text.NewShaper(p.Fonts), missing: map[string]bool{}, chips: map[string][]graph.Edge{},
	}
	for _, e := range p.Beyond.Missing(d.Index) {
		d.chips[e.To] = append(d.chips[e.To], e)
	}
	for _, e := range g.Edges {
		if e.Kind != graph.Requires || e.From == e.To {
			continue
		}
		if p.Prerequisites == "chips" {
			d.chips[e.To] = append(d.chips[e.To], e)
		} else {
			d.Lines = append(d.Lines, e)
		}
	}
	d.Check()
	d.titleForm = titleFormOf(g)
	if parts := d.Index.Nodes(graph.Part); len(parts) > 0 {
		d.first = g.Nodes[parts[0]].ID
		d.Name(g.Nodes[parts[0]])
	}
	return d
}

// Name names the diagram after a part or the course.
func (d *Draft) Name(n graph.Node) { d.Diagram.Title = d.titleText(&n) }

// Add adds a box above those that are there.
func (d *Draft) Add(b layout.Box) {
	d.Check()
	d.Diagram.Boxes = append(d.Diagram.Boxes, b)
}

// Join adds the line from a node's box to another's, which begins and ends at the
// edges of these.
func (d *Draft) Join(from, to string, kind graph.EdgeKind, path layout.Path) {
	d.Diagram.Edges = append(d.Diagram.Edges, layout.Edge{From: from, To: to, Kind: string(kind), Path: path})
}

// Path begins a path of at most so many segments, which share their memory with those of
// others.
func (d *Draft) Path(start layout.Point, segments int) layout.Path {
	return layout.Path{Start: start, Segments: d.segments.Take(segments)[:0]}
}

// Check ends the work if the context has ended, as all does that sets text. It is for the loops
// of engines, and costs a few nanoseconds.
func (d *Draft) Check() { until.Check(d.ctx) }
