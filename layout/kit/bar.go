package kit

import "github.com/roadmapviz/roadmapviz/layout"

// The measures of bars of progress, px.
const (
	barFoot   = 22. // the room for one at the foot of a box
	barHeight = 6.
	barSide   = 14. // from the sides of the box
	barGap    = 8.  // between the track and its figures
	barRise   = 10. // of the figures' baseline above the foot of the box
	barPad    = 10. // around the text above it
)

var barText = TextStyle{Size: 15, Weight: 500, Width: 120, MaxLines: 1}

// bar is the bar of the item with its left edge at x and its foot at bottom.
func (i Item) bar(x, bottom float64) layout.Bar {
	if i.progress.Total == 0 {
		return layout.Bar{}
	}
	width := max(i.figures.Width(), i.figuresRoom)
	b := layout.Bar{Progress: i.progress, Figures: i.figures.Place(x+i.W-barSide-width/2, 0)[0]}
	b.Figures.Y = bottom - barRise
	middle := b.Figures.Y - float64(i.figures.Size*capHeight/2)
	b.Track = layout.Area{X: x + barSide, Y: middle - barHeight/2, W: i.W - 2*barSide - barGap - width, H: barHeight}
	share := func(n int) layout.Span {
		return layout.Span{X: b.Track.X, W: b.Track.W * float64(n) / float64(i.progress.Total)}
	}
	b.DoneX, b.DoingX = share(i.progress.Done), share(i.progress.Done+i.progress.Doing)
	return b
}
