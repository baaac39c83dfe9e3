package dot

import (
	"cmp"
	"html"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/internal/build"
	"github.com/roadmapviz/roadmapviz/graph/internal/source"
)

// Decode reads a graph from DOT. What [Encode] wrote comes back whole but for
// its images. In other DOT,
//
//   - the label is the title, or else the node's name;
//   - an edge without a kind is a prerequisite: a -> b says "a before b";
//   - a node stands below the source of the contains edge to it, or else in
//     its innermost cluster; a cluster that holds clusters is a part, one that
//     holds only nodes is a section, and nodes in no cluster form a section of
//     their own;
//   - a node without a kind is a topic.
//
// Siblings stand in the order of the file; in one that Graphviz's tools wrote,
// in that of their sources.
//
// Sections of one part, and parts, are joined by next edges unless the file
// has edges of that kind. What is wrong is said with line and column in a
// [*graph.SyntaxError].
func Decode(r io.Reader) (*graph.Graph, error) {
	data, err := source.Read(r)
	if err != nil {
		return nil, err
	}
	f, err := parse(data)
	if err != nil {
		return nil, err
	}
	d := &decoder{data: data, file: f, made: map[string]*made{}}
	if err := d.collect(); err != nil {
		return nil, err
	}
	g := d.graph()
	return g, source.Check(g, d.position)
}

// made is a node on its way into the graph.
type made struct {
	graph.Node
	children []*made
	at       int
	order    int // by which children are sorted
}

type decoder struct {
	data  []byte
	file  *file
	made  map[string]*made
	order []*made // as they stand in the file
	next  bool    // the file has next edges of its own
	// missing holds the IDs of the part and the section for what has none.
	missing map[graph.Kind]string
	nodes   []int // offset of each node in the graph
	edges   []int // and of each edge
}

func (d *decoder) position(e graph.Element, i int) graph.Position {
	list := d.nodes
	if e == graph.EdgeElement {
		list = d.edges
	}
	if i < len(list) && list[i] >= 0 {
		return source.Position(d.data, list[i])
	}
	return graph.Position{}
}

// collect makes the nodes and gives each its parent.
func (d *decoder) collect() error {
	for _, n := range d.file.nodes {
		m := &made{Node: d.node(n), at: n.at, order: n.order}
		if !slices.Contains([]string{"", "true", "false", "1", "0"}, strings.ToLower(n.attrs["optional"])) {
			return source.Errorf(d.data, n.at, "true or false", "node %q: unknown value %q of optional", n.id, n.attrs["optional"])
		}
		d.add(m)
	}
	course := d.course()
	for _, e := range d.file.edges {
		if e.attrs["kind"] == string(graph.Contains) && d.made[e.to.id].Parent == "" {
			d.made[e.to.id].Parent = e.from.id
		}
		d.next = d.next || e.attrs["kind"] == string(graph.Next)
	}
	for _, n := range d.file.nodes {
		m := d.made[n.id]
		if m.Parent == "" && m != course {
			m.Parent = d.home(n, course)
		}
	}
	return nil
}

func (d *decoder) add(m *made) {
	d.made[m.ID] = m
	d.order = append(d.order, m)
}

// course is the course's node; a file of another program gets one.
func (d *decoder) course() *made {
	if c := d.made[graph.CourseID]; c != nil && c.Kind == graph.Course {
		return c
	}
	title := oneLine(entities(d.file.attrs["label"]))
	c := &made{Node: graph.Node{ID: graph.CourseID, Kind: graph.Course, Title: or(title, or(d.file.name, "Course"))}, order: -1}
	d.add(c)
	return c
}

// home is the ID of what holds a node that no edge puts anywhere.
func (d *decoder) home(n *node, course *made) string {
	if n.cluster != nil {
		inner := d.container(n.cluster, course)
		if inner != n.id {
			return inner
		}
		return d.outside(n.cluster, course) // the node that stands for the cluster
	}
	if d.made[n.id].Kind == graph.Part {
		return course.ID
	}
	section := d.fallback(graph.Section, d.fallback(graph.Part, course.ID, course.Title, n.at), course.Title, n.at)
	if d.made[n.id].Kind == graph.Section {
		return d.made[section].Parent
	}
	return section
}

