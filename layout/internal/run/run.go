// Package run runs layout engines, for package engines and for the tests of
// engines: what every engine would do alike is done here, before it and after it,
// where no engine can forget it.
package run

import (
	"context"
	"slices"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/internal/until"
	"github.com/roadmapviz/roadmapviz/layout"
)

// Engine lets an engine lay out what the options want of a course, and finishes
// its diagram.
func Engine(ctx context.Context, e layout.Engine, g *graph.Graph, o layout.Options) (_ *layout.Diagram, _ []graph.Diagnostic, err error) {
	defer until.Catch(&err)
	g = g.Drawn()
	until.Check(ctx)
	course := o.Index.Of(g)
	until.Check(ctx)
	wanted := content(ctx, course, o)
	switch {
	case o.Bars:
		o.Progress = progress(course, course.ProgressOfAll())
	case o.Progress == nil:
		o.Progress = Progress(course)
	}
	told := o.Progress // in words
	if o.Bars {
		told = nil // they would be out of date with the first topic that the page's reader marks
	}
	if !slices.ContainsFunc(wanted.Nodes, isSection) {
		return nil, nil, layout.ErrEmpty
	}
	o.Index = graph.NewIndex(wanted)
	d, diagnostics, err := withPrerequisites(ctx, e, wanted, o.Page)
	if err != nil {
		return nil, nil, err
	}
	if o.NoTitle {
		withoutTitles(d, o.Aspect == 0)
	}
	behindTitles(ctx, d)
	until.Check(ctx)
	explain(ctx, d, o.Index, told)
	d.Description = describe(course, told)
	until.Check(ctx)
	if layout.RightToLeft(g.Language) {
		d.Mirror()
	}
	until.Check(ctx)
	d.Round()
	d.ShareStems()
	tellApart(d)
	return d, diagnostics, nil
}

func isSection(n graph.Node) bool { return n.Kind == graph.Section }
