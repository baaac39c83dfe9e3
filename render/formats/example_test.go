package formats_test

import (
	"fmt"

	"github.com/roadmapviz/roadmapviz/render/formats"
)

func Example() {
	for _, f := range formats.All() {
		fmt.Println(f.Name, f.Extensions, f.Description)
	}
	f, ok := formats.ByExtension("img/roadmap.PNG")
	fmt.Println(f.Name, ok, "says what it shows:", f.Carries)
	// Output:
	// diagram [.json] the diagram's boxes, lines and edges, as JSON
	// png [.png] PNG
	// svg [.svg] SVG
	// png true says what it shows: true
}
