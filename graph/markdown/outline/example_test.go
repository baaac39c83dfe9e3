package outline_test

import (
	"context"
	"fmt"
	"os"

	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/graph/markdown/outline"
)

func Example() {
	g, _ := markdown.Parse([]byte("# Cooking\n\n## Basics\n\n### Knives\n\n- **Sharpening**: often.\n- **Chopping**: [slowly](https://example.org/chop).\n"), markdown.Options{})
	if err := outline.Encode(context.Background(), os.Stdout, g.Drawn()); err != nil {
		fmt.Println(err)
	}
	// Output:
	// # Cooking
	//
	// ## Basics
	//
	// ### Knives
	//
	// - **Sharpening**: often.
	// - **Chopping**: slowly.
	//   - [slowly](https://example.org/chop)
}
