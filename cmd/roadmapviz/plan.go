package main

import (
	"context"
	"path/filepath"

	"github.com/roadmapviz/roadmapviz/cmd/internal/flags"
	"github.com/roadmapviz/roadmapviz/render/figure"
	"github.com/roadmapviz/roadmapviz/render/formats"
)

// planned is a figure to draw, and where its picture goes.
type planned struct {
	*figure.Figure
	output string
	format formats.Format
}

// plan decides which figures to draw: for each output one, or as many as the
// placeholders in its name stand for.
func plan(ctx context.Context, c *course, o renderOptions) ([]planned, error) {
	var figures []planned
	taken := map[string]bool{}
	for _, out := range o.outputs {
		format, err := formatOf(out, o.format)
		if err != nil {
			return nil, err
		}
		series, err := figure.Series(c.Graph, o.figure, filepath.ToSlash(out))
		if err != nil {
			return nil, flags.OfCourse(c.Name, err)
		}
		for _, m := range series {
			name, err := m.File(1)
			if err != nil {
				return nil, flags.OfCourse(c.Name, err)
			}
			if format.Links && m.Options.Home == "" && m.Options.BaseURL == "" {
				m.Options.Home = c.HomeFrom(name)
			}
			f, err := newFigure(c, m.Options.For(format))
			if err != nil {
				return nil, err
			}
			if len(f.Parts) == 0 && c.Figure != nil {
				f.Parts = c.Figure.Parts
			}
			sheets := []*figure.Figure{f}
			if m.Paged {
				if sheets, err = f.Sheets(ctx); err != nil {
					return nil, flags.OfCourse(c.Name, err)
				}
			}
			for i, sheet := range sheets {
				if name, err = m.File(i + 1); err != nil {
					return nil, flags.OfCourse(c.Name, err)
				}
				clean := filepath.Clean(name)
				if name != "-" && taken[clean] {
					return nil, flags.Usagef("two figures would be written to %s: name each output once, or put {part} into the name", name)
				}
				taken[clean] = true
				figures = append(figures, planned{sheet, name, format})
			}
		}
	}
	return figures, nil
}

// newFigure is a figure of a course. Its errors name the course, and options as
// flags.
func newFigure(c *course, o figure.Options) (*figure.Figure, error) {
	f, err := figure.New(c.Graph, o)
	return f, flags.OfCourse(c.Name, err)
}
