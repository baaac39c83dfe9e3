// Package json writes and reads graphs as JSON without any loss. The form is
// described by the JSON Schema in [Schema]:
//
//	{"roadmapviz": 1,
//	 "language": "en",
//	 "form": "digraph", which only graphs have that are no courses
//	 "nodes": [{"id": "course", "kind": "course", "title": "…"}, …],
//	 "edges": [{"from": "course", "to": "basics", "kind": "contains"}, …],
//	 "images": […]}
//
// Nodes stand in document order, each after its parent, and every edge points
// in learning direction, from what comes first. A reader may ignore the edges
// of kind "contains", which repeat each node's "parent". A writer may leave out
// what follows, see [Decode]. A node's "url" is a link that may be followed; an
// address that must not be is called "unlinked", see [Node].
package json

import (
	_ "embed"
	"io"
	"strconv"

	"github.com/roadmapviz/roadmapviz/graph"
)

// Version is the version of the form that [Encode] writes. It grows when a
// reader of the old form could misunderstand the new one.
const Version = 1

// Schema is the JSON Schema (draft 2020-12) of the form.
//
//go:embed schema.json
var Schema []byte

// Encode writes g to w, one element a line so that line-based tools can
// compare two files. The same graph gives the same bytes.
func Encode(w io.Writer, g *graph.Graph) error {
	e := NewEncoder(w, g.Language, g.Form)
	for i := range g.Nodes {
		e.Node(&g.Nodes[i])
	}
	for i := range g.Edges {
		e.Edge(&g.Edges[i])
	}
	for i := range g.Images {
		e.Image(&g.Images[i])
	}
	return e.Close()
}

// Encoder writes a graph as [Encode] does, element by element: for those who leave
// something out and want no copy of the graph for that. All nodes come first, then all
// edges, then the images. Elements are only read.
type Encoder struct {
	out  io.Writer
	buf  []byte
	err  error // the first one
	list int   // that is open, of lists
	any  bool  // it has an element
}

// lists are those of a graph, in their order. The last one is left out if it is empty.
var lists = [...]string{"nodes", "edges", "images"}

const (
	nodes = iota
	edges
	images
)

// flushed is how much is written at once, about.
const flushed = 4 << 10

// NewEncoder begins a graph of a language and a form.
func NewEncoder(w io.Writer, language string, form graph.Form) *Encoder {
	e := &Encoder{out: w, buf: make([]byte, 0, 2*flushed)}
	e.buf = strconv.AppendInt(append(e.buf, `{"roadmapviz": `...), Version, 10)
	if language != "" {
		e.buf = appendString(append(e.buf, ",\n\"language\": "...), language)
	}
	if form != graph.CourseForm {
		e.buf = appendString(append(e.buf, ",\n\"form\": "...), string(form))
	}
	e.begin(nodes)
	return e
}

// Node writes a node.
func (e *Encoder) Node(n *graph.Node) {
	e.element(nodes)
	e.buf = appendNode(e.buf, n)
}

// Edge writes an edge.
func (e *Encoder) Edge(edge *graph.Edge) {
	e.element(edges)
	e.buf = appendEdge(e.buf, edge)
}

// Image writes an image.
func (e *Encoder) Image(i *graph.Image) {
	e.element(images)
	e.buf = appendImage(e.buf, i)
}

// Close ends the graph. The error is the writer's first one.
func (e *Encoder) Close() error {
	for e.list < edges {
		e.next()
	}
	e.buf = append(e.buf, "]}\n"...)
	e.flush()
	return e.err
}

// element begins an element of a list, and ends those before.
func (e *Encoder) element(list int) {
	for e.list < list {
		e.next()
	}
	if len(e.buf) > flushed {
		e.flush()
	}
	if e.any {
		e.buf = append(e.buf, ',')
	}
	e.buf = append(e.buf, "\n "...)
	e.any = true
}

func (e *Encoder) next() {
	e.buf = append(e.buf, ']')
	e.begin(e.list + 1)
}

func (e *Encoder) begin(list int) {
	e.list, e.any = list, false
	e.buf = append(append(append(e.buf, ",\n\""...), lists[list]...), "\": ["...)
}

func (e *Encoder) flush() {
	if e.err == nil {
		_, e.err = e.out.Write(e.buf)
	}
	e.buf = e.buf[:0]
}
