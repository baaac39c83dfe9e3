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
	"bufio"
	_ "embed"
	"encoding/json"
	"io"

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
	e := &encoder{out: bufio.NewWriter(w)}
	e.print(`{"roadmapviz": `)
	e.value(Version)
	if g.Language != "" {
		e.print(",\n\"language\": ")
		e.value(g.Language)
	}
	if g.IsPlain() {
		e.print(",\n\"form\": ")
		e.value(g.Form)
	}
	list(e, "nodes", g.Nodes, func(n *graph.Node) any { return NodeOf(*n) })
	list(e, "edges", g.Edges, func(edge *graph.Edge) any { return edge })
	if len(g.Images) > 0 {
		list(e, "images", g.Images, func(i *graph.Image) any { return i })
	}
	e.print("}\n")
	if e.err != nil {
		return e.err
	}
	return e.out.Flush()
}

// encoder keeps the first error, so that the code that writes reads straight.
type encoder struct {
	out *bufio.Writer
	err error
}

func (e *encoder) print(s string) {
	if e.err == nil {
		_, e.err = e.out.WriteString(s)
	}
}

func (e *encoder) value(v any) {
	if e.err != nil {
		return
	}
	enc := json.NewEncoder(trimmer{e.out})
	enc.SetEscapeHTML(false)
	e.err = enc.Encode(v)
}

func list[T any](e *encoder, name string, elements []T, form func(*T) any) {
	e.print(",\n\"" + name + "\": [")
	for i := range elements {
		if i > 0 {
			e.print(",")
		}
		e.print("\n ")
		e.value(form(&elements[i]))
	}
	e.print("]")
}

// trimmer drops the line break that a json.Encoder writes after each value.
type trimmer struct{ w io.Writer }

func (t trimmer) Write(b []byte) (int, error) {
	if _, err := t.w.Write(b[:len(b)-1]); err != nil {
		return 0, err
	}
	return len(b), nil
}
