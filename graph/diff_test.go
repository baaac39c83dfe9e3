package graph

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// summary is the changes in a line each, without the inner ones.
func summary(changes []Change) string {
	var lines []string
	for _, c := range changes {
		switch {
		case c.Inner:
		case c.Edge.From != "":
			lines = append(lines, fmt.Sprintf("%s %s→%s", c.Kind, c.Edge.From, c.Edge.To))
		case c.Kind == Renamed:
			lines = append(lines, fmt.Sprintf("renamed %s→%s", c.Old.Title, c.New.Title))
		case c.Kind == Removed:
			lines = append(lines, "removed "+c.Old.Title)
		case c.Kind == Changed:
			lines = append(lines, "changed "+c.New.Title+" "+strings.Join(c.Fields, ","))
		default:
			lines = append(lines, string(c.Kind)+" "+c.New.Title)
		}
	}
	return strings.Join(lines, "\n")
}

func TestDiff(t *testing.T) {
	const old = `
Fundamentals
  Mathematics
    Linear Algebra
    Calculus
    Probability|fundamentals/mathematics/calculus
  Python
    Basics
    NumPy
  Networks
    Layers
    Training
Engineer
  Running LLMs
    APIs
      Keys
    Local`
	for name, c := range map[string]struct {
		replace []string
		want    string
	}{
		"nothing":         {nil, ""},
		"rename a topic":  {[]string{"NumPy", "NumPy Arrays"}, "renamed NumPy→NumPy Arrays"},
		"rename wholly":   {[]string{"Calculus\n", "Analysis\n", "|fundamentals/mathematics/calculus", "|fundamentals/mathematics/analysis"}, "renamed Calculus→Analysis"},
		"rename section":  {[]string{"  Python", "  Programming Essentials"}, "renamed Python→Programming Essentials"},
		"rename part":     {[]string{"Engineer", "The LLM Builder"}, "renamed Engineer→The LLM Builder"},
		"add a topic":     {[]string{"    NumPy\n", "    NumPy\n    Pandas\n"}, "added Pandas"},
		"add a section":   {[]string{"Engineer\n", "  Agents\n    Tools\n    Memory\nEngineer\n"}, "added Agents"},
		"remove a topic":  {[]string{"    Basics\n", ""}, "removed Basics"},
		"remove section":  {[]string{"  Python\n    Basics\n    NumPy\n", ""}, "removed Python"},
		"reorder":         {[]string{"    Linear Algebra\n", "", "    Probability", "    Linear Algebra\n    Probability"}, "moved Calculus"},
		"move elsewhere":  {[]string{"    Layers\n", "", "    NumPy\n", "    NumPy\n    Layers\n"}, "moved Layers"},
		"move a section":  {[]string{"  Python\n    Basics\n    NumPy\n", "", "Engineer\n", "Engineer\n  Python\n    Basics\n    NumPy\n"}, "moved Python"},
		"edge goes":       {[]string{"|fundamentals/mathematics/calculus", ""}, "edge removed fundamentals/mathematics/calculus→fundamentals/mathematics/probability"},
		"edge comes":      {[]string{"Training", "Training|fundamentals/python/numpy"}, "edge added fundamentals/python/numpy→fundamentals/networks/training"},
		"done":            {[]string{"    Local", "    x Local"}, "changed Local status"},
		"exclude":         {[]string{"    Local", "    ~ Local"}, "removed Local"},
		"a resource":      {[]string{"    Local", "    Local\n    - Link"}, ""},
		"sub-topic":       {[]string{"Keys", "API Keys"}, "renamed Keys→API Keys"},
		"swap for others": {[]string{"    Layers\n    Training\n", "    Convolution\n    Attention\n    Dropout\n"}, "added Convolution\nadded Attention\nadded Dropout\nremoved Layers\nremoved Training"},
	} {
		t.Run(name, func(t *testing.T) {
			text := old + "\n"
			for i := 0; i < len(c.replace); i += 2 {
				if !strings.Contains(text, c.replace[i]) {
					t.Fatalf("no %q", c.replace[i])
				}
				text = strings.Replace(text, c.replace[i], c.replace[i+1], 1)
			}
			if got := summary(Diff(course(old), course(text))); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// A graph does not differ from itself; what is added one way is removed the
// other way; and every node of both graphs is accounted for.
func TestDiffOfRandomGraphs(t *testing.T) {
	for seed := range uint64(40) {
		a, b := random(40, seed), random(40, seed+1)
		if d := Diff(a, a); d != nil {
			t.Fatalf("seed %d: a graph differs from itself: %s", seed, summary(d))
		}
		count := map[ChangeKind]int{}
		for _, c := range Diff(a, b) {
			count[c.Kind]++
		}
		if len(a.Nodes)-count[Removed] != len(b.Nodes)-count[Added] {
			t.Fatalf("seed %d: %v for %d and %d nodes", seed, count, len(a.Nodes), len(b.Nodes))
		}
		cut := *a
		last := len(a.Nodes) - 1
		id := a.Nodes[last].ID
		cut.Nodes = a.Nodes[:last]
		cut.Edges = slices.DeleteFunc(slices.Clone(a.Edges), func(e Edge) bool { return e.From == id || e.To == id })
		nodes := slices.DeleteFunc(Diff(&cut, a), func(c Change) bool { return c.Edge.From != "" })
		if len(nodes) != 1 || nodes[0].Kind != Added || nodes[0].New.ID != id {
			t.Fatalf("seed %d: one node more gives %s", seed, summary(nodes))
		}
	}
}

func TestDiffOfEmptyGraphs(t *testing.T) {
	g := course(sample)
	if d := Diff(&Graph{}, &Graph{}); d != nil {
		t.Error(d)
	}
	if d := Diff(&Graph{}, g); len(d) == 0 || d[0].Kind != Added {
		t.Error(d)
	}
	if d := Diff(g, &Graph{}); len(d) == 0 || d[0].Kind != Removed {
		t.Error(d)
	}
}

func BenchmarkDiff(b *testing.B) {
	g := random(5000, 1)
	h := random(5000, 2)
	b.ReportAllocs()
	for b.Loop() {
		Diff(g, h)
	}
}
