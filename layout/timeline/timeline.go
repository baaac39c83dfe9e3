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
)

// Engine is the timeline layout.
type Engine struct{}

// Capabilities are what the timeline can do. Its greatest width is for the
// direction right.
func (Engine) Capabilities() layout.Capabilities {
	return layout.Capabilities{Directions: []string{"down", "right"}, MaxWidth: true, FirstSide: true}
}

// Layout places the parts one below the other, each with a line of its own.
func (Engine) Layout(ctx context.Context, g *graph.Graph, o layout.Options) (*layout.Diagram, []graph.Diagnostic, error) {
	b := &builder{
		g: g, kids: graph.NewIndex(g), o: o,
		set: layout.NewTypesetter(o.Fonts, g.Language),
		d:   &layout.Diagram{Language: g.Language, Boxes: []layout.Box{}, Edges: []layout.Edge{}},
	}
	least := widthOf(1)
	place := b.across
	if o.Direction != "right" {
		least, place = downWidth, b.down
	}
	if o.MaxWidth > 0 && o.MaxWidth < least {
		return nil, nil, fmt.Errorf("this timeline needs a width of at least %.0f px, not %g", least, o.MaxWidth)
	}
	y := 0.
	for _, p := range b.kids.Nodes(graph.Part) {
		stops, err := b.measure(ctx, p)
		if err != nil {
			return nil, nil, err
		}
		if len(stops) == 0 {
			continue
		}
		if len(b.d.Boxes) > 0 {
			y += partGap
		}
		y = place(&b.g.Nodes[p], stops, y)
	}
	if len(b.d.Boxes) == 0 {
		return nil, nil, layout.ErrEmpty
	}
	b.d.Fit(margin)
	return b.d, b.set.Diagnostics, nil
}

// builder is the state of one layout.
type builder struct {
	g    *graph.Graph
	kids *graph.Index
	o    layout.Options
	set  *layout.Typesetter
	d    *layout.Diagram
}

// stop is a section with its topics, measured.
type stop struct {
	node     *graph.Node
	section  layout.Item
	duration layout.Text // may be empty
	topics   layout.List
	ids      []string // of the topics
	first    bool     // whether the topics are on the first side: left, or above
	stretch  float64  // by how much the line behind it is longer than it must be
}

// measure sets the text of a part's sections.
func (b *builder) measure(ctx context.Context, part int) ([]*stop, error) {
	style := sectionStyle
	if b.o.NoIcons {
		style.IconSize = 0
	}
	var stops []*stop
	first := b.o.FirstSide != graph.Right
	for _, i := range b.kids.Children(part, graph.Section) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		n := &b.g.Nodes[i]
		topics, more := layout.Topics(b.kids, i, b.o.MaxTopics)
		s := &stop{node: n, section: b.set.Item(n, style), first: first}
		s.topics = b.set.List(b.kids, topics, more, listStyle, b.o)
		for _, t := range topics {
			s.ids = append(s.ids, b.g.Nodes[t].ID)
		}
		if more != nil {
			s.ids = append(s.ids, more.ID)
		}
		if d := n.Attributes["duration"]; d != "" {
			s.duration = b.set.Set("", d, n.Source, durationStyle)
			s.section.H += durationHeight
		}
		stops = append(stops, s)
		first = !first
	}
	stretch(stops)
	return stops, nil
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
	if b.o.MaxWidth > 0 {
		width = min(width, b.o.MaxWidth-2*margin)
	}
	title := b.set.Title(part, width-titleIcon, b.o)
	if b.d.Title == "" {
		b.d.Title = title.Label
	}
	b.d.Boxes = append(b.d.Boxes, title.Box(centre-title.Width()/2, y, b.o))
	return y + title.Height() + titleGap
}

// section draws a section with its duration, its upper left corner at (x, y).
func (b *builder) section(s *stop, x, y float64) layout.Box {
	box := s.section.Box(x, y, b.o)
	if len(s.duration.Lines) > 0 {
		for i := range box.Lines {
			box.Lines[i].Y -= durationHeight / 2
		}
		centre := x + box.W/2
		if len(box.Lines) > 0 {
			centre = box.Lines[0].X
		}
		box.Lines = append(box.Lines, s.duration.Place(centre, y+box.H-durationHeight/2-6)...)
	}
	b.d.Boxes = append(b.d.Boxes, box)
	return box
}

func (b *builder) edge(from, to string, kind graph.EdgeKind, path layout.Path) {
	b.d.Edges = append(b.d.Edges, layout.Edge{From: from, To: to, Kind: string(kind), Path: path})
}

// list draws the topics with their upper left corner at (x, y) and hands the
// box of each topic to join.
func (b *builder) list(s *stop, x, y float64, join func(layout.Box)) {
	from := len(b.d.Boxes)
	s.topics.Draw(b.d, x, y, b.o)
	next := 0
	for _, box := range b.d.Boxes[from:] {
		if next < len(s.ids) && box.ID == s.ids[next] {
			join(box)
			next++
		}
	}
}
