package pdf_test

import (
	"bytes"
	"context"
	"fmt"
	"log"

	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/engines"
	"github.com/roadmapviz/roadmapviz/layout/roadmap"
	"github.com/roadmapviz/roadmapviz/render/pdf"
	"github.com/roadmapviz/roadmapviz/themes"
)

// A course becomes a page of its own size.
func Example() {
	ctx := context.Background()
	g, _ := markdown.Parse([]byte("# Cooking\n\n## Knives\n\n* Sharpening\n* Cutting\n\n## Sauces\n\n* Stock\n"), markdown.Options{})
	d, _, err := engines.Layout(ctx, roadmap.Engine{}, g, layout.Options{})
	if err != nil {
		log.Fatal(err)
	}
	theme, _ := themes.Lookup("course")
	var file bytes.Buffer
	if err := pdf.Encode(ctx, &file, []*layout.Diagram{d}, theme, pdf.Options{}); err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%s\n", file.Bytes()[:8])
	// Output: %PDF-1.7
}
