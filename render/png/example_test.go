package png_test

import (
	"bytes"
	"context"
	"fmt"
	pngs "image/png"

	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/engines"
	"github.com/roadmapviz/roadmapviz/layout/tree"
	"github.com/roadmapviz/roadmapviz/render/png"
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
	if err := png.Encode(context.Background(), &out, d, theme, png.Options{Scale: 2}); err != nil {
		fmt.Println(err)
		return
	}
	picture, err := pngs.DecodeConfig(&out)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.0f × %.0f px become %d × %d pixels\n", d.Width, d.Height, picture.Width, picture.Height)

	err = png.Encode(context.Background(), &out, d, theme, png.Options{Scale: 3, MaxPixels: 1_000_000})
	fmt.Println(err)
	// Output:
	// 915 × 190 px become 1830 × 380 pixels
	// the picture would be 2744 by 570 pixels, and the limit is 1 million in all: use a lower scale, draw one part only, or write SVG
}
