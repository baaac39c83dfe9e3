package layout

import (
	"reflect"
	"slices"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
)

func TestHighlight(t *testing.T) {
	node := func(id string, kind graph.Kind, parent string) graph.Node {
		return graph.Node{ID: id, Kind: kind, Parent: parent, Title: id}
	}
	g := &graph.Graph{Nodes: []graph.Node{
		node(graph.CourseID, graph.Course, ""), node("p", graph.Part, graph.CourseID),
		node("s", graph.Section, "p"), node("a", graph.Topic, "s"), node("a1", graph.Topic, "a"), node("b", graph.Topic, "s"),
		node("t", graph.Section, "p"), node("c", graph.Topic, "t"), node("cut", graph.Topic, "t"), node("u", graph.Section, "p"),
	}}
	d := &Diagram{
		Description: "A course.",
		Boxes: []Box{
			{ID: graph.CourseID, Role: TitleRole}, {ID: "p", Role: PartRole}, {ID: "panel", Role: GroupRole},
			{ID: "s", Role: SectionRole}, {ID: "a", Label: "A", Role: TopicRole, States: []State{DoneState}}, {ID: "b", Label: "B", Role: TopicRole},
			{ID: "t", Label: "T", Role: SectionRole}, {ID: "c", Label: "C", Role: TopicRole},
			{ID: "t/+", Role: MoreRole},
		},
		Edges: []Edge{{From: "s", To: "a"}, {From: "s", To: "b"}, {From: "s", To: "t"}, {From: "a", To: "c"}, {From: "b", To: "c"}, {From: "t", To: "c"}},
	}
	const lit, dim = HighlightedState, DimmedState
	for _, c := range []struct {
		name        string
		ids         []string
		boxes       []State // in the order above, "" for none
		edges       []State
		description string
	}{
		{"two topics", []string{"a", "c"}, []State{"", "", "", "", lit, dim, "", lit, dim}, []State{"", dim, "", lit, dim, ""}, "A course. Highlighted: a, c."},
		{"a sub-topic that is not drawn", []string{"a1"}, []State{"", "", "", "", lit, dim, dim, dim, dim}, []State{"", dim, dim, dim, dim, dim}, "A course. Highlighted: a1."},
		{"a topic that a limit left out", []string{"cut"}, []State{"", "", "", dim, dim, dim, "", dim, lit}, []State{dim, dim, dim, dim, dim, dim}, "A course. Highlighted: cut."},
		{"a section that is not drawn", []string{"u"}, []State{"", lit, "", dim, dim, dim, dim, dim, dim}, []State{dim, dim, dim, dim, dim, dim}, "A course. Highlighted: u."},
		{"nothing of this course", []string{"unknown"}, []State{dim, dim, "", dim, dim, dim, dim, dim, dim}, []State{dim, dim, dim, dim, dim, dim}, "A course."},
	} {
		before := *d
		before.Boxes, before.Edges = slices.Clone(d.Boxes), slices.Clone(d.Edges)
		got := d.Highlight(g, c.ids)
		if !reflect.DeepEqual(*d, before) {
			t.Fatalf("%s: the diagram was changed", c.name)
		}
		for i, b := range got.Boxes {
			if want := withState(d.Boxes[i].States, c.boxes[i]); !slices.Equal(b.States, want) {
				t.Errorf("%s: box %s is %q, want %q", c.name, b.ID, b.States, want)
			}
		}
		for i, e := range got.Edges {
			if want := withState(nil, c.edges[i]); !slices.Equal(e.States, want) {
				t.Errorf("%s: edge %s-%s is %q, want %q", c.name, e.From, e.To, e.States, want)
			}
		}
		if got.Description != c.description {
			t.Errorf("%s: described as %q", c.name, got.Description)
		}
	}
}
