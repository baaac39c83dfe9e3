package listing_test

import (
	"fmt"
	"os"

	"github.com/roadmapviz/roadmapviz/graph/listing"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
)

func Example() {
	const course = "# Knots\n\n## Beginner\n\n### 1. Loops\n\n- **Bowline**\n- **Butterfly**\n\n### 2. Bends\n\n- **Sheet bend**\n- **Carrick bend**\n"
	g, _ := markdown.Parse([]byte(course), markdown.Options{File: "README.md"})
	if err := listing.Of(g.Drawn()).Text(os.Stdout, false); err != nil {
		fmt.Println(err)
	}
	// Output:
	// Knots
	//   Beginner  (beginner)
	//     1. Loops
	//       Bowline
	//       Butterfly
	//     2. Bends
	//       Sheet bend
	//       Carrick bend
}
