// Package tree lays a course out as a tidy tree: the course, its parts, their
// sections, their topics, each holding what is joined to it by a curve.
//
// To the right, or as a mind map to both sides of the root, every box stands in
// the middle of what it holds ([tidy]). Downward, the sections stand side by side
// and each carries its topics as a list below it, which keeps the page narrow.
package tree

import (
	"context"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
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
func (Engine) Layout(ctx context.Context, g *graph.Graph, o layout.Options) (*layout.Diagram, []graph.Diagnostic, error) {
	b := &builder{
		g: g, kids: graph.NewIndex(g), o: o,
		set:  layout.NewTypesetter(o.Fonts, g.Language),
		d:    &layout.Diagram{Language: g.Language, Boxes: []layout.Box{}, Edges: []layout.Edge{}},
		ends: map[string]*end{}, topicStyle: topicStyle, subtopicStyle: subtopicStyle,
	}
	for _, e := range g.Edges {
		if e.Kind == graph.Requires {
			b.ends[e.From], b.ends[e.To] = nil, nil
		}
	}
	if o.Direction == "down" {
		b.topicStyle, b.subtopicStyle = inset(topicStyle, 1), inset(subtopicStyle, 2)
	}
	root, err := b.grow(ctx)
	if err != nil {
		return nil, nil, err
	}
	switch o.Direction {
	case "down":
		b.down(root)
	case "both":
		b.both(root)
	default:
		b.right(root)
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
	slab []branch
	ends map[string]*end // where prerequisites can begin and end; nil until drawn

	topicStyle, subtopicStyle layout.BoxStyle
}

// grow makes the tree of what is drawn, each box measured.
func (b *builder) grow(ctx context.Context) (*branch, error) {
	var parts []*branch
	for _, part := range b.kids.Nodes(graph.Part) {
		sections := b.kids.Children(part, graph.Section)
		if len(sections) == 0 {
			continue
		}
		root := b.branch(&b.g.Nodes[part], b.style(partStyle))
		for _, s := range sections {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			root.kids = append(root.kids, b.section(s))
		}
		parts = append(parts, root)
	}
	var root *branch
	switch len(parts) {
	case 0:
		return nil, layout.ErrEmpty
	case 1:
		root = parts[0]
		b.d.Title = layout.TitleText(*root.item.Node, b.g.Language)
	default:
		course, ok := b.kids.Node(graph.CourseID)
		if !ok || course.Text() == "" {
			course = graph.Node{ID: graph.CourseID, Kind: graph.Course, Title: "Course"}
		}
		root = b.branch(&course, b.style(partStyle))
		root.kids = parts
		b.d.Title = layout.TitleText(course, b.g.Language)
	}
	root.deepen(sectionLevel - 1 - min(1, len(parts)-1))
	return root, nil
}

// deepen numbers the levels.
func (b *branch) deepen(level int) {
	b.level = level
	b.gap = gaps[min(level, len(gaps)-1)]
	for _, kid := range b.kids {
		kid.deepen(level + 1)
	}
}

func (b *builder) style(s layout.BoxStyle) layout.BoxStyle {
	if b.o.NoIcons {
		s.IconSize = 0
	}
	return s
}

func (b *builder) branch(n *graph.Node, s layout.BoxStyle) *branch {
	if len(b.slab) == 0 {
		b.slab = make([]branch, 256)
	}
	made := &b.slab[0]
	b.slab = b.slab[1:]
	made.item = b.set.Item(n, s)
	return made
}

func (b *builder) section(section int) *branch {
	s := b.branch(&b.g.Nodes[section], b.style(sectionStyle))
	topics, more := layout.Topics(b.kids, section, b.o.MaxTopics)
	s.kids = make([]*branch, 0, len(topics)+1)
	for _, t := range topics {
		s.kids = append(s.kids, b.topic(t, 1))
	}
	if more != nil {
		style := b.topicStyle
		style.Role = layout.MoreRole
		s.kids = append(s.kids, b.branch(more, style))
	}
	return s
}

func (b *builder) topic(topic, depth int) *branch {
	style := b.topicStyle
	if depth > 1 {
		style = b.subtopicStyle
	}
	t := b.branch(&b.g.Nodes[topic], style)
	if depth < b.o.Depth {
		for _, sub := range b.kids.Children(topic, graph.Topic) {
			t.kids = append(t.kids, b.topic(sub, depth+1))
		}
	}
	return t
}

// add draws a branch's box and notes it as an end of prerequisites.
func (b *builder) add(at *branch, x, y, side float64) {
	b.d.Boxes = append(b.d.Boxes, at.item.Box(x, y, b.o))
	if _, wanted := b.ends[at.item.Node.ID]; wanted {
		b.ends[at.item.Node.ID] = &end{
			x: x, y: y, w: at.item.W, h: at.item.H, side: side, level: at.level, leaf: len(at.kids) == 0,
		}
	}
}

// contain draws the line from a box to one that it holds.
func (b *builder) contain(from, to *branch, path layout.Path) {
	b.d.Edges = append(b.d.Edges, layout.Edge{
		From: from.item.Node.ID, To: to.item.Node.ID, Kind: string(graph.Contains), Path: path,
	})
}
