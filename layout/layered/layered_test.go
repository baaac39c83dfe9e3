package layered

import (
	"math/rand"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/enginetest"
)

func TestConformance(t *testing.T) {
	enginetest.Suite{
		Engine: Engine{},
		Pages:  []layout.Page{{}, {Columns: 2}, {Columns: 7}, {Columns: 3}, {}},
		// Titles and sections go down the page; topics stand where their
		// prerequisites ask for.
		Follows: follows,
	}.Run(t)
}

func follows(_ layout.Page, a, b layout.Box) bool {
	return a.Role == layout.TopicRole || b.Y >= a.Y+a.H
}

// TestRows: within a section every topic stands below what it requires.
func TestRows(t *testing.T) {
	g := enginetest.Course(enginetest.Plain(), []int{9})
	for _, e := range [][2]string{{"p0/s0/t5", "p0/s0/t0"}, {"p0/s0/t0", "p0/s0/t7"}, {"p0/s0/t1", "p0/s0/t2"}} {
		g.Edges = append(g.Edges, graph.Edge{From: e[0], To: e[1], Kind: graph.Requires})
	}
	d := enginetest.Draw(t, Engine{}, g, layout.Options{})
	for _, e := range d.Edges {
		if e.Kind == string(graph.Requires) && e.Path.Start.Y >= e.Path.End().Y {
			t.Errorf("%s stands above %s, which it requires", e.To, e.From)
		}
	}
}

// TestMoreIsLast: the box for further topics stands in the last row, though there
// is room above.
func TestMoreIsLast(t *testing.T) {
	g := enginetest.Course(enginetest.Plain(), []int{9})
	for _, e := range [][2]string{{"p0/s0/t0", "p0/s0/t1"}, {"p0/s0/t1", "p0/s0/t2"}} {
		g.Edges = append(g.Edges, graph.Edge{From: e[0], To: e[1], Kind: graph.Requires})
	}
	y := map[string]float64{}
	for _, b := range enginetest.Draw(t, Engine{}, g, layout.Options{MaxTopics: 5}).Boxes {
		y[b.ID] = b.Y
	}
	if y["p0/s0/+"] != y["p0/s0/t2"] || y["p0/s0/t4"] >= y["p0/s0/t2"] {
		t.Errorf("the rows are %v", y)
	}
}

// TestFar: prerequisites over many layers cross no box either.
func TestFar(t *testing.T) {
	for depth := range 2 {
		rnd := rand.New(rand.NewSource(4))
		counts := make([]int, 90)
		for i := range counts {
			counts[i] = rnd.Intn(7)
		}
		g := enginetest.Course(enginetest.Plain(), counts)
		for _, parent := range []string{"p0/s3/t0", "p0/s80/t1"} {
			g.Nodes = append(g.Nodes, graph.Node{ID: parent + "/u", Parent: parent, Kind: graph.Topic, Title: "Sub-topic"})
		}
		enginetest.Require(rnd, g, 80)
		g.Edges = append(g.Edges, graph.Edge{From: "p0/s3/t0", To: "p0/s80/t1", Kind: graph.Requires},
			graph.Edge{From: "p0/s80", To: "p0/s2", Kind: graph.Requires})
		enginetest.Suite{Engine: Engine{}, Follows: follows}.Check(t, g, layout.Options{Depth: 1 + depth})
	}
}

// TestCircle: a circle, which the parser would have refused, is drawn all the same.
func TestCircle(t *testing.T) {
	g := enginetest.Course(enginetest.Plain(), []int{4, 1})
	for _, e := range [][2]string{{"p0/s0/t0", "p0/s0/t1"}, {"p0/s0/t1", "p0/s0/t0"}, {"p0/s1", "p0/s0/t3"}, {"p0/s0/t3", "p0/s1"}} {
		g.Edges = append(g.Edges, graph.Edge{From: e[0], To: e[1], Kind: graph.Requires})
	}
	if d := enginetest.Draw(t, Engine{}, g, layout.Options{Page: layout.Page{Prerequisites: "lines"}}); len(d.Edges) < 4 {
		t.Errorf("%d edges", len(d.Edges))
	}
}

// TestCrossings counts against the plain way of counting.
func TestCrossings(t *testing.T) {
	rnd := rand.New(rand.NewSource(1))
	for range 50 {
		n := randomNet(rnd)
		want := 0
		for l := 1; l < len(n.rows); l++ {
			var all []segment
			for _, v := range n.rows[l-1] {
				for _, w := range n.down.of(v) {
					all = append(all, segment{n.at[v], n.at[w]})
				}
			}
			for i, a := range all {
				for _, b := range all[:i] {
					if a.upper < b.upper && a.lower > b.lower || a.upper > b.upper && a.lower < b.lower {
						want++
					}
				}
			}
		}
		if got := n.crossings(); got != want {
			t.Fatalf("%d crossings, want %d", got, want)
		}
	}
}

// TestCoordinates: neighbours keep their distance and their order.
func TestCoordinates(t *testing.T) {
	rnd := rand.New(rand.NewSource(2))
	for range 50 {
		n := randomNet(rnd)
		before := n.crossings()
		n.order()
		if after := n.crossings(); after > before {
			t.Errorf("the search goes from %d crossings to %d", before, after)
		}
		x := n.coordinates()
		for _, row := range n.rows {
			for i := 1; i < len(row); i++ {
				if away := x[row[i]] - x[row[i-1]]; away < n.apart(row[i-1], row[i])-1e-6 {
					t.Fatalf("two neighbours are %g apart, not %g", away, n.apart(row[i-1], row[i]))
				}
			}
		}
	}
}

func randomNet(rnd *rand.Rand) *net {
	boxes := 2 + rnd.Intn(60)
	layer, width := make([]int32, boxes), make([]float64, boxes)
	for i := range layer {
		layer[i], width[i] = int32(rnd.Intn(8)), 10+90*rnd.Float64()
	}
	var edges [][2]int32
	for range rnd.Intn(3 * boxes) {
		if a, b := int32(rnd.Intn(boxes)), int32(rnd.Intn(boxes)); layer[a] < layer[b] {
			edges = append(edges, [2]int32{a, b})
		}
	}
	return newNet(func() {}, layer, width, edges)
}

func BenchmarkLayout(b *testing.B) { enginetest.Benchmark(b, Engine{}, layout.Page{}) }
