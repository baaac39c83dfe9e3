package graph

import (
	"errors"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
)

func titles(nodes []Node) string {
	var names []string
	for _, n := range nodes {
		names = append(names, n.Title)
	}
	return strings.Join(names, ", ")
}

func TestPath(t *testing.T) {
	g := course(sample)
	for _, c := range []struct {
		to   string
		next bool
		want string
	}{
		{"the-engineer/vector-storage/databases", false, "Linear Algebra, Basics, NumPy, LLM APIs, Databases"},
		{"fundamentals/mathematics/probability", false, "Calculus, Probability"},
		{"fundamentals/mathematics/calculus", false, "Calculus"},
		{"fundamentals/python/basics", true, "Linear Algebra, Calculus, Probability, Basics"},
	} {
		path, err := g.Path(c.to, c.next)
		if err != nil || titles(path) != c.want {
			t.Errorf("%s: %s, %v; want %s", c.to, titles(path), err, c.want)
		}
	}
	if _, err := g.Path("nowhere", false); err == nil {
		t.Error("nowhere is no error")
	}
}

// A path is closed: whatever its topics require is on it too, before them.
func TestPathOfRandomGraphs(t *testing.T) {
	for seed := range uint64(20) {
		g := random(40, seed)
		x := NewIndex(g)
		for _, to := range x.Nodes(Topic) {
			path, err := g.Path(g.Nodes[to].ID, false)
			if err != nil {
				t.Fatal(err)
			}
			place := map[string]int{}
			for i, n := range path {
				place[n.ID] = i + 1
			}
			for _, e := range g.Edges {
				if from := x.At(e.From); e.Kind == Requires && place[e.To] > 0 && g.Nodes[from].Kind == Topic {
					if place[e.From] == 0 || place[e.From] > place[e.To] && e.From != g.Nodes[to].ID {
						t.Fatalf("seed %d: on the path to %s, %s lacks %s", seed, g.Nodes[to].ID, e.To, e.From)
					}
				}
			}
		}
	}
}

func TestNextOpen(t *testing.T) {
	g := course("P\n  A\n    x A1\n    A2|p/a/a1\n    A3|p/a/a2\n  B|p/a\n    B1\n  ~ C\n    C1\nQ\n  D\n    D1|p/a/a1")
	if got := titles(g.NextOpen()); got != "A2, D1" {
		t.Errorf("open: %s", got)
	}
	for i := range g.Nodes {
		if strings.HasPrefix(g.Nodes[i].Title, "A") {
			g.Nodes[i].Status = Done
		}
	}
	if got := titles(g.NextOpen()); got != "B1, D1" {
		t.Errorf("after A: %s", got)
	}
	g = course("P\n  A\n    A1\nQ\n  D\n    D1|p/a/a1")
	g.Nodes[2].Status = Done // the section, and with it the topic that it holds
	if got := titles(g.NextOpen()); got != "D1" {
		t.Errorf("after a section as a whole: %s", got)
	}
}

func TestSteps(t *testing.T) {
	g := course("P\n  A\n    A1|p/b/b1\n    A2\n  B\n    B1\n  C\n  ~ D\n    D1")
	if got := titles(g.Steps()); got != "B1, A1, A2, C" {
		t.Errorf("steps: %s", got)
	}
}

func TestExplain(t *testing.T) {
	g := course(sample)
	for _, c := range []struct{ from, to, want string }{
		{"fundamentals/mathematics/linear-algebra", "fundamentals/python/numpy", "requires"},
		{"fundamentals/python/basics", "the-engineer/running-llms/llm-apis", "up requires contains"},
		{"fundamentals/mathematics/calculus", "fundamentals/python/basics", "up next contains"},
		{"fundamentals/python/numpy", "the-engineer/vector-storage/databases", "up requires contains requires"},
	} {
		edges, err := g.Explain(c.from, c.to)
		var kinds []string
		at := c.from
		for _, e := range edges {
			if e.Kind == Contains && e.To == at { // up to what holds the first
				kinds, at = append(kinds, "up"), e.From
				continue
			}
			if e.From != at {
				t.Errorf("%s to %s: the chain is broken at %s", c.from, c.to, e.From)
			}
			kinds, at = append(kinds, string(e.Kind)), e.To
		}
		if err != nil || strings.Join(kinds, " ") != c.want || at != c.to {
			t.Errorf("%s to %s: %q, %v; want %q", c.from, c.to, kinds, err, c.want)
		}
	}
	if _, err := g.Explain("nowhere", "fundamentals"); err == nil {
		t.Error("nowhere is no error")
	}
}

func TestExplainSaysWhyNot(t *testing.T) {
	g := course(sample)
	for _, c := range []struct{ from, to, want string }{
		{"the-engineer", "fundamentals", "the other way round"},
		{"fundamentals", "fundamentals", `both names mean "fundamentals"`},
		{"fundamentals/python/numpy", "fundamentals", `"NumPy" is a part of "Fundamentals"`},
		{"fundamentals/mathematics/linear-algebra", "fundamentals/mathematics/calculus", `nothing in the course says that "Calculus" comes after "Linear Algebra"`},
	} {
		steps, err := g.Explain(c.from, c.to)
		var unrelated *UnrelatedError
		if steps != nil || !errors.As(err, &unrelated) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s to %s: %v, %v", c.from, c.to, steps, err)
		}
	}
}

