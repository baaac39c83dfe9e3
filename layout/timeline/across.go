package timeline

import (
	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/kit"
)

// across draws a part with its line running to the right, in as many rows as
// the width makes necessary, and returns where it ends.
func (b *builder) across(part *graph.Node, stops []*stop, y float64) float64 {
	rows, width := b.split(stops)
	y = b.title(part, width/2, max(width, leastTitle), y)
	var before layout.Box
	for i, row := range rows {
		above, below, height := 0., 0., 0.
		for _, s := range row {
			height = max(height, s.section.H)
			if s.first {
				above = max(above, s.topics.H)
			} else {
				below = max(below, s.topics.H)
			}
		}
		if above > 0 {
			above += stemGap
		}
		if below > 0 {
			below += stemGap
		}
		if i > 0 {
			y += rowGap
		}
		line := y + above + height/2
		x := 0.
		for j, s := range row {
			s.section.H = height
			box := b.section(s, x, line-s.section.H/2)
			switch {
			case j > 0:
				path := layout.Path{Start: layout.Point{X: before.X + before.W, Y: line}}
				path.Line(x, line)
				b.Join(before.ID, box.ID, graph.Next, path)
			case i > 0:
				b.turn(before, box, y-rowGap/2, width)
			}
			b.hang(s, box)
			x += box.W + columnGap + s.stretch
			before = box
		}
		y = line + height/2 + below
	}
	return y
}

// split divides the sections into rows of the greatest width; width is that of
// the widest row.
func (b *builder) split(stops []*stop) (rows [][]*stop, width float64) {
	x, first := 0., 0
	for i, s := range stops {
		if b.Page.MaxWidth > 0 && i > first && x+s.section.W+2*(margin+turnRoom) > b.Page.MaxWidth {
			rows = append(rows, stops[first:i])
			x, first = 0, i
		}
		width = max(width, x+s.section.W)
		x += s.section.W + columnGap + s.stretch
	}
	return append(rows, stops[first:]), width
}

// turn leads the line from the end of a row to the beginning of the next.
func (b *builder) turn(from, to layout.Box, between, width float64) {
	right, left := width+turnRoom-8, -turnRoom+8
	start := layout.Point{X: from.X + from.W, Y: from.Y + from.H/2}
	end := layout.Point{X: to.X, Y: to.Y + to.H/2}
	b.Join(from.ID, to.ID, graph.Next, kit.Rounded(turnRadius, start,
		layout.Point{X: right, Y: start.Y}, layout.Point{X: right, Y: between},
		layout.Point{X: left, Y: between}, layout.Point{X: left, Y: end.Y}, end))
}

// hang draws the topics of a section above or below it, on a stem.
func (b *builder) hang(s *stop, box layout.Box) {
	y, from := box.Y+box.H+stemGap, box.Y+box.H
	if s.first {
		y, from = box.Y-stemGap-s.topics.H, box.Y
	}
	stem := box.X + indent/2
	b.list(s, box.X+indent, y, func(topic layout.Box) {
		path := layout.Path{Start: layout.Point{X: stem, Y: from}}
		path.Line(stem, topic.Y+topic.H/2)
		path.Line(topic.X, topic.Y+topic.H/2)
		b.Join(box.ID, topic.ID, graph.Contains, path)
	})
}
