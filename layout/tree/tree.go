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
	ends map[string]*end // where prerequisites can begin and end; nil until drawn

	topicStyle, subtopicStyle kit.BoxStyle
}

// grow makes the tree of what is drawn, each box measured.
func (b *builder) grow() *branch {
	var parts []*branch
	for _, part := range b.Index.Nodes(graph.Part) {
		root := &branch{item: b.Item(&b.Graph.Nodes[part], partStyle)}
		sections := b.Index.Children(part, graph.Section)
		root.fork(len(sections))
		b.Each(len(sections), func(d *kit.Draft, i int) { b.section(d, root.kids[i], sections[i]) })
		parts = append(parts, root)
	}
	root := parts[0]
	if len(parts) > 1 {
		course := &b.Graph.Nodes[b.Index.At(graph.CourseID)]
		root = &branch{item: b.Item(course, partStyle), kids: parts}
		b.Name(*course)
	}
	root.deepen(sectionLevel - 1 - min(1, len(parts)-1))
	return root
}

// fork makes the branches that a branch holds.
func (b *branch) fork(n int) {
	held := make([]branch, n)
	b.kids = make([]*branch, n)
	for i := range held {
		b.kids[i] = &held[i]
	}
}

// deepen numbers the levels.
func (b *branch) deepen(level int) {
	b.level = level
	b.gap = gaps[min(level, len(gaps)-1)]
	for _, kid := range b.kids {
		kid.deepen(level + 1)
	}
}

func (b *builder) section(d *kit.Draft, to *branch, section int) {
	to.item = d.Item(&d.Graph.Nodes[section], sectionStyle)
	b.topics(d, to, section, b.topicStyle)
}

// topics makes the branches of the topics that a node holds, and of their sub-topics.
func (b *builder) topics(d *kit.Draft, to *branch, node int, style kit.BoxStyle) {
	topics := d.Index.Children(node, graph.Topic)
	to.fork(len(topics))
	for i, t := range topics {
		to.kids[i].item = d.Item(&d.Graph.Nodes[t], style)
		b.topics(d, to.kids[i], t, b.subtopicStyle)
	}
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
