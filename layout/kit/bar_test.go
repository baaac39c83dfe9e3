package kit

import (
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
)

// A box has room for the plate of its icon above its bar.
func TestBarsKeepClearOfIcons(t *testing.T) {
	s := BoxStyle{Role: layout.SectionRole, W: 280, H: 66, Lines: 2, IconSize: 38, Text: TextStyle{Size: 24, Weight: 500, Width: 240, MaxLines: 2}}
	n := graph.Node{ID: "s", Kind: graph.Section, Title: "Linux", Icon: "rocket"}
	d := New(&graph.Graph{Nodes: []graph.Node{n}}, layout.Page{Progress: map[string]graph.Progress{"s": {Done: 1, Total: 3}}})
	b := d.Item(&n, s).Box(0, 0)
	if len(b.Icons) != 1 {
		t.Fatalf("icons %v", b.Icons)
	}
	icon := b.Icons[0]
	const plate, room = 4, 4
	if top := icon.Y - plate; top < room || top+icon.H+2*plate > b.Bar.Track.Y-room {
		t.Errorf("the icon is at %+v in a box %g px high, above %+v", icon, b.H, b.Bar.Track)
	}
}
