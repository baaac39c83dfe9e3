// Package engines is the table of layout engines by name, and the one way to
// run one.
package engines

import (
	"context"
	"slices"
	"sort"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/codes"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/grid"
	"github.com/roadmapviz/roadmapviz/layout/layered"
	"github.com/roadmapviz/roadmapviz/layout/roadmap"
	"github.com/roadmapviz/roadmapviz/layout/timeline"
	"github.com/roadmapviz/roadmapviz/layout/tree"
)

// Default is the name of the engine of the course figures.
const Default = "roadmap"

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

// Layout checks the options, runs an engine and finishes its diagram: what every
// engine would do alike is done here, once. Diagrams of right-to-left documents
// are mirrored. The error may be an [*OptionError].
func Layout(ctx context.Context, e layout.Engine, g *graph.Graph, o layout.Options) (*layout.Diagram, []graph.Diagnostic, error) {
	if err := Check(e, o); err != nil {
		return nil, nil, err
	}
	d, diagnostics, err := e.Layout(ctx, g, o)
	if err != nil {
		return nil, nil, err
	}
	if at := slices.IndexFunc(g.Edges, isPrerequisite); at >= 0 && !e.Capabilities().Prerequisites {
		diagnostics = append(diagnostics, codes.NoPrerequisites.At(g.Edges[at].Source, "roadmap, tree and layered do", "this layout does not draw prerequisites"))
	}
	if layout.RightToLeft(g.Language) {
		d.Mirror()
	}
	d.Description = layout.Describe(g)
	d.Round()
	return d, diagnostics, nil
}

func isPrerequisite(e graph.Edge) bool { return e.Kind == graph.Requires }
