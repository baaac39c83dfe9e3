package html

import (
	"cmp"
	"encoding/json"
	"strconv"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
)

// course is what the page shows of a graph. Its nodes are known by their places in
// the page: the same number is in the list ("data-n") and in the figure ("n12").
type course struct {
	graph    *graph.Graph
	x        *graph.Index
	title    string
	language string         // "" if nobody knows
	shown    []bool         // of the graph's nodes, those in the list
	number   map[string]int // by ID, from 0 in the order of the list
	needs    map[string][]string
}

func newCourse(g *graph.Graph, d *layout.Diagram) *course {
	if g == nil {
		g = drawn(d)
	}
	c := &course{
		graph: g, x: graph.NewIndex(g), title: d.Title, language: g.Spoken(), shown: make([]bool, len(g.Nodes)),
		number: map[string]int{}, needs: map[string][]string{},
	}
	for i := range g.Nodes { // parents first
		n, p := &g.Nodes[i], c.x.Parent(i)
		c.shown[i] = n.Excluded == "" && (p < 0 || p < i && c.shown[p])
		if c.shown[i] && isListed(n) {
			c.number[n.ID] = len(c.number)
		}
	}
	for _, e := range g.Edges {
		if _, listed := c.number[e.From]; e.Kind == graph.Requires && listed {
			c.needs[e.To] = append(c.needs[e.To], e.From)
		}
	}
	if all := c.listedIn(-1); len(all) > 1 && strings.Contains(d.Title, g.Nodes[all[0]].Title) {
		c.title = c.name() // the figure is called as the first of several
	}
	return c
}

func isListed(n *graph.Node) bool {
	return (n.Kind == graph.Part || n.Kind == graph.Section || n.Kind == graph.Topic) && !n.Implied
}

// drawn is the course that a diagram tells of: a flat one.
func drawn(d *layout.Diagram) *graph.Graph {
	g := &graph.Graph{Language: d.Language, Nodes: []graph.Node{{ID: graph.CourseID, Kind: graph.Course, Title: d.Title}}}
	kinds := map[layout.Role]graph.Kind{
		layout.TitleRole: graph.Part, layout.PartRole: graph.Part, layout.SectionRole: graph.Section,
		layout.TopicRole: graph.Topic, layout.SubtopicRole: graph.Topic,
	}
	above := map[graph.Kind]string{graph.Part: graph.CourseID, graph.Section: graph.CourseID, graph.Topic: graph.CourseID}
	for i := range d.Boxes {
		b := &d.Boxes[i]
		kind, ok := kinds[b.Role]
		if !ok || b.ID == "" || b.ID == graph.CourseID {
			continue
		}
		n := graph.Node{ID: b.ID, Kind: kind, Parent: above[kind], Title: b.Label, Number: b.Number}
		for _, s := range b.States {
			switch s {
			case layout.OptionalState:
				n.Optional = true
			case layout.TodoState, layout.DoingState, layout.DoneState, layout.SkippedState:
				n.Status = graph.Status(s)
			}
		}
		g.Nodes = append(g.Nodes, n)
		switch kind {
		case graph.Part:
			above[graph.Section], above[graph.Topic] = b.ID, b.ID
		case graph.Section:
			above[graph.Topic] = b.ID
		}
		g.Edges = append(g.Edges, graph.Edge{From: n.Parent, To: n.ID, Kind: graph.Contains})
	}
	return g
}

// ref is the name of a node in the figure, or what the diagram calls it.
func (c *course) ref(id string) string {
	if n, ok := c.number[id]; ok {
		return strconv.Itoa(n)
	}
	if section, is := strings.CutSuffix(id, layout.MoreSuffix); is {
		if n, ok := c.number[section]; ok {
			return strconv.Itoa(n) + "more"
		}
	}
	return id
}

// data is what the scripts need besides the list: the name of the course, under which
// a browser keeps progress, the words of the page in the languages that it may be read
// in, and the marks of states.
func (c *course) data(w words, m map[string]map[string]mark) (string, error) {
	text, err := json.Marshal(struct {
		Course string                     `json:"course"`
		Words  words                      `json:"words"`
		Marks  map[string]map[string]mark `json:"marks"`
	}{c.name(), w, m})
	return string(text), err // Marshal escapes "<", ">" and "&"
}

// name is what the course is called, whatever part of it the figure shows.
func (c *course) name() string {
	whole, _ := c.x.Node(graph.CourseID)
	return cmp.Or(whole.Title, c.title)
}
