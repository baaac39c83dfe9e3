package run

import (
	"context"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/internal/until"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/text"
)

// explain says of every box what its node tells beyond its label: a tooltip, and
// where a click leads. Some topics stand for others.
func explain(ctx context.Context, d *layout.Diagram, drawn *graph.Graph, progress map[string]graph.Progress) {
	x := graph.NewIndex(drawn)
	for i := range d.Boxes {
		until.Check(ctx)
		b := &d.Boxes[i]
		at := x.At(b.ID)
		if at < 0 {
			continue
		}
		n := drawn.Nodes[at]
		b.Tooltip, b.Link = tooltip(n), graph.SafeLink(n.URL)
		if said := inWords(progress[n.ID]); said != "" {
			b.Tooltip += "\n" + said
		}
		if n.Kind == graph.Topic && n.ID == n.Parent+layout.MoreSuffix {
			b.Role = layout.MoreRole
		}
	}
}

// tooltip is what a reader sees when resting on a node: its whole title, then
// its summary, cut at a word where it is long.
func tooltip(n graph.Node) string {
	const most = 300 // characters; longer tooltips leave the screen
	title := n.Title
	if n.Number != "" {
		title = n.Number + ". " + title
	}
	if n.Summary == "" {
		return title
	}
	return title + ": " + text.Shorten(n.Summary, most)
}
