package roadmap

import (
	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
)

// title places a part's title with its emoji before it, centred over the
// columns, and returns the baseline of its last line.
func (b *builder) title(part *graph.Node) float64 {
	title := b.Title(part, titleWidth+b.Page.Width-pageWidth)
	top := b.bottom
	if top > 0 {
		top += bottomMargin
	}
	first := top + titleBaseline
	box := title.Box(contentCentre(b.cols)-title.W/2, first-title.Ascent())
	b.Add(box)
	b.bottom = max(b.bottom, box.Y+box.H)
	if n := len(box.Lines); n > 0 {
		return box.Lines[n-1].Y
	}
	return first
}

// sectionIcon puts a section's icon at its outer side.
func (b *builder) sectionIcon(box *layout.Box, n *graph.Node, centre float64) {
	name := b.Icon(n)
	if name == "" {
		return
	}
	b.iconed = true
	box.Icons = []layout.Icon{{
		Name: name, X: centre - iconSize/2, Y: box.Y + box.H/2 - iconSize/2, W: iconSize, H: iconSize,
	}}
}
