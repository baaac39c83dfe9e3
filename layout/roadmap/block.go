package roadmap

import (
	"fmt"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
)

// block is a section with its topics, measured. Its centre is set when it is placed.
type block struct {
	side    side
	section item
	topics  []item
	height  float64 // of the group of topics
	centre  float64 // the y of the middle of both the section and its topics
}

// item is a box that knows its text and height but not yet its place.
type item struct {
	node   graph.Node
	role   layout.Role
	text   layout.Text
	height float64
	gap    float64 // to the item above it
}

// measure sets the text of a section and of its topics.
func (b *builder) measure(section int, at side) *block {
	n := b.g.Nodes[section]
	t := b.set.Node(n, sectionStyle)
	s := &block{side: at, section: item{node: n, role: layout.SectionRole, text: t, height: grown(sectionHeight, t, 3)}}

	topics := b.kids.Children(section, graph.Topic)
	// One box that says "+1 more" would take the place of the topic itself.
	if most := b.o.MaxTopics; most > 0 && len(topics) > most+1 {
		hidden := topics[most:]
		topics = topics[:most]
		defer func() { s.add(b.more(n, hidden)) }()
	}
	for _, topic := range topics {
		b.addTopic(s, topic, 1)
	}
	return s
}

// addTopic adds a topic and, as deep as the options ask, its sub-topics.
func (b *builder) addTopic(s *block, topic, depth int) {
	n := b.g.Nodes[topic]
	if depth == 1 {
		t := b.set.Node(n, topicStyle)
		s.add(item{node: n, role: layout.TopicRole, text: t, height: grown(topicHeight, t, 2), gap: topicGap})
	} else {
		t := b.set.Node(n, subStyle)
		s.add(item{node: n, role: layout.SubtopicRole, text: t, height: grown(subtopicHeight, t, 1), gap: subtopicGap})
	}
	if depth < b.o.Depth {
		for _, child := range b.kids.Children(topic, graph.Topic) {
			b.addTopic(s, child, depth+1)
		}
	}
}

// more is the box that stands for the topics beyond the limit.
func (b *builder) more(section graph.Node, hidden []int) item {
	titles := make([]string, len(hidden))
	for i, t := range hidden {
		titles[i] = b.g.Nodes[t].Text()
	}
	n := graph.Node{
		ID: section.ID + "/+", Kind: graph.Topic, Parent: section.ID, URL: section.URL,
		Title: fmt.Sprintf("+%d more", len(hidden)), Summary: strings.Join(titles, ", "),
	}
	return item{node: n, role: layout.MoreRole, text: b.set.Node(n, topicStyle), height: topicHeight, gap: topicGap}
}

func (s *block) add(i item) {
	if len(s.topics) > 0 {
		s.height += i.gap
	}
	s.height += i.height
	s.topics = append(s.topics, i)
}

// draw adds a placed block's boxes and the lines between them to the diagram.
func (b *builder) draw(s *block) {
	col := b.cols[s.side]
	box := b.box(s.section, col.section, s.centre-s.section.height/2, sectionWidth, s.side)
	b.sectionIcon(&box, s.section.node, col.icon)
	b.add(box)

	from := layout.Point{X: s.side.inner(col.section, sectionWidth), Y: s.centre}
	at := s.side.other()
	y, parent := s.centre-s.height/2, box
	for i, t := range s.topics {
		if i > 0 {
			y += t.gap
		}
		if t.role == layout.SubtopicRole {
			b.drawSubtopic(t, parent, y, at)
		} else {
			parent = b.box(t, b.cols[at].topic, y, topicWidth, at)
			path := layout.Path{Start: from}
			path.Line(at.inner(parent.X, parent.W), y+t.height/2)
			b.edge(s.section.node.ID, t.node.ID, graph.Contains, path)
			b.add(parent)
		}
		y += t.height
	}
	b.bottom = max(b.bottom, s.centre+max(s.height, s.section.height)/2)
}

// drawSubtopic places a sub-topic inset below its topic, on an elbow that
// comes down from the topic's outer corner.
func (b *builder) drawSubtopic(t item, topic layout.Box, y float64, at side) {
	x, elbow, face := topic.X, topic.X+topic.W-subtopicInset/2, topic.X+topic.W-subtopicInset
	if at == right {
		x, elbow, face = topic.X+subtopicInset, topic.X+subtopicInset/2, topic.X+subtopicInset
	}
	path := layout.Path{Start: layout.Point{X: elbow, Y: topic.Y + topic.H}}
	path.Line(elbow, y+t.height/2)
	path.Line(face, y+t.height/2)
	b.edge(topic.ID, t.node.ID, graph.Contains, path)
	b.add(b.box(t, x, y, topicWidth-subtopicInset, at))
}

// box is an item at its place, and notes that place for prerequisites.
func (b *builder) box(i item, x, y, w float64, at side) layout.Box {
	if _, wanted := b.boxes[i.node.ID]; wanted {
		b.boxes[i.node.ID] = place{x: at.inner(x, w), y: y + i.height/2, side: at, drawn: true}
	}
	return layout.Box{
		ID: i.node.ID, Role: i.role, States: layout.States(i.node),
		Number: i.node.Number, Label: i.node.Text(),
		X: x, Y: y, W: w, H: i.height,
		Lines:   i.text.Place(x+w/2, y+i.height/2),
		Tooltip: layout.Tooltip(i.node), Link: layout.Link(i.node, b.o.BaseURL),
	}
}

func (b *builder) add(box layout.Box) { b.d.Boxes = append(b.d.Boxes, box) }
