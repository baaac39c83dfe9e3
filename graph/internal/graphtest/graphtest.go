// Package graphtest makes graphs for the tests of the codecs.
package graphtest

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/build"
)

// Sample is a small course that uses every field of a graph.
func Sample() *graph.Graph {
	b := &build.Builder{}
	b.Graph.Language = "en"
	add := func(parent int, n graph.Node, line int) int {
		if line > 0 {
			n.Source = at(line)
		}
		return b.Add(parent, n)
	}
	course := add(build.Root, graph.Node{Kind: graph.Course, Title: "A Course & More", Summary: "Two parts, \"quoted\"."}, 1)
	basics := add(course, graph.Node{Kind: graph.Part, Title: "The Basics", Icon: "🧩", URL: "#the-basics"}, 3)
	maths := add(basics, graph.Node{Kind: graph.Section, Title: "Mathematics", Number: "1", Icon: "calculator", Side: "left", URL: "#1-mathematics"}, 5)
	algebra := add(maths, graph.Node{
		Kind: graph.Topic, Title: "Linear Algebra", Label: "Algebra", Status: graph.Done,
		Summary: "Vectors, matrices\nand determinants.", Attributes: map[string]string{"duration": "2 weeks", "effort": "10 hours/week"},
	}, 7)
	add(algebra, graph.Node{Kind: graph.Resource, Title: "Essence of \"Algebra\"", URL: "https://example.org/?a=1&b=<2>", Author: "Grant"}, 8)
	add(algebra, graph.Node{Kind: graph.Topic, Title: "Eigenvalues", Optional: true}, 9)
	add(maths, graph.Node{Kind: graph.Topic, Title: "Calculus: ∫ f(x) dx {[(|)]} #1; `C:\\x`", Status: graph.Doing}, 10)
	python := add(basics, graph.Node{Kind: graph.Section, Title: "Python", Number: "2"}, 12)
	add(python, graph.Node{Kind: graph.Topic, Title: "نماذج اللغة 2024 LLM", Status: graph.Todo}, 13)
	add(python, graph.Node{Kind: graph.Topic, Title: "深度学习（基础）"}, 14)
	engineer := add(course, graph.Node{Kind: graph.Part, Title: "The \"Engineer\" <b>", Icon: "👷"}, 16)
	running := add(engineer, graph.Node{Kind: graph.Section, Title: "Running\tLLMs; -- a, b"}, 18)
	apis := add(running, graph.Node{Kind: graph.Topic, Title: "LLM APIs"}, 19)
	add(course, graph.Node{Kind: graph.Part, Title: "Licence", Excluded: "licence"}, 21)
	b.Link(build.Link{From: algebra, To: apis, Kind: graph.Requires, Reason: `column "Prerequisites"`, Source: at(19)})
	b.Link(build.Link{From: maths, To: running, Kind: graph.Requires, Reason: "<!-- requires -->"})
	b.Graph.Images = []graph.Image{{Node: b.Graph.Nodes[basics].ID, URL: "img/basics.png", Alt: "roadmap", Source: at(4)}}
	b.Follow()
	return b.Build(nil)
}

func at(line int) graph.Position { return graph.Position{File: "README.md", Line: line, Column: 1} }

// Random is a valid graph of n nodes, with titles that are hard to escape and
// prerequisites in document order, the same for each seed.
func Random(n int, seed uint64) *graph.Graph {
	r := rand.New(rand.NewPCG(seed, 0))
	b := &build.Builder{}
	path := []int{b.Add(build.Root, graph.Node{Kind: graph.Course, Title: title(r)})}
	kinds := []graph.Kind{graph.Course, graph.Part, graph.Section, graph.Topic, graph.Topic}
	for len(b.Graph.Nodes) < n {
		level := 1 + r.IntN(min(len(path), 4))
		node := graph.Node{Kind: kinds[level], Title: title(r)}
		switch r.IntN(8) {
		case 0:
			node.Summary, node.URL = title(r), "https://example.org/"+title(r)
		case 1:
			node.Status, node.Optional = graph.Done, true
		case 2:
			node.Kind, node.URL = graph.Resource, "https://example.org/?a&b"
		}
		i := b.Add(path[level-1], node)
		path = path[:level]
		if node.Kind != graph.Resource {
			path = append(path, i)
		}
	}
	for range n / 4 {
		first, then := 1+r.IntN(n-1), 1+r.IntN(n-1)
		if first < then && !strings.HasPrefix(b.Graph.Nodes[then].ID, b.Graph.Nodes[first].ID+"/") {
			b.Link(build.Link{From: first, To: then, Kind: graph.Requires, Reason: title(r)})
		}
	}
	b.Follow()
	return b.Build(nil)
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
