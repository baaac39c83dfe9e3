package layout_test

import (
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
)

func TestSmallTextIsMeasuredInGitHubsColumn(t *testing.T) {
	g := &graph.Graph{Nodes: []graph.Node{{ID: "s", Source: graph.Position{Line: 7}}}}
	box := layout.Box{ID: "s", Role: layout.TopicRole, Lines: []layout.Line{{Size: 10}, {Size: 9}}}
	for width, want := range map[float64]int{830: 0, 900: 1, 2000: 1} {
		d := &layout.Diagram{Width: width, Boxes: []layout.Box{box, box}}
		found := d.SmallText(g)
		if len(found) != want {
			t.Errorf("%v px: %d findings, want %d", width, len(found), want)
		}
		if len(found) > 0 && found[0].Position.Line != 7 {
			t.Errorf("%v px: at %v", width, found[0].Position)
		}
	}
}
