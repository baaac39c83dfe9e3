// Package tree lays a course out as a tidy tree: the course, its parts, their
// sections, their topics, each with a stem from which lines branch off to what it holds.
//
// To the right, or as a mind map to both sides of the root, every box stands in
// the middle of what it holds ([tidy]); to the right, the parts of a tree that would
// get too high stand side by side. Downward, the sections stand side by side
// and each carries its topics as a list below it, which keeps the page narrow.
package tree

import (
	"context"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/kit"
)

// Engine is the tree layout.
type Engine struct{}

// Capabilities are what the tree can do. In a mind map, prerequisites run
// around it from one side to the other.
func (Engine) Capabilities() layout.Capabilities {
	return layout.Capabilities{Directions: []string{"right", "down", "both"}, Prerequisites: true}
}

// Layout places the course as one tree. A course of a single part begins with
// that part.
func (Engine) Layout(ctx context.Context, g *graph.Graph, p layout.Page) (*layout.Diagram, []graph.Diagnostic, error) {
	b := &builder{Draft: kit.New(ctx, g, p), ends: map[string]*end{}, topicStyle: topicStyle, subtopicStyle: subtopicStyle}
	for _, e := range b.Lines {
		b.ends[e.From], b.ends[e.To] = nil, nil
	}
	if p.Direction == "down" {
		b.topicStyle, b.subtopicStyle = inset(topicStyle, 1), inset(subtopicStyle, 2)
	}
	root := b.grow()
	switch p.Direction {
	case "down":
		b.down(root)
	case "both":
		b.both(root)
	default:
		b.right(root)
	}
	b.Fit(margin)
	return b.Diagram, b.Diagnostics, nil
}

// builder is the state of one layout.
type builder struct {
	*kit.Draft
	slab []branch
	ends map[string]*end // where prerequisites can begin and end; nil until drawn

	topicStyle, subtopicStyle kit.BoxStyle
}

// grow makes the tree of what is drawn, each box measured.
func (b *builder) grow() *branch {
	var parts []*branch
	for _, part := range b.Index.Nodes(graph.Part) {
		root := b.branch(&b.Graph.Nodes[part], partStyle)
		for _, s := range b.Index.Children(part, graph.Section) {
			root.kids = append(root.kids, b.section(s))
		}
		parts = append(parts, root)
	}
	root := parts[0]
	if len(parts) > 1 {
		course := &b.Graph.Nodes[b.Index.At(graph.CourseID)]
		root = b.branch(course, partStyle)
		root.kids = parts
		b.Name(*course)
	}
	root.deepen(sectionLevel - 1 - min(1, len(parts)-1))
	return root
}

// deepen numbers the levels.
func (b *branch) deepen(level int) {
	b.level = level
	b.gap = gaps[min(level, len(gaps)-1)]
	for _, kid := range b.kids {
		kid.deepen(level + 1)
	}
}

func (b *builder) branch(n *graph.Node, s kit.BoxStyle) *branch {
	if len(b.slab) == 0 {
		b.slab = make([]branch, 256)
	}
	made := &b.slab[0]
	b.slab = b.slab[1:]
	made.item = b.Item(n, s)
	return made
}

func (b *builder) section(section int) *branch {
	s := b.branch(&b.Graph.Nodes[section], sectionStyle)
	topics := b.Index.Children(section, graph.Topic)
	s.kids = make([]*branch, 0, len(topics))
	for _, t := range topics {
		s.kids = append(s.kids, b.topic(t, 1))
	}
	return s
}

func (b *builder) topic(topic, depth int) *branch {
	style := b.topicStyle
	if depth > 1 {
		style = b.subtopicStyle
	}
	t := b.branch(&b.Graph.Nodes[topic], style)
	for _, sub := range b.Index.Children(topic, graph.Topic) {
		t.kids = append(t.kids, b.topic(sub, depth+1))
	}
	return t
}

// put adds a branch's box and notes it as an end of prerequisites.
func (b *builder) put(at *branch, x, y, side float64) {
	b.Add(at.item.Box(x, y))
	if _, wanted := b.ends[at.item.Node.ID]; wanted {
		b.ends[at.item.Node.ID] = &end{
			x: x, y: y, w: at.item.W, h: at.item.H, side: side, level: at.level, leaf: len(at.kids) == 0,
		}
	}
}

// contain draws the line from a box to one that it holds.
func (b *builder) contain(from, to *branch, path layout.Path) {
	b.Join(from.item.Node.ID, to.item.Node.ID, graph.Contains, path)
}
