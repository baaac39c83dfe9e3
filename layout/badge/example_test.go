package badge_test

import (
	"context"
	"fmt"

	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/badge"
	"github.com/roadmapviz/roadmapviz/layout/engines"
)

func Example() {
	g, _ := markdown.Parse([]byte("# Boats\n\n## Wood\n\n- [x] Planks\n- [ ] Glue\n"), markdown.Options{})
	d, _, err := engines.Layout(context.Background(), badge.Engine{}, g, layout.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(d.Title)
	// Output: progress: 1 of 2
}
