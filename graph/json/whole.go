package json

import (
	"fmt"
	"slices"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/build"
	"github.com/roadmapviz/roadmapviz/graph/internal/source"
	"github.com/roadmapviz/roadmapviz/internal/nearest"
	"github.com/roadmapviz/roadmapviz/internal/until"
)

// whole makes the graph of a file that may leave out what follows from the
// rest, and must not contradict itself.
type whole struct {
	*decoder
	at      map[string]int // nodes of the file by ID
	parent  []int          // of each node in the file
	builder build.Builder
	place   []int // of each node in the graph
	offsets []int // of each node in the graph, in the file
}

// Parents and places that are not known yet.
const unknown = -1

func (d *decoder) whole() (*graph.Graph, []graph.Diagnostic, error) {
	w := &whole{decoder: d, at: make(map[string]int, len(d.graph.Nodes))}
	w.builder.Check = func() { until.Check(d.ctx) }
	w.builder.Graph.Form = d.graph.Form
	for _, step := range []func() error{w.identify, w.checkEdges, w.hold, w.arrange, w.bound} {
		if err := step(); err != nil {
			return nil, nil, err
		}
	}
	g, diagnostics := w.link()
	g.Language, g.Images = d.graph.Language, d.graph.Images
	return g, diagnostics, source.Check(g, func(e graph.Element, i int) graph.Position {
		if e == graph.NodeElement && i < len(w.offsets) { // or it is about nodes that are missing
			return source.Position(d.data, w.offsets[i])
		}
		return d.position(e, i)
	})
}

// wrongWith is the error for an element of the file.
func (d *decoder) wrongWith(e graph.Element, i int, id, hint, format string, args ...any) error {
	return &graph.SyntaxError{Source: d.position(e, i), Hint: hint, Message: fmt.Sprintf("%s %q: ", e, id) + fmt.Sprintf(format, args...)}
}

// identify finds the nodes by their IDs.
func (w *whole) identify() error {
	for i, n := range w.graph.Nodes {
		until.Check(w.ctx)
		_, twice := w.at[n.ID]
		switch {
		case n.ID == "":
			return w.wrongWith(graph.NodeElement, i, n.ID, "every node needs one", "has no id")
		case twice:
			return w.wrongWith(graph.NodeElement, i, n.ID, "ids are unique", "the id is used twice")
		case (n.ID == graph.CourseID) != (n.Kind == graph.Course):
			return w.wrongWith(graph.NodeElement, i, n.ID, fmt.Sprintf("one node, and no other, is the course, with the id %q", graph.CourseID), "is not the course")
		}
		w.at[n.ID] = i
		w.builder.Take(n.ID)
	}
	return nil
}

// near proposes the ID that somebody meant.
func (w *whole) near(id string) string {
	names := make([]string, len(w.graph.Nodes))
	for i := range w.graph.Nodes {
		names[i] = w.graph.Nodes[i].ID
	}
	return nearest.Hint(id, names)
}

func (w *whole) checkEdges() error {
	for i, e := range w.graph.Edges {
		id := e.From + " → " + e.To
		if kinds := graph.EdgeKinds(); !slices.Contains(kinds, string(e.Kind)) {
			return w.wrongWith(graph.EdgeElement, i, id, nearest.Choice(string(e.Kind), kinds), "there is no kind %q", e.Kind)
		}
		if _, ok := w.at[e.From]; !ok {
			return w.wrongWith(graph.EdgeElement, i, id, w.near(e.From), "starts at %q, which is not in the graph", e.From)
		}
		if _, ok := w.at[e.To]; !ok {
			return w.wrongWith(graph.EdgeElement, i, id, w.near(e.To), "ends at %q, which is not in the graph", e.To)
		}
	}
	return nil
}

// hold finds the parents: by the nodes' own fields and by contains edges.
func (w *whole) hold() error {
	w.parent = make([]int, len(w.graph.Nodes))
	for i, n := range w.graph.Nodes {
		w.parent[i] = unknown
		if n.Parent == "" {
			continue
		}
		p, ok := w.at[n.Parent]
		switch {
		case !ok:
			return w.wrongWith(graph.NodeElement, i, n.ID, w.near(n.Parent), "its parent %q is not in the graph", n.Parent)
		case n.Kind == graph.Course:
			return w.wrongWith(graph.NodeElement, i, n.ID, "", "the course has a parent")
		}
		w.parent[i] = p
	}
	for i, e := range w.graph.Edges {
		if e.Kind != graph.Contains {
			continue
		}
		from, to := w.at[e.From], w.at[e.To]
		switch {
		case e.To == graph.CourseID:
			return w.wrongWith(graph.EdgeElement, i, e.From+" → "+e.To, "", "nothing holds the course")
		case w.parent[to] != unknown && w.parent[to] != from:
			return w.wrongWith(graph.EdgeElement, i, e.From+" → "+e.To, "a node stands in one place",
				"the parent of %q is %q", e.To, w.graph.Nodes[w.parent[to]].ID)
		}
		w.parent[to] = from
	}
	return nil
}

