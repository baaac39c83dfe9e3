package render

import (
	"testing"

	"github.com/roadmapviz/roadmapviz/layout"
)

func TestCrossed(t *testing.T) {
	title := &layout.Box{Role: layout.TitleRole, X: 100, Y: 100, W: 200, H: 50}
	line := func(kind string, x0, y0, x1, y1 float64) []layout.Edge {
		e := layout.Edge{Kind: kind, Path: layout.Path{Start: layout.Point{X: x0, Y: y0}}}
		e.Path.Line(x1, y1)
		return []layout.Edge{e}
	}
	for name, c := range map[string]struct {
		edges []layout.Edge
		want  bool
	}{
		"through":      {line("requires", 150, 0, 150, 400), true},
		"beside":       {line("requires", 90, 0, 90, 400), false},
		"ends above":   {line("requires", 150, 0, 150, 100), false},
		"another kind": {line("next", 150, 0, 150, 400), false},
		"none":         {nil, false},
	} {
		if got := crossed(title, c.edges); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
