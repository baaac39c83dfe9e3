package mermaid_test

import (
	"fmt"
	"os"

	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/graph/mermaid"
)

func Example() {
	g, _ := markdown.Parse([]byte("# Cooking\n\n## Basics\n\n### Knives\n\n- **Sharpening**: often.\n- **Chopping**: [slowly](https://example.org/chop).\n"), markdown.Options{})
	if err := mermaid.Flowchart(os.Stdout, g.Drawn()); err != nil {
		fmt.Println(err)
	}
	// Output:
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
