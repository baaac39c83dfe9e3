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
	paired  bool    // the topics stand side by side, on a panel
}

// item is a topic, seen from the top of its group.
type item struct {
	kit.Item
	y      float64
	column side // of topics side by side; alone in the last row
}

// alone is the column of a topic that has none beside it. It stands near the middle.
const alone side = -1

const (
	leastPairs = 3  // the least number of topics that stand side by side
	panelInset = 9. // of these topics in their panel, px
)

// measure sets the text of a section and of its topics.
func (s *block) measure(d *kit.Draft, m *measures, section int) {
	s.section = d.Item(&d.Graph.Nodes[section], m.section)
	topics := d.Index.Children(section, graph.Topic)
	s.topics = make([]item, 0, len(topics))
	for _, topic := range topics {
		s.addTopic(d, m, topic, 1)
	}
	if m.pairGap > 0 && len(topics) >= leastPairs && len(s.topics) == len(topics) { // no sub-topics
		s.pair(m.topicGap)
	}
}

// half is how far the block reaches from its centre.
func (s *block) half() float64 { return max(s.height, s.section.H) / 2 }

// addTopic adds a topic and its sub-topics.
func (s *block) addTopic(d *kit.Draft, m *measures, topic, depth int) {
	style, gap := m.topic, m.topicGap
	if depth > 1 {
		style, gap = m.subtopic, m.subtopicGap
	}
	if len(s.topics) > 0 {
		s.height += gap
	}
	i := item{Item: d.Item(&d.Graph.Nodes[topic], style), y: s.height}
	s.height += i.H
	s.topics = append(s.topics, i)
	for _, child := range d.Index.Children(topic, graph.Topic) {
		s.addTopic(d, m, child, depth+1)
	}
}

// pair puts the topics side by side, two in a row, on a panel. Those of the
// outer column have no line: the panel says what they belong to.
func (s *block) pair(gap float64) {
	s.paired, s.height = true, panelInset
	for i := 0; i < len(s.topics); i += 2 {
		row := s.topics[i:min(i+2, len(s.topics))]
		tallest := 0.
		for _, t := range row {
			tallest = max(tallest, t.H)
		}
		if i > 0 {
			s.height += gap
		}
		for j := range row {
			row[j].y, row[j].H, row[j].column = s.height, tallest, side(j)
		}
		if len(row) == 1 {
			row[0].column = alone
		}
		s.height += tallest
	}
	s.height += panelInset
}

// draw adds a placed block's boxes and the lines between them to the diagram.
func (b *builder) draw(s *block) {
	col := b.cols[s.side]
	box := b.box(s.section, col.section, s.centre-s.section.H/2, s.side)
	b.sectionIcon(&box, s.section.Node, col.icon)
	b.Add(box)

	at := s.side.other()
	top, parent := s.centre-s.height/2, box
	if s.paired {
		x, far := b.cols[at].topic, b.cols[at].outer
		b.Add(layout.Box{
			Role: layout.GroupRole, X: min(x, far) - panelInset, Y: top,
			W: max(x, far) - min(x, far) + b.m.topic.W + 2*panelInset, H: s.height,
		})
	}
	for _, t := range s.topics {
		if t.Role == layout.SubtopicRole {
			b.drawSubtopic(t.Item, parent, top+t.y, at)
			continue
		}
		x, outer := b.cols[at].topic, s.paired && t.column == at
		if outer {
			x = b.cols[at].outer
		}
		parent = b.box(t.Item, x, top+t.y, at)
		if p := b.boxes[t.Node.ID]; p != nil && s.paired {
			p.behind, p.before = outer, !outer
		}
		if !outer {
			b.Join(s.section.Node.ID, t.Node.ID, graph.Contains, b.line(s, parent))
		}
		b.Add(parent)
	}
	b.bottom = max(b.bottom, s.centre+s.half())
	b.row++
}

// line joins the section to a topic. The lines to a few topics spread like a fan;
// to many they would become a blot, and share a stem instead.
func (b *builder) line(s *block, topic layout.Box) layout.Path {
	at := s.side.other()
	path := b.Path(layout.Point{X: s.side.inner(b.cols[s.side].section, s.section.W), Y: s.centre}, 3)
	to := layout.Point{X: at.inner(topic.X, topic.W), Y: topic.Y + topic.H/2}
	if s.height > tallestFan {
		stem := to.X - stemGap
		if at == left {
			stem = to.X + stemGap
		}
		path.Line(stem, s.centre)
		path.Line(stem, to.Y)
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
	path := b.Path(layout.Point{X: elbow, Y: topic.Y + topic.H}, 2)
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
