// Package jsoncanvas writes graphs as JSON Canvas 1.0, which Obsidian and
// others open: sections are columns of cards inside a group for their part.
// Titles, links and edges are kept; resources become links below their card.
package jsoncanvas

import (
	"encoding/json"
	"io"
	"strconv"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
)

// Cards stand on a grid of these sizes, in px.
const (
	cardWidth, cardHeight = 320, 100
	gap                   = 40
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
	canvas struct {
		Nodes []node `json:"nodes"`
		Edges []edge `json:"edges"`
	}
)

// Encode writes g, groups before the cards inside them.
func Encode(w io.Writer, g *graph.Graph) error {
	x := graph.NewIndex(g)
	c := canvas{Nodes: []node{}, Edges: []edge{}}
	placed := map[string]bool{}
	y := 0
	for i, n := range g.Nodes {
		if n.Kind == graph.Course {
			c.Nodes = append(c.Nodes, node{ID: n.ID, Type: "text", X: 0, Y: -cardHeight - 2*gap, Width: cardWidth, Height: cardHeight, Text: "# " + escape(n.Title)})
			placed[n.ID] = true
		}
		if n.Kind == graph.Part {
			y = c.part(x, i, y, placed)
		}
	}
	for i, e := range g.Edges {
		if !placed[e.From] || !placed[e.To] || e.Kind == graph.Contains {
			continue
		}
		c.Edges = append(c.Edges, edge{"e" + strconv.Itoa(i), e.From, e.To, "arrow", e.Reason})
	}
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	out.SetIndent("", " ")
	return out.Encode(c)
}

// part places part i with its top at y, and returns where the next one begins.
func (c *canvas) part(x *graph.Index, i, y int, placed map[string]bool) int {
	nodes := x.Graph().Nodes
	group := len(c.Nodes)
	c.Nodes = append(c.Nodes, node{ID: nodes[i].ID, Type: "group", X: 0, Y: y, Label: oneLine(nodes[i].Text())})
	placed[nodes[i].ID] = true
	column, rows := 0, 1
	for _, s := range x.Children(i, graph.Section, graph.Topic) {
		row := 0
		for _, card := range x.Subtree(s) {
			n := &nodes[card]
			if n.Kind == graph.Resource {
				continue
			}
			color := ""
			if n.Kind == graph.Section {
				color = "5" // the standard's cyan
			}
			c.Nodes = append(c.Nodes, node{
				ID: n.ID, Type: "text", Color: color, Text: text(x, card), Width: cardWidth, Height: cardHeight,
				X: gap + column*(cardWidth+gap), Y: y + gap + row*(cardHeight+gap),
			})
			placed[n.ID] = true
			row++
		}
		rows = max(rows, row)
		column++
	}
	c.Nodes[group].Width = gap + max(column, 1)*(cardWidth+gap)
	c.Nodes[group].Height = gap + rows*(cardHeight+gap)
	return y + c.Nodes[group].Height + 2*gap
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
		return "[" + title + "](" + strings.NewReplacer("(", "%28", ")", "%29", " ", "%20", `\`, "%5C", "<", "%3C", ">", "%3E").Replace(link) + ")"
	}
	return title
}

// escape keeps text from being read as markup.
func escape(text string) string {
	return strings.NewReplacer(`\`, `\\`, "[", `\[`, "]", `\]`, "*", `\*`, "_", `\_`, "`", "\\`", "<", `\<`).Replace(oneLine(text))
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
