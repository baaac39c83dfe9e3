// Package engines is the table of layout engines by name, and the one way to
// run one.
package engines

import (
	"cmp"
	"context"
	"sort"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/grid"
	"github.com/roadmapviz/roadmapviz/layout/internal/run"
	"github.com/roadmapviz/roadmapviz/layout/layered"
	"github.com/roadmapviz/roadmapviz/layout/roadmap"
	"github.com/roadmapviz/roadmapviz/layout/timeline"
	"github.com/roadmapviz/roadmapviz/layout/tree"
)

// Default is the name of the engine of the course figures, and Plain that of the
// engine for graphs that are no courses.
const (
	Default = "roadmap"
	Plain   = "layered"
)

var table = map[string]layout.Engine{
	"grid":     grid.Engine{},
	"layered":  layered.Engine{},
	"roadmap":  roadmap.Engine{},
	"timeline": timeline.Engine{},
	"tree":     tree.Engine{},
}

// Lookup finds an engine by its name.
func Lookup(name string) (layout.Engine, bool) {
	e, ok := table[name]
	return e, ok
}

// Names lists the engines, sorted.
func Names() []string {
	names := make([]string, 0, len(table))
	for name := range table {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}

// Layout draws a course with an engine. It does what is the same for all of them:
// the options are checked; of the course the engine gets what is to be drawn, as
// [layout.Engine] says; its boxes get their tooltips and links, and the diagram
// its description in words; diagrams of right-to-left documents are mirrored, and
// all coordinates rounded. The graph is not changed. The error may be an
// [*layout.OptionError] or [layout.ErrEmpty].
func Layout(ctx context.Context, e layout.Engine, g *graph.Graph, o layout.Options) (*layout.Diagram, []graph.Diagnostic, error) {
	if err := Check(e, o); err != nil {
		return nil, nil, err
	}
	d, found, err := run.Engine(ctx, e, g, o)
	if err != nil {
		return nil, nil, err
	}
	if err := cmp.Or(keepsAspect(d, o.Page), fillsAspect(d, o.Page)); err != nil {
		return nil, nil, err
	}
	return d, found, nil
}

// Progress is how far the learner is with what a course holds, for pages that show
// some of it each: see [layout.Page].
func Progress(g *graph.Graph) map[string]graph.Progress {
	return run.Progress(graph.NewIndex(g.Drawn()))
}
