package tree

import (
	"math"
	"math/rand"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/enginetest"
)

func TestConformance(t *testing.T) {
	enginetest.Suite{
		Engine: Engine{},
		Pages:  []layout.Page{{}, {Direction: "down"}, {Direction: "both"}},
		Follows: func(p layout.Page, a, b layout.Box) bool {
			if p.Direction == "down" && a.Role != layout.TopicRole && a.Role != layout.SubtopicRole {
				return b.X >= a.X+a.W
			}
			if p.Direction == "" && a.Role == layout.PartRole && b.X >= a.X+a.W { // in the next column
				return true
			}
			// A mind map goes on at its left side.
			return b.Y >= a.Y+a.H || p.Direction == "both" && b.X < a.X
		},
		MayCross: func(p layout.Page, e layout.Edge, b layout.Box) bool {
			return p.Direction == "both" && e.Kind == string(graph.Requires)
		},
	}.Run(t)
}

// TestMindMapPrerequisites: between topics they go round the whole map.
func TestMindMapPrerequisites(t *testing.T) {
	for seed := range int64(20) {
		rnd := rand.New(rand.NewSource(seed))
		g := enginetest.Course(enginetest.Plain(), []int{4, 3, 5, 2}, []int{3, 3})
		var topics []string
		for _, n := range g.Nodes {
			if n.Kind == graph.Topic {
				topics = append(topics, n.ID)
			}
		}
		for range 10 {
			i, j := rnd.Intn(len(topics)-1), rnd.Intn(len(topics))
			g.Edges = append(g.Edges, graph.Edge{From: topics[min(i, j)], To: topics[max(i, j)], Kind: graph.Requires})
		}
		d := enginetest.Draw(t, Engine{}, g, layout.Options{Page: layout.Page{Direction: "both"}})
		for _, e := range d.Edges {
			for _, p := range e.Path.Sample(24) {
				for _, b := range d.Boxes {
					if enginetest.Distance(p, b) < -0.1 {
						t.Fatalf("seed %d: %s→%s runs through %s", seed, e.From, e.To, b.ID)
					}
				}
			}
		}
	}
}

// TestTidyIsTight: a parent stands in the middle of its children, and some two
// boxes of neighbouring subtrees stand exactly as near as they may.
func TestTidyIsTight(t *testing.T) {
	rnd := rand.New(rand.NewSource(7))
	for range 200 {
		root := randomBranch(rnd, 0, 0)
		tidy(root)
		checkTidy(t, root)
	}
}

func randomBranch(rnd *rand.Rand, out float64, level int) *branch {
	b := &branch{out: out, length: 5 + 40*rnd.Float64(), spread: 5 + 40*rnd.Float64(), gap: 3}
	if level < 5 {
		for range rnd.Intn(5) {
			b.kids = append(b.kids, randomBranch(rnd, b.end(), level+1))
		}
	}
	return b
}

func checkTidy(t *testing.T, b *branch) {
	t.Helper()
	if len(b.kids) == 0 {
		return
	}
	head, tail := b.kids[0], b.kids[len(b.kids)-1]
	if middle := (head.across + tail.across + tail.spread) / 2; math.Abs(b.across+b.spread/2-middle) > 1e-6 {
		t.Fatalf("the parent stands at %g, its children around %g", b.across+b.spread/2, middle)
	}
	before := []*branch{}
	for i, kid := range b.kids {
		all := []*branch{}
		kid.list(func(x *branch) { all = append(all, x) })
		nearest := math.Inf(1)
		for _, p := range before {
			for _, q := range all {
				if p.out < q.end()-1e-9 && q.out < p.end()-1e-9 {
					nearest = min(nearest, q.across-p.across-p.spread)
				}
			}
		}
		if i > 0 && nearest < b.gap-1e-6 {
			t.Fatalf("two subtrees are %g apart, not %g", nearest, b.gap)
		}
		if i > 0 && len(b.kids) == 2 && nearest > b.gap+1e-6 {
			t.Fatalf("two subtrees are %g apart, though %g is enough", nearest, b.gap)
		}
		before = append(before, all...)
		checkTidy(t, kid)
	}
}

func BenchmarkRight(b *testing.B) { enginetest.Benchmark(b, Engine{}, layout.Page{}) }
func BenchmarkDown(b *testing.B) {
	enginetest.Benchmark(b, Engine{}, layout.Page{Direction: "down"})
}
