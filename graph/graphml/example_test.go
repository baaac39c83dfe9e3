package graphml_test

import (
	"fmt"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph/graphml"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
)

func Example() {
	g, _ := markdown.Parse([]byte("# Cooking\n\n## Basics\n\n### Knives\n\n- **Sharpening**: often.\n- **Chopping**: [slowly](https://example.org/chop).\n"), markdown.Options{})
	var out strings.Builder
	if err := graphml.Encode(&out, g.Drawn()); err != nil {
		fmt.Println(err)
		return
	}
	for line := range strings.Lines(out.String()) {
		if strings.Contains(line, "<node ") || strings.Contains(line, "<edge ") || strings.Contains(line, "Chopping") {
			fmt.Print(line)
		}
	}
	// Output:
	// <node id="n0">
	//     <node id="n1">
	//     <node id="n2">
	//     <node id="n3">
	//     <node id="n4">
	//       <data key="n_title">Chopping</data>
	//     <node id="n5">
	//     <edge id="e0" source="n0" target="n1">
	//     <edge id="e1" source="n1" target="n2">
	//     <edge id="e2" source="n2" target="n3">
	//     <edge id="e3" source="n2" target="n4">
	//     <edge id="e4" source="n4" target="n5">
}
