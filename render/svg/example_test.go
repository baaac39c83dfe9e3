package svg_test

import (
	"bytes"
	"context"
	"fmt"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/engines"
	"github.com/roadmapviz/roadmapviz/layout/tree"
	"github.com/roadmapviz/roadmapviz/render/svg"
	"github.com/roadmapviz/roadmapviz/themes"
)

func Example() {
	g, _ := markdown.Parse([]byte("# Cooking\n\n## Basics\n\n### Knives\n\n- **Sharpening**: often.\n- **Chopping**: [slowly](https://example.org/chop).\n"), markdown.Options{})
	d, _, err := engines.Layout(context.Background(), tree.Engine{}, g, layout.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	theme, _ := themes.Lookup("course")
	var out bytes.Buffer
	if err := svg.Encode(context.Background(), &out, d, theme, svg.Options{Text: svg.System}); err != nil {
		fmt.Println(err)
		return
	}
	for line := range strings.Lines(out.String()) {
		if strings.HasPrefix(line, "<title>") || strings.HasPrefix(line, "<desc>") {
			fmt.Print(line)
		}
	}
	// Output:
	// <title>Basics Roadmap</title>
	// <desc>Basics: 1 section. Knives: Sharpening, Chopping.</desc>
	// <title>Basics</title>
	// <title>Knives</title>
	// <title>Sharpening: often.</title>
	// <title>Chopping: slowly.</title>
}
