package graph

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// course makes a graph from an outline, one node a line: two spaces of indent
// a level (part, section, topic, sub-topic), then the title, and behind "|"
// what the node requires, by ID, separated by commas. A leading "-" is a
// resource, "~" an excluded node, "x" a topic that is done.
func course(outline string) *Graph {
	g := &Graph{Nodes: []Node{{ID: CourseID, Kind: Course, Title: "Course"}}}
	path := []string{CourseID}
	last := map[string]string{} // the last part or section of a parent
	for number, line := range strings.Split(strings.Trim(outline, "\n"), "\n") {
		text := strings.TrimLeft(line, " ")
		level := (len(line)-len(text))/2 + 1
		kinds := []Kind{Course, Part, Section, Topic}
		n := Node{Kind: kinds[min(level, 3)], Source: Position{"c.md", number + 1, 1}}
		text, needs, _ := strings.Cut(text, "|")
		switch {
		case strings.HasPrefix(text, "- "):
			n.Kind, text = Resource, text[2:]
		case strings.HasPrefix(text, "~ "):
			n.Excluded, text = "no curriculum", text[2:]
		case strings.HasPrefix(text, "x "):
			n.Status, text = Done, text[2:]
		}
		n.Title = strings.TrimSpace(text)
		path = path[:level]
		n.Parent = path[level-1]
		n.ID = Slug(n.Title)
		if level > 1 {
			n.ID = n.Parent + "/" + n.ID
		}
		path = append(path, n.ID)
		g.Nodes = append(g.Nodes, n)
		g.Edges = append(g.Edges, Edge{From: n.Parent, To: n.ID, Kind: Contains})
		if before := last[n.Parent]; before != "" && level <= 2 && n.Kind != Resource {
			g.Edges = append(g.Edges, Edge{From: before, To: n.ID, Kind: Next})
		}
		last[n.Parent] = n.ID
		for _, need := range strings.Split(needs, ",") {
			if need = strings.TrimSpace(need); need != "" {
				g.Edges = append(g.Edges, Edge{From: need, To: n.ID, Kind: Requires, Reason: "test", Source: n.Source})
			}
		}
	}
	return g
}

const sample = `
Fundamentals
  Mathematics
    Linear Algebra
      - Khan Academy
    Calculus
    Probability|fundamentals/mathematics/calculus
  Python
    Basics
    NumPy|fundamentals/mathematics/linear-algebra,fundamentals/python/basics
~ Notebooks
  Tools
    AutoEval
The Engineer
  Running LLMs|fundamentals/python
    LLM APIs
    Ollama Café
  Vector Storage
    Documents
    Databases|the-engineer/running-llms/llm-apis
`

// random is a valid acyclic graph of about n nodes, the same for each seed.
func random(n int, seed uint64) *Graph {
	r := rand.New(rand.NewPCG(seed, 1))
	var b strings.Builder
	for i := range n {
		switch level := r.IntN(4); {
		case i == 0 || level == 0:
			fmt.Fprintf(&b, "P%d\n  S%d\n    T%d\n      U%d\n", i, i, i, i)
		case level == 1:
			fmt.Fprintf(&b, "  S%d\n    T%d\n      U%d\n", i, i, i)
		default:
			fmt.Fprintf(&b, "%sT%d\n", strings.Repeat("  ", level), i)
		}
	}
	g := course(b.String())
	for range n / 2 {
		from, to := r.IntN(len(g.Nodes)), r.IntN(len(g.Nodes))
		if from == 0 || to == 0 || from == to {
			continue
		}
		g.Edges = append(g.Edges, Edge{From: g.Nodes[from].ID, To: g.Nodes[to].ID, Kind: Requires})
		if n > 1000 { // in document order there is no cycle to look for
			e := &g.Edges[len(g.Edges)-1]
			if from > to {
				e.From, e.To = e.To, e.From
			}
		} else if g.Cycles() != nil {
			g.Edges = g.Edges[:len(g.Edges)-1]
		}
	}
	return g
}
