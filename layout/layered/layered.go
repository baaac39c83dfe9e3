// Package layered lays a course out by its prerequisites: every section is a
// band across the page, its topics stand in rows, each below what it requires,
// and prerequisites run down the page between the boxes.
//
// The work is that of Sugiyama, Tagawa and Toda, "Methods for visual
// understanding of hierarchical system structures", IEEE Transactions on Systems,
// Man, and Cybernetics 11 (1981), in its four steps: layers ([builder.rows]),
// the order in each layer with few crossings ([net.order]), coordinates
// ([net.coordinates]), and the routes of the edges ([builder.routes]). Each takes
// n log n steps in the number of boxes and of layers that edges pass, which
// [reach] bounds.
//
// A plain graph is drawn as one ([builder.plainRows]): clusters are the bands, and
// labels have places of their own in layers between the rows.
package layered

import (
	"context"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/kit"
)

// Engine is the layered layout.
type Engine struct{}

// Capabilities are what the engine can do. Columns is the number of topics in a row.
func (Engine) Capabilities() layout.Capabilities {
	return layout.Capabilities{Directions: []string{"down"}, Prerequisites: true, Columns: true}
}

// Layout places the sections as bands, one below the other.
func (Engine) Layout(ctx context.Context, g *graph.Graph, p layout.Page) (*layout.Diagram, []graph.Diagnostic, error) {
	if g.IsPlain() {
		g, p.Prerequisites = flat(g), "lines" // which all of its edges are
	}
	b := &builder{Draft: kit.New(ctx, g, p), node: map[string]int32{}}
	b.rows()
	b.connect()
	b.net.order()
	b.x = b.net.coordinates()
	b.stack()
	b.draw()
	b.routes()
	b.Fit(margin)
	return b.Diagram, b.Diagnostics, nil
}

// builder is the state of one layout.
type builder struct {
	*kit.Draft

	cells  []cell
	bands  []*band
	layers []layer
	node   map[string]int32 // the cell of each section and topic that is drawn
	frames []frame
	links  []link
	loops  []link // of a plain graph, from a cell to itself
	far    []link // over more layers than reach
	level  []link // between cells of one layer
	// requires holds for each node the nodes that it requires; see required.
	requires map[int][]int
	at       map[string][]graph.Edge // of a plain graph, see drawnEdges
	net      *net
	x        []float64 // of the middle of each node of the net
	left     float64   // of the bands' panels
	right    float64
}

// cell is one box of the net: a part's title, a topic with its sub-topics, or
// the port through which prerequisites reach a section.
type cell struct {
	layer int32
	w, h  float64
	title *kit.Title
	topic kit.List
	id    string
	// beside is the room left and right of the box, for a line to itself.
	beside float64
	ends   [2][]int32 // the links that end above the cell, and those that begin below it
}

// layer is a row of cells.
type layer struct {
	h, gap float64 // its height, and the distance from the layer above
	y      float64 // its top
}

// band is a section.
type band struct {
	part        int
	header      kit.Item
	bare        bool  // no section is drawn, nor its panel
	first, last int   // layers
	port        int32 // the cell of its port, or -1
}

// link is a prerequisite between two cells. The upper one may be the one that
// requires the other.
type link struct {
	edge         graph.Edge
	upper, lower int32
	turned       bool
	label        kit.Text     // of an edge of a plain graph
	mark         int32        // the node of the chain where the label stands
	beside       layout.Point // where it stands if there is no chain
	chain        []int32
	x            [2]float64 // where it leaves the upper cell and arrives at the lower one
}
