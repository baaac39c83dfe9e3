package html_test

import (
	"context"
	"fmt"
	"strings"

	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/render/html"
	"github.com/roadmapviz/roadmapviz/themes"
)

func Example() {
	t, _ := themes.Lookup(themes.Default)
	var b strings.Builder
	err := html.Encode(context.Background(), &b, &layout.Diagram{Title: "Cooking", Width: 100, Height: 100}, t, html.Options{})
	fmt.Println(strings.Contains(b.String(), "<title>Cooking</title>"), err)
	// Output: true <nil>
}
