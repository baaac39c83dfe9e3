package changes_test

import (
	"fmt"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/changes"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
)

func Example() {
	read := func(text string) *graph.Graph {
		g, _ := markdown.Parse([]byte(text), markdown.Options{File: "README.md"})
		return g
	}
	old := read("# Cooking\n\n## Basics\n\n### Knives\n\n- **Sharpening**\n- **Chopping**\n")
	new := read("# Cooking\n\n## Basics\n\n### Sharp knives\n\n- **Sharpening**\n- **Slicing**\n- **Chopping**\n")
	for _, c := range changes.Between(old, new, graph.Position{}) {
		fmt.Printf("%s:%d: %s: %s\n", c.File, c.Line, c.Kind, c.Text)
	}
	// Output:
	// README.md:5: renamed: section "Knives" renamed to "Sharp knives"
	// README.md:8: added: topic "Slicing" added to "Sharp knives"
}
