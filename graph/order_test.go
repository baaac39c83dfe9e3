package graph

import (
	"slices"
	"strings"
	"testing"
)

func TestOrder(t *testing.T) {
	g := course("P\n  A|p/c\n    A1\n  B\n    B1\n  C\n    C1")
	g.Edges = slices.DeleteFunc(g.Edges, func(e Edge) bool { return e.Kind == Next })
	got := strings.Join(ids(g, g.Order()), " ")
	if want := "course p p/c p/c/c1 p/a p/a/a1 p/b p/b/b1"; got != want {
		t.Errorf("order %s,\nwant  %s", got, want)
	}
}

// Order is a permutation in which every edge of an acyclic graph points
// forward, and appending a node at the end leaves the others in their order.
func TestOrderOfRandomGraphs(t *testing.T) {
	for seed := range uint64(30) {
		g := random(50, seed)
		order := g.Order()
		place := make(map[string]int, len(order))
		for i, p := range order {
			place[g.Nodes[p].ID] = i
		}
		if len(place) != len(g.Nodes) {
			t.Fatalf("seed %d: %d of %d nodes", seed, len(place), len(g.Nodes))
		}
		for _, e := range g.Edges {
			if place[e.From] >= place[e.To] {
				t.Fatalf("seed %d: %s comes after %s", seed, e.From, e.To)
			}
		}
		last := g.Nodes[len(g.Nodes)-1]
		before := ids(g, order)
		g.Nodes = append(g.Nodes, Node{ID: "new", Kind: Topic, Parent: last.Parent})
		g.Edges = append(g.Edges, Edge{From: last.Parent, To: "new", Kind: Contains})
		after := slices.DeleteFunc(ids(g, g.Order()), func(id string) bool { return id == "new" })
		if !slices.Equal(before, after) {
			t.Fatalf("seed %d: a new node moved others", seed)
		}
	}
}

func TestOrderWithCycle(t *testing.T) {
	g := course("P\n  A|p/b\n  B|p/a\n  C")
	if order := g.Order(); len(order) != len(g.Nodes) {
		t.Errorf("%d of %d nodes", len(order), len(g.Nodes))
	}
}

func BenchmarkOrder(b *testing.B) {
	g := random(25_000, 1)
	b.ReportAllocs()
	for b.Loop() {
		g.Order()
	}
}
