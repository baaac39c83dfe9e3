package roadmap

import (
	"context"
	"errors"
	"fmt"
	"math"
	"math/rand"
	"reflect"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
)

func draw(t testing.TB, g *graph.Graph, o layout.Options) *layout.Diagram {
	t.Helper()
	d, _, err := Engine{}.Layout(context.Background(), g, o)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// courseOf builds a course of parts, each a list of topic counts, one a section.
func courseOf(label func() string, parts ...[]int) *graph.Graph {
	g := &graph.Graph{Nodes: []graph.Node{{ID: graph.CourseID, Kind: graph.Course, Title: "Course"}}}
	add := func(kind graph.Kind, parent, id, number string) string {
		g.Nodes = append(g.Nodes, graph.Node{ID: id, Kind: kind, Parent: parent, Title: label(), Number: number})
		g.Edges = append(g.Edges, graph.Edge{From: parent, To: id, Kind: graph.Contains})
		return id
	}
	for p, sections := range parts {
		part := add(graph.Part, graph.CourseID, fmt.Sprintf("p%d", p), "")
		for s, topics := range sections {
			section := add(graph.Section, part, fmt.Sprintf("%s/s%d", part, s), fmt.Sprint(s+1))
			for i := range topics {
				add(graph.Topic, section, fmt.Sprintf("%s/t%d", section, i), "")
			}
		}
	}
	return g
}

func fixed(s string) func() string { return func() string { return s } }

// randomLabel makes labels from one letter to 200 characters.
func randomLabel(rnd *rand.Rand) func() string {
	words := strings.Fields("a of data Vector learning Übersetzung Основы representation antidisestablishmentarianism и")
	return func() string {
		n := 1 + rnd.Intn(4)
		if rnd.Intn(10) == 0 {
			n = 25
		}
		var b strings.Builder
		for range n {
			b.WriteString(words[rnd.Intn(len(words))] + " ")
		}
		label := []rune(strings.TrimSpace(b.String()))
		return string(label[:min(len(label), 200)])
	}
}

func randomCourse(rnd *rand.Rand) *graph.Graph {
	parts := make([][]int, 1+rnd.Intn(3))
	for p := range parts {
		parts[p] = make([]int, 1+rnd.Intn(8))
		for s := range parts[p] {
			parts[p][s] = rnd.Intn(8)
			if rnd.Intn(10) == 0 {
				parts[p][s] = rnd.Intn(61)
			}
		}
	}
	g := courseOf(randomLabel(rnd), parts...)
	var ids []string
	for i := range g.Nodes {
		n := &g.Nodes[i]
		if n.Kind == graph.Section && rnd.Intn(12) == 0 {
			n.Side = []string{"left", "right"}[rnd.Intn(2)]
		}
		if n.Kind == graph.Topic || n.Kind == graph.Section {
			ids = append(ids, n.ID)
			if rnd.Intn(6) == 0 {
				n.Icon = "🚀"
			}
		}
	}
	for range rnd.Intn(12) {
		from, to := rnd.Intn(len(ids)), rnd.Intn(len(ids))
		if from < to {
			g.Edges = append(g.Edges, graph.Edge{From: ids[from], To: ids[to], Kind: graph.Requires})
		}
	}
	return g
}

// TestGuarantees holds random courses against what the package promises.
func TestGuarantees(t *testing.T) {
	for seed := range int64(150) {
		rnd := rand.New(rand.NewSource(seed))
		g := randomCourse(rnd)
		o := layout.Options{
			Width:     []float64{0, 860, 1200}[rnd.Intn(3)],
			MaxTopics: []int{0, 0, 5}[rnd.Intn(3)],
			FirstSide: []string{"", "left", "right"}[rnd.Intn(3)],
		}
		d := draw(t, g, o)
		d.Round()
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			checkInside(t, d)
			checkOverlaps(t, d)
			checkOrder(t, d)
			checkEdges(t, d)
			checkText(t, d)
		})
	}
}

func boxesOf(d *layout.Diagram) map[string]layout.Box {
	boxes := map[string]layout.Box{}
	for _, b := range d.Boxes {
		boxes[b.ID] = b
	}
	return boxes
}

func checkInside(t *testing.T, d *layout.Diagram) {
	inside := func(what string, x, y float64) {
		if x < 0 || y < 0 || x > d.Width || y > d.Height || math.IsNaN(x+y) {
			t.Errorf("%s at (%g, %g) leaves the page of %g × %g", what, x, y, d.Width, d.Height)
		}
	}
	for _, b := range d.Boxes {
		inside(b.ID, b.X, b.Y)
		inside(b.ID, b.X+b.W, b.Y+b.H)
		for _, i := range b.Icons {
			inside(b.ID+" icon", i.X, i.Y)
			inside(b.ID+" icon", i.X+i.W, i.Y+i.H)
		}
	}
	for _, e := range d.Edges {
		for _, p := range e.Path.Sample(24) {
			inside(e.From+"→"+e.To, p.X, p.Y)
		}
	}
}

