package formats_test

import (
	"context"
	"fmt"
	"os"

	"github.com/roadmapviz/roadmapviz/graph/formats"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
)

func Example() {
	g, _ := markdown.Parse([]byte("# Cooking\n\n## Basics\n\n### Knives\n\n- **Sharpening**: often.\n- **Chopping**: [slowly](https://example.org/chop).\n"), markdown.Options{})
	format, ok := formats.ByExtension("course.mmd")
	if !ok {
		return
	}
	fmt.Println(format.Name, format.Description)
	if err := format.Encode(context.Background(), os.Stdout, g.Drawn()); err != nil {
		fmt.Println(err)
	}
	// Output:
	// mermaid a Mermaid flowchart
	// flowchart TB
	//   subgraph n1["Basics"]
	//     direction LR
	//     subgraph n2["Knives"]
	//       direction LR
	//       n3["Sharpening"]
	//       n4["Chopping"]
	//     end
	//   end
}
