// Package timeline lays a course out along a line: the sections stand on the
// line in their order, and their topics hang on it as lists, on one side and the
// other in turn. Where the course says how long its sections take, that is
// written on them, and the line behind each is as much longer.
//
// Downward, the line runs down the middle of the page with the topics to its
// left and right. To the right, it runs across the page with the topics above
// and below, and goes on in further rows where the width is limited.
package timeline

import (
	"context"
	"fmt"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/kit"
)

// Engine is the timeline layout.
type Engine struct{}

// Capabilities are what the timeline can do. Its greatest width is for the
// direction right.
func (Engine) Capabilities() layout.Capabilities {
	return layout.Capabilities{Directions: []string{"down", "right"}, MaxWidth: true, FirstSide: true}
}

// Layout places the parts one below the other, each with a line of its own.
func (Engine) Layout(ctx context.Context, g *graph.Graph, p layout.Page) (*layout.Diagram, []graph.Diagnostic, error) {
	b := &builder{kit.New(ctx, g, p)}
	least := widthOf(1)
	place := b.across
	if p.Direction != "right" {
		least, place = downWidth, b.down
	}
	if p.MaxWidth > 0 && p.MaxWidth < least {
		return nil, nil, &layout.OptionError{Option: "max-width", Reason: fmt.Sprintf("is at least %.0f px in this timeline, not %g", least, p.MaxWidth)}
	}
	y := 0.
	for i, part := range b.Index.Nodes(graph.Part) {
		stops := b.measure(part)
		if i > 0 {
			y += partGap
		}
		y = place(&b.Graph.Nodes[part], stops, y)
	}
	b.Fit(margin)
	return b.Diagram, b.Diagnostics, nil
}

// builder is the state of one layout.
type builder struct{ *kit.Draft }

// stop is a section with its topics, measured.
type stop struct {
	node     *graph.Node
	section  kit.Item
	duration kit.Text // may be empty
	topics   kit.List
	ids      []string // of the topics
	first    bool     // whether the topics are on the first side: left, or above
	stretch  float64  // by how much the line behind it is longer than it must be
}

// measure sets the text of a part's sections.
func (b *builder) measure(part int) []*stop {
	sections := b.Index.Children(part, graph.Section)
	stops := make([]*stop, len(sections))
	left := b.Page.FirstSide != graph.Right
	b.Each(len(sections), func(d *kit.Draft, i int) {
		stops[i] = measured(d, sections[i], left == (i%2 == 0))
	})
	stretch(stops)
	return stops
}

// measured is a section with its text set.
func measured(d *kit.Draft, section int, first bool) *stop {
	n, topics := &d.Graph.Nodes[section], d.Index.Children(section, graph.Topic)
	s := &stop{node: n, section: d.Item(n, sectionStyle), topics: d.List(topics, listStyle), first: first}
	for _, t := range topics {
		s.ids = append(s.ids, d.Graph.Nodes[t].ID)
	}
	if told := n.Attributes["duration"]; told != "" {
		s.duration = d.Text(told, n.Source, durationStyle)
		s.section.H += durationHeight
	}
	return s
}

// stretch makes the line behind each section longer by its duration, if the
// course tells it for all of them.
func stretch(stops []*stop) {
	longest := 0.
	for _, s := range stops {
		hours, ok := Hours(s.node.Attributes["duration"])
		if !ok {
			for _, s := range stops {
				s.stretch = 0
			}
			return
		}
		s.stretch = hours
		longest = max(longest, hours)
	}
	for _, s := range stops {
		s.stretch *= mostStretch / longest
	}
}

// title draws the title of a part above y and returns where its line may begin.
func (b *builder) title(part *graph.Node, centre, width, y float64) float64 {
	if b.Page.MaxWidth > 0 {
		width = min(width, b.Page.MaxWidth-2*margin)
	}
	title := b.Title(part, width-titleIcon)
	b.Add(title.Box(centre-title.W/2, y))
	return y + title.H + titleGap
}

// section draws a section with its duration, its upper left corner at (x, y).
func (b *builder) section(s *stop, x, y float64) layout.Box {
	box := s.section.Box(x, y)
	if len(s.duration.Lines) > 0 {
		for i := range box.Lines {
			box.Lines[i].Y -= durationHeight / 2
		}
		centre := x + box.W/2
		if len(box.Lines) > 0 {
			centre = box.Lines[0].X
		}
		box.Lines = append(box.Lines, s.duration.Place(centre, y+box.H-s.section.Foot-durationHeight/2-6)...)
	}
	b.Add(box)
	return box
}

// list draws the topics with their upper left corner at (x, y) and hands the
// box of each topic to join.
func (b *builder) list(s *stop, x, y float64, join func(layout.Box)) {
	from := len(b.Diagram.Boxes)
	s.topics.Draw(b.Draft, x, y)
	next := 0
	for _, box := range b.Diagram.Boxes[from:] {
		if next < len(s.ids) && box.ID == s.ids[next] {
			join(box)
			next++
		}
	}
}
