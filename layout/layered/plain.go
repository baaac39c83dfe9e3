package layered

import (
	"slices"
	"strconv"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/build"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/kit"
)

// The measures of plain graphs, px.
const (
	framePad  = 18. // between a cluster of clusters and what it holds
	labelGap  = 16. // above and below a layer of labels
	labelPad  = 7.  // between a label and its line
	loopWidth = 26. // of a line from a box to itself
)

var (
	labelStyle = kit.TextStyle{Size: 15, Weight: 400, Width: 180, MaxLines: 2}
	frameStyle = kit.BoxStyle{
		Role: layout.PartRole, W: 168, H: 46, Lines: 1,
		Text: kit.TextStyle{Size: 18, Weight: 500, Width: 148, MaxLines: 3, DropAbbreviation: 1},
	}
	clusterStyle = kit.BoxStyle{
		Role: layout.SectionRole, W: 168, H: 46, Lines: 1,
		Text: kit.TextStyle{Size: 18, Weight: 500, Width: 148, MaxLines: 5, DropAbbreviation: 1},
	}
)

// headerStyle is that of the bands' headers.
func headerStyle(g *graph.Graph) kit.BoxStyle {
	if g.IsPlain() {
		return clusterStyle
	}
	return sectionStyle
}

// flat is a plain graph in which no node holds another but clusters do: what a
// node holds is joined to it by an edge.
func flat(g *graph.Graph) *graph.Graph {
	kinds, clusters := map[string]graph.Kind{}, map[string]string{}
	f := *g
	f.Nodes, f.Edges = slices.Clone(g.Nodes), slices.Clone(g.Edges)
	for i := range f.Nodes {
		n := &f.Nodes[i]
		kinds[n.ID], clusters[n.ID] = n.Kind, n.Parent
		if n.Kind == graph.Topic && kinds[n.Parent] == graph.Topic {
			n.Parent = clusters[n.Parent]
			clusters[n.ID] = n.Parent
		}
	}
	for i := range f.Edges {
		if e := &f.Edges[i]; e.Kind == graph.Contains && kinds[e.From] == graph.Topic {
			e.Kind = graph.Requires
		}
	}
	return &f
}

// frame is a cluster that holds clusters.
type frame struct {
	header      kit.Item
	top         int // the layer of the header
	first, last int // layers
}

// plainRows gives the nodes of a plain graph their layers: clusters and the nodes
// beside them stand one below the other, each below what leads to it as far as
// that can be.
func (b *builder) plainRows() {
	if title := &b.Graph.Nodes[0]; !title.Implied || b.Page.Title != "" {
		t := b.Title(title, titleWidth)
		b.layer(titleGap)
		b.cell(cell{w: t.W, h: t.H, title: &t})
	}
	b.Name(b.Graph.Nodes[0])
	var all []int // clusters, and nodes beside them
	for _, part := range b.Index.Nodes(graph.Part) {
		if b.Graph.Nodes[part].Implied {
			all = append(all, b.inside(part)...)
		} else {
			all = append(all, part)
		}
	}
	b.stackUp(b.inOrder(all))
}

// inside are the clusters of a part, and the nodes that stand in none of them.
func (b *builder) inside(part int) []int {
	var all []int
	for _, s := range b.Index.Children(part, graph.Section) {
		if b.Graph.Nodes[s].Implied {
			all = append(all, b.Index.Children(s, graph.Topic)...)
		} else {
			all = append(all, s)
		}
	}
	return all
}

