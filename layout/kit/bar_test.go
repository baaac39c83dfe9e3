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
	d := New(t.Context(), &graph.Graph{Nodes: []graph.Node{n}}, layout.Page{Progress: map[string]graph.Progress{"s": {Done: 1, Total: 3}}})
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

// In a page a bar has room for all that its figures may come to say, also of what is
// skipped so far.
func TestBarsHaveRoomForAll(t *testing.T) {
	s := BoxStyle{Role: layout.SectionRole, W: 280, H: 66, Lines: 2, Text: TextStyle{Size: 24, Weight: 500, Width: 240, MaxLines: 2}}
	n := graph.Node{ID: "s", Kind: graph.Section, Title: "Linux"}
	track := func(bars bool, p graph.Progress) *layout.Bar {
		d := New(t.Context(), &graph.Graph{Nodes: []graph.Node{n}}, layout.Page{Bars: bars, Progress: map[string]graph.Progress{"s": p}})
		return d.Item(&n, s).Box(0, 0).Bar
	}
	now, all := track(true, graph.Progress{Done: 9, Total: 9, Skipped: 3}), track(true, graph.Progress{Done: 12, Total: 12})
	if now.Track != all.Track || now.Figures.Text != "9/9" || now.Figures.X != all.Figures.X {
		t.Errorf("%+v and %+v are at different places", now, all)
	}
	if plain := track(false, graph.Progress{Done: 9, Total: 9, Skipped: 3}); plain.Track.W <= now.Track.W {
		t.Errorf("figures have room for more where nothing changes: %+v", plain)
	}
	if given := track(true, graph.Progress{Skipped: 2}); given.Figures.Text != "0/0" || given.DoneX.W != 0 {
		t.Errorf("a section that is skipped has the bar %+v", given)
	}
}
