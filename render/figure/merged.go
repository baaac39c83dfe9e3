package figure

import (
	"bytes"
	"context"
	"slices"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/legend"
	"github.com/roadmapviz/roadmapviz/render/formats"
)

// DrawMerged draws in one file how two versions of a course differ, as
// [graph.Merge] joins them: every changed box has a mark and a word, and a legend says
// what the marks and lines mean. Parts in which nothing changed are left out, unless nothing changed at all, or all is asked for.
// The options that choose what is drawn do not count.
func DrawMerged(ctx context.Context, m graph.Merged, all bool, o Options, format formats.Format) ([]byte, error) {
	o.Parts, o.Focus, o.Highlight, o.Figures, o.Index = nil, "", nil, "", ""
	m.Graph = speaking(m.Graph, m.Graph)
	m.Graph = withChanges(m)
	around := m.Graph
	if !all {
		m.Graph = speaking(changedParts(m), around)
	}
	f, err := New(m.Graph, o.For(format))
	if err != nil {
		return nil, err
	}
	f.beyond = layout.NewBeyond(f.options.linked(around).Drawn())
	pages, err := f.layOutMerged(ctx, m, format.Paged)
	if err != nil {
		return nil, err
	}
	var file bytes.Buffer
	if err := format.Encode(ctx, &file, pages, f.theme.Theme, f.encoding(format)); err != nil {
		return nil, err
	}
	return file.Bytes(), nil
}

// withChanges is the graph whose prerequisites say what happened to them, where they
// are no lines.
func withChanges(m graph.Merged) *graph.Graph {
	g := *m.Graph
	g.Edges = slices.Clone(g.Edges)
	for i := range g.Edges {
		if kind, ok := m.Edges[[2]string{g.Edges[i].From, g.Edges[i].To}]; ok && g.Edges[i].Kind == graph.Requires {
			g.Edges[i].Label = legend.Word(changeStates[kind], g.Language)
		}
	}
	return &g
}

// changedParts is the graph of the parts in which something changed, or of all if
// there are none.
func changedParts(m graph.Merged) *graph.Graph {
	x := graph.NewIndex(m.Graph)
	changed := func(id string) bool {
		for _, i := range x.Subtree(x.At(id)) {
			if len(m.Nodes[m.Graph.Nodes[i].ID]) > 0 {
				return true
			}
			for ends := range m.Edges {
				if ends[1] == m.Graph.Nodes[i].ID {
					return true
				}
			}
		}
		return false
	}
	var parts []string
	for _, p := range x.Nodes(graph.Part) {
		if id := m.Graph.Nodes[p].ID; changed(id) {
			parts = append(parts, id)
		}
	}
	if len(parts) == 0 {
		return m.Graph
	}
	if g, err := m.Graph.Select(parts...); err == nil {
		return g
	}
	return m.Graph
}

// changeStates are the states of boxes and edges, which themes know by mark and
// outline, and labels by a word.
var changeStates = map[graph.ChangeKind]layout.State{
	graph.Added: layout.AddedState, graph.Removed: layout.RemovedState, graph.Renamed: layout.RenamedState,
	graph.Moved: layout.MovedState, graph.Changed: layout.ChangedState,
	graph.EdgeAdded: layout.AddedState, graph.EdgeRemoved: layout.RemovedState,
}

// layOutMerged lays out a merged graph: on paper where there may be several pages. Every
// changed box says in a word what happened to it.
func (f *Figure) layOutMerged(ctx context.Context, m graph.Merged, paged bool) ([]*layout.Diagram, error) {
	of := *f
	of.merged = &m
	f = &of
	g := *f.options.linked(m.Graph)
	g.Nodes = append([]graph.Node{}, g.Nodes...)
	for i := range g.Nodes {
		n := &g.Nodes[i]
		var words []string
		for _, kind := range m.Nodes[n.ID] {
			word := legend.Word(changeStates[kind], g.Language)
			if kind == graph.Renamed {
				word = legend.Was(m.Was[n.ID], g.Language)
			}
			words = append(words, word)
		}
		if words != nil {
			n.Label = n.Text() + " – " + strings.Join(words, ", ")
		}
	}
	o := f.contentOptions()
	if lines := f.engine.Capabilities().Prerequisites; lines && (o.Prerequisites == "" || o.Prerequisites == "auto") {
		o.Prerequisites = "lines" // which show what happened to them
	}
	if paper, is := f.paper(); is && paged {
		pages, _, err := f.printOn(ctx, paper, &g, o)
		return pages, err
	}
	page, _, err := f.page(ctx, &g, o)
	return []*layout.Diagram{page}, err
}

// mark gives what changed the states by which the theme marks it.
func mark(page *layout.Diagram, m *graph.Merged) {
	for i := range page.Boxes {
		for _, kind := range m.Nodes[page.Boxes[i].ID] {
			page.Boxes[i].States = append(page.Boxes[i].States, changeStates[kind])
		}
	}
	for i := range page.Edges {
		e := &page.Edges[i]
		if kind, ok := m.Edges[[2]string{e.From, e.To}]; ok && e.Kind == string(graph.Requires) {
			e.States = append(e.States, changeStates[kind])
		}
	}
}