// arrange adds the nodes, each after its parent and siblings in the order of the
// file: first what stands nowhere, topics before sections, and then what the
// course holds. The course is made if it is not there.
func (w *whole) arrange() error {
	var topics, sections, held []int // right below the course
	kids := make([][]int, len(w.graph.Nodes))
	course, there := w.at[graph.CourseID]
	for i, n := range w.graph.Nodes {
		switch p := w.parent[i]; {
		case n.Kind == graph.Course:
		case p == unknown && n.Kind == graph.Part || there && p == course:
			held = append(held, i)
		case p != unknown:
			kids[p] = append(kids[p], i)
		case n.Kind == graph.Section:
			sections = append(sections, i)
		default:
			topics = append(topics, i)
		}
	}
	w.place = slices.Repeat([]int{unknown}, len(w.graph.Nodes))
	w.builder.Graph.Nodes = make([]graph.Node, 0, len(w.graph.Nodes)+3) // the course and two homes
	switch {
	case there:
		w.put(course, build.Root)
	case len(w.graph.Nodes) > 0:
		w.builder.Add(build.Root, graph.Node{Kind: graph.Course, Title: "Course"})
		w.offsets = append(w.offsets, 0)
	}
	for _, i := range topics {
		w.putAll(i, w.builder.Home(graph.Topic), kids)
	}
	for _, i := range sections {
		w.putAll(i, w.builder.Home(graph.Section), kids)
	}
	for _, i := range held {
		w.putAll(i, 0, kids)
	}
	if i := slices.Index(w.place, unknown); i >= 0 {
		for range w.parent { // up to the ring that it hangs on
			i = w.parent[i]
		}
		return w.wrongWith(graph.NodeElement, i, w.graph.Nodes[i].ID, "one of them needs another parent", "stands in what it holds")
	}
	return nil
}

// maxDepth bounds how deep a node stands below the course: what prints or draws
// a graph may take room for each level of each node. It is more than documents
// can have that link to each other.
const maxDepth = 1000

// bound sees that no node stands too deep. Each stands behind its parent.
func (w *whole) bound() error {
	nodes := make([]int, len(w.builder.Graph.Nodes)) // of the file, by place
	for i, p := range w.place {
		nodes[p] = i + 1
	}
	depth := make([]int, len(nodes))
	for p, i := range nodes {
		if i--; i < 0 || w.parent[i] == unknown {
			continue // it stands high up
		}
		if depth[p] = depth[w.place[w.parent[i]]] + 1; depth[p] > maxDepth {
			return w.wrongWith(graph.NodeElement, i, w.graph.Nodes[i].ID, "nest less deeply", "stands more than %d levels deep", maxDepth)
		}
	}
	return nil
}

// putAll puts a node and what it holds into the graph.
func (w *whole) putAll(top, parent int, kids [][]int) {
	for stack := []int{top}; len(stack) > 0; {
		i := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if i != top {
			parent = w.place[w.parent[i]]
		}
		w.put(i, parent)
		for _, k := range slices.Backward(kids[i]) {
			stack = append(stack, k)
		}
	}
}

func (w *whole) put(i, parent int) {
	w.place[i] = w.builder.Add(parent, w.graph.Nodes[i])
	at := w.starts[graph.NodeElement][i]
	for len(w.offsets) <= w.place[i] { // also of the homes that were made for it
		w.offsets = append(w.offsets, at)
	}
}

// link adds the edges. Where the file says nothing of what holds what and of
// order, its nodes follow each other. A file that says everything keeps its
// edges as they stand, for what was made of them may depend on their order.
func (w *whole) link() (*graph.Graph, []graph.Diagnostic) {
	held, ordered := map[int]bool{}, false
	for i, e := range w.graph.Edges {
		from, to := w.place[w.at[e.From]], w.place[w.at[e.To]]
		if e.Kind == graph.Contains {
			held[to] = true
			if e.Reason == "" && e.Source == (graph.Position{}) {
				continue // as the parent says
			}
		}
		ordered = ordered || e.Kind == graph.Next
		w.builder.Link(build.Link{From: from, To: to, Kind: e.Kind, Label: e.Label, Reason: e.Reason, Guess: e.Guess, Source: e.Source, At: w.starts[graph.EdgeElement][i]})
	}
	if len(held) == 0 && !ordered {
		w.builder.Follow()
	}
	left := source.Left{Data: w.data, Builder: &w.builder, Offsets: w.offsets}
	g := w.builder.Build(left.Report)
	diagnostics := left.Sorted()
	if len(held) == len(g.Nodes)-1 && len(g.Edges) == len(w.graph.Edges) && diagnostics == nil {
		g.Edges = w.graph.Edges
	}
	return g, diagnostics
}
