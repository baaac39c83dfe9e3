package layout_test

import (
	"fmt"
	"math/rand"
	"slices"
	"strconv"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/kit"
)

// forks is a course of sections with topics, and a diagram of it with a stem for each
// section, which has round corners, or square ones.
func forks(rnd *rand.Rand) (*graph.Graph, *layout.Diagram) {
	g := &graph.Graph{Nodes: []graph.Node{{ID: "p", Kind: graph.Part}}}
	d := &layout.Diagram{}
	for s := range 3 {
		section := "s" + strconv.Itoa(s)
		g.Nodes = append(g.Nodes, graph.Node{ID: section, Kind: graph.Section, Parent: "p"})
		d.Boxes = append(d.Boxes, layout.Box{ID: section, Role: layout.SectionRole})
		for k, i := range rnd.Perm(40)[:rnd.Intn(12)] {
			topic := section + "/" + strconv.Itoa(k)
			g.Nodes = append(g.Nodes, graph.Node{ID: topic, Kind: graph.Topic, Parent: section}, graph.Node{ID: topic + "/s", Kind: graph.Topic, Parent: topic})
			d.Boxes = append(d.Boxes, layout.Box{ID: topic, Role: layout.TopicRole}, layout.Box{ID: topic + "/s", Role: layout.SubtopicRole})
			at := func(x, y float64) layout.Point { return layout.Point{X: x + float64(1000*s), Y: y} }
			y := float64(16 * i)
			path := kit.Fork(at(0, 320), at(26, 320), at(26, y), at(90, y))
			if s == 2 {
				path = layout.Path{Start: at(0, 320)}
				path.Line(2026, 320)
				path.Line(2026, y)
				path.Line(2090, y)
			}
			d.Edges = append(d.Edges, layout.Edge{From: section, To: topic, Kind: string(graph.Contains), Path: path})
		}
	}
	return g, d
}

// pieces are the pixels of straight pieces of a path, and its curves, that are drawn; or
// all of them.
func pieces(p layout.Path, all bool) []string {
	var found []string
	at := p.Start
	for _, s := range p.Segments {
		from := at
		at = s.P
		if s.Hidden && !all {
			continue
		}
		if s.Cubic {
			found = append(found, fmt.Sprint(from, s))
			continue
		}
		n := int(max(from.X-at.X, at.X-from.X, from.Y-at.Y, at.Y-from.Y))
		for i := range n {
			q := s.At(from, (float64(i)+0.5)/float64(n))
			found = append(found, fmt.Sprintf("%.1f %.1f", q.X, q.Y))
		}
	}
	return found
}

// What lines of one box share is drawn once, and all of it is, by the line that counts most.
func TestShareStems(t *testing.T) {
	for seed := range int64(200) {
		rnd := rand.New(rand.NewSource(seed))
		g, d := forks(rnd)
		var whole [][]string
		for _, e := range d.Edges {
			whole = append(whole, pieces(e.Path, true))
		}
		d.ShareStems()
		shared := fmt.Sprint(d)
		check(t, d, whole)
		var ids []string
		for _, n := range g.Nodes {
			if n.Kind == graph.Topic && rnd.Intn(3) == 0 {
				ids = append(ids, n.ID)
			}
		}
		if len(ids) > 0 && rnd.Intn(2) == 0 {
			ids = append(ids, "s0", "s1")
		}
		lit := d.Highlight(g, ids)
		if fmt.Sprint(d) != shared {
			t.Fatalf("seed %d: Highlight changes the diagram", seed)
		}
		slices.SortFunc(lit.Edges, func(a, b layout.Edge) int { return order(d, a) - order(d, b) })
		check(t, lit, whole)
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

func order(d *layout.Diagram, e layout.Edge) int {
	return slices.IndexFunc(d.Edges, func(of layout.Edge) bool { return of.To == e.To })
}

func check(t *testing.T, d *layout.Diagram, whole [][]string) {
	t.Helper()
	counts := func(e layout.Edge) int {
		return slices.Index([]string{"[highlighted]", "[]", "[dimmed]"}, fmt.Sprint(e.States))
	}
	by := map[string]int{} // how much the line counts that draws a piece
	for _, e := range d.Edges {
		for _, p := range pieces(e.Path, false) {
			if _, twice := by[p]; twice {
				t.Errorf("%s is drawn twice, and by %s", p, e.To)
			}
			by[p] = counts(e)
		}
	}
	for i, e := range d.Edges {
		for _, p := range whole[i] {
			if of, drawn := by[p]; !drawn || of > counts(e) {
				t.Errorf("%s of %s, which is %v, is drawn: %t, and counts %d", p, e.To, e.States, drawn, of)
			}
		}
	}
}
