package markdown

import (
	"cmp"
	"slices"

	"github.com/roadmapviz/roadmapviz/graph"
)

// check reports what is odd about the course as a whole.
func (d *document) check(g *graph.Graph, excluded []bool) {
	sections := 0
	var pictures []graph.Node
	for i, n := range g.Nodes {
		if n.Kind == graph.Section && !excluded[i] {
			sections++
		}
		if n.Excluded == whyPicture {
			pictures = append(pictures, n)
		}
	}
	at := d.position(max(d.titleAt, 0))
	switch {
	case sections > 0:
		for _, n := range pictures {
			d.tell(graph.Info, ImageOnly, n.Source, "", "%q holds only a picture", n.Title)
		}
	case slices.ContainsFunc(g.Images, func(i graph.Image) bool { return !isBadge(i.URL) }):
		d.report(ImageOnly, at, "write its sections as headings and its topics as lists", "the curriculum is only a picture")
	default:
		d.report(NoCourse, at, "write sections as headings and topics as lists", "no course was found in the document")
	}
}

// sorted are the diagnostics in the order of their places.
func (r *reporter) sorted() []graph.Diagnostic {
	slices.SortStableFunc(r.found, func(a, b graph.Diagnostic) int {
		return cmp.Or(cmp.Compare(a.Position.Line, b.Position.Line), cmp.Compare(a.Position.Column, b.Position.Column), cmp.Compare(a.Code, b.Code))
	})
	return r.found
}
