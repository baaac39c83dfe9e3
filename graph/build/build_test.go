package build

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
)

// lines are the edges of a graph, one a line.
func lines(g *graph.Graph) string {
	var b strings.Builder
	for _, e := range g.Edges {
		fmt.Fprintln(&b, e.From, e.Kind, e.To, e.Reason)
	}
	return b.String()
}

// outline builds a graph of indented lines: two spaces a level, "!" before what
// is excluded.
func outline(text string) *Builder {
	kinds := []graph.Kind{graph.Course, graph.Part, graph.Section, graph.Topic, graph.Topic}
	b := &Builder{}
	path := []int{Root}
	for line := range strings.Lines(text) {
		title := strings.TrimSpace(line)
		depth := (len(line) - len(strings.TrimLeft(line, " "))) / 2
		n := graph.Node{Kind: kinds[depth], Title: strings.TrimPrefix(title, "!")}
		if n.Title != title {
			n.Excluded = "test"
		}
		path = append(path[:depth+1], b.Add(path[depth], n))
	}
	return b
}

func TestIDs(t *testing.T) {
	b := outline("C\n  Course\n  🧩 Basics!\n    1 + 1\n    ???\n    !!!\n    A/B\n  Basics\n  Basics 1\n  basics-1\n")
	want := "course course-1 basics basics/1--1 basics/node basics/node-1 basics/ab basics-1 basics-1-1 basics-1-2"
	var ids []string
	for _, n := range b.Graph.Nodes {
		ids = append(ids, n.ID)
	}
	if got := strings.Join(ids, " "); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	id, wanted := b.Name(0, "Basics")
	if again, _ := b.Name(0, "Basics"); id != "basics-2" || wanted != "basics" || again != "basics-3" {
		t.Errorf("%q for %q, then %q", id, wanted, again)
	}
}

// A long title makes a short ID, the same whatever stands beside it; what an
// author calls an ID stays whole.
func TestLongTitles(t *testing.T) {
	long := "How the harbour master reads the tide tables, the charts and the sky, and what he then tells the crews"
	chinese := strings.Repeat("潮汐表与海图", 20)
	marks := strings.Repeat("กำ้", 40)
	for _, c := range []struct{ title, want string }{
		{long, "how-the-harbour-master-reads-the-tide-tables-the-charts-and"},
		{strings.Repeat("x", 61), strings.Repeat("x", 60)},
		{"A " + strings.Repeat("x", 99), "a-" + strings.Repeat("x", 58)}, // no word to end with
		{strings.Repeat("x", 60) + "-y", strings.Repeat("x", 60)},
		{chinese, strings.Repeat("潮汐表与海图", 10)},
		{marks, strings.Repeat("กำ้", 20)},
	} {
		if got := Slug(c.title); got != c.want {
			t.Errorf("%q gives %q", c.title, got)
		}
		if again := graph.ShortID("a/" + strings.Trim(graph.Slug(c.title), "-")); again != "a/"+c.want {
			t.Errorf("the long ID of %q is shortened to %q", c.title, again)
		}
	}
	b := outline("C\n  Short\n  " + long + " in autumn\n  " + long + " in winter\n    Part of it\n")
	want := "how-the-harbour-master-reads-the-tide-tables-the-charts-and"
	if n := b.Graph.Nodes; n[2].ID != want || n[3].ID != want+"-1" || n[4].ID != want+"-1/part-of-it" {
		t.Errorf("got %q, %q, %q", n[2].ID, n[3].ID, n[4].ID)
	}
	if id, _ := b.NameAs(0, long); id != graph.Slug(long) {
		t.Errorf("the author's ID became %q", id)
	}
}

