package graph_test

import (
	"fmt"

	"github.com/roadmapviz/roadmapviz/graph/markdown"
)

// A course answers what has to be learned before a topic.
func Example() {
	g, _ := markdown.Parse([]byte(`# Cooking

## Basics

### Knives

- **Sharpening**: often.
- **Chopping**: slowly.

### Heat

- **Frying**: needs a sharp knife. <!-- roadmap: requires=Sharpening -->
`), markdown.Options{File: "README.md"})
	frying, err := g.Find("frying")
	if err != nil {
		fmt.Println(err)
		return
	}
	steps, err := g.Path(frying.ID, false)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, n := range steps {
		fmt.Println(n.Kind, n.ID, "in line", n.Source.Line)
	}
	_, err = g.Find("boiling")
	fmt.Println(err)
	// Output:
	// topic basics/knives/sharpening in line 7
	// topic basics/heat/frying in line 12
	// nothing is named "boiling"; there is "Knives", "Heat"
}
