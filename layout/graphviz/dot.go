package graphviz

import (
	"fmt"
	"slices"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
)

// mostRouted is the number of boxes up to which edges are led around them.
// Except in dot, the time for that grows with the cube of the boxes: 400 of them
// take minutes. In larger figures edges are straight, and may run beneath boxes.
const mostRouted = 150

// writeDOT is the content in the words of an engine: cards as boxes without
// text, named n and their number, and links numbered in their comment. Sizes
// are in inches of 72 points, and a point stands for a px. More attributes of
// the graph can be given.
func writeDOT(c *content, m manner, attributes string) string {
	w := &dotWriter{content: c}
	if m.name != "dot" && len(c.cards) > mostRouted {
		attributes += " splines=line"
	}
	w.printf("digraph {\ngraph [%s %s]\nnode [shape=box fixedsize=true label=\"\"]\nedge [arrowhead=none]\n", m.graph, attributes)
	switch parts := c.parts(); {
	case m.tables:
		w.tables(parts)
	case m.apart && len(parts) > 1:
		for _, p := range parts {
			w.printf("subgraph cluster%d {\ngraph [margin=40]\n", p.title)
			w.branch(p.title)
			w.printf("}\n")
		}
	default:
		for i := range c.cards {
			w.card(i)
		}
	}
	for from, links := range w.outgoing() {
		if m.ordered {
			links = w.nextInTheMiddle(links)
		}
		for _, l := range links {
			if t := m.tie(c, c.links[l]); t.use != unused {
				w.printf("n%d -> n%d [comment=%d minlen=%d %s]\n", from, c.links[l].to, l, w.levels(c.links[l]), t.attributes)
			}
		}
	}
	if m.rings {
		for _, p := range c.parts() {
			if n := len(p.sections); n > 1 {
				w.printf("n%d -> n%d\n", p.sections[n-1], p.title)
			}
		}
	}
	w.printf("}\n")
	return w.String()
}

type dotWriter struct {
	strings.Builder
	*content
}

func (w *dotWriter) printf(format string, args ...any) { fmt.Fprintf(w, format, args...) }

func (w *dotWriter) card(i int) {
	w.printf("n%d [width=%.4f height=%.4f sortv=%d]\n", i, w.cards[i].w/72, w.cards[i].h/72, i+1)
}

// branch writes a card and all below it.
func (w *dotWriter) branch(top int) {
	w.card(top)
	for i := top + 1; i < len(w.cards) && w.cards[i].level > w.cards[top].level; i++ {
		w.card(i)
	}
}

// tables writes every section as a cluster, named after its card, in which it
// stands above its topics, and every part as a cluster of these in rows, with
// its title above it.
func (w *dotWriter) tables(parts []part) {
	for _, p := range parts {
		w.card(p.title)
		across := w.Page.Columns
		if across == 0 {
			across = columns(len(p.sections))
		}
		w.printf("subgraph cluster%d {\ngraph [sortv=%d margin=0 pack=36 packmode=\"array_tu%d\"]\n", p.title, p.title+2, across)
		for _, s := range p.sections {
			w.printf("subgraph cluster%d {\ngraph [sortv=%d margin=18 pack=18 packmode=\"array_u1\"]\n", s, s+1)
			w.branch(s)
			w.printf("}\n")
		}
		w.printf("}\n")
	}
}

// outgoing are the numbers of the links that leave each card.
func (c *content) outgoing() [][]int {
	from := make([][]int, len(c.cards))
	for i, l := range c.links {
		from[l.from] = append(from[l.from], i)
	}
	return from
}

// nextInTheMiddle puts a section's link to the next one between those to its topics.
func (c *content) nextInTheMiddle(links []int) []int {
	var topics, ahead, others []int
	for _, l := range links {
		switch c.links[l].kind {
		case graph.Contains:
			topics = append(topics, l)
		case graph.Next:
			ahead = append(ahead, l)
		default:
			others = append(others, l)
		}
	}
	return append(slices.Insert(topics, (len(topics)+1)/2, ahead...), others...)
}

// levels is how many levels further down a link leads: to the next section
// past all that the first one holds.
func (c *content) levels(l link) int {
	deepest := c.cards[l.from].level
	if l.kind == graph.Next {
		for i := l.from; i == l.from || i < len(c.cards) && c.cards[i].level > c.cards[l.from].level; i++ {
			deepest = max(deepest, c.cards[i].level)
		}
	}
	return deepest - c.cards[l.from].level + 1
}