func checkOverlaps(t *testing.T, d *layout.Diagram) {
	type rect struct {
		id         string
		x, y, w, h float64
	}
	var all []rect
	for _, b := range d.Boxes {
		all = append(all, rect{b.ID, b.X, b.Y, b.W, b.H})
		for _, i := range b.Icons {
			if b.Role != layout.TitleRole {
				all = append(all, rect{b.ID + " icon", i.X, i.Y, i.W, i.H})
			}
		}
	}
	for i, a := range all {
		for _, b := range all[:i] {
			if a.x < b.x+b.w && b.x < a.x+a.w && a.y < b.y+b.h && b.y < a.y+a.h {
				t.Errorf("%s overlaps %s", a.id, b.id)
			}
		}
	}
}

// checkOrder: titles, sections and each section's topics go down the page in
// source order.
func checkOrder(t *testing.T, d *layout.Diagram) {
	last := map[string]layout.Box{}
	for _, b := range d.Boxes {
		group := string(b.Role)
		if b.Role == layout.TopicRole || b.Role == layout.MoreRole {
			group = b.ID[:strings.LastIndex(b.ID, "/")]
		}
		if before, ok := last[group]; ok && b.Y < before.Y+before.H {
			t.Errorf("%s stands above the end of %s", b.ID, before.ID)
		}
		last[group] = b
	}
}

// checkEdges: every line touches the edges of its two boxes, curves keep clear
// of topics, and prerequisites cross no box.
func checkEdges(t *testing.T, d *layout.Diagram) {
	const least = clearance - 1 // between two samples a curve may come a little nearer
	boxes := boxesOf(d)
	for _, e := range d.Edges {
		name := e.From + "→" + e.To
		for id, p := range map[string]layout.Point{e.From: e.Path.Start, e.To: e.Path.End()} {
			b, ok := boxes[id]
			if !ok {
				t.Errorf("%s: no box %s", name, id)
			}
			if away := math.Abs(distance(p, b)); away > 0.05 {
				t.Errorf("%s: its end (%g, %g) is %g px off the edge of %s", name, p.X, p.Y, away, id)
			}
		}
		for _, p := range e.Path.Sample(24) {
			for _, b := range d.Boxes {
				away := distance(p, b)
				switch {
				case b.ID == e.From || b.ID == e.To || b.Role == layout.TitleRole:
				case e.Kind == "next" && away < least:
					t.Fatalf("curve %s comes within %.1f px of %s", name, away, b.ID)
				case away < 0:
					t.Fatalf("%s %s runs through %s", e.Kind, name, b.ID)
				}
			}
		}
	}
}

func checkText(t *testing.T, d *layout.Diagram) {
	for _, b := range d.Boxes {
		for _, l := range b.Lines {
			if l.Width > b.W+0.01 {
				t.Errorf("%s: line %q is %g px wide in a box of %g", b.ID, l.Text, l.Width, b.W)
			}
			if l.Y-l.Size*0.75 < b.Y || l.Y+l.Size*0.22 > b.Y+b.H {
				t.Errorf("%s: line %q leaves its box", b.ID, l.Text)
			}
		}
	}
}

// distance is how far a point lies outside a box; negative inside it.
func distance(p layout.Point, b layout.Box) float64 {
	dx := max(b.X-p.X, p.X-b.X-b.W)
	dy := max(b.Y-p.Y, p.Y-b.Y-b.H)
	if dx > 0 && dy > 0 {
		return math.Hypot(dx, dy)
	}
	return max(dx, dy)
}

func TestAppendingMovesNothing(t *testing.T) {
	rnd := rand.New(rand.NewSource(1))
	label := randomLabel(rnd)
	labels := make([]string, 400)
	for i := range labels {
		labels[i] = label()
	}
	next := func() func() string {
		i := -1
		return func() string { i++; return labels[i%len(labels)] }
	}
	counts := []int{4, 0, 7, 1, 30, 3, 5, 2}
	for n := 1; n < len(counts); n++ {
		short := draw(t, courseOf(next(), counts[:n]), layout.Options{})
		long := draw(t, courseOf(next(), counts[:n+1]), layout.Options{})
		if !reflect.DeepEqual(short.Boxes, long.Boxes[:len(short.Boxes)]) {
			t.Errorf("section %d moves a box above it", n+1)
		}
		if !reflect.DeepEqual(short.Edges, long.Edges[:len(short.Edges)]) {
			t.Errorf("section %d moves a line above it", n+1)
		}
	}
}

