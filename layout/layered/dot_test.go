package layered

import (
	"bytes"
	"cmp"
	"fmt"
	"math"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout/enginetest"
)

// TestCrossingsAgainstDot draws the same course with Graphviz's dot and counts
// the crossings of both, edges being straight from layer to layer, in the layers
// that dot has chosen.
func TestCrossingsAgainstDot(t *testing.T) {
	dot, err := exec.LookPath("dot")
	if err != nil {
		t.Skip("Graphviz is not installed")
	}
	for _, topics := range []int{100, 1000} {
		edges, nodes := plainEdges(enginetest.Synthetic(topics, true))
		theirs := runDot(t, dot, edges, nodes)
		n := newNet(func() {}, theirs.layer, make([]float64, nodes), edges)
		n.order()
		ours, want := n.crossings(), theirs.crossings(n)
		t.Logf("%d topics: %d crossings, dot has %d", topics, ours, want)
		if float64(ours) > 1.2*float64(want) {
			t.Errorf("%d topics: %d crossings are more than 1.2 times dot's %d", topics, ours, want)
		}
	}
}

// plainEdges is a course as a plain graph: sections in a chain, topics behind their
// sections, and prerequisites.
func plainEdges(g *graph.Graph) (edges [][2]int32, nodes int) {
	number := map[string]int32{}
	id := func(s string) int32 {
		if _, ok := number[s]; !ok {
			number[s] = int32(len(number))
		}
		return number[s]
	}
	last := ""
	for _, n := range g.Nodes {
		switch n.Kind {
		case graph.Section:
			if last != "" {
				edges = append(edges, [2]int32{id(last), id(n.ID)})
			}
			last = n.ID
			id(n.ID)
		case graph.Topic:
			edges = append(edges, [2]int32{id(n.Parent), id(n.ID)})
		}
	}
	for _, e := range g.Edges {
		if e.Kind == graph.Requires {
			edges = append(edges, [2]int32{id(e.From), id(e.To)})
		}
	}
	return edges, len(number)
}

// dotDrawing is what dot answers.
type dotDrawing struct {
	layer  []int32
	x      []float64
	levels []float64 // the y of each layer, from the top
	curves map[[2]int32][][2]float64
}

func runDot(t *testing.T, dot string, edges [][2]int32, nodes int) *dotDrawing {
	t.Helper()
	var in bytes.Buffer
	in.WriteString("digraph {node [shape=box fixedsize=true width=1.6 height=0.5]\n")
	for _, e := range edges {
		fmt.Fprintf(&in, "%d -> %d\n", e[0], e[1])
	}
	in.WriteString("}\n")
	cmd := exec.Command(dot, "-Tplain")
	cmd.Stdin = &in
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	d := &dotDrawing{layer: make([]int32, nodes), x: make([]float64, nodes), curves: map[[2]int32][][2]float64{}}
	y := make([]float64, nodes)
	number := func(s string) float64 { v, _ := strconv.ParseFloat(s, 64); return v }
	for line := range strings.Lines(string(out)) {
		f := strings.Fields(line)
		switch f[0] {
		case "node":
			v := int(number(f[1]))
			d.x[v], y[v] = number(f[2]), -number(f[3])
			d.levels = append(d.levels, y[v])
		case "edge":
			e := [2]int32{int32(number(f[1])), int32(number(f[2]))}
			for i := range int(number(f[3])) {
				d.curves[e] = append(d.curves[e], [2]float64{number(f[4+2*i]), -number(f[5+2*i])})
			}
		}
	}
	slices.Sort(d.levels)
	d.levels = slices.CompactFunc(d.levels, func(a, b float64) bool { return math.Abs(a-b) < 0.1 })
	for v := range y {
		d.layer[v] = int32(slices.IndexFunc(d.levels, func(l float64) bool { return y[v]-l < 0.1 }))
	}
	for _, e := range edges {
		if d.layer[e[0]] >= d.layer[e[1]] {
			t.Fatalf("dot puts %d, layer %d, not above %d, layer %d", e[0], d.layer[e[0]], e[1], d.layer[e[1]])
		}
	}
	return d
}

// crossings orders the nodes and edges of every layer as dot has drawn them
// and counts.
func (d *dotDrawing) crossings(n *net) int {
	x := make([]float64, len(n.layer))
	copy(x, d.x)
	for _, c := range n.chains {
		curve := d.curves[[2]int32{c[0], c[len(c)-1]}]
		for _, v := range c[1 : len(c)-1] {
			x[v] = xAt(curve, d.levels[n.layer[v]])
		}
	}
	rows := n.snapshot()
	for _, row := range rows {
		slices.SortStableFunc(row, func(a, b int32) int { return cmp.Compare(x[a], x[b]) })
	}
	ours := n.snapshot()
	n.restore(rows)
	defer n.restore(ours)
	return n.crossings()
}

// xAt is where a spline of cubic pieces passes a height.
func xAt(c [][2]float64, y float64) float64 {
	last := c[0]
	for i := 0; i+3 < len(c); i += 3 {
		for k := 1; k <= 100; k++ {
			t := float64(k) / 100
			u := 1 - t
			var p [2]float64
			for a := range p {
				p[a] = u*u*u*c[i][a] + 3*u*u*t*c[i+1][a] + 3*u*t*t*c[i+2][a] + t*t*t*c[i+3][a]
			}
			if p[1] >= y {
				return p[0] + (last[0]-p[0])*(p[1]-y)/max(p[1]-last[1], 1e-9)
			}
			last = p
		}
	}
	return last[0]
}
