package run

import (
	"fmt"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/internal/words"
)

// describe is the outline of a course in words, for readers who hear a figure
// instead of seeing it. Long outlines stop after the sections that fit.
func describe(course *graph.Index, progress map[string]graph.Progress) string {
	const most = 4000 // bytes; a longer description helps nobody
	var b strings.Builder
	g := course.Graph()
	if g.IsPlain() {
		return describePlain(course, most)
	}
	for _, part := range course.Nodes(graph.Part) {
		sections := course.Children(part, graph.Section)
		fmt.Fprintf(&b, "%s: %s", g.Nodes[part].Text(), words.Count(len(sections), "section"))
		if said := inWords(progress[g.Nodes[part].ID]); said != "" {
			b.WriteString(", " + said)
		}
		b.WriteString(". ")
		for _, s := range sections {
			if b.Len() > most {
				return strings.TrimSpace(b.String()) + " …"
			}
			b.WriteString(heading(g.Nodes[s]))
			if said := inWords(progress[g.Nodes[s].ID]); said != "" {
				b.WriteString(" (" + said + ")")
			}
			for i, t := range course.Children(s, graph.Topic) {
				b.WriteString([]string{": ", ", "}[min(i, 1)])
				b.WriteString(g.Nodes[t].Text())
			}
			b.WriteString(". ")
		}
	}
	return strings.TrimSpace(b.String())
}

// describePlain is a plain graph in words: its nodes, and its edges with their
// labels.
func describePlain(course *graph.Index, most int) string {
	var b strings.Builder
	g := course.Graph()
	topics := course.Nodes(graph.Topic)
	fmt.Fprintf(&b, "A graph of %s: ", words.Count(len(topics), "node"))
	separated := func(i int, text string) bool {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(text)
		return b.Len() > most
	}
	for i, t := range topics {
		if separated(i, g.Nodes[t].Text()) {
			return b.String() + " …"
		}
	}
	shown := 0
	for _, e := range g.Edges {
		from, to := course.At(e.From), course.At(e.To)
		if e.Kind == graph.Contains || from < 0 || to < 0 {
			continue
		}
		text := g.Nodes[from].Text() + " → " + g.Nodes[to].Text()
		if e.Label != "" {
			text += " (" + e.Label + ")"
		}
		if shown == 0 {
			b.WriteString(". Its edges: ")
		}
		if separated(shown, text) {
			return b.String() + " …"
		}
		shown++
	}
	return b.String() + "."
}

// heading is a node's text with its number before it.
func heading(n graph.Node) string {
	if n.Number == "" {
		return n.Text()
	}
	return n.Number + ". " + n.Text()
}