// container is the ID of the node that stands for a cluster: the one in its
// name, or a new one.
func (d *decoder) container(c *cluster, course *made) string {
	id := strings.TrimPrefix(c.id, "cluster_")
	if m := d.made[id]; m != nil && m.Kind != graph.Topic && m.Kind != graph.Resource {
		return id
	}
	kind := graph.Section
	if c.holds && c.parent == nil {
		kind = graph.Part
	}
	id = c.id
	if d.made[id] == nil {
		m := &made{Node: graph.Node{ID: id, Kind: kind, Title: or(oneLine(entities(c.attrs["label"])), id), URL: entities(c.attrs["URL"])}, at: c.at, order: c.order}
		d.add(m)
		m.Parent = d.outside(c, course)
		if kind == graph.Section && d.made[m.Parent].Kind == graph.Course {
			m.Parent = d.fallback(graph.Part, course.ID, course.Title, c.at)
		}
	}
	return id
}

// outside is the ID of what holds a cluster. Sections do not nest, so a
// cluster in a section's cluster belongs to the same part.
func (d *decoder) outside(c *cluster, course *made) string {
	if c.parent == nil {
		return course.ID
	}
	id := d.container(c.parent, course)
	if d.made[id].Kind == graph.Section {
		return d.made[id].Parent
	}
	return id
}

// fallback is the part or section for what has none, made when it is needed
// first.
func (d *decoder) fallback(kind graph.Kind, parent, title string, at int) string {
	if d.missing == nil {
		d.missing = map[graph.Kind]string{}
	}
	if id := d.missing[kind]; id != "" {
		return id
	}
	id := build.ID(graph.Node{Kind: kind, Parent: parent, Title: title})
	for d.made[id] != nil {
		id += "-1"
	}
	d.missing[kind] = id
	d.add(&made{Node: graph.Node{ID: id, Kind: kind, Parent: parent, Title: title}, at: at})
	return id
}

// node reads a node's attributes.
func (d *decoder) node(n *node) graph.Node {
	a := n.attrs
	node := graph.Node{
		ID: n.id, Kind: graph.Kind(or(a["kind"], string(graph.Topic))), Number: a["number"], Icon: a["icon"], Summary: a["summary"],
		URL: entities(or(a["URL"], a["href"])), Author: a["author"], Status: graph.Status(a["status"]), Side: a["side"], Excluded: a["excluded"],
		Optional: a["optional"] == "true" || a["optional"] == "1", Source: place(a["source"]),
	}
	label, given := a["label"]
	label = oneLine(entities(strings.ReplaceAll(label, `\N`, n.id)))
	switch title := a["title"]; {
	case title != "":
		node.Title, node.Label = oneLine(title), label
	case given:
		node.Title = label
	default:
		node.Title = oneLine(n.id)
	}
	for name, value := range a {
		if name, ok := strings.CutPrefix(name, "attr_"); ok {
			if node.Attributes == nil {
				node.Attributes = map[string]string{}
			}
			node.Attributes[name] = value
		}
	}
	return node
}

// graph puts the nodes in document order and adds the edges.
func (d *decoder) graph() *graph.Graph {
	g := &graph.Graph{Language: d.file.attrs["language"], Edges: []graph.Edge{}}
	var roots []*made
	for _, m := range d.order {
		if parent := d.made[m.Parent]; parent != nil && parent != m {
			parent.children = append(parent.children, m)
		} else {
			roots = append(roots, m)
		}
	}
	slices.SortStableFunc(roots, func(a, b *made) int { return strings.Compare(a.Parent, b.Parent) })
	stack := slices.Clone(roots)
	slices.Reverse(stack)
	for len(stack) > 0 {
		m := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		g.Nodes = append(g.Nodes, m.Node)
		d.nodes = append(d.nodes, m.at)
		d.sort(m.children)
		for _, c := range slices.Backward(m.children) {
			stack = append(stack, c)
		}
	}
	d.addEdges(g)
	return g
}

