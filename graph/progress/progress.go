// Package progress keeps how far one learner is with a course apart from the
// course: in a small YAML or JSON file, an overlay, that names what is done by ID or
// title.
//
//	boats/wood/steam-bending: done
//	Scarf joints: doing
//
// An overlay speaks for the whole course: a topic that neither it nor the course
// tells of is still to do. [Read] and [Overlay.Apply] are for those who draw, [Set]
// writes a state into an overlay, and [Tick] into the task list of a document.
package progress

import (
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/internal/nearest"
	"github.com/roadmapviz/roadmapviz/internal/strictyaml"
)

// MaxSize bounds an overlay, in bytes.
const MaxSize = 1 << 20

// Overlay is what a learner says of a course. It is only read once it is made.
type Overlay struct {
	entries []entry
	doc     strictyaml.Document
}

// entry is what one line says.
type entry struct {
	name   string // as it is written
	status graph.Status
	at     graph.Position
}

// Read reads an overlay. The name is that of its file, for messages. The error joins
// a [*graph.SyntaxError] for each mistake.
func Read(src []byte, name string) (*Overlay, error) {
	doc, wrong := strictyaml.Parse(src)
	said := map[string]string{}
	found := doc.Decode(&said, strictyaml.Options{Values: map[string][]string{"*": graph.Statuses()}})
	if wrong != nil {
		found = append(found, *wrong)
	}
	var mistakes []error
	for _, m := range found {
		mistakes = append(mistakes, &graph.SyntaxError{
			Source: graph.Position{File: name, Line: m.Line, Column: m.Column}, Message: m.Message, Hint: m.Hint,
		})
	}
	if mistakes != nil {
		return nil, errors.Join(mistakes...)
	}
	o := &Overlay{doc: doc}
	for _, e := range strictyaml.Entries(doc.Root) {
		key := strictyaml.KeyOf(e)
		line, column := doc.Locate(key)
		o.entries = append(o.entries, entry{key, graph.Status(said[key]), graph.Position{File: name, Line: line, Column: column}})
	}
	return o, nil
}

// Apply is the course as far as the learner is with it. What is said of a part or a
// section holds for the topics in it that the overlay does not name. The graph is
// left as it is. The error joins a [*graph.SyntaxError] for each name that the course
// does not have, or that it has several times.
func (o *Overlay) Apply(g *graph.Graph) (*graph.Graph, error) {
	names := newNames(g)
	said := make([]string, len(g.Nodes)) // by what name
	learned := *g
	learned.Nodes = slices.Clone(g.Nodes)
	var mistakes []error
	for _, e := range o.entries {
		at, err := names.find(e.name)
		if err == nil && said[at] != "" {
			err = &graph.SyntaxError{Message: fmt.Sprintf("%q is %q, of which something is said already", e.name, said[at]), Hint: "remove one of the two"}
		}
		if err != nil {
			err.Source = e.at
			mistakes = append(mistakes, err)
			continue
		}
		said[at], learned.Nodes[at].Status = e.name, e.status
	}
	if mistakes != nil {
		return nil, errors.Join(mistakes...)
	}
	x := graph.NewIndex(&learned)
	settled := make([]bool, len(said)) // by what holds it
	for i := range learned.Nodes {     // parents first
		n, p := &learned.Nodes[i], x.Parent(i)
		if p < 0 || p >= i || said[i] != "" {
			continue
		}
		above := learned.Nodes[p].Status
		settled[i] = settled[p] || said[p] != "" && (above == graph.Done || above == graph.Skipped)
		if settled[i] && n.Status == graph.Todo {
			n.Status = graph.Unknown // which is as what holds it
		}
	}
	for i, s := range x.States() {
		if n := &learned.Nodes[i]; s == graph.Unknown && n.Kind == graph.Topic {
			n.Status = graph.Todo
		}
	}
	return &learned, nil
}

// names finds the nodes that overlays name.
type names struct {
	g     *graph.Graph
	x     *graph.Index
	long  map[string]string
	title map[string][]int // by slug, of titles and labels
}

func newNames(g *graph.Graph) *names {
	n := &names{g: g, x: graph.NewIndex(g), long: g.LongIDs(), title: map[string][]int{}}
	for i := range g.Nodes {
		if !isLearned(g.Nodes[i]) {
			continue
		}
		title, label := slugOf(g.Nodes[i].Title), slugOf(g.Nodes[i].Label)
		n.title[title] = append(n.title[title], i)
		if label != "" && label != title {
			n.title[label] = append(n.title[label], i)
		}
	}
	return n
}

// isLearned tells what a learner can be done with.
func isLearned(n graph.Node) bool {
	return n.Kind == graph.Part || n.Kind == graph.Section || n.Kind == graph.Topic
}

func slugOf(title string) string { return strings.Trim(graph.Slug(title), "-") }

// find is the node of an ID, which may be one from before long IDs were shortened, or
// else of a title or label in any case and punctuation.
func (n *names) find(name string) (int, *graph.SyntaxError) {
	for _, id := range []string{name, n.long[name], graph.ShortID(name)} {
		if at := n.x.At(id); at >= 0 && isLearned(n.g.Nodes[at]) {
			return at, nil
		}
	}
	found := n.title[slugOf(name)]
	if slugOf(name) == "" {
		found = nil
	}
	drawn := slices.DeleteFunc(slices.Clone(found), func(i int) bool { return n.g.Nodes[i].Excluded != "" })
	if len(drawn) > 0 {
		found = drawn
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return 0, &graph.SyntaxError{Message: fmt.Sprintf("the course has nothing named %q", name), Hint: n.hint(name)}
	}
	var ids []string
	for _, i := range found[:min(len(found), 8)] {
		ids = append(ids, fmt.Sprintf("%q", n.g.Nodes[i].ID))
	}
	return 0, &graph.SyntaxError{Message: fmt.Sprintf("%q could be several", name), Hint: "write its ID: " + strings.Join(ids, ", ")}
}

// hint is what may have been meant: what is nearly named so, or what has the last
// name of an ID and stands elsewhere now.
func (n *names) hint(name string) string {
	var known, moved []string
	for _, of := range n.g.Nodes {
		if !isLearned(of) {
			continue
		}
		known = append(known, of.ID, of.Title)
		if path.Base(of.ID) == path.Base(name) {
			moved = append(moved, of.ID)
		}
	}
	if len(moved) == 1 && strings.Contains(name, "/") {
		return fmt.Sprintf("did you mean %q?", moved[0])
	}
	if hint := nearest.Hint(name, known); hint != "" {
		return hint
	}
	return "names are IDs or titles of the course"
}
