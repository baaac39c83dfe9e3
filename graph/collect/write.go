package collect

import (
	"slices"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
)

// A writer makes a graph of a tree.
type writer struct {
	graph *graph.Graph
	ids   graph.Slugger
	at    map[*node]int // places in the graph
	nodes []*node       // by place
	found []graph.Diagnostic
	bare  map[graph.Position]bool // see empty
}

func newWriter() *writer {
	return &writer{graph: &graph.Graph{Edges: []graph.Edge{}}, at: map[*node]int{}}
}

// node writes a node and what is below it. Its ID is the path of the last
// elements of the IDs that the nodes had in their files.
func (w *writer) node(n, parent *node) {
	out := n.Node
	out.ID, out.Parent = graph.CourseID, ""
	if parent != nil {
		out.Parent = w.graph.Nodes[w.at[parent]].ID
		out.ID = n.ID[strings.LastIndexByte(n.ID, '/')+1:]
		if n.ID == graph.CourseID { // a file's course node has no name yet
			out.ID = firstOf(strings.Trim(graph.Slug(n.Title), "-"), "node")
		}
		if parent.Kind != graph.Course {
			out.ID = out.Parent + "/" + out.ID
		}
	}
	out.ID = w.ids.Unique(out.ID)
	w.at[n] = len(w.nodes)
	w.nodes = append(w.nodes, n)
	w.graph.Nodes = append(w.graph.Nodes, out)
	for _, k := range n.kids {
		w.node(k, n)
	}
}

// edges writes the edges: what holds what, the edges of the files, the order
// of neighbours from different files, and the prerequisites across files.
func (w *writer) edges(c *collector) {
	var declared []graph.Edge
	for _, p := range c.order {
		declared = append(declared, w.edgesOf(p)...)
		for _, m := range p.images {
			if at, ok := w.at[p.byID[m.Node]]; ok {
				m.Node = w.graph.Nodes[at].ID
				w.graph.Images = append(w.graph.Images, m)
			}
		}
	}
	declared = append(declared, w.neighbours()...)
	declared = append(declared, w.annotate(c)...)
	declared = append(declared, w.across(c)...)
	w.set(declared)
	w.breakCycles(declared)
}

// edgesOf are the edges within a file, between the nodes' new IDs.
func (w *writer) edgesOf(p *page) []graph.Edge {
	var edges []graph.Edge
	for _, e := range p.edges {
		from, ok1 := w.at[p.byID[e.From]]
		to, ok2 := w.at[p.byID[e.To]]
		if e.Kind == graph.Contains || !ok1 || !ok2 || from == to {
			continue
		}
		if e.Kind == graph.Next && e.Reason == "" && !w.inRow(from, to) {
			continue // sections and parts have become something else
		}
		e.From, e.To = w.graph.Nodes[from].ID, w.graph.Nodes[to].ID
		edges = append(edges, e)
	}
	return edges
}

// inRow says whether two nodes are sections or parts of the same parent.
func (w *writer) inRow(from, to int) bool {
	a, b := w.graph.Nodes[from], w.graph.Nodes[to]
	return a.Parent == b.Parent && a.Kind == b.Kind && (a.Kind == graph.Section || a.Kind == graph.Part)
}

// neighbours are the next edges between the sections and parts that were none
// in one file together.
func (w *writer) neighbours() []graph.Edge {
	var edges []graph.Edge
	for _, n := range w.nodes {
		row := n.structure()
		for i := 1; i < len(row); i++ {
			a, b := w.at[row[i-1]], w.at[row[i]]
			if w.inRow(a, b) && !wereInRow(row[i-1], row[i]) {
				edges = append(edges, graph.Edge{From: w.graph.Nodes[a].ID, To: w.graph.Nodes[b].ID, Kind: graph.Next})
			}
		}
	}
	return edges
}

// wereInRow says whether the parser has decided about the order of two nodes.
func wereInRow(a, b *node) bool {
	return a.page == b.page && a.was == b.was && (a.was == graph.Part || a.was == graph.Section)
}

// set writes the graph's edges in the order of their targets.
func (w *writer) set(declared []graph.Edge) {
	x := graph.NewIndex(w.graph)
	into := make([][]graph.Edge, len(w.nodes))
	for i, n := range w.graph.Nodes[1:] {
		into[i+1] = []graph.Edge{{From: n.Parent, To: n.ID, Kind: graph.Contains}}
	}
	for _, e := range declared {
		into[x.At(e.To)] = append(into[x.At(e.To)], e)
	}
	w.graph.Edges = slices.Concat(into...)
}

// maxRounds bounds the search for cycles.
const maxRounds = 20

// breakCycles takes one edge out of every cycle: one that only follows the
// text if there is one, else the last declared one.
func (w *writer) breakCycles(declared []graph.Edge) {
	for range maxRounds {
		cycles := w.graph.Cycles()
		if cycles == nil {
			return
		}
		for _, ids := range cycles {
			declared = w.breakCycle(declared, ids)
		}
		w.set(declared)
	}
	x := graph.NewIndex(w.graph)
	w.set(slices.DeleteFunc(declared, func(e graph.Edge) bool { return x.At(e.From) >= x.At(e.To) }))
}

func (w *writer) breakCycle(declared []graph.Edge, ids []string) []graph.Edge {
	worst := -1
	for i, e := range declared {
		at := slices.Index(ids, e.From)
		if at < 0 || ids[(at+1)%len(ids)] != e.To {
			continue
		}
		if worst < 0 || e.Reason == "" || declared[worst].Reason != "" {
			worst = i
		}
	}
	if worst < 0 {
		return declared
	}
	e := declared[worst]
	d := graph.Diagnostic{Position: e.Source, Severity: graph.Error, Code: string(markdown.Cycle), Hint: "take one of the prerequisites away",
		Message: "prerequisites form a cycle: " + strings.Join(append(ids, ids[0]), " → ")}
	if e.Reason == "" {
		to, _ := graph.NewIndex(w.graph).Node(e.To)
		d = graph.Diagnostic{Position: to.Source, Severity: graph.Warning, Code: string(markdown.AgainstOrder), Hint: "move it, or take the prerequisite away",
			Message: "this comes later in the text than what needs it"}
	}
	w.found = append(w.found, d)
	return slices.Delete(slices.Clone(declared), worst, worst+1)
}

// isSettled says whether a diagnostic of a single file does not hold for the
// course: that there is none, or that a section is empty that is no section
// here, or has got its topics from another file.
func (w *writer) isSettled(d graph.Diagnostic) bool {
	switch markdown.Code(d.Code) {
	case markdown.NoCourse:
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
