package enginetest_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/engines"
	"github.com/roadmapviz/roadmapviz/layout/enginetest"
)

// forgetful is an engine that thinks of nothing: it draws a box and the icon of
// each node that it is given, one below the other, without help of the kit.
type forgetful struct{}

func (forgetful) Capabilities() layout.Capabilities { return layout.Capabilities{} }

func (forgetful) Layout(_ context.Context, g *graph.Graph, _ layout.Page) (*layout.Diagram, []graph.Diagnostic, error) {
	d := &layout.Diagram{Width: 100}
	for _, n := range g.Nodes {
		b := layout.Box{ID: n.ID, Role: layout.TopicRole, Label: n.Text(), Y: d.Height, W: 100, H: 10}
		if n.Icon != "" {
			b.Icons = []layout.Icon{{Name: n.Icon, Y: d.Height, W: 10, H: 10}}
		}
		d.Boxes = append(d.Boxes, b)
		d.Height += b.H
	}
	return d, nil, nil
}

// TestForgetful: whatever an engine forgets, the options that say what is drawn
// are obeyed.
func TestForgetful(t *testing.T) {
	node := func(kind graph.Kind, parent, id string) graph.Node {
		n := graph.Node{ID: id, Kind: kind, Parent: parent, Title: "Testing " + id, URL: "#" + id}
		if kind == graph.Part || kind == graph.Topic {
			n.Icon = "🚀"
		}
		return n
	}
	left := node(graph.Topic, "s", "left")
	left.Excluded = "it is a remark"
	g := &graph.Graph{Nodes: []graph.Node{
		node(graph.Course, "", graph.CourseID), node(graph.Part, graph.CourseID, "p"), node(graph.Section, "p", "s"),
		node(graph.Topic, "s", "a"), node(graph.Topic, "a", "a1"), node(graph.Topic, "a1", "a11"), node(graph.Resource, "a", "book"), left,
		node(graph.Topic, "s", "b"), node(graph.Topic, "s", "c"), node(graph.Topic, "s", "d"), node(graph.Part, graph.CourseID, "empty"),
	}}
	for _, c := range []struct {
		options layout.Options
		boxes   string
		icons   int // a section without one gets the one that its words suggest
	}{
		{layout.Options{}, "course p s a b c d", 6},
		{layout.Options{Depth: 2}, "course p s a a1 b c d", 7},
		{layout.Options{Depth: 9}, "course p s a a1 a11 b c d", 8},
		{layout.Options{MaxTopics: 3}, "course p s a b c d", 6}, // "+1 more" takes no less room than the topic
		{layout.Options{MaxTopics: 2, Depth: 2}, "course p s a a1 b s/+", 5},
		{layout.Options{MaxTopics: 2, NoIcons: true}, "course p s a b s/+", 0},
		{layout.Options{NoIcons: true}, "course p s a b c d", 0},
	} {
		d, _, err := engines.Layout(t.Context(), forgetful{}, g, c.options)
		if err != nil {
			t.Fatal(err)
		}
		var ids []string
		icons := 0
		for _, b := range d.Boxes {
			ids = append(ids, b.ID)
			icons += len(b.Icons)
			if want := "#" + strings.TrimSuffix(b.ID, "/+"); b.Link != want {
				t.Errorf("%+v: %s leads to %q, not to %q", c.options, b.ID, b.Link, want)
			}
			if isMore := b.Role == layout.MoreRole; isMore != (b.ID == "s/+") {
				t.Errorf("%+v: %s stands for further topics: %t", c.options, b.ID, isMore)
			}
		}
		if got := strings.Join(ids, " "); got != c.boxes || icons != c.icons {
			t.Errorf("%+v: %s with %d icons are drawn, want %s with %d", c.options, got, icons, c.boxes, c.icons)
		}
		if more := d.Boxes[len(d.Boxes)-1]; more.Role == layout.MoreRole && (more.Label != "+2 more" || more.Tooltip != "+2 more: Testing c, Testing d") {
			t.Errorf("the box for further topics says %q and %q", more.Label, more.Tooltip)
		}
	}
}

// TestEveryEngine: the engines of the table draw what the forgetful one draws, but
// for the course itself.
func TestEveryEngine(t *testing.T) {
	g := enginetest.Course(enginetest.Label("Deep learning"), []int{5, 2}, []int{7, 0})
	for i := range g.Nodes {
		g.Nodes[i].Icon = "🚀"
	}
	for _, o := range []layout.Options{{}, {MaxTopics: 3}, {MaxTopics: 1, NoIcons: true}} {
		want := idsOf(t, forgetful{}, g, o)
		for _, name := range engines.Names() {
			e, _ := engines.Lookup(name)
			if got := idsOf(t, e, g, o); !slices.Equal(got, want) {
				t.Errorf("%s draws %q of %+v, want %q", name, got, o, want)
			}
		}
	}
}

// idsOf are the nodes that are drawn, sorted, each with its role if that is to
// stand for others, and with the number of its icons if it may have any.
func idsOf(t *testing.T, e layout.Engine, g *graph.Graph, o layout.Options) []string {
	t.Helper()
	var ids []string
	for _, b := range enginetest.Draw(t, e, g, o).Boxes {
		switch {
		case b.ID == graph.CourseID || b.ID == "":
			continue
		case b.Role == layout.MoreRole:
			b.ID += " is more"
		}
		if o.NoIcons && len(b.Icons) > 0 {
			b.ID += " has an icon"
		}
		ids = append(ids, b.ID)
	}
	slices.Sort(ids)
	return ids
}
