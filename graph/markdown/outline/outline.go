// Package outline writes graphs as Markdown: headings for the course, its
// parts and sections, and nested lists for topics and resources. The result is
// a course document, which package markdown reads back as the same course.
//
// Wherever the plain outline is read as it is meant, that is all. Where it is
// not, a comment below the title says that the levels are what they are.
package outline

import (
	"context"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/build"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/internal/until"
)

// Encode writes a course as an outline. What it holds comes back: titles, numbers,
// icons, links, summaries, authors, states, labels, sides, IDs, prerequisites
// and the language; not the columns of tables, images and sources, and no IDs
// that are no paths of names. The error is that of w, that
// of the context when it ends, or says that topics are nested too deeply.
func Encode(ctx context.Context, w io.Writer, g *graph.Graph) error { return write(ctx, w, g, false) }

// Tasks writes the same as task lists: "- [x]" is done, "- [ ]" is not.
func Tasks(ctx context.Context, w io.Writer, g *graph.Graph) error { return write(ctx, w, g, true) }

// mostDeep is how deep topics may stand in each other. Markdown is read to
// twice that.
const mostDeep = 50

func write(ctx context.Context, w io.Writer, g *graph.Graph, tasks bool) (err error) {
	defer until.Catch(&err)
	read := func(text string) *graph.Graph {
		g, _, err := markdown.ParseContext(ctx, []byte(text), markdown.Options{})
		if err != nil {
			until.Check(ctx)
		}
		return g
	}
	o := newOutline(g, tasks)
	if deep := slices.Max(append(o.depth, 0)); deep > mostDeep {
		return fmt.Errorf("topics stand %d levels deep, and Markdown is read to %d", deep, mostDeep)
	}
	front := ""
	said := o.text(true)
	meant := read(said)
	if meant.Language != g.Language && g.Language != "" && isBare(g.Language) {
		front = "---\nlang: " + g.Language + "\n---\n\n"
		meant = read(front + said)
	}
	text := front + o.text(false)
	if !same(read(text), meant) {
		text = front + said
	}
	_, err = io.WriteString(w, text)
	return err
}

// same says whether two readings are of the same course.
func same(a, b *graph.Graph) bool {
	return a.Language == b.Language && slices.EqualFunc(a.Nodes, b.Nodes, func(m, n graph.Node) bool {
		m.Source, n.Source, m.IconSource, n.IconSource = graph.Position{}, graph.Position{}, graph.Position{}, graph.Position{}
		m.URL, n.URL = outward(m.URL), outward(n.URL)
		return reflect.DeepEqual(m, n)
	}) && slices.EqualFunc(a.Edges, b.Edges, func(d, e graph.Edge) bool {
		return d.From == e.From && d.To == e.To && d.Kind == e.Kind && d.Guess == e.Guess
	})
}

// outward is where a node leads to; "" for what must not be followed, and for
// places in the source document, whose anchors are not those of another.
func outward(url string) string {
	link := graph.SafeLink(url)
	if strings.HasPrefix(link, "#") {
		return ""
	}
	return link
}

// An outline is a graph with what a reader of its text knows of it.
type outline struct {
	nodes    []graph.Node
	index    *graph.Index
	tasks    bool
	depth    []int    // of topics and resources, in topics
	ids      []string // that the nodes get when they are read
	chosen   []string // the last element of an ID that the title does not give, or ""
	requires [][]string
	after    [][]string
}

func newOutline(g *graph.Graph, tasks bool) *outline {
	n := len(g.Nodes)
	o := &outline{
		nodes: g.Nodes, index: graph.NewIndex(g), tasks: tasks,
		depth: make([]int, n), ids: make([]string, n), chosen: make([]string, n), requires: make([][]string, n), after: make([][]string, n),
	}
	taken := map[string]bool{}
	for i := range g.Nodes {
		o.identify(i, taken)
		if p := o.index.Parent(i); p >= 0 && isItem(&g.Nodes[i]) {
			o.depth[i] = o.depth[p]
			if g.Nodes[p].Kind == graph.Topic {
				o.depth[i]++
			}
		}
	}
	follows := o.following()
	for _, e := range g.Edges {
		from, to := o.index.At(e.From), o.index.At(e.To)
		switch {
		case from < 0 || to <= 0:
		case e.Kind == graph.Requires:
			o.requires[to] = append(o.requires[to], o.ids[from])
		case e.Kind == graph.Next && follows[to] != from:
			o.after[to] = append(o.after[to], o.ids[from])
		}
	}
	return o
}

// identify finds the ID that a node gets when it is read: its own, if that is a
// path of names, or that of its title. Nobody asks for the ID of a resource.
func (o *outline) identify(i int, taken map[string]bool) {
	n := &o.nodes[i]
	p := o.index.Parent(i)
	if p < 0 {
		o.ids[i] = graph.CourseID
		taken[graph.CourseID] = true
		return
	}
	under, own := "", n.ID
	if p > 0 {
		under = o.ids[p] + "/"
		own, _ = strings.CutPrefix(n.ID, n.Parent+"/")
	}
	id := unique(under+build.Slug(title(n)), taken)
	if n.Kind != graph.Resource && id != under+own && own != "" && strings.Trim(graph.Slug(own), "-") == own && !taken[under+own] {
		id, o.chosen[i] = under+own, own
	}
	o.ids[i] = id
	taken[id] = true
}

// unique is an ID, or the first of id-1, id-2, … that is not taken.
func unique(id string, taken map[string]bool) string {
	free := id
	for i := 1; taken[free]; i++ {
		free = fmt.Sprintf("%s-%d", id, i)
	}
	return free
}

// following is, by node, the part or section that it follows in the text.
func (o *outline) following() []int {
	last, follows := make([]int, len(o.nodes)), make([]int, len(o.nodes)) // 0 is none, for that is the course
	out := make([]bool, len(o.nodes))
	for i := 1; i < len(o.nodes); i++ {
		n, p := &o.nodes[i], o.index.Parent(i)
		out[i] = n.Excluded != "" || out[p]
		if !isItem(n) && !out[i] {
			follows[i], last[p] = last[p], i
		}
	}
	return follows
}

func isItem(n *graph.Node) bool { return n.Kind == graph.Topic || n.Kind == graph.Resource }

// title is what stands for a node without a title, too.
func title(n *graph.Node) string {
	if text := oneLine(n.Title); text != "" {
		return text
	}
	return "…"
}
