package roadmap

import (
	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
)

// spans tells that the course has one title, which stands above all columns.
func (b *builder) spans() bool { return b.blocks[0].part == b.blocks[len(b.blocks)-1].part }

// title places a part's title, with its emoji before it, below what ends at the
// given y, centred over the columns that it is for, and returns where its content begins.
func (b *builder) title(part *graph.Node, above float64) float64 {
	width, first, last := b.m.titleWidth, b.cols, b.cols
	if b.spans() {
		more := float64(len(b.ends)-1) * b.m.width
		width, first, last = width+more, b.m.cols, shifted(b.m.cols, more)
	}
	title := b.Title(part, width)
	baseline := b.m.baseline
	if above > 0 {
		baseline = above + b.m.partGap
	}
	centre := (first[left].edge(left, &b.m) + last[right].edge(right, &b.m)) / 2
	box := title.Box(centre-title.W/2, baseline-title.Ascent())
	b.Add(box)
	if n := len(box.Lines); n > 0 {
		baseline = box.Lines[n-1].Y
	}
	top := baseline + b.m.toContent
	b.enter(hall{above: across(above+hallMargin, box.Y-hallMargin/2), below: across(box.Y+box.H+hallMargin/2, top-hallMargin)})
	return top
}

// edge is the outer edge of the topics.
func (c column) edge(s side, m *measures) float64 {
	x := c.topic
	if m.pairGap > 0 {
		x = c.outer
	}
	return s.other().inner(x, m.topic.W)
}

// sectionIcon puts a section's icon at its outer side.
func (b *builder) sectionIcon(box *layout.Box, n *graph.Node, centre float64) {
	name := b.Icon(n)
	if name == "" {
		return
	}
	b.iconed = true
	size := b.m.icon
	box.Icons = []layout.Icon{{Name: name, X: centre - size/2, Y: box.Y + box.H/2 - size/2, W: size, H: size}}
}
