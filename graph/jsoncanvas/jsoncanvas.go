// Package jsoncanvas writes graphs as JSON Canvas 1.0, which Obsidian and
// others open: sections are columns of cards inside a group for their part.
// Titles, links and edges are kept; resources become links below their card.
package jsoncanvas

import (
	"bufio"
	"cmp"
	"io"
	"strconv"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/internal/cards"
	"github.com/roadmapviz/roadmapviz/graph/internal/fields"
)

// The measures of cards, px. Obsidian sets text in 16 px, and headings larger.
const (
	cardWidth   = 320
	gap         = 40
	textSize    = 16
	lineHeight  = 24
	cardPadding = 24 // left and right of the text
	leastHeight = 60
)

type (
	node struct {
		ID     string `json:"id"`
		Type   string `json:"type"`
		X      int    `json:"x"`
		Y      int    `json:"y"`
		Width  int    `json:"width"`
		Height int    `json:"height"`
		Label  string `json:"label,omitempty"`
		Text   string `json:"text,omitempty"`
		Color  string `json:"color,omitempty"`
	}
	edge struct {
		ID       string `json:"id"`
		FromNode string `json:"fromNode"`
		ToNode   string `json:"toNode"`
		ToEnd    string `json:"toEnd,omitempty"`
		Label    string `json:"label,omitempty"`
	}
)

// Encode writes g, groups before the cards inside them.
func Encode(w io.Writer, g *graph.Graph) error {
	x := graph.NewIndex(g)
	var nodes []node
	var edges []edge
	deck := cards.Deck{
		Index: x, Gap: gap,
		Shown: func(i int) bool { return g.Nodes[i].Kind != graph.Resource },
		Group: func(i int) bool { return g.Nodes[i].Kind == graph.Part },
		Size:  func(i int) (float64, float64) { return cardWidth, height(x, i) },
	}
	placed := map[string]bool{}
	for i, box := range deck.Place() {
		n := &g.Nodes[i]
		if n.Kind == graph.Resource {
			continue
		}
		card := node{ID: n.ID, Type: "text", X: int(box.X), Y: int(box.Y), Width: int(box.W), Height: int(box.H)}
		switch n.Kind {
		case graph.Course:
			card.Text = "# " + escape(n.Title)
		case graph.Part:
			card.Type, card.Label = "group", oneLine(n.Text())
		default:
			card.Text = text(x, i)
		}
		if n.Kind == graph.Section {
			card.Color = "5" // the standard's cyan
		}
		nodes = append(nodes, card)
		placed[n.ID] = true
	}
	for i, e := range g.Edges {
		if !placed[e.From] || !placed[e.To] || e.Kind == graph.Contains {
			continue
		}
		edges = append(edges, edge{"e" + strconv.Itoa(i), e.From, e.To, "arrow", cmp.Or(e.Label, e.Reason)})
	}
	out := bufio.NewWriter(w)
	out.WriteString("{\n \"nodes\": ")
	if err := fields.List(out, 1, len(nodes), func(i int) any { return nodes[i] }); err != nil {
		return err
	}
	out.WriteString(",\n \"edges\": ")
	if err := fields.List(out, 1, len(edges), func(i int) any { return edges[i] }); err != nil {
		return err
	}
	out.WriteString("\n}\n")
	return out.Flush()
}

// height is that of a card whose text fits.
func height(x *graph.Index, i int) float64 {
	n := &x.Graph().Nodes[i]
	const width = (cardWidth - 2*cardPadding) / textSize
	lines := 0
	switch n.Kind {
	case graph.Course:
		lines = 2 * cards.Lines(n.Title, width/1.7)
	case graph.Part:
	default:
		lines = cards.Lines(n.Text(), width/1.1) // it is bold
		for _, r := range x.Children(i, graph.Resource) {
			lines += cards.Lines(x.Graph().Nodes[r].Text(), width-2)
		}
	}
	return max(leastHeight, float64(lines*lineHeight+2*cardPadding-lineHeight/2))
}

// text is a card's Markdown: the title, linked, and the resources.
func text(x *graph.Index, i int) string {
	n := &x.Graph().Nodes[i]
	var b strings.Builder
	b.WriteString("**" + link(n) + "**")
	for _, r := range x.Children(i, graph.Resource) {
		b.WriteString("\n- " + link(&x.Graph().Nodes[r]))
	}
	return b.String()
}

func link(n *graph.Node) string {
	title := escape(n.Text())
	if link := graph.WebLink(n.URL); link != "" {
		return "[" + title + "](" + linkEscaper.Replace(link) + ")"
	}
	return title
}

// escape keeps text from being read as markup.
func escape(text string) string {
	return escaper.Replace(oneLine(text))
}

var (
	escaper     = strings.NewReplacer(`\`, `\\`, "[", `\[`, "]", `\]`, "*", `\*`, "_", `\_`, "`", "\\`", "<", `\<`)
	linkEscaper = strings.NewReplacer("(", "%28", ")", "%29", " ", "%20", `\`, "%5C", "<", "%3C", ">", "%3E")
)

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
