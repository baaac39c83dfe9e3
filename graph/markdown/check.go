package markdown

import (
	"slices"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/build"
	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
)

// check reports what is odd about the course as a whole.
func (d *document) check(g *graph.Graph, made *build.Builder) {
	sections := 0
	var pictures []graph.Node
	for i, n := range g.Nodes {
		if n.Kind == graph.Section && !made.Excluded(i) {
			sections++
		}
		if n.Excluded == whyPicture {
			pictures = append(pictures, n)
		}
	}
	at := d.Position(max(d.TitleAt, 0))
	switch {
	case sections > 0:
		for _, n := range pictures {
			d.Tell(graph.Info, ImageOnly, n.Source, "", "%q holds only a picture", n.Title)
		}
	case slices.ContainsFunc(g.Images, func(i graph.Image) bool { return !page.IsBadge(i.URL) }):
		d.Report(ImageOnly, at, "write its sections as headings and its topics as lists", "the curriculum is only a picture")
	default:
		d.Report(NoCourse, at, "write sections as headings and topics as lists", "no course was found in the document")
	}
}
