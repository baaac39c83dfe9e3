package metadata_test

import (
	"context"
	"fmt"

	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/graph/metadata"
)

// A picture says what it shows.
func Example() {
	g, _ := markdown.Parse([]byte("# Cooking\n\n## Basics\n\n### Knives\n\n- **Sharpening**: often.\n- **Chopping**: [slowly](https://example.org/chop).\n"), markdown.Options{})
	f := metadata.Figure{Graph: g, Options: map[string]string{"theme": "contrast"}}
	line, err := metadata.Encode(context.Background(), f)
	if err != nil {
		fmt.Println(err)
		return
	}
	svg := []byte("<svg xmlns=\"http://www.w3.org/2000/svg\"><metadata>" + line + "</metadata></svg>")
	shown, err := metadata.Read(svg)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(shown.Graph.Nodes[1].Title, shown.Options, shown.Fingerprint() == f.Fingerprint())

	_, err = metadata.Read([]byte("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"))
	fmt.Println(err)
	// Output:
	// Basics map[theme:contrast] true
	// the figure does not say what it shows: it was not drawn by roadmapviz, or its metadata was removed
}