// inOrder are clusters and nodes in the order of the file, except that what leads to
// another comes before it where edges do not lead back.
func (b *builder) inOrder(all []int) []int {
	var order build.Builder
	order.Add(build.Root, graph.Node{Kind: graph.Course})
	place := map[string]int{}
	for i, at := range all {
		p := order.Add(0, graph.Node{ID: strconv.Itoa(i), Kind: graph.Topic})
		for _, inner := range b.Index.Subtree(at) {
			place[b.Graph.Nodes[inner].ID] = p
		}
		place[b.Graph.Nodes[at].ID] = p
	}
	for _, e := range b.Graph.Edges {
		from, to := place[e.From], place[e.To]
		if from > 0 && to > 0 && from != to && (e.Kind == graph.Requires || e.Kind == graph.Next) {
			order.Link(build.Link{From: from, To: to, Kind: graph.Requires})
		}
	}
	sorted := make([]int, 0, len(all))
	for _, p := range order.Build(nil).Order()[1:] {
		sorted = append(sorted, all[p-1])
	}
	return sorted
}

// stackUp makes bands of clusters and nodes; nodes that follow each other share one.
func (b *builder) stackUp(all []int) {
	for i := 0; i < len(all); i++ {
		b.Check()
		n := &b.Graph.Nodes[all[i]]
		switch n.Kind {
		case graph.Part:
			f := frame{header: b.Item(n, frameStyle), top: len(b.layers)}
			b.layer(bandGap + 2*framePad)
			b.layers[f.top].h = f.header.H
			f.first = len(b.layers)
			b.stackUp(b.inOrder(b.inside(all[i])))
			f.last = len(b.layers) - 1
			b.frames = append(b.frames, f)
			b.layer(framePad) // for the frame's lower edge
		case graph.Section:
			b.cluster(&band{header: b.Item(n, clusterStyle), port: -1}, b.Index.Children(all[i], graph.Topic))
		default:
			first := i
			for i+1 < len(all) && b.Graph.Nodes[all[i+1]].Kind == graph.Topic {
				i++
			}
			b.cluster(&band{bare: true, port: -1}, all[first:i+1])
		}
	}
}

// cluster makes a band of nodes in rows, which have their labels above them.
func (b *builder) cluster(s *band, topics []int) {
	rows := b.rank(topics)
	if len(rows) == 0 {
		rows = [][]int{{}}
	}
	gap := bandGap + 2*pad
	if len(b.layers) == 0 {
		gap = 0
	}
	for i, row := range rows {
		if i > 0 {
			gap = rowGap
		}
		if h := b.labelsAbove(row); h > 0 {
			above := gap - labelGap
			if i == 0 && !s.bare {
				above = pad + labelGap // below the panel before it
			}
			b.layer(max(labelGap, above))
			b.layers[len(b.layers)-1].h = h
			if gap = labelGap; i == 0 && !s.bare {
				gap = pad + labelGap
			}
		}
		if b.layer(gap); i == 0 {
			s.first = len(b.layers) - 1
		}
		for _, t := range row {
			b.plainNode(t)
		}
	}
	if s.last = len(b.layers) - 1; !s.bare {
		b.finish(s)
	}
	b.bands = append(b.bands, s)
}

// plainNode puts a node into the last layer, with room beside it for its loop.
func (b *builder) plainNode(node int) {
	l := b.List([]int{node}, listStyle)
	c := cell{w: l.W, h: l.H, topic: l, id: b.Graph.Nodes[node].ID}
	for _, e := range b.drawnEdges()[c.id] {
		if e.From == e.To {
			c.beside = loopWidth
			if t := b.label(e); len(t.Lines) > 0 {
				c.beside += labelPad + t.Width()
			}
		}
	}
	c.w += 2 * c.beside
	b.node[c.id] = b.cell(c)
}

// labelsAbove is how high the labels are of the edges that end in a row and begin
// in one above it; 0 if there are none.
func (b *builder) labelsAbove(row []int) float64 {
	height := 0.
	for _, t := range row {
		id := b.Graph.Nodes[t].ID
		for _, e := range b.drawnEdges()[id] {
			_, from := b.node[e.From]
			_, to := b.node[e.To]
			if from != to && e.Label != "" {
				height = max(height, b.label(e).Height())
			}
		}
	}
	return height
}

