package layout

import (
	"fmt"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
)

// BoxStyle says how the boxes of one role are set and how large they are.
type BoxStyle struct {
	Role Role
	Text TextStyle
	W, H float64 // px
	// Lines is how many lines of text fit the height; more make the box grow.
	Lines int
	// IconSize is the size of the node's icon inside the box, left of the
	// text, which gets less room for it; 0 draws no icon.
	IconSize float64
}

// iconGap is the room around an icon inside a box, px.
const iconGap = 12.

// Item is a node's box that knows its text and size but not yet its place.
type Item struct {
	Node *graph.Node
	Role Role
	Text Text
	W, H float64

	icon     string
	iconSize float64
}

// Item sets a node's label and measures its box.
func (t *Typesetter) Item(n *graph.Node, s BoxStyle) Item {
	icon := ""
	if s.IconSize > 0 {
		icon = t.Icon(n, Options{})
	}
	if icon != "" {
		s.Text.Width = min(s.Text.Width, s.W-s.IconSize-3*iconGap)
	}
	i := Item{icon: icon, iconSize: s.IconSize, Node: n, Role: s.Role, Text: t.Node(*n, s.Text), W: s.W, H: s.H}
	if extra := len(i.Text.Lines) - s.Lines; extra > 0 {
		i.H += float64(i.Text.Height() / float64(len(i.Text.Lines)) * float64(extra)) // rounded: never fused with the sum
	}
	return i
}

// Box is the item with its top left corner at (x, y) and its text in the middle
// of the room that an icon leaves.
func (i Item) Box(x, y float64, o Options) Box {
	left := x
	var icons []Icon
	if i.icon != "" {
		icons = []Icon{{Name: i.icon, X: x + iconGap, Y: y + (i.H-i.iconSize)/2, W: i.iconSize, H: i.iconSize}}
		left += i.iconSize + iconGap
	}
	return Box{
		ID: i.Node.ID, Role: i.Role, States: States(*i.Node),
		Number: i.Node.Number, Label: i.Node.Text(),
		X: x, Y: y, W: i.W, H: i.H,
		Lines:   i.Text.Place((left+x+i.W)/2, y+i.H/2),
		Icons:   icons,
		Tooltip: Tooltip(*i.Node), Link: Link(*i.Node, o.BaseURL),
	}
}

// Topics are the topics of a section that are drawn when at most so many are
// wanted (0: all of them), and a node that stands for the rest, or nil. One box
// that says "+1 more" would take the place of the topic itself.
func Topics(x *graph.Index, section, most int) (shown []int, more *graph.Node) {
	shown = x.Children(section, graph.Topic)
	if most <= 0 || len(shown) <= most+1 {
		return shown, nil
	}
	g := x.Graph()
	hidden := shown[most:]
	titles := make([]string, len(hidden))
	for i, t := range hidden {
		titles[i] = g.Nodes[t].Text()
	}
	n := g.Nodes[section]
	return shown[:most], &graph.Node{
		ID: n.ID + "/+", Kind: graph.Topic, Parent: n.ID, URL: n.URL,
		Title: fmt.Sprintf("+%d more", len(hidden)), Summary: strings.Join(titles, ", "),
	}
}

// Prerequisite is the line of a prerequisite.
func Prerequisite(e graph.Edge, path Path) Edge {
	line := Edge{From: e.From, To: e.To, Kind: string(graph.Requires), Path: path, Tooltip: e.Reason}
	if e.Guess != "" {
		line.States, line.Tooltip = []State{GuessedState}, fmt.Sprintf("%s: %q", e.Reason, e.Guess)
	}
	return line
}

// Required are the prerequisites of a graph whose two ends are among the given
// nodes, in the graph's order.
func Required[T any](g *graph.Graph, drawn map[string]T) []graph.Edge {
	var some []graph.Edge
	for _, e := range g.Edges {
		if e.Kind != graph.Requires || e.From == e.To {
			continue
		}
		_, from := drawn[e.From]
		_, to := drawn[e.To]
		if from && to {
			some = append(some, e)
		}
	}
	return some
}