// TestFigures holds the distances against those measured in the course figures.
func TestFigures(t *testing.T) {
	d := draw(t, courseOf(fixed("Label"), []int{4, 4, 3, 4, 5, 4}), layout.Options{})
	var centres []float64
	for _, b := range d.Boxes {
		if b.Role == layout.SectionRole {
			centres = append(centres, b.Y+b.H/2)
		}
	}
	for i, want := range []float64{372, 372, 372, 420.5, 372} {
		if got := centres[i+1] - centres[i]; math.Abs(got-want) > 12 {
			t.Errorf("sections %d and %d are %.1f px apart, want about %.1f", i+1, i+2, got, want)
		}
	}
}

func TestMaxTopics(t *testing.T) {
	for _, c := range []struct{ topics, most, boxes int }{{5, 0, 5}, {5, 5, 5}, {5, 4, 5}, {5, 3, 4}, {60, 12, 13}} {
		d := draw(t, courseOf(fixed("Label"), []int{c.topics}), layout.Options{MaxTopics: c.most})
		topics, more := 0, ""
		for _, b := range d.Boxes {
			switch b.Role {
			case layout.TopicRole:
				topics++
			case layout.MoreRole:
				topics++
				more = b.Label
			}
		}
		if topics != c.boxes {
			t.Errorf("%d topics, at most %d: %d boxes, want %d", c.topics, c.most, topics, c.boxes)
		}
		if want := fmt.Sprintf("+%d more", c.topics-c.most); c.boxes < c.topics && more != want {
			t.Errorf("the last box says %q, want %q", more, want)
		}
	}
}

func TestDepth(t *testing.T) {
	g := courseOf(fixed("Label"), []int{3, 2})
	for i := range 4 {
		id := fmt.Sprintf("p0/s0/t1/u%d", i)
		g.Nodes = append(g.Nodes, graph.Node{ID: id, Kind: graph.Topic, Parent: "p0/s0/t1", Title: "Sub-topic"})
	}
	for depth, want := range map[int]int{0: 0, 1: 0, 2: 4} {
		d := draw(t, g, layout.Options{Depth: depth})
		got := 0
		for _, b := range d.Boxes {
			if b.Role == layout.SubtopicRole {
				got++
			}
		}
		if got != want {
			t.Errorf("depth %d draws %d sub-topics, want %d", depth, got, want)
		}
		checkOverlaps(t, d)
		checkEdges(t, d)
		checkText(t, d)
	}
}

func TestTitle(t *testing.T) {
	for _, c := range []struct{ name, language, want string }{
		{"The LLM Engineer", "", "The LLM Engineer Roadmap"},
		{"DevOps Roadmap", "", "DevOps Roadmap"},
		{"机器学习", "", "机器学习"},
		{"Grundlagen", "de", "Grundlagen"},
		{"Basics", "en-GB", "Basics Roadmap"},
	} {
		if got := titleText(graph.Node{Title: c.name}, c.language); got != c.want {
			t.Errorf("titleText(%q, %q) = %q, want %q", c.name, c.language, got, c.want)
		}
	}
}

func TestErrors(t *testing.T) {
	ctx := context.Background()
	if _, _, err := (Engine{}).Layout(ctx, &graph.Graph{}, layout.Options{}); !errors.Is(err, ErrEmpty) {
		t.Errorf("empty graph: %v", err)
	}
	for _, width := range []float64{-1, 100, math.NaN(), math.Inf(1)} {
		if _, _, err := (Engine{}).Layout(ctx, courseOf(fixed("x"), []int{1}), layout.Options{Width: width}); err == nil {
			t.Errorf("width %g is taken", width)
		}
	}
	cancelled, cancel := context.WithCancel(ctx)
	cancel()
	if _, _, err := (Engine{}).Layout(cancelled, courseOf(fixed("x"), []int{1}), layout.Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

func BenchmarkLayout(b *testing.B) {
	for _, topics := range []int{100, 1000, 10000, 100000} {
		counts := make([]int, topics/8)
		for i := range counts {
			counts[i] = 8
		}
		i := 0
		words := strings.Fields("Vector Sparse Neural Causal Robust caching retrieval decoding routing training")
		g := courseOf(func() string {
			i++
			return words[i%len(words)] + " " + words[i/7%len(words)] + " " + fmt.Sprint(i)
		}, counts)
		b.Run(fmt.Sprint(topics), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				draw(b, g, layout.Options{})
			}
		})
	}
}
