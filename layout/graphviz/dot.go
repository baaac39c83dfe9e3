package graphviz

import (
	"fmt"
	"slices"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
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
	w.rank(m.ordered)
	if m.name != "dot" && len(c.cards) > mostRouted {
		attributes += " splines=line"
	}
	w.printf("digraph {\ngraph [%s %s]\nnode [shape=box fixedsize=true label=\"\"]\nedge [arrowhead=none]\n", m.graph, attributes)
	switch parts := c.parts(); {
	case c.Graph.IsPlain():
		w.clusters(m)
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
	if m.ordered && !c.Graph.IsPlain() {
		w.inRows()
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
	down []int // how many levels each card stands below what holds it
	deep []int // how many levels there are below each card
}

// perRow is how many topics of a section stand side by side.
const perRow = 6

// rank divides what each section and topic holds into rows: each stands in the
// first one with room below all that it requires there. For engines that do not
// keep an order, one row holds everything.
func (w *dotWriter) rank(wrap bool) {
	w.down, w.deep = make([]int, len(w.cards)), make([]int, len(w.cards))
	kids, needs := make([][]int, len(w.cards)), make([][]int, len(w.cards))
	for i, n := range w.cards {
		w.down[i] = 1
		if n.parent >= 0 && w.cards[n.parent].role != layout.TitleRole {
			kids[n.parent] = append(kids[n.parent], i)
		}
	}
	for _, l := range w.links {
		if l.kind == graph.Requires && l.from < l.to && w.cards[l.from].parent == w.cards[l.to].parent {
			needs[l.to] = append(needs[l.to], l.from)
		}
	}
	row := make([]int, len(w.cards))
	for i := len(w.cards) - 1; i >= 0; i-- { // what is held stands behind what holds it
		var filled, height []int // of each row
		for _, k := range kids[i] {
			if wrap {
				for _, needed := range needs[k] {
					row[k] = max(row[k], row[needed]+1)
				}
				for row[k] < len(filled) && filled[row[k]] >= perRow {
					row[k]++
				}
			}
			for len(filled) <= row[k] {
				filled, height = append(filled, 0), append(height, 1)
			}
			filled[row[k]]++
			height[row[k]] = max(height[row[k]], 1+w.deep[k])
		}
		for _, k := range kids[i] {
			for _, h := range height[:row[k]] {
				w.down[k] += h
			}
		}
		for _, h := range height {
			w.deep[i] += h
		}
	}
}

// clusters writes the nodes of a plain graph, those of a cluster in one of DOT's, with
// the card that names it; in engines without clusters, that card is joined to them.
func (w *dotWriter) clusters(m manner) {
	for i := 0; i < len(w.cards); i++ {
		if w.cards[i].role != layout.SectionRole || !m.apart {
			w.card(i)
			continue
		}
		w.printf("subgraph cluster%d {\ngraph [margin=18]\n", i)
		w.branch(i)
		w.printf("}\n")
		for i+1 < len(w.cards) && w.cards[i+1].parent >= 0 {
			i++
		}
	}
}

// inRows keeps the order of what stands in several rows, which dot would not where
// other edges pass: an edge
// between neighbours makes one stand left of the other.
func (w *dotWriter) inRows() {
	order := "{rank=same n%d -> n%d [style=invis]}\n"
	if len(w.parts()) > 1 {
		order = "n%d -> n%d [style=invis constraint=false]\n" // in clusters, dot gives ranks up for the former
	}
	type row struct{ parent, down int }
	last := map[row]int{}
	for i, n := range w.cards {
		if n.parent < 0 || w.cards[n.parent].role == layout.TitleRole || w.deep[n.parent] < 2 {
			continue
		}
		at := row{n.parent, w.down[i]}
		if before, ok := last[at]; ok {
			w.printf(order, before, i)
		}
		last[at] = i
	}
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
func (w *dotWriter) levels(l link) int {
	switch l.kind {
	case graph.Next:
		return 1 + w.deep[l.from]
	case graph.Contains:
		return w.down[l.to]
	}
	return 1
}
