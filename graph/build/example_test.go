package build_test

import (
	"fmt"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/build"
)

// What would close a cycle is left out, and told.
func Example() {
	var b build.Builder
	course := b.Add(build.Root, graph.Node{Kind: graph.Course, Title: "Cooking"})
	basics := b.Add(course, graph.Node{Kind: graph.Part, Title: "Basics"})
	knives := b.Add(basics, graph.Node{Kind: graph.Section, Title: "Knives"})
	heat := b.Add(basics, graph.Node{Kind: graph.Section, Title: "Heat"})
	b.Follow()
	b.Link(build.Link{From: knives, To: heat, Kind: graph.Requires, Reason: "what is cut is fried"})
	b.Link(build.Link{From: heat, To: knives, Kind: graph.Requires})
	g := b.Build(func(l build.Link, cycle []int) {
		fmt.Println("left out:", b.Chain(cycle))
	})
	for _, e := range g.Edges {
		fmt.Println(e.From, e.Kind, e.To)
	}
	// Output:
	// left out: basics/knives → basics/heat → basics/knives
	// course contains basics
	// basics contains basics/knives
	// basics contains basics/heat
	// basics/knives next basics/heat
	// basics/knives requires basics/heat
}
