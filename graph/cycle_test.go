package graph

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"
)

func TestCycles(t *testing.T) {
	g := course(sample)
	if c := g.Cycles(); c != nil {
		t.Fatalf("the sample has cycles: %q", c)
	}
	requires := func(from, to string) { g.Edges = append(g.Edges, Edge{From: from, To: to, Kind: Requires}) }
	requires("fundamentals/mathematics/probability", "fundamentals/mathematics/calculus")
	requires("the-engineer/vector-storage/databases", "the-engineer/vector-storage/documents")
	requires("the-engineer/vector-storage/documents", "the-engineer/running-llms/llm-apis")
	requires("fundamentals/python/numpy", "fundamentals/python/numpy")
	want := [][]string{
		{"fundamentals/mathematics/calculus", "fundamentals/mathematics/probability"},
		{"fundamentals/python/numpy"},
		{"the-engineer/running-llms/llm-apis", "the-engineer/vector-storage/databases", "the-engineer/vector-storage/documents"},
	}
	if got := g.Cycles(); !reflect.DeepEqual(got, want) {
		t.Errorf("cycles %q,\nwant %q", got, want)
	}
	var cycle *CycleError
	if err := g.Check(); !errors.As(err, &cycle) || !strings.Contains(err.Error(), "(and 2 more)") {
		t.Errorf("Check: %v", err)
	}
}

// Every cycle that is reported consists of edges, and a graph from which each
// one's last edge is taken away again and again ends without any.
func TestCyclesOfRandomGraphs(t *testing.T) {
	for seed := range uint64(30) {
		g := random(30, seed)
		for i := range g.Edges { // turn some edges round
			if g.Edges[i].Kind == Requires && i%3 == 0 {
				e := &g.Edges[i]
				e.From, e.To = e.To, e.From
			}
		}
		for rounds := 0; ; rounds++ {
			cycles := g.Cycles()
			if cycles == nil {
				break
			}
			if rounds > len(g.Edges) {
				t.Fatalf("seed %d: no end", seed)
			}
			for _, c := range cycles {
				for i := range c {
					from, to := c[i], c[(i+1)%len(c)]
					at := slices.IndexFunc(g.Edges, func(e Edge) bool { return e.From == from && e.To == to })
					if at < 0 {
						t.Fatalf("seed %d: %s → %s is no edge", seed, from, to)
					}
					if i == len(c)-1 {
						g.Edges = slices.Delete(g.Edges, at, at+1)
					}
				}
			}
		}
	}
}

// A chain of 200,000 nodes would overflow a recursive search.
func TestDeepCycle(t *testing.T) {
	const n = 200_000
	g := &Graph{}
	name := func(i int) string {
		return string(rune('a'+i%26)) + strings.Repeat("x", i%7) + Slug(string(rune(0x4e00+i%20000)))
	}
	seen := map[string]bool{}
	for i := range n {
		id := name(i)
		if seen[id] {
			continue
		}
		seen[id] = true
		g.Nodes = append(g.Nodes, Node{ID: id})
	}
	for i := range g.Nodes {
		g.Edges = append(g.Edges, Edge{From: g.Nodes[i].ID, To: g.Nodes[(i+1)%len(g.Nodes)].ID})
	}
	if c := g.Cycles(); len(c) != 1 || len(c[0]) != len(g.Nodes) {
		t.Errorf("%d cycles", len(c))
	}
}

func TestCheck(t *testing.T) {
	for want, damage := range map[string]func(*Graph){
		"has no id":           func(g *Graph) { g.Nodes[2].ID = "" },
		"used twice":          func(g *Graph) { g.Nodes[3].ID = g.Nodes[2].ID },
		"there is no kind":    func(g *Graph) { g.Nodes[3].Kind = "chapter" },
		"is not the course":   func(g *Graph) { g.Nodes[0].Kind = Part },
		"did you mean":        func(g *Graph) { g.Edges[4].To += "s" },
		"not stand before":    func(g *Graph) { g.Nodes[2].Parent = g.Nodes[5].ID },
		"has no parent":       func(g *Graph) { g.Nodes[2].Parent = "" },
		"cannot hold":         func(g *Graph) { g.Nodes[3].Kind = Part },
		"there is no status":  func(g *Graph) { g.Nodes[3].Status = "never" },
		"there is no side":    func(g *Graph) { g.Nodes[3].Side = "up" },
		"starts at":           func(g *Graph) { g.Edges[1].From = "?" },
		"edge 1":              func(g *Graph) { g.Edges[1].Kind = "is" },
		"belongs to":          func(g *Graph) { g.Images = []Image{{Node: "x", URL: "y"}} },
		"the graph has no no": func(g *Graph) { g.Nodes = nil },
	} {
		g := course(sample)
		if err := g.Check(); err != nil {
			t.Fatal(err)
		}
		damage(g)
		var invalid *InvalidError
		if err := g.Check(); !errors.As(err, &invalid) || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v", want, err)
		}
	}
}