// sort puts siblings in the order of the file. gvpr and the like turn that of
// ours round: they write nodes in the order in which Encode names them, the last
// first. What they wrote is sorted by its places in the document, if it has any;
// what has none comes last.
func (d *decoder) sort(siblings []*made) {
	slices.SortStableFunc(siblings, func(a, b *made) int { return a.order - b.order })
	file := ""
	for _, m := range siblings {
		if m.Source.Line > 0 && file == "" {
			file = m.Source.File
		}
		if d.file.named || m.Source.Line > 0 && m.Source.File != file {
			return
		}
	}
	place := func(m *made) int {
		if m.Source.Line == 0 {
			return math.MaxInt
		}
		return m.Source.Line
	}
	slices.SortStableFunc(siblings, func(a, b *made) int {
		return cmp.Or(cmp.Compare(place(a), place(b)), cmp.Compare(a.Source.Column, b.Source.Column))
	})
}

func (d *decoder) addEdges(g *graph.Graph) {
	held := map[string]bool{}
	for _, e := range d.file.edges {
		kind := graph.EdgeKind(or(e.attrs["kind"], string(graph.Requires)))
		held[e.to.id] = held[e.to.id] || kind == graph.Contains
		g.Edges = append(g.Edges, graph.Edge{From: e.from.id, To: e.to.id, Kind: kind, Reason: e.attrs["reason"], Source: place(e.attrs["source"])})
		d.edges = append(d.edges, e.at)
	}
	b := build.Builder{Graph: *g}
	last := map[string]string{}
	for i, n := range g.Nodes {
		if n.Parent != "" && !held[n.ID] {
			b.Edge(graph.Edge{From: n.Parent, To: n.ID, Kind: graph.Contains})
			d.edges = append(d.edges, d.nodes[i])
		}
		if !d.next && (n.Kind == graph.Part || n.Kind == graph.Section) {
			if before := last[n.Parent]; before != "" {
				b.Edge(graph.Edge{From: before, To: n.ID, Kind: graph.Next})
				d.edges = append(d.edges, d.nodes[i])
			}
			last[n.Parent] = n.ID
		}
	}
	*g = b.Graph
}

// place reads "file:line:column", where each may be missing from the left.
func place(s string) (p graph.Position) {
	parts := strings.Split(s, ":")
	var numbers []int
	for len(parts) > 0 && len(numbers) < 2 {
		n, err := strconv.Atoi(parts[len(parts)-1])
		if err != nil || n < 1 {
			break
		}
		numbers = append([]int{n}, numbers...)
		parts = parts[:len(parts)-1]
	}
	p.File = strings.Join(parts, ":")
	if len(numbers) > 0 {
		p.Line = numbers[0]
	}
	if len(numbers) > 1 {
		p.Column = numbers[1]
	}
	return p
}

// oneLine undoes the breaking of a label into lines.
func oneLine(label string) string {
	return strings.Join(strings.FieldsFunc(label, func(r rune) bool { return r == '\n' }), " ")
}

// longestEntity bounds the search for the end of an entity.
const longestEntity = 32

// entities resolves what Graphviz resolves in shown text: complete entities,
// and no bare "&".
func entities(s string) string {
	var b strings.Builder
	for {
		start := strings.IndexByte(s, '&')
		if start < 0 {
			return b.String() + s
		}
		end := strings.IndexByte(s[start:min(len(s), start+longestEntity)], ';')
		if end < 0 || strings.ContainsAny(s[start+1:start+end], "& \t\n") {
			b.WriteString(s[:start+1])
			s = s[start+1:]
			continue
		}
		b.WriteString(s[:start] + html.UnescapeString(s[start:start+end+1]))
		s = s[start+end+1:]
	}
}
