// Package cytoscape writes graphs as the elements of Cytoscape and
// Cytoscape.js. All nodes, edges and their fields are kept, images are not.
package cytoscape

import (
	"bufio"
	"io"
	"math"
	"strconv"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/internal/cards"
	"github.com/roadmapviz/roadmapviz/graph/internal/fields"
)

type element struct {
	Data map[string]any `json:"data"`
	// Position is the middle of what holds no other nodes: the others are drawn
	// around what they hold.
	Position *position `json:"position,omitempty"`
}

type position struct {
	X float64 `json:"x"`
	Y float64 `json:"y"`
}

// The measures of nodes, px. Text is set in 16 px unless a style says otherwise.
const (
	textSize    = 16
	lineHeight  = 20
	widestText  = 240 // longer text takes several lines
	textPadding = 12
	gap         = 40
)

// Encode writes g. The data of a node has "id", "parent" (which makes compound
// nodes), its other fields, and where it holds no other nodes "width" and "height",
// for text in lines of at most 240 px, with its place as its position; that of an edge has "id", "source" and "target",
// its place in the document being "position". Empty fields are left out.
func Encode(w io.Writer, g *graph.Graph) error {
	x := graph.NewIndex(g)
	deck := cards.Deck{
		Index: x, Gap: gap, Head: lineHeight,
		Shown: func(int) bool { return true },
		Group: func(int) bool { return true },
		Size:  func(i int) (float64, float64) { return size(g.Nodes[i].Text()) },
	}
	boxes := deck.Place()
	out := bufio.NewWriter(w)
	out.WriteString("{\n \"elements\": {\n  \"nodes\": ")
	err := fields.List(out, 2, len(g.Nodes), func(i int) any {
		n := g.Nodes[i]
		data := map[string]any{"id": n.ID}
		set(data, fields.Node(n))
		for name, value := range n.Attributes {
			data["attr_"+name] = value
		}
		e := element{Data: data}
		if b := boxes[i]; len(x.Children(i)) == 0 {
			data["width"], data["height"] = b.W, b.H
			e.Position = &position{b.X + b.W/2, b.Y + b.H/2}
		}
		return e
	})
	if err != nil {
		return err
	}
	out.WriteString(",\n  \"edges\": ")
	err = fields.List(out, 2, len(g.Edges), func(i int) any {
		e := g.Edges[i]
		data := map[string]any{}
		set(data, fields.Edge(e))
		data["id"], data["source"], data["target"] = "e"+strconv.Itoa(i), e.From, e.To
		return element{Data: data}
	})
	if err != nil {
		return err
	}
	out.WriteString("\n }\n}\n")
	return out.Flush()
}

func set(data map[string]any, list []fields.Field) {
	for _, f := range list {
		if f.Name == "source" {
			f.Name = "position"
		}
		if f.Value != "" {
			data[f.Name] = f.Value
		}
	}
}

// size is that of a node whose text fits, in whole px.
func size(text string) (w, h float64) {
	lines := cards.Lines(text, widestText/textSize)
	w = math.Ceil(min(widestText, cards.Width(text)*textSize)) + 2*textPadding
	return w, float64(lines*lineHeight + 2*textPadding)
}
