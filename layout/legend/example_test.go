package legend_test

import (
	"context"
	"fmt"

	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/engines"
	"github.com/roadmapviz/roadmapviz/layout/legend"
)

func ExampleAdd() {
	g, _ := markdown.Parse([]byte("# Boats\n\n## Wood\n\n- [x] Planks\n- [ ] Glue\n"), markdown.Options{})
	tree, _ := engines.Lookup("tree")
	d, _, err := engines.Layout(context.Background(), tree, g, layout.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	legend.Add(d, nil)
	for _, k := range d.Legend {
		fmt.Println(k.Text.Text)
	}
	// Output:
	// done
	// to do
}
