package run

import (
	"context"
	"slices"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/clutter"
)

// mostLines is how many prerequisites are worth the attempt to draw them as lines,
// before chips take their place.
const mostLines = 300

// The eye can follow lines that cross others, or the path, so often on average, with
// a few crossings to spare in small figures, and of which no more run side by side. Of
// the real courses that were looked at, with 19 to 31 lines, those with 0.5 and 0.9
// crossings a line can be followed in the serpentine, and the one with 3.9 and nine
// lines abreast cannot.
const (
	mostCrossings  = 1.5
	spareCrossings = 6
	mostAbreast    = 8
)

// followed tells whether lines can be followed with the eye.
func followed(c clutter.Clutter) bool {
	return c.Overlaps == 0 && c.Boxes == 0 && c.Texts == 0 && c.Abreast <= mostAbreast &&
		float64(c.Crossings+c.Main) <= spareCrossings+mostCrossings*float64(c.Lines)
}

// withPrerequisites lets an engine lay a graph out with the prerequisites shown as
// the page wants them. This is the one place that decides between lines and chips.
func withPrerequisites(ctx context.Context, e layout.Engine, g *graph.Graph, p layout.Page) (*layout.Diagram, []graph.Diagnostic, error) {
	shown := p.Prerequisites
	p.Prerequisites = "lines"
	n := 0
	for _, e := range g.Edges {
		if e.Kind == graph.Requires {
			n++
		}
	}
	switch {
	case shown == "none":
		p.Beyond = nil
		bare := *g
		bare.Edges = slices.DeleteFunc(slices.Clone(g.Edges), func(e graph.Edge) bool { return e.Kind == graph.Requires })
		return e.Layout(ctx, &bare, p)
	case n == 0 || shown == "lines":
		return e.Layout(ctx, g, p)
	case shown != "chips" && n <= mostLines && e.Capabilities().Prerequisites:
		d, diagnostics, err := e.Layout(ctx, g, p)
		if err != nil {
			return nil, nil, err
		}
		// A few lines among many chips would look as if they meant something else.
		if c := clutter.Measure(d); 2*c.Lines >= n && followed(c) {
			return d, diagnostics, nil
		}
	}
	p.Prerequisites = "chips"
	return e.Layout(ctx, g, p)
}
