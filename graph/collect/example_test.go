package collect_test

import (
	"context"
	"fmt"
	"testing/fstest"

	"github.com/roadmapviz/roadmapviz/graph/collect"
)

// One course of a README and the files that it links to.
func Example() {
	book := fstest.MapFS{
		"README.md":     {Data: []byte("# Cooking\n\n- [Knives](knives.md)\n- [Heat](heat.md)\n")},
		"knives.md":     {Data: []byte("# Knives\n\n## Edges\n\n- **Sharpening**\n- **Honing**\n")},
		"heat.md":       {Data: []byte("# Heat\n\n## Pans\n\n- **Frying**\n- **Searing**\n")},
		"not/linked.md": {Data: []byte("# Something else\n")},
	}
	c, err := collect.Read(context.Background(), book, []string{"README.md"}, collect.Options{Follow: true})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range c.Files {
		fmt.Println("read", f.Path)
	}
	for _, n := range c.Graph.Nodes {
		fmt.Println(n.Kind, n.ID, n.Source)
	}
	// Output:
	// read README.md
	// read knives.md
	// read heat.md
	// course course README.md:1:3
	// part cooking README.md:1:3
	// section cooking/cooking README.md:1:3
	// topic cooking/cooking/knives README.md:3:1
	// topic cooking/cooking/knives/edges knives.md:3:4
	// topic cooking/cooking/knives/edges/sharpening knives.md:5:1
	// topic cooking/cooking/knives/edges/honing knives.md:6:1
	// topic cooking/cooking/heat README.md:4:1
	// topic cooking/cooking/heat/pans heat.md:3:4
	// topic cooking/cooking/heat/pans/frying heat.md:5:1
	// topic cooking/cooking/heat/pans/searing heat.md:6:1
}
