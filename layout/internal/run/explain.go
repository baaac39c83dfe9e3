package run

import (
	"context"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/internal/until"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/text"
)

// explain says of every box what its node tells beyond its label: a tooltip, and
// where a click leads. Some topics stand for others.
func explain(ctx context.Context, d *layout.Diagram, drawn *graph.Index, progress map[string]graph.Progress) {
	var tips tips
	last := 0 // boxes mostly stand in the order of nodes
	for i := range d.Boxes {
		until.Check(ctx)
		b := &d.Boxes[i]
		at := drawn.Near(b.ID, last+1, last)
		if at < 0 {
			continue
		}
		last = at
		n := &drawn.Graph().Nodes[at]
		b.Tooltip, b.Link = tips.of(n, inWords(progress[n.ID])), graph.SafeLink(n.URL)
		if n.Kind == graph.Topic && n.ID == n.Parent+layout.MoreSuffix {
			b.Role = layout.MoreRole
		}
	}
}

// tips makes tooltips, which share the memory of few long texts.
type tips struct{ text strings.Builder }

// of is what a reader sees when resting on a node: its whole title, then its summary,
// cut at a word where it is long, and then what is said of progress.
func (t *tips) of(n *graph.Node, progress string) string {
	const (
		most  = 300 // characters; longer tooltips leave the screen
		block = 64 << 10
	)
	summary := ""
	if n.Summary != "" {
		summary = text.Shorten(n.Summary, most)
	}
	room := len(n.Number) + len(n.Title) + len(summary) + len(progress) + len(". : \n")
	if t.text.Cap()-t.text.Len() < room {
		size := max(room, min(2*t.text.Cap(), block))
		t.text = strings.Builder{}
		t.text.Grow(size)
	}
	start := t.text.Len()
	if n.Number != "" {
		t.text.WriteString(n.Number)
		t.text.WriteString(". ")
	}
	t.text.WriteString(n.Title)
	if summary != "" {
		t.text.WriteString(": ")
		t.text.WriteString(summary)
	}
	if progress != "" {
		t.text.WriteString("\n")
		t.text.WriteString(progress)
	}
	return t.text.String()[start:]
}