func TestHours(t *testing.T) {
	for _, c := range []struct {
		duration, effort, hours string
		want                    float64
	}{
		{"", "", "", 0}, {"3 weeks", "", "", 0}, {"3 weeks", "6-10 hours/week", "", 24}, {"90 min", "", "", 1.5}, {"1.5h", "", "", 1.5},
		{"", "", "12", 12}, {"", "4 hrs", "", 4}, {"", "5 hours/week", "", 0}, {"12 months", "10h", "", 520}, {"soon", "...", "x9", 9}, {"1e9", "", "", 0},
	} {
		n := Node{Attributes: map[string]string{"duration": c.duration, "effort": c.effort, "hours": c.hours}}
		if got := n.Hours(); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("%+v: %v hours", c, got)
		}
	}
}

func TestStats(t *testing.T) {
	g := course(sample)
	for i := range g.Nodes {
		switch g.Nodes[i].Title {
		case "Linear Algebra":
			g.Nodes[i].Attributes = map[string]string{"hours": "30"}
			g.Nodes[i].Status = Done
		case "NumPy":
			g.Nodes[i].Attributes = map[string]string{"hours": "5"}
			g.Nodes[i].Optional = true
		}
	}
	got := g.Stats()
	want := Stats{
		Parts: 2, Sections: 4, Topics: 9, Resources: 1, Optional: 1, Excluded: 3, Done: 1, Requires: 5, Depth: 4, Hours: 35, Timed: 2,
		Critical: []string{"fundamentals/mathematics/linear-algebra", "fundamentals/python/numpy"}, CriticalHours: 35,
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

func TestFocus(t *testing.T) {
	g := course(sample)
	near, err := g.Focus("fundamentals/python/numpy", 1)
	if err != nil {
		t.Fatal(err)
	}
	if err := near.Check(); err != nil {
		t.Error(err)
	}
	if got, want := titles(near.Nodes), "Course, Fundamentals, Mathematics, Linear Algebra, Python, Basics, NumPy"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if alone, _ := g.Focus("fundamentals/python/numpy", 0); titles(alone.Nodes) != "Course, Fundamentals, Python, NumPy" {
		t.Error(titles(alone.Nodes))
	}
}

func TestDepth(t *testing.T) {
	for seed := range uint64(20) {
		g := random(40, seed)
		for n := range 5 {
			if err := g.Depth(n).Check(); err != nil {
				t.Fatalf("seed %d, depth %d: %v", seed, n, err)
			}
		}
	}
	cut := course(sample).Depth(2)
	at := slices.IndexFunc(cut.Edges, func(e Edge) bool {
		return e.Kind == Requires && e.From == "the-engineer/running-llms" && e.To == "the-engineer/vector-storage"
	})
	if len(cut.Nodes) != 9 || at >= 0 {
		t.Errorf("%s: a prerequisite repeats the order of the sections", titles(cut.Nodes))
	}
}

func TestTransitiveReduction(t *testing.T) {
	g := course("P\n  S\n    A\n    B|p/s/a\n    C|p/s/b,p/s/a\n    D|p/s/a,p/s/c,p/s/c")
	var left []string
	for _, e := range g.TransitiveReduction().Edges {
		if e.Kind == Requires {
			left = append(left, e.From[4:]+e.To[4:])
		}
	}
	if got := strings.Join(left, " "); got != "ab bc cd" {
		t.Errorf("left: %s", got)
	}
	for seed := range uint64(20) {
		g := random(60, seed)
		if a, b := reachable(g), reachable(g.TransitiveReduction()); !reflect.DeepEqual(a, b) {
			t.Fatalf("seed %d: the reduction changes what requires what", seed)
		}
	}
}

// However many prerequisites nodes have, those that follow from others all go, and no
// edge is followed much more often than it has to be.
func TestTransitiveReductionOfManyPrerequisites(t *testing.T) {
	const nodes, each = 3000, 40
	g := &Graph{Nodes: []Node{{ID: CourseID, Kind: Course}}}
	for i := 1; i < nodes; i++ {
		g.Nodes = append(g.Nodes, Node{ID: strconv.Itoa(i), Kind: Topic, Parent: CourseID})
		for j := 0; j < each && i-1-7*j > 0; j++ {
			g.Edges = append(g.Edges, Edge{From: strconv.Itoa(i - 1 - 7*j), To: strconv.Itoa(i), Kind: Requires})
		}
	}
	left := g.TransitiveReduction().Edges
	for i, e := range left {
		if e.From != strconv.Itoa(i+1) || e.To != strconv.Itoa(i+2) {
			t.Fatalf("%s → %s is left", e.From, e.To)
		}
	}
	if len(left) != nodes-2 {
		t.Errorf("%d edges are left", len(left))
	}
}

// What a section requires, its topics need not require once more.
func TestTransitiveReductionOfWhatIsInherited(t *testing.T) {
	g := course("P\n  S\n    A\n    B\n  T|p/s/a\n    C|p/s/a,p/s/b\n      D|p/s/a")
	var left []string
	for _, e := range g.TransitiveReduction().Edges {
		if e.Kind == Requires {
			left = append(left, e.From+">"+e.To)
		}
	}
	if got := strings.Join(left, " "); got != "p/s/a>p/t p/s/b>p/t/c" {
		t.Errorf("left: %s", got)
	}
}

// reachable lists, for each node, what needs it or what it holds, and what
// these lead to.
func reachable(g *Graph) [][]bool {
	x := NewIndex(g)
	after := newLinks(x, forward, Requires, Contains)
	order := g.Order()
	reach := make([][]bool, len(g.Nodes))
	for _, i := range slices.Backward(order) {
		reach[i] = make([]bool, len(g.Nodes))
		for _, l := range after.of(i) {
			reach[i][l.node] = true
			for j, r := range reach[l.node] {
				reach[i][j] = reach[i][j] || r
			}
		}
	}
	return reach
}
