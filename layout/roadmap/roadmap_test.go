package roadmap

import (
	"context"
	"fmt"
	"math"
	"math/rand"
	"reflect"
	"slices"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/clutter"
	"github.com/roadmapviz/roadmapviz/layout/enginetest"
)

// pages are pages of all kinds: columns beside each other, narrow and wide ones,
// small boxes, and shapes.
func pages() []layout.Page {
	var pages []layout.Page
	for _, width := range []float64{0, 480, 600, 860, 1200, 2400} {
		for _, compact := range []bool{false, true} {
			for _, side := range []string{"", "right"} {
				pages = append(pages, layout.Page{Width: width, Compact: compact, FirstSide: side})
			}
		}
	}
	for columns := 1; columns <= 6; columns++ {
		for i, width := range []float64{0, 480, 700} {
			pages = append(pages, layout.Page{Columns: columns, Width: width * float64(columns), Compact: i%2 == columns%2})
		}
	}
	return append(pages,
		layout.Page{Aspect: 1.78}, layout.Page{Aspect: 1, Compact: true}, layout.Page{Aspect: 0.2}, layout.Page{Aspect: 3, MaxWidth: 1500},
		layout.Page{Aspect: 1, Width: 1920}, layout.Page{MaxWidth: 700}, layout.Page{Columns: 3, MaxWidth: 1500, Aspect: 1})
}

func TestConformance(t *testing.T) {
	suite.Run(t)
}

var suite = enginetest.Suite{
	Engine: Engine{}, Pages: pages(), Courses: 160,
	// Titles, sections and each section's topics go down the page and on to the
	// next column, and topics side by side to the right.
	Follows: func(p layout.Page, a, b layout.Box) bool {
		return b.Y >= a.Y+a.H || b.X > a.X && (p.Columns > 1 || p.Aspect > 0 || p.Compact)
	},
	MayCross: func(_ layout.Page, e layout.Edge, b layout.Box) bool {
		return e.Kind == string(graph.Next) && (b.ID == e.From || b.ID == e.To)
	},
}

// TestAnyNumberOfTopics: sections of 0 to 40 topics, also in right-to-left courses.
func TestAnyNumberOfTopics(t *testing.T) {
	kinds := pages()
	for seed := range int64(60) {
		rnd := rand.New(rand.NewSource(seed))
		counts := make([]int, 1+rnd.Intn(14))
		for i := range counts {
			counts[i] = rnd.Intn(4)
			if rnd.Intn(4) == 0 {
				counts[i] = rnd.Intn(41)
			}
		}
		g := enginetest.Course(enginetest.Labels(rnd), counts)
		enginetest.Require(rnd, g, rnd.Intn(6))
		if seed%3 == 0 {
			g.Language = "ar"
		}
		o := layout.Options{Page: kinds[seed*7%int64(len(kinds))]}
		s := suite
		if seed%3 == 0 {
			s.Follows = func(layout.Page, layout.Box, layout.Box) bool { return true }
		}
		s.Check(t, g, o)
		if t.Failed() {
			t.Fatalf("seed %d, %+v, %v", seed, o.Page, counts)
		}
	}
}

// TestClearance: curves, and the lines from column to column, keep clear of topics,
// titles and icons.
func TestClearance(t *testing.T) {
	kinds := pages()
	for seed := range int64(2 * len(kinds)) {
		rnd := rand.New(rand.NewSource(seed))
		page := kinds[seed%int64(len(kinds))]
		least := 13. // of the smallest columns; between two samples a curve may come a little nearer
		if page.Width == 0 && page.MaxWidth == 0 && !page.Compact {
			least = 24
		}
		d := enginetest.Draw(t, Engine{}, enginetest.Random(rnd), layout.Options{Page: page})
		for _, e := range d.Edges {
			if e.Kind != string(graph.Next) {
				continue
			}
			for _, p := range e.Path.Sample(24) {
				for _, b := range d.Boxes {
					away := enginetest.Distance(p, b)
					if away < least && (b.Role == layout.TopicRole || b.Role == layout.TitleRole) {
						t.Fatalf("seed %d, %+v: curve %s→%s comes within %.1f px of %s", seed, page, e.From, e.To, away, b.ID)
					}
					for _, i := range b.Icons {
						if away := enginetest.Distance(p, layout.Box{X: i.X, Y: i.Y, W: i.W, H: i.H}); away < 4 {
							t.Fatalf("seed %d, %+v: curve %s→%s comes within %.1f px of the icon of %s", seed, page, e.From, e.To, away, b.ID)
						}
					}
				}
			}
		}
	}
}

