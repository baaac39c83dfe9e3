package layered

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/dot"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/enginetest"
)

// TestPlain: of random graphs all nodes, clusters and edges are drawn; boxes do not
// overlap, lines run through none of them, and labels lie on no box, on no other
// label and on the page.
func TestPlain(t *testing.T) {
	for seed := range int64(120) {
		g, source := randomGraph(t, rand.New(rand.NewSource(seed)))
		d := enginetest.Draw(t, Engine{}, g, layout.Options{})
		if t.Failed() {
			return
		}
		checkPlain(t, g, d)
		if t.Failed() {
			t.Fatalf("seed %d:\n%s", seed, source)
		}
	}
}

func checkPlain(t *testing.T, g *graph.Graph, d *layout.Diagram) {
	t.Helper()
	boxes := map[string]layout.Box{}
	var solid []layout.Box
	for _, b := range d.Boxes {
		boxes[b.ID] = b
		if b.Role != layout.GroupRole {
			solid = append(solid, b)
		}
	}
	for _, n := range g.Nodes {
		_, drawn := boxes[n.ID]
		if want := !n.Implied; drawn != want {
			t.Errorf("%s %s is drawn: %t", n.Kind, n.ID, drawn)
		}
	}
	lines := map[[2]string]layout.Edge{}
	for _, e := range d.Edges {
		lines[[2]string{e.From, e.To}] = e
	}
	for _, e := range g.Edges {
		line, drawn := lines[[2]string{e.From, e.To}]
		if between := e.Kind == graph.Requires || e.Kind == graph.Leads; between && !drawn {
			t.Errorf("%s → %s is not drawn", e.From, e.To)
		}
		if e.Label != "" && len(line.Lines) == 0 {
			t.Errorf("%s → %s lacks its label %q", e.From, e.To, e.Label)
		}
	}
	for i, a := range solid {
		for _, b := range solid[i+1:] {
			if overlap(a, b) {
				t.Errorf("%s lies on %s", a.ID, b.ID)
			}
		}
	}
	var labels []layout.Box
	for _, e := range d.Edges {
		for _, p := range e.Path.Sample(16) {
			for _, b := range solid {
				if enginetest.Distance(p, b) < -0.1 {
					t.Errorf("%s → %s runs through %s", e.From, e.To, b.ID)
				}
			}
		}
		for _, l := range e.Lines {
			labels = append(labels, layout.Box{ID: l.Text, X: l.X - l.Width/2, Y: l.Y - l.Size*0.75, W: l.Width, H: l.Size * 0.95})
		}
	}
	for i, l := range labels {
		for _, b := range append(solid, labels[i+1:]...) {
			if overlap(l, b) {
				t.Errorf("the label %q lies on %q", l.ID, b.ID)
			}
		}
		if l.X < 0 || l.Y < 0 || l.X+l.W > d.Width || l.Y+l.H > d.Height {
			t.Errorf("the label %q leaves the page", l.ID)
		}
	}
}

func overlap(a, b layout.Box) bool {
	return a.X < b.X+b.W-0.1 && b.X < a.X+a.W-0.1 && a.Y < b.Y+b.H-0.1 && b.Y < a.Y+a.H-0.1
}

// randomGraph is read from DOT: nodes in clusters, in clusters of these and beside
// them, edges of which some form cycles and loops, and labels.
func randomGraph(t *testing.T, rnd *rand.Rand) (*graph.Graph, string) {
	t.Helper()
	var b strings.Builder
	arrow := "->"
	if rnd.Intn(4) == 0 {
		arrow = "--"
		b.WriteString("graph {\n")
	} else {
		b.WriteString("digraph {\n")
	}
	if rnd.Intn(3) == 0 {
		b.WriteString("label=\"A graph\"\n")
	}
	n := 1 + rnd.Intn(30)
	name := 0
	nodes := func(most int) {
		for range rnd.Intn(most + 1) {
			if name < n {
				fmt.Fprintf(&b, "n%d [label=\"node %s %d\"]\n", name, strings.Repeat("long ", rnd.Intn(6)), name)
				name++
			}
		}
	}
	for c := range rnd.Intn(4) {
		fmt.Fprintf(&b, "subgraph cluster_%d {\n", c)
		nodes(5)
		for inner := range rnd.Intn(3) {
			fmt.Fprintf(&b, "subgraph cluster_%d_%d { label=\"inner %d\"\n", c, inner, inner)
			nodes(6)
			b.WriteString("}\n")
		}
		b.WriteString("}\n")
	}
	for range rnd.Intn(2 * n) {
		fmt.Fprintf(&b, "n%d %s n%d", rnd.Intn(n), arrow, rnd.Intn(n))
		if rnd.Intn(3) == 0 {
			fmt.Fprintf(&b, " [label=\"says %s\"]", strings.Repeat("so ", rnd.Intn(12)))
		}
		b.WriteString("\n")
	}
	b.WriteString("n0 }\n")
	g, _, err := dot.Decode(t.Context(), strings.NewReader(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	return g, b.String()
}

// TestPlainFar: an edge over more layers than [reach] keeps its label.
func TestPlainFar(t *testing.T) {
	var b strings.Builder
	b.WriteString("digraph { n0 -> n80 [label=far]; n1 -> n79 [label=\"far too\"]; ")
	for i := range 80 {
		fmt.Fprintf(&b, "n%d -> n%d;", i, i+1)
	}
	g, _, err := dot.Decode(t.Context(), strings.NewReader(b.String()+"}"))
	if err != nil {
		t.Fatal(err)
	}
	checkPlain(t, g, enginetest.Draw(t, Engine{}, g, layout.Options{}))
}
