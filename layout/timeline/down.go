package timeline

import (
	"math"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/kit"
)

// down draws a part with its line running down the page, and returns where it ends.
func (b *builder) down(part *graph.Node, stops []*stop, y float64) float64 {
	y = b.title(part, 0, downWidth-2*margin, y)
	bottom := y                // the lowest edge so far
	ends := map[bool]float64{} // where the lists of either side end
	line := math.Inf(-1)       // where the line may next have a section
	var before layout.Box
	for _, s := range stops {
		height := s.section.H
		centre := max(y+height/2, line+height/2)
		if s.topics.Len() > 0 {
			least := y
			if end, ok := ends[s.first]; ok {
				least = end + listGap
			}
			centre = max(centre, least+s.topics.H/2)
		}
		box := b.section(s, -sectionStyle.W/2, centre-height/2)
		if before.ID != "" {
			path := layout.Path{Start: layout.Point{X: 0, Y: before.Y + before.H}}
			path.Line(0, box.Y)
			b.Join(before.ID, box.ID, graph.Next, path)
		}
		if s.topics.Len() > 0 {
			b.beside(s, box, centre)
			ends[s.first] = centre + s.topics.H/2
			bottom = max(bottom, ends[s.first])
		}
		line = box.Y + box.H + lineGap + s.stretch
		bottom = max(bottom, box.Y+box.H)
		before = box
	}
	return bottom
}

// beside draws the topics of a section to its left or right.
func (b *builder) beside(s *stop, box layout.Box, centre float64) {
	x, from := box.X-sideGap-s.topics.W, box.X
	if !s.first {
		x, from = box.X+box.W+sideGap, box.X+box.W
	}
	b.list(s, x, centre-s.topics.H/2, func(topic layout.Box) {
		to := topic.X + topic.W
		if !s.first {
			to = topic.X
		}
		y, stem := topic.Y+topic.H/2, (from+to)/2
		b.Join(box.ID, topic.ID, graph.Contains, kit.Fork(layout.Point{X: from, Y: centre},
			layout.Point{X: stem, Y: centre}, layout.Point{X: stem, Y: y}, layout.Point{X: to, Y: y}))
	})
}
