package markdown_test

import (
	"fmt"

	"github.com/roadmapviz/roadmapviz/graph/markdown"
)

// A document is read without any setting. What is odd in it is told at its place.
func Example() {
	g, diagnostics := markdown.Parse([]byte(`# Cooking

## Basics

### 1. Knives
<!-- roadmap: icon=🔪 -->

- **Sharpening**: often.
- **Chopping**: [slowly](https://example.org/chop). <!-- roadmap: requires=Honing -->

## Contributing

Send a recipe.
`), markdown.Options{File: "README.md"})
	for _, n := range g.Drawn().Nodes {
		fmt.Printf("%s %s %q %q\n", n.Kind, n.ID, n.Number, n.Icon)
	}
	for _, d := range diagnostics {
		fmt.Println(d)
	}
	// Output:
	// course course "" ""
	// part basics "" ""
	// section basics/knives "1" "🔪"
	// topic basics/knives/sharpening "" ""
	// topic basics/knives/chopping "" ""
	// resource basics/knives/chopping/slowly "" ""
	// README.md:9:57: warning RV004: the prerequisite "Honing" of "Chopping" is not in the course
}
