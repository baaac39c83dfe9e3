package tree_test

import (
	"context"
	"fmt"

	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/engines"
	"github.com/roadmapviz/roadmapviz/layout/tree"
)

func Example() {
	g, _ := markdown.Parse([]byte("# Cooking\n\n## Basics\n\n### Knives\n\n- **Sharpening**: often.\n- **Chopping**: [slowly](https://example.org/chop).\n"), markdown.Options{})
	d, _, err := engines.Layout(context.Background(), tree.Engine{}, g, layout.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.0f × %.0f px\n", d.Width, d.Height)
	for _, b := range d.Boxes {
		fmt.Printf("%3.0f, %3.0f: %s %q\n", b.X, b.Y, b.Role, b.Label)
	}
	// Output:
	// 915 × 190 px
	//  48,  53: part "Basics"
	// 396,  64: section "Knives"
	// 744,  48: topic "Sharpening"
	// 744, 100: topic "Chopping"
}
