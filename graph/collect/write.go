package collect

import (
	"fmt"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/build"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
)

// A writer makes a graph of a tree.
type writer struct {
	build build.Builder
	graph *graph.Graph  // what was built so far
	at    map[*node]int // places in the graph
	nodes []*node       // by place
	found []graph.Diagnostic
	bare  map[graph.Position]bool // see empty
}

func newWriter() *writer {
	w := &writer{at: map[*node]int{}}
	w.graph = &w.build.Graph
	return w
}

// node writes a node and what is below it. Its ID is the path of the last
// elements of the IDs that the nodes had in their files.
func (w *writer) node(n *node, parent int) {
	out := n.Node
	out.ID = ""
	if n.ID != graph.CourseID && parent != build.Root { // a file's course node has no name yet but its title
		out.ID, _ = w.build.Name(parent, n.ID[strings.LastIndexByte(n.ID, '/')+1:])
	}
	at := w.build.Add(parent, out)
	w.at[n] = at
	w.nodes = append(w.nodes, n)
	for _, k := range n.kids {
		w.node(k, at)
	}
}

// edges writes the edges: what the files declare, the prerequisites across
// files, and the order of the whole.
func (w *writer) edges(c *collector) {
	for _, p := range c.order {
		w.declared(p)
		for _, m := range p.images {
			if at, ok := w.at[p.byID[m.Node]]; ok {
				m.Node = w.graph.Nodes[at].ID
				w.graph.Images = append(w.graph.Images, m)
			}
		}
	}
	w.annotate(c)
	w.across(c)
	w.build.Follow()
	w.build.Build(w.left)
}

// declared links the nodes that a file declares edges between.
func (w *writer) declared(p *page) {
	for _, e := range p.edges {
		from, ok1 := w.at[p.byID[e.From]]
		to, ok2 := w.at[p.byID[e.To]]
		if e.Kind == graph.Contains || e.Kind == graph.Next && e.Reason == "" || !ok1 || !ok2 || from == to {
			continue
		}
		w.build.Link(build.Link{From: from, To: to, Kind: e.Kind, Reason: e.Reason, Source: e.Source})
	}
}

// left reports a link that would close a cycle, in the parser's words: it has
// told of some already.
func (w *writer) left(l build.Link, cycle []int) {
	from, to := w.graph.Nodes[l.From], w.graph.Nodes[l.To]
	d := graph.Diagnostic{Position: l.Source, Severity: graph.Error, Code: string(markdown.Cycle),
		Message: "prerequisites form a cycle", Hint: "take one of the prerequisites away"}
	if cycle != nil {
		d.Message += ": " + w.build.Chain(cycle)
	}
	if l.Kind == graph.Next {
		d = graph.Diagnostic{Position: from.Source, Severity: graph.Warning, Code: string(markdown.AgainstOrder), Hint: "move it, or take the prerequisite away",
			Message: fmt.Sprintf("%q stands before %q in the text but needs what comes after it", from.Title, to.Title)}
	}
	w.found = append(w.found, d)
}

// isSettled says whether a diagnostic of a single file does not hold for the
// course: that there is none, how its file is to be read, or that a section is
// empty that is no section here, or has got its topics from another file.
func (w *writer) isSettled(d graph.Diagnostic) bool {
	switch markdown.Code(d.Code) {
	case markdown.NoCourse, markdown.Doubt, markdown.Lost:
		return len(w.graph.Nodes) > 1
	case markdown.NoTopics:
		return !w.empty()[d.Position]
	}
	return false
}

// empty are the places of the sections without topics.
func (w *writer) empty() map[graph.Position]bool {
	if w.bare == nil {
		w.bare = map[graph.Position]bool{}
		for _, n := range w.nodes {
			if n.Kind == graph.Section && len(n.structure()) == 0 {
				w.bare[n.Source] = true
			}
		}
	}
	return w.bare
}
