package graph

import (
	"slices"
	"testing"
)

func TestIndex(t *testing.T) {
	g := course(sample)
	x := NewIndex(g)
	python := x.At("fundamentals/python")
	if got := ids(g, x.Children(python)); !slices.Equal(got, []string{"fundamentals/python/basics", "fundamentals/python/numpy"}) {
		t.Errorf("children: %q", got)
	}
	algebra := x.At("fundamentals/mathematics/linear-algebra")
	if got := x.Children(algebra, Topic); got != nil {
		t.Errorf("topics below a topic that has none: %v", got)
	}
	if got := ids(g, x.Ancestors(algebra)); !slices.Equal(got, []string{"fundamentals/mathematics", "fundamentals", CourseID}) {
		t.Errorf("ancestors: %q", got)
	}
	if x.At("nowhere") != -1 || x.Parent(0) != -1 {
		t.Error("an unknown node has a place")
	}
	if got := len(x.Nodes(Part)); got != 3 {
		t.Errorf("%d parts, want 3", got)
	}
}

// Every node is the child of its parent, and a subtree holds exactly the
// nodes that have its root as an ancestor.
func TestIndexOfRandomGraphs(t *testing.T) {
	for seed := range uint64(20) {
		g := random(40, seed)
		x := NewIndex(g)
		for i := range g.Nodes {
			if p := x.Parent(i); p >= 0 && !slices.Contains(x.Children(p), i) {
				t.Fatalf("seed %d: %s is not among its parent's children", seed, g.Nodes[i].ID)
			}
			if !slices.IsSorted(x.Children(i)) {
				t.Fatalf("seed %d: children of %s out of order", seed, g.Nodes[i].ID)
			}
			below := x.Subtree(i)
			for j := range g.Nodes {
				inside := j == i || slices.Contains(x.Ancestors(j), i)
				if inside != slices.Contains(below, j) {
					t.Fatalf("seed %d: subtree of %s and node %s", seed, g.Nodes[i].ID, g.Nodes[j].ID)
				}
			}
		}
	}
}

// A damaged graph must not make the index loop or panic.
func TestIndexOfDamagedGraph(t *testing.T) {
	g := &Graph{Nodes: []Node{{ID: "a", Parent: "b"}, {ID: "b", Parent: "a"}, {ID: "a"}, {ID: "c", Parent: "c"}}}
	x := NewIndex(g)
	for i := range g.Nodes {
		x.Ancestors(i)
		x.Subtree(i)
	}
	g.Order()
	g.Drawn()
	if g.Check() == nil {
		t.Error("Check accepts it")
	}
}

func BenchmarkIndex(b *testing.B) {
	g := random(25_000, 1)
	b.ReportAllocs()
	for b.Loop() {
		NewIndex(g)
	}
}

// Children of some kinds are those, in their order, also where others stand between them,
// and to append to them changes nothing.
func TestChildrenOfKinds(t *testing.T) {
	for _, kinds := range []string{"", "t", "r", "tt", "ttr", "rtt", "rttr", "trt", "rtrtr", "trrtt"} {
		g := &Graph{Nodes: []Node{{ID: "s", Kind: Section}}}
		var want []int
		for i, k := range kinds {
			n := Node{ID: string(rune('a' + i)), Parent: "s", Kind: Resource}
			if k == 't' {
				n.Kind = Topic
				want = append(want, i+1)
			}
			g.Nodes = append(g.Nodes, n)
		}
		x := NewIndex(g)
		got := x.Children(0, Topic)
		_ = append(got, 99)
		if again := x.Children(0, Topic); !slices.Equal(got, want) || !slices.Equal(again, want) || len(x.Children(0)) != len(kinds) || slices.Contains(x.Children(0), 99) {
			t.Errorf("%q: got %v and %v, want %v", kinds, got, again, want)
		}
	}
}

// An index serves for its own graph alone, and for one that is alike it finds the same
// nodes, and other edges.
func TestIndexOfAnotherGraph(t *testing.T) {
	g := course(sample)
	x := NewIndex(g)
	if x.Of(g) != x {
		t.Error("an index is made of a graph that has one")
	}
	again := *g
	again.Edges = []Edge{{From: g.Nodes[1].ID, To: g.Nodes[2].ID, Kind: Next}}
	x.Ends(0)
	for _, other := range []*Index{x.Of(&again), (*Index)(nil).Of(&again), x.Alike(&again)} {
		if other == x || other.Graph() != &again {
			t.Error("the index is that of another graph")
		}
		if from, to := other.Ends(0); from != 1 || to != 2 {
			t.Errorf("an edge from 1 to 2 leads from %d to %d", from, to)
		}
		for i, n := range g.Nodes {
			if other.At(n.ID) != i || !slices.Equal(other.Children(i), x.Children(i)) {
				t.Errorf("%s is at %d and holds %v", n.ID, other.At(n.ID), other.Children(i))
			}
		}
	}
	if from, to := x.Ends(0); g.Nodes[from].ID != g.Edges[0].From || g.Nodes[to].ID != g.Edges[0].To {
		t.Error("the ends of edges changed")
	}
}
