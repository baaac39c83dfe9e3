// Package graphtest makes graphs for the tests of the codecs.
package graphtest

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/internal/build"
)

// Sample is a small course that uses every field of a graph.
func Sample() *graph.Graph {
	b := &build.Builder{}
	b.Graph.Language = "en"
	b.Node(graph.Node{Kind: graph.Course, Title: "A Course & More", Summary: "Two parts, \"quoted\".", Source: at(1)})
	basics := b.Node(graph.Node{Kind: graph.Part, Parent: "course", Title: "The Basics", Icon: "🧩", URL: "#the-basics", Source: at(3)})
	maths := b.Node(graph.Node{Kind: graph.Section, Parent: basics, Title: "Mathematics", Number: "1", Icon: "calculator", Side: "left", URL: "#1-mathematics", Source: at(5)})
	algebra := b.Node(graph.Node{
		Kind: graph.Topic, Parent: maths, Title: "Linear Algebra", Label: "Algebra", Status: graph.Done, Source: at(7),
		Summary: "Vectors, matrices\nand determinants.", Attributes: map[string]string{"duration": "2 weeks", "effort": "10 hours/week"},
	})
	b.Node(graph.Node{Kind: graph.Resource, Parent: algebra, Title: "Essence of \"Algebra\"", URL: "https://example.org/?a=1&b=<2>", Author: "Grant", Source: at(8)})
	b.Node(graph.Node{Kind: graph.Topic, Parent: algebra, Title: "Eigenvalues", Optional: true, Source: at(9)})
	b.Node(graph.Node{Kind: graph.Topic, Parent: maths, Title: "Calculus: ∫ f(x) dx {[(|)]} #1; `C:\\x`", Status: graph.Doing, Source: at(10)})
	python := b.Node(graph.Node{Kind: graph.Section, Parent: basics, Title: "Python", Number: "2", Source: at(12)})
	b.Node(graph.Node{Kind: graph.Topic, Parent: python, Title: "نماذج اللغة 2024 LLM", Status: graph.Todo, Source: at(13)})
	b.Node(graph.Node{Kind: graph.Topic, Parent: python, Title: "深度学习（基础）", Source: at(14)})
	engineer := b.Node(graph.Node{Kind: graph.Part, Parent: "course", Title: "The \"Engineer\" <b>", Icon: "👷", Source: at(16)})
	running := b.Node(graph.Node{Kind: graph.Section, Parent: engineer, Title: "Running\tLLMs; -- a, b", Source: at(18)})
	apis := b.Node(graph.Node{Kind: graph.Topic, Parent: running, Title: "LLM APIs", Source: at(19)})
	b.Node(graph.Node{Kind: graph.Part, Parent: "course", Title: "Licence", Excluded: "licence", Source: at(21)})
	requires(b, algebra, apis, `column "Prerequisites"`, at(19))
	requires(b, maths, running, "<!-- requires -->", graph.Position{})
	b.Graph.Images = []graph.Image{{Node: basics, URL: "img/basics.png", Alt: "roadmap", Source: at(4)}}
	return &b.Graph
}

func at(line int) graph.Position { return graph.Position{File: "README.md", Line: line, Column: 1} }

func requires(b *build.Builder, first, then, reason string, source graph.Position) {
	b.Edge(graph.Edge{From: first, To: then, Kind: graph.Requires, Reason: reason, Source: source})
}

// Random is a valid graph of n nodes, with titles that are hard to escape and
// prerequisites in document order, the same for each seed.
func Random(n int, seed uint64) *graph.Graph {
	r := rand.New(rand.NewPCG(seed, 0))
	b := &build.Builder{}
	path := []string{b.Node(graph.Node{Kind: graph.Course, Title: title(r)})}
	kinds := []graph.Kind{graph.Course, graph.Part, graph.Section, graph.Topic, graph.Topic}
	for len(b.Graph.Nodes) < n {
		level := 1 + r.IntN(min(len(path), 4))
		node := graph.Node{Kind: kinds[level], Parent: path[level-1], Title: title(r)}
		switch r.IntN(8) {
		case 0:
			node.Summary, node.URL = title(r), "https://example.org/"+title(r)
		case 1:
			node.Status, node.Optional = graph.Done, true
		case 2:
			node.Kind, node.URL = graph.Resource, "https://example.org/?a&b"
		}
		id := b.Node(node)
		path = path[:level]
		if node.Kind != graph.Resource {
			path = append(path, id)
		}
	}
	for range n / 4 {
		first, then := 1+r.IntN(n-1), 1+r.IntN(n-1)
		if first < then && !strings.HasPrefix(b.Graph.Nodes[then].ID, b.Graph.Nodes[first].ID+"/") {
			requires(b, b.Graph.Nodes[first].ID, b.Graph.Nodes[then].ID, title(r), graph.Position{})
		}
	}
	return &b.Graph
}

// title is a few words, among them what formats use as syntax.
func title(r *rand.Rand) string {
	words := []string{
		"Linear", "Algebra", "\"quoted\"", "it's", "a&b", "<b>", "x;y", "#1", "{id}", "[list]", "(p)", "|", "a,b", "`code`", "\\n", "\\",
		"end", "graph", "-->", "--", "%%", "$x$", "a:b", "深度学习", "شبكة", "👷🏽", "é", "=1", "@at", "*bold*", "_it_", "~", "!", "1.", "- x", "+",
	}
	var chosen []string
	for range 1 + r.IntN(4) {
		chosen = append(chosen, words[r.IntN(len(words))])
	}
	return strings.Join(chosen, " ")
}

// Outline is the graph's titles by depth, for comparing what a format with
// less than everything keeps.
func Outline(g *graph.Graph) string {
	x := graph.NewIndex(g)
	var b strings.Builder
	for i, n := range g.Nodes {
		fmt.Fprintf(&b, "%s%s %q\n", strings.Repeat("  ", len(x.Ancestors(i))), n.Kind, n.Title)
	}
	return b.String()
}
