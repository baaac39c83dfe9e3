package main

import (
	"context"
	"fmt"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/engines"
)

const (
	// githubColumn is the width in px of the column in which GitHub shows a
	// README; wider pictures are scaled down to it.
	githubColumn = 830
	// leastText is the size in px below which text is hard to read.
	leastText = 9
)

// codeSmallText is the code of text that is too small in GitHub's column.
const codeSmallText = "RV104"

// lintFigure lays the course out as render would and reports what is odd about
// the figure. A document without a course has no figure and no findings.
func lintFigure(ctx context.Context, c *course) ([]graph.Diagnostic, error) {
	chosen, err := choose(c, nil)
	if err != nil {
		return nil, nil // the parser has reported it
	}
	g, err := inOneFigure(c, chosen...)
	if err != nil {
		return nil, err
	}
	var found []graph.Diagnostic
	o := layout.Options{
		Width: c.config.Width, MaxTopics: c.config.MaxTopics, BaseURL: c.config.BaseURL,
		Fonts: encodeOptions{systemFonts: "auto"}.fonts(),
	}
	if _, said := c.config.written["max-topics"]; !said {
		o.MaxTopics = manyTopics
		found = limited(g)
	}
	name := c.config.Layout
	if name == "" {
		name = engines.Default
	}
	engine, err := findLayout(name, graphvizOptions{program: "helper"})
	if err != nil {
		return nil, err
	}
	d, more, err := engines.Layout(ctx, engine, g, o)
	if err != nil {
		return nil, err
	}
	found = append(found, more...)
	found = append(found, tall(g, d)...)
	found = append(found, smallText(g, d)...)
	for i := range found {
		if found[i].Position.File == "" {
			found[i].Position.File = c.name
		}
	}
	return found, nil
}

// smallText reports, for each role of box, the smallest text that GitHub's
// column would make hard to read.
func smallText(g *graph.Graph, d *layout.Diagram) []graph.Diagnostic {
	if d.Width <= githubColumn {
		return nil
	}
	x := graph.NewIndex(g)
	scale := githubColumn / d.Width
	var found []graph.Diagnostic
	said := map[layout.Role]bool{}
	for _, b := range d.Boxes {
		for _, l := range b.Lines {
			size := l.Size * scale
			if size >= leastText || said[b.Role] {
				continue
			}
			said[b.Role] = true
			n, _ := x.Node(b.ID)
			found = append(found, graph.Diagnostic{
				Position: n.Source, Severity: graph.Warning, Code: codeSmallText,
				Message: fmt.Sprintf("the %s text of a figure %.0f px wide is %.1f px high in GitHub's column of %d px", b.Role, d.Width, size, githubColumn),
				Hint:    "draw a narrower figure with --width",
			})
		}
	}
	return found
}
