package clutter_test

import (
	"context"
	"fmt"

	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/clutter"
	"github.com/roadmapviz/roadmapviz/layout/engines"
	"github.com/roadmapviz/roadmapviz/layout/roadmap"
)

func Example() {
	g, _ := markdown.Parse([]byte("# Cooking\n\n## Basics\n\n### Knives\n\n- **Sharpening**: often.\n\n### Soups\n\n<!-- roadmap: requires=\"Sharpening\" -->\n- **Stock**: hours.\n"), markdown.Options{})
	d, _, err := engines.Layout(context.Background(), roadmap.Engine{}, g, layout.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	c := clutter.Measure(d)
	fmt.Println(c.Lines, "line crosses the path", c.Main, "times")
	// Output:
	// 1 line crosses the path 0 times
}
