package layered

import (
	"slices"

	"github.com/roadmapviz/roadmapviz/graph"
)

// required are the nodes that a node requires, in document order.
func (b *builder) required(node int) []int {
	if b.requires == nil {
		b.requires = map[int][]int{}
		for _, e := range b.Graph.Edges {
			if from, to := b.Index.At(e.From), b.Index.At(e.To); (e.Kind == graph.Requires || e.Kind == graph.Next && b.Graph.IsPlain()) && from >= 0 && to >= 0 {
				b.requires[to] = append(b.requires[to], from)
			}
		}
		for _, r := range b.requires {
			slices.Sort(r)
		}
	}
	return b.requires[node]
}

// connect makes the net of the cells and the prerequisites between them.
func (b *builder) connect() {
	layers, widths := make([]int32, len(b.cells)), make([]float64, len(b.cells))
	for i, c := range b.cells {
		layers[i], widths[i] = c.layer, c.w
	}
	for _, e := range b.edges() {
		b.Check()
		b.file(e)
	}
	edges := make([][2]int32, len(b.links))
	for i, l := range b.links {
		edges[i] = [2]int32{l.upper, l.lower}
	}
	b.net = newNet(b.Check, layers, widths, edges)
	// Layers may be empty at the end of the last section.
	for len(b.net.rows) < len(b.layers) {
		b.net.rows = append(b.net.rows, nil)
	}
	for i := range b.links {
		b.links[i].chain = b.net.chains[i]
		b.mark(&b.links[i])
		b.cells[b.links[i].upper].ends[1] = append(b.cells[b.links[i].upper].ends[1], int32(i))
		b.cells[b.links[i].lower].ends[0] = append(b.cells[b.links[i].lower].ends[0], int32(i))
	}
	for _, s := range b.bands {
		if s.port >= 0 {
			b.net.pin(s.port)
		}
	}
}
