package codes_test

import (
	"fmt"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/codes"
)

func Example() {
	at := graph.Position{File: "README.md", Line: 3, Column: 1}
	fmt.Println(codes.NoTopics.At(at, "write them as a list", "the section %q has no topics", "Knives"))
	code, ok := codes.Lookup("RV004")
	fmt.Println(ok, code.Severity, code.Title)
	// Output:
	// README.md:3:1: info RV003: the section "Knives" has no topics (write them as a list)
	// true warning a prerequisite names nothing in the course
}
