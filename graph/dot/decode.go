package dot

import (
	"context"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/build"
	"github.com/roadmapviz/roadmapviz/graph/internal/source"
	"github.com/roadmapviz/roadmapviz/internal/nearest"
	"github.com/roadmapviz/roadmapviz/internal/until"
)

// Decode reads a graph from DOT. What [Encode] wrote comes back whole but for
// its images. In other DOT,
//
//   - the label is the title, or else the node's name; of records and HTML it
//     is their text;
//   - an edge without a kind is a prerequisite: a -> b says "a before b"; one
//     that closes a cycle only leads from one to the other;
//   - a node stands below the source of the contains edge to it, or else in
//     its innermost cluster; a cluster that holds clusters is a part, one that
//     holds only nodes is a section; what stands beside the clusters of a part
//     forms a section of its own, and so do nodes in no cluster, in an order in
//     which nothing stands before its prerequisites;
//   - a node without a kind is a topic; a file in which no node has a kind
//     of ours is a plain graph ([graph.Form]): kinds, states and sides are
//     another program's and say nothing, and edges have labels;
//   - each of several graphs in one file is a cluster.
//
// Siblings stand in the order of the file; in one that Graphviz's tools wrote,
// in that of their sources.
//
// Sections of one part, and parts, are joined by next edges unless the file
// has edges of that kind, or the course's own node, as Encode writes it. Edges that form a cycle are diagnostics, whose
// positions lack the file; what else is wrong is said with line and column in
// a [*graph.SyntaxError].
// It ends soon after ctx, with its error.
func Decode(ctx context.Context, r io.Reader) (_ *graph.Graph, _ []graph.Diagnostic, err error) {
	defer until.Catch(&err)
	data, err := source.Read(ctx, r)
	if err != nil {
		return nil, nil, err
	}
	f, err := parse(ctx, data)
	if err != nil {
		return nil, nil, err
	}
	d := &decoder{ctx: ctx, data: data, file: f, made: map[*node]*made{}, clusters: map[*subgraph]*made{}, loose: map[*made]*made{}}
	d.builder.Check = func() { until.Check(ctx) }
	if err := d.collect(); err != nil {
		return nil, nil, err
	}
	if err := d.build(); err != nil {
		return nil, nil, err
	}
	left := source.Left{Data: data, Builder: &d.builder, Offsets: d.offsets}
	g := d.builder.Build(left.Report)
	return g, left.Sorted(), source.Check(g, d.position)
}

// made is a node on its way into the graph.
type made struct {
	graph.Node
	parent   *made // nil for the course and for what stands nowhere
	children []*made
	at       int
	order    int // by which children are sorted
	place    int // in the graph
}

type decoder struct {
	ctx      context.Context
	data     []byte
	file     *file
	ours     bool // some node has a kind of ours
	made     map[*node]*made
	clusters map[*subgraph]*made // those that no node of the file stands for
	loose    map[*made]*made     // by part, see besides
	order    []*made             // as they stand in the file
	course   *made
	builder  build.Builder
	offsets  []int // of each node in the graph
}

func (d *decoder) position(e graph.Element, i int) graph.Position {
	if e == graph.NodeElement && i < len(d.offsets) && d.offsets[i] >= 0 {
		return source.Position(d.data, d.offsets[i])
	}
	return graph.Position{}
}

// collect makes the nodes and gives each its parent.
func (d *decoder) collect() error {
	d.ours = slices.ContainsFunc(d.file.nodes, func(n *node) bool {
		k := graph.Kind(n.attrs["kind"])
		return source.IsOurs(k) && (k != graph.Course || n.id == graph.CourseID)
	})
	d.builder.Graph.Form = d.form()
	for _, n := range d.file.nodes {
		until.Check(d.ctx)
		m := &made{Node: d.node(n), at: n.at, order: n.order}
		if !slices.Contains([]string{"", "true", "false", "1", "0"}, strings.ToLower(n.attrs["optional"])) && d.ours {
			return source.Errorf(d.data, n.at, "true or false", "node %q: unknown value %q of optional", n.id, n.attrs["optional"])
		}
		d.made[n] = m
		d.order = append(d.order, m)
		if d.course == nil && m.Kind == graph.Course && m.ID == graph.CourseID {
			d.course = m
		}
	}
	if d.course == nil {
		d.course = &made{Node: graph.Node{Kind: graph.Course, Title: d.title(), Implied: d.builder.Graph.IsPlain() && d.file.graphs[0].attrs["label"] == ""}, at: -1}
	}
	d.group()
	if err := d.hold(); err != nil {
		return err
	}
	for _, n := range d.file.nodes {
		until.Check(d.ctx)
		if m := d.made[n]; m.parent == nil && m != d.course {
			m.parent = d.home(n)
		}
	}
	return nil
}

// form is what the file is: a course if a node has a kind of ours, unless
// [Encode] says otherwise, or else a plain graph.
func (d *decoder) form() graph.Form {
	first := d.file.graphs[0]
	switch {
	case d.ours:
		return graph.Form(first.attrs["form"])
	case slices.ContainsFunc(d.file.graphs, func(g *subgraph) bool { return g.directed }):
		return graph.Digraph
	}
	return graph.Undirected
}

// title is that of the course, which another program's file does not hold.
func (d *decoder) title() string {
	if len(d.file.graphs) > 1 {
		return "Course"
	}
	return d.heading(d.file.graphs[0], "Course")
}

// node reads a node's attributes.
func (d *decoder) node(n *node) graph.Node {
	a := n.attrs
	node := graph.Node{
		ID: n.id, Kind: graph.Kind(a["kind"]), Number: a["number"], Icon: a["icon"], Summary: a["summary"],
		URL: entities(or(a["URL"], a["href"])), Author: a["author"], Status: graph.Status(a["status"]), Side: a["side"], Excluded: a["excluded"],
		Implied: d.ours && a["implied"] == "true", Optional: a["optional"] == "true" || a["optional"] == "1", Source: place(a["source"]), IconSource: place(a["iconSource"]),
	}
	label, given := a["label"]
	if !d.ours {
		source.Disown(&node)
		label = strings.NewReplacer(`\N`, n.id, `\G`, or(n.in[0].outermost().id, "the graph")).Replace(label)
	}
	node.Kind = graph.Kind(or(string(node.Kind), string(graph.Topic)))
	label = text(label, a["shape"])
	switch title := a["title"]; {
	case title != "":
		node.Title, node.Label = oneLine(title), label
	case given && (d.ours || label != ""):
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

// kind is what an edge says.
func (d *decoder) kind(e edge) (graph.EdgeKind, error) {
	switch k, kinds := e.attrs["kind"], graph.EdgeKinds(); {
	case slices.Contains(kinds, k):
		return graph.EdgeKind(k), nil
	case k != "" && d.ours:
		return "", source.Errorf(d.data, e.at, nearest.Choice(k, kinds), "edge %q: there is no kind %q", e.from.id+" → "+e.to.id, k)
	}
	return graph.Requires, nil
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