func TestAppendingMovesNothing(t *testing.T) {
	rnd := rand.New(rand.NewSource(1))
	label := enginetest.Labels(rnd)
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
		// A language that is guessed could be another one with more topics, and with it the title.
		o := layout.Options{Page: layout.Page{Title: "Rockets"}}
		short := enginetest.Draw(t, Engine{}, enginetest.Course(next(), counts[:n]), o)
		long := enginetest.Draw(t, Engine{}, enginetest.Course(next(), counts[:n+1]), o)
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
	d := enginetest.Draw(t, Engine{}, enginetest.Course(enginetest.Label("Label"), []int{4, 4, 3, 4, 5, 4}), layout.Options{})
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

// TestStem holds that the lines to many topics share a stem, beside these.
func TestStem(t *testing.T) {
	d := enginetest.Draw(t, Engine{}, enginetest.Course(enginetest.Label("Label"), []int{9, 20, 20}), layout.Options{})
	topics := map[string]layout.Box{}
	for _, b := range d.Boxes {
		topics[b.ID] = b
	}
	stems := map[string]float64{}
	for _, e := range d.Edges {
		if e.Kind != string(graph.Contains) {
			continue
		}
		line := e.Path.Segments
		if e.From == "p0/s0" {
			if len(line) != 1 {
				t.Errorf("%s: the line to one of few topics is not straight", e.To)
			}
			continue
		}
		// Where the stem is drawn by another line up to some point, that is a piece of its own.
		if n := len(line); n != 3 && !(n == 4 && line[1].Hidden && line[2].P.X == line[1].P.X) {
			t.Fatalf("%s: the line to one of many topics has no stem", e.To)
		}
		stem, topic := line[0].P.X, topics[e.To]
		if seen, ok := stems[e.From]; ok && seen != stem {
			t.Errorf("%s: the stem is at %v, others are at %v", e.To, stem, seen)
		}
		stems[e.From] = stem
		if away := enginetest.Distance(layout.Point{X: stem, Y: topic.Y + topic.H/2}, topic); math.Abs(away-stemGap) > 1.0/32 { // places are rounded
			t.Errorf("%s: the stem is %v px away", e.To, away)
		}
	}
	if len(stems) != 2 {
		t.Errorf("%d sections have a stem, want 2", len(stems))
	}
}

// TestLinesAreApart: lines of different prerequisites never lie upon each other, and
// none runs through boxes, icons or titles, however many there are.
func TestLinesAreApart(t *testing.T) {
	lines, chips, kinds := 0, 0, pages()
	for seed := range int64(100) {
		rnd := rand.New(rand.NewSource(seed))
		g := enginetest.Random(rnd)
		enginetest.Require(rnd, g, []int{0, 20, 60, 200}[seed%4])
		page := kinds[seed%int64(len(kinds))]
		page.Prerequisites = "lines"
		d := enginetest.Draw(t, Engine{}, g, layout.Options{Page: page, Depth: int(1 + seed%2)})
		if c := clutter.Measure(d); c.Overlaps+c.Boxes+c.Texts > 0 {
			t.Errorf("seed %d, %+v: %+v", seed, page, c)
		} else {
			lines += c.Lines
		}
		for _, b := range d.Boxes {
			chips += len(b.Chips)
		}
	}
	if lines < 500 || chips == 0 {
		t.Errorf("there were %d lines and %d chips to look at", lines, chips)
	}
}

// TestStripsAreApart: lines beside a group of topics keep away from those beside the
// column, how wide the page ever is.
func TestStripsAreApart(t *testing.T) {
	for width := 480.; width < 1000; width++ {
		g := enginetest.Course(enginetest.Label("x"), []int{12, 12, 12, 12})
		for i := range g.Nodes {
			g.Nodes[i].Icon = "🚀"
		}
		require := func(from, fromTopic, to, toTopic int) {
			id := func(section, topic int) string { return fmt.Sprintf("p0/s%d/t%d", section, topic) }
			g.Edges = append(g.Edges, graph.Edge{From: id(from, fromTopic), To: id(to, toTopic), Kind: graph.Requires, Reason: "for a test"})
		}
		for s := range 2 { // as many lanes as fit beside the group
			for topic := range 5 {
				require(s, topic, s, 11-topic)
			}
			require(s, 5, s+2, 0)
		}
		d := enginetest.Draw(t, Engine{}, g, layout.Options{Page: layout.Page{Width: width, Prerequisites: "lines"}, Depth: 1})
		if c := clutter.Measure(d); c.Overlaps > 0 || c.Lines == 0 && width > 700 {
			t.Errorf("width %g: %+v", width, c)
		}
	}
}

func TestErrors(t *testing.T) {
	ctx := context.Background()
	for _, c := range []struct {
		page layout.Page
		want string
	}{
		{layout.Page{Width: -1}, "width is at least 480 px in a roadmap, not -1"},
		{layout.Page{Width: 479}, "width is at least 480 px in a roadmap, not 479"},
		{layout.Page{Width: math.NaN()}, "width is at least 480 px in a roadmap, not NaN"},
		{layout.Page{Width: math.Inf(1)}, "width is at most 20000 px in a roadmap, not +Inf"},
		{layout.Page{Width: 20001}, "width is at most 20000 px in a roadmap, not 20001"},
		{layout.Page{Width: 40001, Columns: 2}, "width is at most 40000 px in a roadmap of 2 columns, not 40001"},
		{layout.Page{Width: 1000, Columns: 3}, "width is at least 1440 px in a roadmap of 3 columns, not 1000"},
		{layout.Page{MaxWidth: 400}, "max-width is at least 480 px in a roadmap, not 400"},
		{layout.Page{MaxWidth: 900, Columns: 2}, "max-width is at least 960 px in a roadmap of 2 columns, not 900"},
		{layout.Page{MaxWidth: 900, Width: 1000}, "max-width is at least the width of 1000 px, not 900"},
		{layout.Page{Width: 1000, Columns: 9}, "width is at least 1440 px in a roadmap of 3 columns, not 1000"}, // there are three sections
		{layout.Page{Width: 60000, MaxWidth: 1e9, Aspect: 1e9, Columns: 1e9}, ""},
		{layout.Page{Width: 60000, Aspect: 1e9}, ""},
		{layout.Page{Width: 60001, Aspect: 1e9}, "width is at most 60000 px in a roadmap of 3 columns, not 60001"},
		{layout.Page{Width: 20000, Aspect: 1e-9}, ""},
	} {
		_, _, err := enginetest.Layout(ctx, Engine{}, enginetest.Course(enginetest.Label("x"), []int{1, 0, 2}), layout.Options{Page: c.page})
		got := ""
		if err != nil {
			got = err.Error()
		}
		if got != c.want {
			t.Errorf("%+v: %q, want %q", c.page, got, c.want)
		}
	}
}

func BenchmarkLayout(b *testing.B) { enginetest.Benchmark(b, Engine{}, layout.Page{}) }

// BenchmarkColumns measures what columns cost, and an aspect, which has to find
// their number.
func BenchmarkColumns(b *testing.B) {
	for _, topics := range []int{3000, 30000} {
		g := enginetest.Synthetic(topics, false)
		for _, page := range []layout.Page{{}, {Columns: 2}, {Columns: 6}, {Aspect: 1.78}, {Aspect: 1.78, Width: 9600}, {Compact: true}} {
			b.Run(fmt.Sprintf("%d/columns=%d,aspect=%g,width=%g,compact=%t", topics, page.Columns, page.Aspect, page.Width, page.Compact), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if _, _, err := enginetest.Layout(context.Background(), Engine{}, g, layout.Options{Page: page}); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

// TestColumns: as many columns as are asked for and about as high as each other, a title never
// alone at a column's foot, and the line from column to column through the gutter.
func TestColumns(t *testing.T) {
	for seed := range int64(40) {
		rnd := rand.New(rand.NewSource(seed))
		parts := make([][]int, 1+rnd.Intn(3))
		for p := range parts {
			parts[p] = make([]int, 3+rnd.Intn(20))
			for s := range parts[p] {
				parts[p][s] = rnd.Intn(7)
			}
		}
		n := 2 + int(seed)%3
		d := enginetest.Draw(t, Engine{}, enginetest.Course(enginetest.Plain(), parts...), layout.Options{Page: layout.Page{Columns: n}})
		if d.Width != float64(n)*usualWidth {
			t.Fatalf("seed %d: %d columns are %g px wide", seed, n, d.Width)
		}
		columnOf := func(x float64) int { return int(x / usualWidth) }
		lowest, used, after := make([]float64, n), make([]int, n), -1
		for _, b := range d.Boxes {
			if b.Role == layout.TitleRole {
				after = columnOf(b.X + b.W/2)
				continue
			}
			at := columnOf(b.X)
			if b.Role == layout.SectionRole {
				used[at]++
				if after >= 0 && len(parts) > 1 && at != after {
					t.Errorf("seed %d: a title stands in column %d, its first section in %d", seed, after, at)
				}
				after = -1
			}
			lowest[at] = max(lowest[at], b.Y+b.H)
		}
		if slices.Contains(used, 0) {
			t.Errorf("seed %d: the columns have %v sections", seed, used)
		}
		const tallest = 1100 // of two sections and a title
		if low, high := slices.Min(lowest), slices.Max(lowest); high-low > tallest {
			t.Errorf("seed %d: columns end at %v", seed, lowest)
		}
		climbs := 0
		for _, e := range d.Edges {
			if e.Kind == string(graph.Next) && e.Path.End().Y < e.Path.Start.Y {
				climbs++
			}
		}
		if len(parts) == 1 && climbs != n-1 {
			t.Errorf("seed %d: %d lines lead from column to column, want %d", seed, climbs, n-1)
		}
	}
}

// TestAspect: the page has exactly the shape that is asked for, unless its width is given.
func TestAspect(t *testing.T) {
	for seed := range int64(40) {
		rnd := rand.New(rand.NewSource(seed))
		g := enginetest.Random(rnd)
		page := layout.Page{Aspect: []float64{0.3, 0.7, 1, 1.78, 3}[seed%5]}
		d := enginetest.Draw(t, Engine{}, g, layout.Options{Page: page})
		if got := d.Width / d.Height; math.Abs(got/page.Aspect-1) > 0.001 {
			t.Errorf("seed %d: aspect %g, want %g", seed, got, page.Aspect)
		}
		page.MaxWidth = 1600
		if d := enginetest.Draw(t, Engine{}, g, layout.Options{Page: page}); d.Width > 1600 {
			t.Errorf("seed %d: %g px wide", seed, d.Width)
		}
		page.Width = 1500
		if d := enginetest.Draw(t, Engine{}, g, layout.Options{Page: page}); math.Abs(d.Width-1500) > 0.1 {
			t.Errorf("seed %d: %g px wide, want 1500", seed, d.Width)
		}
	}
}

// TestFewTopics: between sections without topics the way is short.
func TestFewTopics(t *testing.T) {
	height := func(page layout.Page, counts ...int) float64 {
		return enginetest.Draw(t, Engine{}, enginetest.Course(enginetest.Label("Label"), counts), layout.Options{Page: page}).Height
	}
	none := make([]int, 20)
	if h := height(layout.Page{}, none...); h > 3800 {
		t.Errorf("20 sections without topics are %g px high", h)
	}
	eight := []int{8, 8, 8, 8, 8, 8, 8, 8}
	if wide, small := height(layout.Page{}, eight...), height(layout.Page{Compact: true}, eight...); small > 0.5*wide {
		t.Errorf("compact, %g px are %g px", wide, small)
	}
}
