package roadmap

import (
	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/kit"
)

// block is a section with its topics, measured. Its centre is set when it is placed.
type block struct {
	part    int  // where the part is in the graph
	first   bool // of the part
	side    side
	section kit.Item
	topics  []item
	height  float64 // of the group of topics
	centre  float64 // the y of the middle of both the section and its topics
	trunk   float64 // of topics side by side: from the top of the group to the line that leads between them
}

// item is a topic, seen from the top of its group.
type item struct {
	kit.Item
	y      float64
	column int // of topics side by side, 1 is the right one
}

// leastPairs is the least number of topics that stand side by side.
const leastPairs = 3

// measure sets the text of a section and of its topics.
func (b *builder) measure(section int) *block {
	s := &block{section: b.Item(&b.Graph.Nodes[section], b.m.section)}
	topics := b.Index.Children(section, graph.Topic)
	for _, topic := range topics {
		b.addTopic(s, topic, 1)
	}
	if b.m.pairGap > 0 && len(topics) >= leastPairs && len(s.topics) == len(topics) { // no sub-topics
		s.pair(b.m.topicGap)
	}
	return s
}

// half is how far the block reaches from its centre.
func (s *block) half() float64 { return max(s.height, s.section.H) / 2 }

// addTopic adds a topic and its sub-topics.
func (b *builder) addTopic(s *block, topic, depth int) {
	style, gap := b.m.topic, b.m.topicGap
	if depth > 1 {
		style, gap = b.m.subtopic, b.m.subtopicGap
	}
	if len(s.topics) > 0 {
		s.height += gap
	}
	i := item{Item: b.Item(&b.Graph.Nodes[topic], style), y: s.height}
	s.height += i.H
	s.topics = append(s.topics, i)
	for _, child := range b.Index.Children(topic, graph.Topic) {
		b.addTopic(s, child, depth+1)
	}
}

// pair puts the topics side by side, two in a row.
func (s *block) pair(gap float64) {
	s.height = 0
	for i := 0; i < len(s.topics); i += 2 {
		row := s.topics[i:min(i+2, len(s.topics))]
		tallest := 0.
		for _, t := range row {
			tallest = max(tallest, t.H)
		}
		if i > 0 {
			s.height += gap
			if i/2 == (len(s.topics)+1)/4 { // half of the rows are above
				s.trunk = s.height - gap/2
			}
		}
		for j := range row {
			row[j].column, row[j].y, row[j].H = j, s.height, tallest
		}
		s.height += tallest
	}
}

// draw adds a placed block's boxes and the lines between them to the diagram.
func (b *builder) draw(s *block) {
	col := b.cols[s.side]
	box := b.box(s.section, col.section, s.centre-s.section.H/2, s.side)
	b.sectionIcon(&box, s.section.Node, col.icon)
	b.Add(box)

	at := s.side.other()
	top, parent := s.centre-s.height/2, box
	for _, t := range s.topics {
		if t.Role == layout.SubtopicRole {
			b.drawSubtopic(t.Item, parent, top+t.y, at)
			continue
		}
		x := b.cols[at].topic
		if s.trunk > 0 && t.column != int(1-at) { // the inner one is the left one on the right side
			x = b.cols[at].outer
		}
		parent = b.box(t.Item, x, top+t.y, at)
		if p := b.boxes[t.Node.ID]; p != nil && s.trunk > 0 {
			p.behind, p.before = x != b.cols[at].topic, x == b.cols[at].topic
		}
		b.Join(s.section.Node.ID, t.Node.ID, graph.Contains, b.line(s, parent))
		b.Add(parent)
	}
	b.bottom = max(b.bottom, s.centre+s.half())
	b.row++
}

// line joins the section to a topic. The lines to a few topics spread like a fan;
// to many they would become a blot, and share a stem instead. Topics side by side
// have the stem between them, and a trunk leads to it between two rows.
func (b *builder) line(s *block, topic layout.Box) layout.Path {
	at := s.side.other()
	path := layout.Path{Start: layout.Point{X: s.side.inner(b.cols[s.side].section, s.section.W), Y: s.centre}}
	face := at.inner(b.cols[at].topic, b.m.topic.W) // of the topics, towards the middle
	outwards := 1.
	if at == left {
		outwards = -1
	}
	to := layout.Point{X: at.inner(topic.X, topic.W), Y: topic.Y + topic.H/2}
	switch {
	case s.trunk > 0:
		y, stem := s.centre-s.height/2+s.trunk, face+outwards*(b.m.topic.W+b.m.pairGap/2)
		path.Line(face-outwards*stemGap, y)
		path.Line(stem, y)
		path.Line(stem, to.Y)
		if topic.X == b.cols[at].topic {
			to.X += outwards * topic.W // its other edge
		}
	case s.height > tallestFan:
		path.Line(to.X-outwards*stemGap, s.centre)
		path.Line(to.X-outwards*stemGap, to.Y)
	}
	path.Line(to.X, to.Y)
	return path
}

// drawSubtopic places a sub-topic inset below its topic, on an elbow that
// comes down from the topic's outer corner.
func (b *builder) drawSubtopic(t kit.Item, topic layout.Box, y float64, at side) {
	inset := b.m.subtopicInset
	x, elbow, face := topic.X, topic.X+topic.W-inset/2, topic.X+topic.W-inset
	if at == right {
		x, elbow, face = topic.X+inset, topic.X+inset/2, topic.X+inset
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
			left: x, right: x + i.W, top: y, bottom: y + i.H, side: at, row: b.row, column: b.column, hall: len(b.halls) - 1,
			section: i.Role == layout.SectionRole,
		}
	}
	return i.Box(x, y)
}
