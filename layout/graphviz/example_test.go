package graphviz_test

import (
	"context"
	"errors"
	"fmt"

	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/engines"
	"github.com/roadmapviz/roadmapviz/layout/graphviz"
)

func Example() {
	g, _ := markdown.Parse([]byte("# Cooking\n\n## Basics\n\n### Knives\n\n- **Sharpening**: often.\n- **Chopping**: [slowly](https://example.org/chop).\n"), markdown.Options{})
	engine, ok := graphviz.New(graphviz.Config{}).Engine("dot") // Helper names the program to run
	if !ok {
		return
	}
	_, _, err := engines.Layout(context.Background(), engine, g, layout.Options{})
	fmt.Println(errors.Is(err, graphviz.ErrNoHelper), err)
	fmt.Println(graphviz.Names())
	// Output:
	// true no program to run Graphviz with
	// [circo dot fdp neato osage sfdp twopi]
}
