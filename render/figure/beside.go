package figure

import (
	"context"
	"math"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/engines"
	"github.com/roadmapviz/roadmapviz/layout/kit"
	"github.com/roadmapviz/roadmapviz/render"
)

const (
	mostBeside = 24  // parts; more are a list
	besideGap  = 72. // between parts, px
)

// isJoined tells that the parts of a graph cannot be laid out one by one: there is
// only one, or they are too many, or one requires something of another, which is
// shown.
func (t fitter) isJoined(g *graph.Graph, p layout.Page) bool {
	x := graph.NewIndex(g)
	if parts := len(x.Nodes(graph.Part)); parts < 2 || parts > mostBeside {
		return true
	}
	if p.Prerequisites == "none" {
		return false
	}
	part := func(id string) int {
		at := x.At(id)
		if above := x.Ancestors(max(at, 0)); at >= 0 && len(above) > 1 {
			return above[1]
		}
		return at
	}
	for _, edge := range g.Edges {
		if edge.Kind == graph.Requires && part(edge.From) != part(edge.To) {
			return true
		}
	}
	return false
}

// beside lays the parts out one by one, and arranges them on the page: in rows or
// in columns, as many as let them be largest. A part has a column of its own for so
// many sections, if that is said: so all of them get about as high as each other.
func (t fitter) beside(ctx context.Context, e layout.Engine, g *graph.Graph, o layout.Options, sections int) (fitted, error) {
	var parts []tile
	x := graph.NewIndex(g)
	var found []graph.Diagnostic
	for _, at := range x.Nodes(graph.Part) {
		if sections > 0 {
			o.Columns = (len(x.Children(at, graph.Section)) + sections - 1) / sections
		}
		part, err := g.Select(g.Nodes[at].ID)
		if err != nil {
			return fitted{}, err
		}
		d, more, err := engines.Layout(ctx, e, part, o)
		if err != nil {
			return fitted{}, err
		}
		extent, err := render.Measure(ctx, d, t.theme.Theme)
		if err != nil {
			return fitted{}, err
		}
		parts, found = append(parts, tile{d, extent, 0, 0}), append(found, more...)
		o.Title = "" // which stands over the first part
	}
	w, h := t.room()
	width := arrange(parts, w/h)
	return t.put(ctx, g, join(parts, width, layout.RightToLeft(g.Language)), found)
}

// tile is the diagram of a part, and where its extent begins on the page.
type tile struct {
	*layout.Diagram
	extent render.Extent
	x, y   float64
}

// arrange places the tiles in their order, such that all of them come as near to a
// shape as they can: as text runs in rows, or as in a newspaper in columns. It returns
// the width of the whole.
func arrange(tiles []tile, shape float64) float64 {
	best, across, n := math.Inf(1), false, 1
	for k := 1; k <= len(tiles); k++ {
		for _, rows := range []bool{true, false} {
			// What does not fit the shape is made smaller until it does.
			if w, h := place(tiles, k, rows); max(w/shape, h) < best {
				best, across, n = max(w/shape, h), rows, k
			}
		}
	}
	w, _ := place(tiles, n, across)
	return w
}

// place puts the tiles into rows of n, or into n columns, and returns the size of
// the whole.
func place(tiles []tile, n int, rows bool) (w, h float64) {
	if rows {
		for first := 0; first < len(tiles); first += n {
			row := tiles[first:min(first+n, len(tiles))]
			x, tallest := 0., 0.
			for i := range row {
				row[i].x, row[i].y = x, h
				x += row[i].extent.W + besideGap
				tallest = max(tallest, row[i].extent.H)
			}
			w, h = max(w, x-besideGap), h+tallest+besideGap
		}
		for first := 0; first < len(tiles); first += n { // rows stand in the middle
			row := tiles[first:min(first+n, len(tiles))]
			last := row[len(row)-1]
			left := (w - last.x - last.extent.W) / 2
			for i := range row {
				row[i].x += left
			}
		}
		return w, h - besideGap
	}
	below := make([]float64, len(tiles)+1) // where the tiles before each end in one column
	for i, t := range tiles {
		below[i+1] = below[i] + t.extent.H + besideGap
	}
	ends, _ := kit.Divide(len(tiles), kit.AtMost, n, func(first, end int) float64 { return below[end] - below[first] - besideGap })
	x, first := 0., 0
	for _, end := range ends {
		column := tiles[first:end]
		first = end
		y, widest := 0., 0.
		for _, t := range column {
			widest = max(widest, t.extent.W)
		}
		for i := range column {
			column[i].x, column[i].y = x+(widest-column[i].extent.W)/2, y
			y += column[i].extent.H + besideGap
		}
		x, h = x+widest+besideGap, max(h, y-besideGap)
	}
	return x - besideGap, h
}

// join makes one diagram of the tiles, from right to left if the course is read so.
func join(tiles []tile, width float64, rightToLeft bool) *layout.Diagram {
	first := tiles[0].Diagram
	whole := &layout.Diagram{Title: first.Title, Language: first.Language, Boxes: []layout.Box{}, Edges: []layout.Edge{}}
	var words []string
	for _, t := range tiles {
		x := t.x
		if rightToLeft {
			x = width - t.x - t.extent.W
		}
		t.Move(layout.Snap(x-t.extent.X), layout.Snap(t.y-t.extent.Y))
		whole.Boxes, whole.Edges = append(whole.Boxes, t.Boxes...), append(whole.Edges, t.Edges...)
		words = append(words, t.Description)
	}
	whole.Description = strings.Join(words, " ")
	return whole
}
