// Package build makes graphs of nodes: it is the one place that gives IDs,
// writes edges in their order and leaves out what would close a cycle. A
// reader adds what it found, and says what its text says about order:
//
//	var b build.Builder
//	course := b.Add(build.Root, graph.Node{Kind: graph.Course, Title: "Cooking"})
//	basics := b.Add(course, graph.Node{Kind: graph.Part, Title: "Basics"})
//	…
//	b.Follow()
//	g := b.Build(nil)
//
// Time and memory are linear in what is added, whatever it is.
package build

import (
	"slices"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
)

// Root is the parent of the course, and Nowhere the mark of a link that stands
// nowhere in the text.
const (
	Root    = -1
	Nowhere = -1
)

// Builder collects a graph. The zero Builder is ready to use; it is not safe
// for concurrent use. Nodes are named by their places in Graph.Nodes.
type Builder struct {
	// Graph is what was added so far. Everything in it may be changed but the
	// number and order of its nodes, and their parents and IDs.
	Graph graph.Graph
	// Check is called with every node and link unless it is nil. What it panics with ends
	// the building: it is how that ends with a context.
	Check func()

	parent   []int
	excluded []bool // with what holds a node
	links    []Link
	names    names
	home     map[graph.Kind]int // see Home
	steps    int                // that the search for cycles took
}

// Link is an edge between nodes by their places, as a reader found it.
type Link struct {
	From, To int
	Kind     graph.EdgeKind
	Label    string
	Reason   string
	Guess    string // see [graph.Edge]
	Source   graph.Position
	// At is the reader's own mark, such as an offset in its text. It comes
	// back when the link is left out.
	At int
}

// Grow makes room for so many nodes more, which spares the garbage of making it
// bit by bit.
func (b *Builder) Grow(n int) {
	b.Graph.Nodes = slices.Grow(b.Graph.Nodes, n)
	b.parent, b.excluded = slices.Grow(b.parent, n), slices.Grow(b.excluded, n)
	b.names.below, b.names.ids, b.names.prev = slices.Grow(b.names.below, n), slices.Grow(b.names.ids, n), slices.Grow(b.names.prev, n)
}

// Add adds a node below another and gives its place. The course comes first,
// below [Root]; each node comes after its parent, and siblings in their order.
// A node without an ID gets that of its title, see [Builder.Name]. Who gives
// an ID answers for its being unique, see [Builder.Take].
func (b *Builder) Add(parent int, n graph.Node) int {
	b.check()
	place := len(b.Graph.Nodes)
	switch {
	case parent == Root:
		n.ID, n.Parent = b.course(), ""
	default:
		n.Parent = b.Graph.Nodes[parent].ID
		if n.ID == "" {
			n.ID, _ = b.Name(parent, n.Title)
		}
	}
	b.Graph.Nodes = append(b.Graph.Nodes, n)
	b.parent = append(b.parent, parent)
	b.excluded = append(b.excluded, n.Excluded != "" || parent != Root && b.excluded[parent])
	return place
}

// Parent is the place of what holds a node; [Root] for the course.
func (b *Builder) Parent(i int) int { return b.parent[i] }

// Excluded says whether a node, or what holds it, was excluded when it was
// added, or when Follow was called.
func (b *Builder) Excluded(i int) bool { return b.excluded[i] }

// Home is the place of what holds a node of a kind that nothing puts anywhere:
// the course, or a part of its title, or a section in that, which are made when
// they are needed first. Figures show no topics that stand in no section.
func (b *Builder) Home(k graph.Kind) int {
	switch k {
	case graph.Part:
		return 0
	case graph.Section:
		return b.made(graph.Part)
	}
	return b.made(graph.Section)
}

func (b *Builder) made(k graph.Kind) int {
	i, ok := b.home[k]
	if !ok {
		i = b.Add(b.Home(k), graph.Node{Kind: k, Title: b.Graph.Nodes[0].Title, Implied: b.Graph.IsPlain()})
		if b.home == nil {
			b.home = map[graph.Kind]int{}
		}
		b.home[k] = i
	}
	return i
}

// Link adds an edge. Every node gets the contains edge from its parent by
// itself; a link of that kind only says where the edge comes from.
func (b *Builder) Link(l Link) {
	b.check()
	b.links = append(b.links, l)
}

func (b *Builder) check() {
	if b.Check != nil {
		b.Check()
	}
}

// Follow joins each part and section to the one before it in the same place,
// over what is excluded. It is for readers whose text says the order by itself.
func (b *Builder) Follow() {
	last := make([]int, len(b.Graph.Nodes)) // by what holds them; 0 is none, for that is the course
	ordered := 0
	for i := range b.Graph.Nodes {
		if k := b.Graph.Nodes[i].Kind; k == graph.Part || k == graph.Section {
			ordered++
		}
	}
	b.links = slices.Grow(b.links, ordered)
	for i := 1; i < len(last); i++ {
		n, p := &b.Graph.Nodes[i], b.parent[i]
		b.excluded[i] = n.Excluded != "" || b.excluded[p] // which may have changed
		if n.Kind != graph.Part && n.Kind != graph.Section || b.excluded[i] {
			continue
		}
		if last[p] > 0 {
			b.Link(Link{From: last[p], To: i, Kind: graph.Next, At: Nowhere})
		}
		last[p] = i
	}
}

// Build writes the edges and gives the graph, which has no cycle: a link that
// would close one with what stands before it is left out: prerequisites are kept
// before declared order, that before guesses, and these before what only follows
// the text. In a plain graph it is kept as one of the kind [graph.Leads], but for
// what only follows the text. left hears of each, with the places of the nodes on the cycle in learning direction from
// the first in the document; nil where the search for it was given up. left may
// be nil.
func (b *Builder) Build(left func(l Link, cycle []int)) *graph.Graph {
	if left == nil {
		left = func(Link, []int) {}
	}
	b.breakCycles(left)
	b.write()
	made := b.Graph // not the builder's own, which would keep all that it holds alive
	return &made
}

// maxChain is how many IDs of a cycle are named, half of them at each end.
const maxChain = 20

// Chain names the nodes of a cycle: "a → b → a". Of a long one it leaves out
// the middle.
func (b *Builder) Chain(cycle []int) string {
	var ids []string
	for i, v := range cycle {
		switch {
		case len(cycle) <= maxChain || i < maxChain/2 || i > len(cycle)-maxChain/2:
			ids = append(ids, b.Graph.Nodes[v].ID)
		case i == maxChain/2:
			ids = append(ids, "…")
		}
	}
	return strings.Join(append(ids, b.Graph.Nodes[cycle[0]].ID), " → ")
}
