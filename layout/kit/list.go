package kit

import (
	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
)

// ListStyle says how topics stand one below the other.
type ListStyle struct {
	Topic, Subtopic BoxStyle // sub-topics get narrower by the inset
	Gap, SubGap     float64  // above a topic and above a sub-topic, px
	Inset           float64  // of sub-topics, px
}

// List is topics one below the other, each with its sub-topics inset below it,
// measured.
type List struct {
	W, H    float64
	entries []entry
	inset   float64
}

// entry is a box of a list: its place from the list's top, and the entry that
// holds it, or -1.
type entry struct {
	item   Item
	y      float64
	parent int
}

// List sets topics, which are positions in the graph, with their sub-topics.
func (d *Draft) List(topics []int, s ListStyle) List {
	l := List{W: s.Topic.W, inset: s.Inset}
	sub := s.Subtopic
	sub.W, sub.Text.Width = s.Topic.W-s.Inset, s.Topic.Text.Width-s.Inset
	var add func(topic, parent, depth int)
	add = func(topic, parent, depth int) {
		style, gap := s.Topic, s.Gap
		if depth > 1 {
			style, gap = sub, s.SubGap
		}
		at := len(l.entries)
		l.add(d.Item(&d.Graph.Nodes[topic], style), parent, gap)
		if depth > 1 {
			at = parent // deeper levels are not inset further
		}
		for _, kid := range d.Index.Children(topic, graph.Topic) {
			add(kid, at, depth+1)
		}
	}
	for _, topic := range topics {
		add(topic, -1, 1)
	}
	return l
}

func (l *List) add(i Item, parent int, gap float64) {
	if len(l.entries) > 0 {
		l.H += gap
	}
	l.entries = append(l.entries, entry{i, l.H, parent})
	l.H += i.H
}

// Len is the number of boxes.
func (l List) Len() int { return len(l.entries) }

// Draw adds the list to the draft with its top left corner at (x, y), and
// the elbows that lead from topics to their sub-topics.
func (l List) Draw(d *Draft, x, y float64) {
	first := len(d.Diagram.Boxes)
	for _, e := range l.entries {
		if e.parent < 0 {
			d.Add(e.item.Box(x, y+e.y))
			continue
		}
		box := e.item.Box(x+l.inset, y+e.y)
		topic := d.Diagram.Boxes[first+e.parent]
		path := layout.Path{Start: layout.Point{X: x + l.inset/2, Y: topic.Y + topic.H}}
		path.Line(x+l.inset/2, box.Y+box.H/2)
		path.Line(box.X, box.Y+box.H/2)
		d.Join(topic.ID, box.ID, graph.Contains, path)
		d.Add(box)
	}
}
