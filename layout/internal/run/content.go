package run

import (
	"context"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/internal/until"
	"github.com/roadmapviz/roadmapviz/layout"
)

// content is what the options want drawn of a course, as [layout.Engine] says.
func content(ctx context.Context, x *graph.Index, o layout.Options) *graph.Graph {
	g := x.Graph()
	room := 0
	for i := range g.Nodes {
		if g.Nodes[i].Kind != graph.Resource {
			room++
		}
	}
	c := &chooser{ctx: ctx, x: x, o: o, kept: make([]bool, len(g.Nodes)), icons: map[string]string{}, states: x.States(), g: &graph.Graph{
		Language: g.Language, Form: g.Form, Nodes: make([]graph.Node, 0, room),
	}}
	course, _ := x.Node(graph.CourseID)
	course.ID, course.Kind = graph.CourseID, graph.Course
	if course.Text() == "" {
		course.Title = "Course"
	}
	c.add(&course)
	if !o.NoIcons {
		for _, s := range layout.SectionIcons(x) {
			c.icons[s.ID] = s.Icon
		}
	}
	titled := false
	for _, part := range x.Nodes(graph.Part) {
		sections := x.Children(part, graph.Section)
		if len(sections) > 0 {
			c.keep(part)
			if o.Title != "" && !titled {
				c.g.Nodes[len(c.g.Nodes)-1].Label = o.Title
			}
			titled = true
		}
		for _, s := range sections {
			c.section(s)
		}
	}
	c.edges()
	return c.g
}

// edges keeps the edges between what is kept. Nothing is copied where they stand side by
// side, as those of a course of one part do.
func (c *chooser) edges() {
	all := c.x.Graph().Edges
	kept := func(i int) bool {
		from, to := c.x.Ends(i)
		return from >= 0 && to >= 0 && c.kept[from] && c.kept[to]
	}
	n, first, end := 0, 0, 0
	for i := range all {
		if !kept(i) {
			continue
		}
		if n == 0 {
			first = i
		}
		n, end = n+1, i+1
	}
	if c.g.Edges = all[first:end:end]; n == end-first {
		return
	}
	c.g.Edges = make([]graph.Edge, 0, n)
	for i := range all {
		if kept(i) {
			c.g.Edges = append(c.g.Edges, all[i])
		}
	}
}

// chooser puts what is wanted into a new graph.
type chooser struct {
	ctx    context.Context
	x      *graph.Index
	o      layout.Options
	kept   []bool         // of the nodes of the course
	states []graph.Status // of these
	g      *graph.Graph

	icons map[string]string // of the sections, by ID
}

func (c *chooser) keep(at int) {
	until.Check(c.ctx)
	c.kept[at] = true
	c.add(&c.x.Graph().Nodes[at]).Status = c.states[at]
}

// add adds a node, which the caller may change until it adds another.
func (c *chooser) add(of *graph.Node) *graph.Node {
	c.g.Nodes = append(c.g.Nodes, *of)
	n := &c.g.Nodes[len(c.g.Nodes)-1]
	switch {
	case c.o.NoIcons || n.Icon == "none":
		n.Icon = ""
	case n.Kind == graph.Section && !c.g.IsPlain():
		if icon, known := c.icons[n.ID]; known {
			n.Icon = icon
		}
	}
	return n
}

// section keeps a section with its topics, or as many of them as are wanted and a
// node that stands for the rest. One box that says "+1 more" would take the place
// of the topic itself.
func (c *chooser) section(section int) {
	c.keep(section)
	if c.o.Depth < 0 {
		return
	}
	topics := c.x.Children(section, graph.Topic)
	most := c.o.MaxTopics
	if most <= 0 || len(topics) <= most+1 {
		most = len(topics)
	}
	for _, t := range topics[:most] {
		c.topic(t, 1)
	}
	rest := topics[most:]
	if len(rest) == 0 {
		return
	}
	left := make([]graph.Node, len(rest))
	for i, t := range rest {
		left[i] = c.x.Graph().Nodes[t]
	}
	more := layout.More(c.x.Graph().Nodes[section], left)
	c.add(&more)
}

// topic keeps a topic and, as deep as is wanted, its sub-topics.
func (c *chooser) topic(topic, depth int) {
	c.keep(topic)
	if depth < c.o.Depth || c.g.IsPlain() {
		for _, sub := range c.x.Children(topic, graph.Topic) {
			c.topic(sub, depth+1)
		}
	}
}
