package markdown

import (
	"slices"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/codes"
	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
)

// check reports what is odd about the course as a whole.
func (b *builder) check() {
	sections := 0
	var pictures []int
	for i, n := range b.g.Nodes {
		if n.Kind == graph.Section && !b.made.Excluded(i) {
			sections++
		}
		if n.Excluded == whyPicture {
			pictures = append(pictures, i)
		}
	}
	d := b.document()
	if d == nil {
		return
	}
	at := d.Position(max(d.TitleAt, 0))
	switch {
	case sections > 0:
		for _, i := range pictures {
			n := b.g.Nodes[i]
			b.nodes[i].doc.Report(codes.ImageOnly.As(graph.Info), n.Source, "", "%q holds only a picture", n.Title)
		}
	case slices.ContainsFunc(b.g.Images, func(i graph.Image) bool { return !page.IsBadge(i.URL) }):
		d.Report(codes.ImageOnly, at, "write its sections as headings and its topics as lists", "the curriculum is only a picture")
	default:
		d.Report(codes.NoCourse, at, "write sections as headings and topics as lists", "no course was found in the document")
	}
}

// document is the one that the course begins in; nil if it is in none.
func (b *builder) document() *Document {
	for _, e := range b.nodes {
		if e.doc != nil {
			return e.doc
		}
	}
	return nil
}
