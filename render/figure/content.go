package figure

import (
	"context"
	"path"
	"slices"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/engines"
)

// content is the graph that the layout gets: with links that lead from the figure,
// and without prerequisites that follow from others; an overview if the figure is
// one.
func (f *Figure) content() *graph.Index { return f.contentOf(f.index.Of(f.Graph)) }

func (f *Figure) contentOf(x *graph.Index) *graph.Index {
	o := f.options
	if g := o.linked(x.Graph()); g != x.Graph() {
		x = x.Alike(g)
	}
	if !o.Redundant && !x.Graph().IsPlain() { // every edge of a graph is one to draw
		x = x.TransitiveReduction()
	}
	if o.Figures != "" {
		return graph.NewIndex(relinked(x.Graph().Overview(), graph.Section, func(part graph.Node) string {
			name, err := fileName(o.Figures, wordsOf(part), 1)
			if err != nil {
				return part.URL
			}
			return escapePath(name)
		}))
	}
	if o.Index != "" {
		return x.Alike(relinked(x.Graph(), graph.Part, func(graph.Node) string { return escapePath(path.Clean(o.Index)) }))
	}
	return x
}

// relinked is the graph with other links of the nodes of a kind. g is not changed.
func relinked(g *graph.Graph, kind graph.Kind, link func(graph.Node) string) *graph.Graph {
	moved := *g
	moved.Nodes = slices.Clone(g.Nodes)
	for i := range moved.Nodes {
		if n := &moved.Nodes[i]; n.Kind == kind {
			n.URL = link(*n)
		}
	}
	return &moved
}

// asSheet is what is laid out where the options say which of several pictures it is.
func (f *Figure) asSheet(ctx context.Context, g *graph.Graph, o layout.Options) (*graph.Graph, layout.Options, error) {
	if f.options.Sheet == "" {
		return g, o, nil
	}
	g, err := f.numbered(ctx, g, f.options.Sheet)
	o.Title = "" // which stands in the course now, with its number
	return g, o, err
}

// numbered is the graph whose first title says which of several pictures it is. g is
// not changed.
func (f *Figure) numbered(ctx context.Context, g *graph.Graph, sheet string) (*graph.Graph, error) {
	x := graph.NewIndex(g)
	parts, sections := x.Nodes(graph.Part), x.Nodes(graph.Section)
	if len(parts) == 0 || len(sections) == 0 {
		return g, nil
	}
	// What the title is, a small diagram tells.
	small, err := g.Select(g.Nodes[sections[0]].ID)
	if err != nil {
		return nil, err
	}
	e, _ := engines.Lookup(engines.Default)
	o := f.layoutOptions()
	o.Width, o.MaxWidth, o.Aspect, o.Columns, o.Direction, o.FirstSide = 0, 0, 0, 0, "", ""
	d, _, err := engines.Layout(ctx, e, small, o)
	if err != nil {
		return nil, err
	}
	numbered := *g
	numbered.Nodes = slices.Clone(g.Nodes)
	numbered.Nodes[parts[0]].Label = d.Title + " (" + sheet + ")"
	return &numbered, nil
}
