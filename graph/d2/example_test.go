package d2_test

import (
	"fmt"
	"os"

	"github.com/roadmapviz/roadmapviz/graph/d2"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
)

func Example() {
	g, _ := markdown.Parse([]byte("# Cooking\n\n## Basics\n\n### Knives\n\n- **Sharpening**: often.\n- **Chopping**: [slowly](https://example.org/chop).\n"), markdown.Options{})
	if err := d2.Encode(os.Stdout, g.Drawn()); err != nil {
		fmt.Println(err)
	}
	// Output:
	// direction: down
	// n1: 'Basics' {
	//   n2: 'Knives' {
	//     grid-rows: 2
	//     n3: 'Sharpening' {
	//       style.border-radius: 8
	//     }
	//     n4: 'Chopping' {
	//       style.border-radius: 8
	//     }
	//   }
	// }
}
