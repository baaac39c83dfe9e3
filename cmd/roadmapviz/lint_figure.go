package main

import (
	"context"
	"errors"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/render/figure"
)

// lintFigure lays the course out as render would and reports what is odd about
// the figure. A document without a course has no figure and no findings.
func lintFigure(ctx context.Context, c *course) ([]graph.Diagnostic, error) {
	o := figure.Options{Machine: defaultMachine()}
	if err := c.config.Apply(&o, func(string) bool { return false }); err != nil {
		return nil, err
	}
	f, err := figure.New(c.Graph, o)
	if errors.Is(err, figure.ErrNothing) {
		return nil, nil // the parser has reported it
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
