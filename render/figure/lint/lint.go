// Package lint finds what is odd in a course and in its figure, beyond what its
// reader reports.
package lint

import (
	"context"
	"errors"
	"slices"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/course"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/graph/report"
	"github.com/roadmapviz/roadmapviz/render/figure"
)

// Course lays a course out with the options, as if it were to be drawn, and returns
// what is odd: links to no heading, addresses that become no link, labels that do not
// fit, text too small to read. Of a document without a course there is no figure, which
// the reader has reported. An error is that of the options or of the context.
func Course(ctx context.Context, c *course.Course, o figure.Options) ([]graph.Diagnostic, error) {
	inFigure, err := inFigure(ctx, c, o)
	if err != nil {
		return nil, err
	}
	dead, err := deadAnchors(ctx, c)
	if err != nil {
		return nil, err
	}
	return slices.Concat(dead, report.Unlinked(c.Graph), inFigure), nil
}

// deadAnchors are the links to no heading in the files of a course.
func deadAnchors(ctx context.Context, c *course.Course) ([]graph.Diagnostic, error) {
	var found []graph.Diagnostic
	for _, f := range c.Files {
		if f.IsMarkdown() {
			dead, err := markdown.DeadAnchors(ctx, f.Source, markdown.Options{File: f.Name})
			if err != nil {
				return nil, err
			}
			found = append(found, dead...)
		}
	}
	return found, nil
}

func inFigure(ctx context.Context, c *course.Course, o figure.Options) ([]graph.Diagnostic, error) {
	f, err := figure.New(c.Graph, o)
	if errors.Is(err, figure.ErrNothing) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	page, found, err := f.Layout(ctx)
	if err != nil {
		return nil, err
	}
	found = append(found, page.SmallText(f.Graph)...)
	for i := range found {
		if found[i].Position.File == "" {
			found[i].Position.File = c.Name
		}
	}
	return found, nil
}
