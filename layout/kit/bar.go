package kit

import (
	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
)

// The measures of bars of progress, px.
const (
	barFoot   = 22. // the room for one at the foot of a box
	barHeight = 6.
	barSide   = 14. // from the sides of the box
	barGap    = 8.  // between the track and its figures
	barRise   = 10. // of the figures' baseline above the foot of the box
	barPad    = 10. // around the text above it
)

// told is the progress that a bar tells, with its figures.
type told struct {
	graph.Progress
	figures Text
	room    float64 // for figures that may come to be; 0 for no more than these
}

var barText = TextStyle{Size: 15, Weight: 500, Width: 120, MaxLines: 1}

// bar is the bar of the item with its left edge at x and its foot at bottom.
func (i Item) bar(x, bottom float64) *layout.Bar {
	if i.told == nil {
		return nil
	}
	figures := i.told.figures
	width := max(figures.Width(), i.told.room)
	b := &layout.Bar{Progress: i.told.Progress, Figures: figures.Place(x+i.W-barSide-width/2, 0)[0]}
	b.Figures.Y = bottom - barRise
	middle := b.Figures.Y - float64(figures.Size*capHeight/2)
	b.Track = layout.Area{X: x + barSide, Y: middle - barHeight/2, W: i.W - 2*barSide - barGap - width, H: barHeight}
	if b.Track.W <= 0 {
		return nil
	}
	share := func(n int) layout.Span {
		return layout.Span{X: b.Track.X, W: b.Track.W * float64(n) / float64(max(1, b.Total))}
	}
	b.DoneX, b.DoingX = share(b.Done), share(b.Done+b.Doing)
	return b
}
