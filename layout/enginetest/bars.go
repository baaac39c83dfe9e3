package enginetest

import (
	"fmt"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
)

// learn gives the topics of every other section states, a different one to each.
func learn(g *graph.Graph) {
	x := graph.NewIndex(g)
	for i, s := range x.Nodes(graph.Section) {
		for j, t := range x.Children(s, graph.Topic) {
			if states := graph.Statuses(); i%2 == 0 {
				g.Nodes[t].Status = graph.Status(states[(i+j)%len(states)])
			}
		}
	}
}

// checkBars: every section that tells how far a learner is, or every section with
// topics if the page wants that, has a bar, which counts all its topics, lies in its box
// and below its text; no other box has one but those of parts.
func checkBars(t *testing.T, g *graph.Graph, d *layout.Diagram, p layout.Page) {
	x := graph.NewIndex(g)
	counts := x.Progress()
	if p.Bars {
		counts = x.ProgressOfAll()
	}
	for _, b := range d.Boxes {
		at := x.At(b.ID)
		bar := b.Bar
		if at < 0 || bar == nil {
			if at >= 0 && g.Nodes[at].Kind == graph.Section && counts[at].Total > 0 {
				t.Errorf("%s has no bar for %+v", b.ID, counts[at])
			}
			continue
		}
		if bar.Progress != counts[at] || bar.Figures.Text != fmt.Sprintf("%d/%d", counts[at].Done, counts[at].Total) {
			t.Errorf("%s: its bar says %q of %+v, want %+v", b.ID, bar.Figures.Text, bar.Progress, counts[at])
		}
		if p.Bars == strings.Contains(b.Tooltip, fmt.Sprintf("%d of %d done", counts[at].Done, counts[at].Total)) {
			t.Errorf("%s: its tooltip, with bars anyhow %v: %q", b.ID, p.Bars, b.Tooltip)
		}
		f := bar.Figures
		left, right := min(bar.Track.X, f.X-f.Width/2), max(bar.Track.X+bar.Track.W, f.X+f.Width/2)
		if left < b.X || right > b.X+b.W || f.Y > b.Y+b.H || bar.Track.Y+bar.Track.H > b.Y+b.H {
			t.Errorf("%s: its bar leaves the box", b.ID)
		}
		if f.X-f.Width/2 < bar.Track.X+bar.Track.W && f.X+f.Width/2 > bar.Track.X {
			t.Errorf("%s: its figures lie on the track", b.ID)
		}
		if done := bar.DoneX; done.X < bar.Track.X-touch || done.X+done.W > bar.Track.X+bar.Track.W+touch || done.W > bar.DoingX.W+touch {
			t.Errorf("%s: what is done, %+v, leaves the track %+v", b.ID, done, bar.Track)
		}
		for _, l := range b.Lines {
			if l.Y+l.Size*0.2 > f.Y-f.Size*0.72 {
				t.Errorf("%s: the bar hides the text %q", b.ID, l.Text)
			}
		}
	}
}