// drawnEdges are the edges of a plain graph by the nodes at their ends.
func (b *builder) drawnEdges() map[string][]graph.Edge {
	if b.at == nil {
		b.at = map[string][]graph.Edge{}
		for _, e := range b.Graph.Edges {
			if e.Kind == graph.Contains {
				continue
			}
			b.at[e.From] = append(b.at[e.From], e)
			if e.From != e.To {
				b.at[e.To] = append(b.at[e.To], e)
			}
		}
	}
	return b.at
}

// edges are those that are drawn: the prerequisites of a course, or all edges
// between the nodes of a plain graph.
func (b *builder) edges() []graph.Edge {
	if !b.Graph.IsPlain() {
		return kit.Prerequisites(b.Lines, b.node)
	}
	var some []graph.Edge
	for _, e := range b.Graph.Edges {
		_, from := b.node[e.From]
		_, to := b.node[e.To]
		if from && to && e.Kind != graph.Contains {
			some = append(some, e)
		}
	}
	return some
}

// label is the text on an edge, set.
func (b *builder) label(e graph.Edge) kit.Text {
	if e.Label == "" || !b.Graph.IsPlain() {
		return kit.Text{}
	}
	return b.Text(e.Label, e.Source, labelStyle)
}

// mark finds the place of a link's label: the node of its chain in the layer above
// its lower end, which gets room for it beside the line.
func (b *builder) mark(l *link) {
	l.mark = -1
	if l.label = b.label(l.edge); len(l.label.Lines) == 0 || len(l.chain) < 3 {
		return
	}
	l.mark = l.chain[len(l.chain)-2]
	b.net.width[l.mark] = 2 * (l.label.Width() + labelPad)
}

// line adds the line of a link.
func (b *builder) line(l link, path layout.Path) {
	if !b.Graph.IsPlain() {
		b.Require(l.edge, path)
		return
	}
	e := layout.Edge{From: l.edge.From, To: l.edge.To, Kind: string(graph.Leads), Path: path, Tooltip: l.edge.Label}
	if b.Graph.Form == graph.Undirected {
		e.Kind = layout.JoinsEdge
	}
	switch {
	case len(l.label.Lines) == 0:
	case l.upper == l.lower: // see loopRoutes
		e.Lines = l.label.Place(b.x[l.upper]+b.cells[l.upper].w/2-l.label.Width()/2, b.top(l.upper)+b.cells[l.upper].h/2)
	case len(l.chain) == 0:
		e.Lines = l.label.Place(l.beside.X, l.beside.Y)
	case l.mark >= 0:
		at := b.layers[b.net.layer[l.mark]]
		e.Lines = l.label.Place(b.x[l.mark]+labelPad+l.label.Width()/2, at.y+at.h/2)
	}
	b.Diagram.Edges = append(b.Diagram.Edges, e)
}

// loopRoutes draws the lines that lead from a box to itself, on its right.
func (b *builder) loopRoutes() {
	for _, l := range b.loops {
		l.label = b.label(l.edge)
		c := b.cells[l.upper]
		x, y := b.x[l.upper]+c.w/2-c.beside, b.top(l.upper)+c.h/2
		path := layout.Path{Start: layout.Point{X: x, Y: y + 9}}
		out := x + loopWidth*1.1
		path.Curve(out, y+13, out, y-13, x, y-9)
		b.line(l, path)
	}
}

// frame adds the panel of a cluster that holds clusters, and its name.
func (b *builder) frame(f frame) {
	b.left, b.right = b.left-framePad, b.right+framePad
	top, bottom := b.layers[f.top].y-pad, b.layers[f.last].bottom()+pad+framePad
	b.Add(layout.Box{Role: layout.GroupRole, X: b.left, Y: top, W: b.right - b.left, H: bottom - top})
	b.Add(f.header.Box(b.left+pad, b.layers[f.top].y))
	b.left, b.right = b.left+framePad, b.right-framePad
}
