package kit

import (
	"context"
	"fmt"
	"reflect"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/internal/until"
	"github.com/roadmapviz/roadmapviz/layout"
)

// many is a graph of topics, many enough to be set at once, with labels that are too long,
// characters that no font has, and icons that do not exist.
func many() *graph.Graph {
	g := &graph.Graph{}
	for i := range 5 * someNodes {
		n := graph.Node{ID: fmt.Sprint(i), Kind: graph.Topic, Title: fmt.Sprintf("The topic %d", i), Source: graph.Position{Line: i}}
		switch {
		case i%100 == 7:
			n.Title += " whose name is far too long for two lines of a box that is as narrow as this one"
		case i%300 > 295:
			n.Title += " 漢字"
		case i%500 == 499:
			n.Title += " ไทย"
		case i%40 == 3:
			n.Icon = fmt.Sprintf("rockett%d", i)
		}
		g.Nodes = append(g.Nodes, n)
	}
	return g
}

var manyStyle = BoxStyle{Role: layout.TopicRole, W: 200, H: 50, Lines: 2, IconSize: 20, Text: TextStyle{Size: 18, Width: 180, MaxLines: 2}}

// What is set at once is what is set one after the other, and so is what is told of it.
func TestEachKeepsTheOrder(t *testing.T) {
	g := many()
	boxes := func(each func(d *Draft, n int, do func(d *Draft, i int))) ([]layout.Box, []graph.Diagnostic) {
		d := New(t.Context(), g, layout.Page{})
		items := make([]Item, len(g.Nodes))
		each(d, len(items), func(d *Draft, i int) { items[i] = d.Item(&g.Nodes[i], manyStyle) })
		for _, item := range items {
			d.Add(item.Box(0, 0))
		}
		return d.Diagram.Boxes, d.Diagnostics
	}
	got, found := boxes((*Draft).Each)
	want, told := boxes(func(d *Draft, n int, do func(d *Draft, i int)) {
		for i := range n {
			do(d, i)
		}
	})
	if !reflect.DeepEqual(found, told) || len(told) < 30 {
		t.Errorf("found\n%v\nwant\n%v", found, told)
	}
	if !reflect.DeepEqual(got, want) {
		t.Error("boxes differ")
	}
}

// Where the context ends, so does the work of all.
func TestEachEnds(t *testing.T) {
	g := many()
	ctx, cancel := context.WithCancel(t.Context())
	err := func() (err error) {
		defer until.Catch(&err)
		d := New(ctx, g, layout.Page{})
		d.Each(len(g.Nodes), func(d *Draft, i int) {
			if i == someNodes {
				cancel()
			}
			d.Item(&g.Nodes[i], manyStyle)
		})
		return nil
	}()
	if err != context.Canceled {
		t.Errorf("ended with %v", err)
	}
}
