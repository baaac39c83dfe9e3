package roadmap

import (
	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/kit"
)

// block is a section with its topics, measured. Its centre is set when it is placed.
type block struct {
	side    side
	section kit.Item
	topics  []item
	height  float64 // of the group of topics
	centre  float64 // the y of the middle of both the section and its topics
}

// item is a topic and the gap to the one above it.
type item struct {
	kit.Item
	gap float64
}

// measure sets the text of a section and of its topics.
func (b *builder) measure(section int, at side) *block {
	s := &block{side: at, section: b.Item(&b.Graph.Nodes[section], sectionStyle)}
	for _, topic := range b.Index.Children(section, graph.Topic) {
		b.addTopic(s, topic, 1)
	}
	return s
}

// addTopic adds a topic and its sub-topics.
func (b *builder) addTopic(s *block, topic, depth int) {
	n := &b.Graph.Nodes[topic]
	if depth == 1 {
		s.add(item{b.Item(n, topicStyle), topicGap})
	} else {
		s.add(item{b.Item(n, subtopicStyle), subtopicGap})
	}
	for _, child := range b.Index.Children(topic, graph.Topic) {
		b.addTopic(s, child, depth+1)
	}
}

func (s *block) add(i item) {
	if len(s.topics) > 0 {
		s.height += i.gap
	}
	s.height += i.H
	s.topics = append(s.topics, i)
}

// draw adds a placed block's boxes and the lines between them to the diagram.
func (b *builder) draw(s *block) {
	col := b.cols[s.side]
	box := b.box(s.section, col.section, s.centre-s.section.H/2, s.side)
	b.sectionIcon(&box, s.section.Node, col.icon)
	b.Add(box)

	from := layout.Point{X: s.side.inner(col.section, sectionWidth), Y: s.centre}
	at := s.side.other()
	y, parent := s.centre-s.height/2, box
	for i, t := range s.topics {
		if i > 0 {
			y += t.gap
		}
		if t.Role == layout.SubtopicRole {
			b.drawSubtopic(t.Item, parent, y, at)
		} else {
			parent = b.box(t.Item, b.cols[at].topic, y, at)
			to := layout.Point{X: at.inner(parent.X, parent.W), Y: y + t.H/2}
			b.Join(s.section.Node.ID, t.Node.ID, graph.Contains, s.line(from, to))
			b.Add(parent)
		}
		y += t.H
	}
	b.bottom = max(b.bottom, s.centre+max(s.height, s.section.H)/2)
	b.row++
}

// line joins the section to a topic. The lines to a few topics spread like a fan;
// to many they would become a blot, and share a stem instead.
func (s *block) line(from, to layout.Point) layout.Path {
	path := layout.Path{Start: from}
	if s.height > tallestFan {
		stem := to.X - stemGap
		if s.side == right {
			stem = to.X + stemGap
		}
		path.Line(stem, from.Y)
		path.Line(stem, to.Y)
	}
	path.Line(to.X, to.Y)
	return path
}

// drawSubtopic places a sub-topic inset below its topic, on an elbow that
// comes down from the topic's outer corner.
func (b *builder) drawSubtopic(t kit.Item, topic layout.Box, y float64, at side) {
	x, elbow, face := topic.X, topic.X+topic.W-subtopicInset/2, topic.X+topic.W-subtopicInset
	if at == right {
		x, elbow, face = topic.X+subtopicInset, topic.X+subtopicInset/2, topic.X+subtopicInset
	}
	path := layout.Path{Start: layout.Point{X: elbow, Y: topic.Y + topic.H}}
	path.Line(elbow, y+t.H/2)
	path.Line(face, y+t.H/2)
	b.Join(topic.ID, t.Node.ID, graph.Contains, path)
	b.Add(b.box(t, x, y, at))
}

// box is an item at its place, and notes that place for prerequisites.
func (b *builder) box(i kit.Item, x, y float64, at side) layout.Box {
	if _, wanted := b.boxes[i.Node.ID]; wanted {
		b.boxes[i.Node.ID] = &place{
			left: x, right: x + i.W, top: y, bottom: y + i.H, side: at, row: b.row, part: len(b.halls) - 1,
			section: i.Role == layout.SectionRole,
		}
	}
	return i.Box(x, y)
}
