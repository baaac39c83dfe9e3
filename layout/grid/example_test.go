package grid_test

import (
	"context"
	"fmt"

	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/engines"
	"github.com/roadmapviz/roadmapviz/layout/grid"
)

func Example() {
	g, _ := markdown.Parse([]byte("# Cooking\n\n## Basics\n\n### Knives\n\n- **Sharpening**: often.\n- **Chopping**: [slowly](https://example.org/chop).\n"), markdown.Options{})
	d, _, err := engines.Layout(context.Background(), grid.Engine{}, g, layout.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.0f × %.0f px\n", d.Width, d.Height)
	for _, b := range d.Boxes {
		fmt.Printf("%3.0f, %3.0f: %s %q\n", b.X, b.Y, b.Role, b.Label)
	}
	// Output:
	// 445 × 385 px
	//  44,  44: title "Basics Roadmap"
	//  68, 135: group ""
	//  82, 149: section "Knives"
	//  88, 229: topic "Sharpening"
	//  88, 283: topic "Chopping"
}