// Where a file gives IDs, made ones give way to them.
func TestTakenIDs(t *testing.T) {
	b := &Builder{}
	for _, id := range []string{"cooking", "cooking", "cooking/cooking"} {
		b.Take(id)
	}
	b.Add(Root, graph.Node{Kind: graph.Course, Title: "Cooking"})
	b.Add(b.Home(graph.Topic), graph.Node{ID: "cooking", Kind: graph.Topic})
	if b.Home(graph.Topic) != 2 || b.Home(graph.Section) != 1 || b.Home(graph.Part) != 0 {
		t.Error("homes are made more than once")
	}
	var ids []string
	for _, n := range b.Graph.Nodes {
		ids = append(ids, n.ID)
	}
	if got, want := strings.Join(ids, " "), "course cooking-2 cooking-2/cooking cooking"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestEdges(t *testing.T) {
	b := outline("C\n  P\n    A\n    !X\n      D\n    B\n  !N\n    E\n    F\n  Q\n")
	b.Link(Link{From: 2, To: 5, Kind: graph.Requires, Reason: "twice"})
	b.Link(Link{From: 2, To: 5, Kind: graph.Requires, Reason: "once more"})
	b.Link(Link{From: 1, To: 2, Kind: graph.Contains, Reason: "said"})
	b.Link(Link{From: 0, To: 2, Kind: graph.Contains, Reason: "not so"})
	b.Follow()
	want := `course contains p 
p contains p/a said
p contains p/x 
p/x contains p/x/d 
p contains p/b 
p/a next p/b 
p/a requires p/b twice
course contains n 
n contains n/e 
n contains n/f 
course contains q 
p next q 
`
	if got := lines(b.Build(nil)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// What is left out is the last of the links that form a cycle, declared
// prerequisites before declared order, and that before the order of the text.
func TestCycles(t *testing.T) {
	const requires, next = graph.Requires, graph.Next
	for name, c := range map[string]struct {
		links []Link
		want  string
	}{
		"self":            {[]Link{{From: 3, To: 3, Kind: requires}}, "3→3 [3]"},
		"last":            {[]Link{{From: 4, To: 3, Kind: requires}, {From: 3, To: 4, Kind: requires}}, "3→4 [3 4]"},
		"three":           {[]Link{{From: 5, To: 3, Kind: requires}, {From: 3, To: 4, Kind: requires}, {From: 4, To: 5, Kind: requires}}, "4→5 [3 4 5]"},
		"what holds it":   {[]Link{{From: 3, To: 2, Kind: requires}}, "3→2 [2 3]"},
		"against order":   {[]Link{{From: 6, To: 2, Kind: requires}}, "2→6 [2 6]"},
		"by declaration":  {[]Link{{From: 6, To: 2, Kind: next, Reason: "comment"}}, "2→6 [2 6]"},
		"a prerequisite":  {[]Link{{From: 4, To: 3, Kind: next, Reason: "comment"}, {From: 3, To: 4, Kind: requires}}, "4→3 [3 4]"},
		"two apart":       {[]Link{{From: 4, To: 3, Kind: requires}, {From: 3, To: 4, Kind: requires}, {From: 6, To: 1, Kind: requires}}, "3→4 [3 4], 6→1 [1 6]"},
		"backwards alone": {[]Link{{From: 7, To: 3, Kind: requires}, {From: 5, To: 3, Kind: requires}, {From: 5, To: 4, Kind: requires}}, ""},
	} {
		b := outline("C\n  P\n    A\n      x\n      y\n      z\n    B\n      w\n")
		for _, l := range c.links {
			b.Link(l)
		}
		b.Follow()
		var left []string
		g := b.Build(func(l Link, cycle []int) { left = append(left, fmt.Sprintf("%d→%d %v", l.From, l.To, cycle)) })
		if got := strings.Join(left, ", "); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
		if err := g.Check(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestChain(t *testing.T) {
	b := flat(40)
	if got := b.Chain([]int{1, 2}); got != "t → t-1 → t" {
		t.Error(got)
	}
	long := make([]int, 40)
	for i := range long {
		long[i] = 1 + i
	}
	if got := b.Chain(long); !strings.HasPrefix(got, "t → t-1 → ") || !strings.Contains(got, "t-9 → … → t-31") || !strings.HasSuffix(got, " → t-39 → t") {
		t.Error(got)
	}
}

// random is a course of n nodes with m links of all kinds, in all directions or
// only forward.
func random(n, m int, forward bool, r *rand.Rand) *Builder {
	b := &Builder{}
	b.Add(Root, graph.Node{Kind: graph.Course, Title: "C"})
	for i := 1; i < n; i++ {
		b.Add(r.IntN(i), graph.Node{Kind: graph.Topic, Title: string(rune('a' + r.IntN(3)))})
	}
	for range m {
		l := Link{From: r.IntN(n), To: r.IntN(n), Kind: graph.Requires}
		if r.IntN(4) == 0 {
			l.Kind = graph.Next
		}
		if forward {
			if l.From == l.To {
				continue
			}
			l.From, l.To = min(l.From, l.To), max(l.From, l.To)
		}
		b.Link(l)
	}
	return b
}

func TestProperties(t *testing.T) {
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 0))
		n := 2 + r.IntN(30)
		forward := seed%5 == 0
		b := random(n, r.IntN(3*n), forward, r)
		b.Follow()
		type loss struct {
			link  Link
			cycle []int
		}
		var lost []loss
		g := b.Build(func(l Link, cycle []int) { lost = append(lost, loss{l, cycle}) })
		x := graph.NewIndex(g)
		edges, at := map[arc]bool{}, 0
		for _, e := range g.Edges {
			from, to := x.At(e.From), x.At(e.To)
			if from < 0 || to < at {
				t.Fatalf("%d: %v ends nowhere or is out of order", seed, e)
			}
			edges[arc{from, to}], at = true, to
		}
		for i := range g.Nodes {
			if x.At(g.Nodes[i].ID) != i {
				t.Fatalf("%d: %q is there twice", seed, g.Nodes[i].ID)
			}
		}
		if cycles := g.Cycles(); cycles != nil {
			t.Fatalf("%d: %v", seed, cycles)
		}
		if forward && lost != nil {
			t.Fatalf("%d: %v is left out of a graph without cycles", seed, lost)
		}
		for _, l := range lost {
			edges[arc{l.link.From, l.link.To}] = true
			for i, v := range l.cycle {
				if next := l.cycle[(i+1)%len(l.cycle)]; !edges[arc{v, next}] || v < l.cycle[0] {
					t.Fatalf("%d: %v is no cycle from its first node", seed, l.cycle)
				}
			}
			if l.cycle == nil {
				t.Fatalf("%d: the search for a cycle was given up in a small graph", seed)
			}
			delete(edges, arc{l.link.From, l.link.To})
		}
	}
}

// A graph without cycles keeps all its links, however its text is ordered.
func TestBackwardsIsNoCycle(t *testing.T) {
	const n = 5000
	b := flat(n)
	r := rand.New(rand.NewPCG(1, 0))
	for range 4 * n {
		if i, j := r.IntN(n), r.IntN(n); i != j {
			b.Link(Link{From: 1 + max(i, j), To: 1 + min(i, j), Kind: graph.Requires})
		}
	}
	links := len(b.links)
	b.Build(func(l Link, _ []int) { t.Fatalf("%v is left out", l) })
	if len(b.links) != links || b.steps > 0 {
		t.Errorf("%d of %d links, %d steps", len(b.links), links, b.steps)
	}
}

func flat(n int) *Builder {
	b := &Builder{}
	b.Add(Root, graph.Node{Kind: graph.Course, Title: "C"})
	for range n {
		b.Add(0, graph.Node{Kind: graph.Topic, Title: "t"})
	}
	return b
}

// Hostile graphs cost so many steps for each node and link, and no more.
func TestBoundedWork(t *testing.T) {
	const n = 2000
	for name, link := range map[string]func(b *Builder, r *rand.Rand){
		"ladder": func(b *Builder, _ *rand.Rand) { // each link moves all before it
			for i := n; i > 1; i-- {
				b.Link(Link{From: i, To: i - 1, Kind: graph.Requires})
			}
			b.Link(Link{From: 1, To: n, Kind: graph.Requires})
		},
		"dense": func(b *Builder, r *rand.Rand) {
			for range 20 * n {
				b.Link(Link{From: 1 + r.IntN(n), To: 1 + r.IntN(n), Kind: graph.Requires})
			}
		},
		"there and back": func(b *Builder, _ *rand.Rand) {
			for i := 1; i < n; i++ {
				b.Link(Link{From: i, To: i + 1, Kind: graph.Requires})
				b.Link(Link{From: n, To: i, Kind: graph.Requires})
			}
		},
	} {
		b := flat(n)
		link(b, rand.New(rand.NewPCG(2, 0)))
		links := len(b.links)
		g := b.Build(nil)
		if most := (maxSteps + 2) * (n + 1 + links); b.steps > most {
			t.Errorf("%s: %d steps, want at most %d", name, b.steps, most)
		}
		if cycles := g.Cycles(); cycles != nil {
			t.Errorf("%s: a cycle of %d", name, len(cycles[0]))
		}
	}
}

// Siblings of one title cost as much each, however many there are: every try
// for an ID makes a string.
func TestManySiblings(t *testing.T) {
	tries := func(n int) float64 {
		return testing.AllocsPerRun(1, func() { flat(n) }) / float64(n)
	}
	if few, many := tries(1000), tries(32_000); many > 2*few {
		t.Errorf("%.1f allocations for each of 1,000 siblings, %.1f for each of 32,000", few, many)
	}
}

func BenchmarkBuild(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		g := &Builder{}
		g.Graph.Nodes = make([]graph.Node, 0, 100_001)
		g.Add(Root, graph.Node{Kind: graph.Course, Title: "C"})
		section := 0
		for i := range 100_000 {
			if i%20 == 0 {
				section = g.Add(0, graph.Node{Kind: graph.Section, Title: "Section of a course"})
				continue
			}
			g.Add(section, graph.Node{Kind: graph.Topic, Title: "A topic to learn"})
		}
		g.Follow()
		g.Build(nil)
	}
}
