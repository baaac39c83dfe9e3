package json

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/internal/source"
	"github.com/roadmapviz/roadmapviz/internal/nearest"
	"github.com/roadmapviz/roadmapviz/internal/until"
)

// Decode reads a graph that [Encode] wrote, or that somebody wrote in the same
// form, and leaves out what follows:
//
//   - what holds a node may be said by its parent, by a contains edge, or both;
//     a node that nothing holds stands below the course, a topic in a section
//     there;
//   - a node may stand before its parent, and the course may be missing;
//   - in a file without edges of the kinds contains and next, each part and
//     section follows the one before it.
//
// Edges that form a cycle are diagnostics, whose positions lack the file, and
// are left out. A node stands at most 1000 levels deep. What else is wrong, as where parents and edges disagree, is said
// in a [*graph.SyntaxError] with line and column; a field that does not exist is
// an error that names the nearest one. Positions in nodes and edges are read as
// they stand: they speak of the document that the graph was made of.
// It ends soon after ctx, with its error.
func Decode(ctx context.Context, r io.Reader) (_ *graph.Graph, _ []graph.Diagnostic, err error) {
	defer until.Catch(&err)
	data, err := source.Read(ctx, r)
	if err != nil {
		return nil, nil, err
	}
	d := &decoder{ctx: ctx, data: data, json: json.NewDecoder(bytes.NewReader(data)), graph: &graph.Graph{Edges: []graph.Edge{}}}
	if err := d.file(); err != nil {
		return nil, nil, err
	}
	return d.whole()
}

// decoder steps through the outermost object and its lists, and keeps where
// each element begins.
type decoder struct {
	ctx     context.Context
	data    []byte
	json    *json.Decoder
	graph   *graph.Graph
	version int
	starts  map[graph.Element][]int
}

func (d *decoder) position(e graph.Element, i int) graph.Position {
	if starts := d.starts[e]; i < len(starts) {
		return source.Position(d.data, starts[i])
	}
	return graph.Position{}
}

func (d *decoder) file() error {
	d.starts = map[graph.Element][]int{}
	if err := d.open('{', "a roadmapviz graph is a JSON object"); err != nil {
		return err
	}
	seen := map[string]bool{}
	for d.json.More() {
		at := d.next()
		token, err := d.json.Token()
		if err != nil {
			return d.wrong(0, err)
		}
		name, _ := token.(string)
		if seen[name] {
			return source.Errorf(d.data, at, "", "the field %q stands there twice", name)
		}
		seen[name] = true
		if err := d.field(name, at); err != nil {
			return err
		}
	}
	if _, err := d.json.Token(); err != nil {
		return d.wrong(0, err)
	}
	at := d.next()
	if _, err := d.json.Token(); !errors.Is(err, io.EOF) {
		return source.Errorf(d.data, at, "", "something stands behind the graph")
	}
	if d.version == 0 {
		return source.Errorf(d.data, 0, fmt.Sprintf(`it begins with {"roadmapviz": %d`, Version), "this JSON is no roadmapviz graph")
	}
	return nil
}

func (d *decoder) field(name string, at int) error {
	switch name {
	case "$schema":
		return d.into(new(string))
	case "roadmapviz":
		if err := d.into(&d.version); err != nil {
			return err
		}
		if d.version != Version {
			return source.Errorf(d.data, at, "a newer roadmapviz may know it", "unknown version %d of the graph's form", d.version)
		}
		return nil
	case "language":
		return d.into(&d.graph.Language)
	case "form":
		return d.into(&d.graph.Form)
	case "nodes":
		var forms []Node
		err := elements(d, graph.NodeElement, &forms)
		d.graph.Nodes = make([]graph.Node, len(forms))
		for i, n := range forms {
			d.graph.Nodes[i] = n.plain()
		}
		return err
	case "edges":
		return elements(d, graph.EdgeElement, &d.graph.Edges)
	case "images":
		return elements(d, graph.ImageElement, &d.graph.Images)
	}
	return d.unknown(at, name, []string{"roadmapviz", "language", "form", "nodes", "edges", "images"})
}

func (d *decoder) unknown(at int, name string, names []string) error {
	return source.Errorf(d.data, at, nearest.Choice(name, names), "there is no field %q", name)
}

// elements reads a list, one element at a time so that each has its position.
func elements[T any](d *decoder, kind graph.Element, list *[]T) error {
	if err := d.open('[', fmt.Sprintf("the %ss are a list", kind)); err != nil {
		return err
	}
	*list = []T{}
	for d.json.More() {
		until.Check(d.ctx)
		d.starts[kind] = append(d.starts[kind], d.next())
		var element T
		if err := d.into(&element); err != nil {
			return err
		}
		*list = append(*list, element)
	}
	if _, err := d.json.Token(); err != nil {
		return d.wrong(0, err)
	}
	return nil
}

// into decodes the next value strictly.
func (d *decoder) into(value any) error {
	at := d.next()
	var raw json.RawMessage
	if err := d.json.Decode(&raw); err != nil {
		return d.wrong(0, err)
	}
	strict := json.NewDecoder(bytes.NewReader(raw))
	strict.DisallowUnknownFields()
	err := strict.Decode(value)
	if err == nil {
		return nil
	}
	if name, ok := strings.CutPrefix(err.Error(), "json: unknown field "); ok {
		in := max(0, bytes.Index(raw, []byte(name)))
		return d.unknown(at+in, strings.Trim(name, `"`), fields(value))
	}
	return d.wrong(at, err)
}

// open reads the delimiter that begins an object or a list.
func (d *decoder) open(delim json.Delim, hint string) error {
	at := d.next()
	token, err := d.json.Token()
	if err != nil {
		return d.wrong(0, err)
	}
	if token != delim {
		return source.Errorf(d.data, at, hint, "expected %q", delim.String())
	}
	return nil
}

// next is where the next value or name begins.
func (d *decoder) next() int {
	at := int(d.json.InputOffset())
	for at < len(d.data) && strings.IndexByte(" \t\r\n,:", d.data[at]) >= 0 {
		at++
	}
	return at
}

// wrong places an error of encoding/json, whose offsets count from base.
func (d *decoder) wrong(base int, err error) error {
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		// After a token the decoder's own offset is not that of the file.
		if e := json.Unmarshal(d.data, new(json.RawMessage)); errors.As(e, &syntax) {
			base, err = 0, e
		}
	}
	return source.WrongJSON(d.data, base, err)
}

// fields are the JSON names in a struct, those of its position included.
func fields(value any) []string {
	var names []string
	for _, f := range reflect.VisibleFields(reflect.TypeOf(value).Elem()) {
		if name, _, _ := strings.Cut(f.Tag.Get("json"), ","); !f.Anonymous {
			names = append(names, name)
		}
	}
	return append(names, "file", "line", "column")
}
