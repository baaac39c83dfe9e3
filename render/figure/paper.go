package figure

import (
	"context"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/render/formats"
)

// Pages lays the figure out on pages, for formats that have them. There is at least
// one.
func (f *Figure) Pages(ctx context.Context) ([]*layout.Diagram, []graph.Diagnostic, error) {
	page, found, err := f.Layout(ctx)
	return []*layout.Diagram{page}, found, err
}

// pagesOf are the pages of the figure in a format, which has one if it has no pages.
func (f *Figure) pagesOf(ctx context.Context, format formats.Format) ([]*layout.Diagram, []graph.Diagnostic, error) {
	if format.Paged {
		return f.Pages(ctx)
	}
	page, found, err := f.Layout(ctx)
	return []*layout.Diagram{page}, found, err
}
