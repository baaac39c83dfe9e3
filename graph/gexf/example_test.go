package gexf_test

import (
	"fmt"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph/gexf"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
)

func Example() {
	g, _ := markdown.Parse([]byte("# Cooking\n\n## Basics\n\n### Knives\n\n- **Sharpening**: often.\n- **Chopping**: [slowly](https://example.org/chop).\n"), markdown.Options{})
	var out strings.Builder
	if err := gexf.Encode(&out, g.Drawn()); err != nil {
		fmt.Println(err)
		return
	}
	for line := range strings.Lines(out.String()) {
		if strings.Contains(line, "<node ") || strings.Contains(line, "<edge ") || strings.Contains(line, "Chopping") {
			fmt.Print(line)
		}
	}
	// Output:
	// <node id="course" label="Cooking">
	//       <node id="basics" label="Basics">
	//       <node id="basics/knives" label="Knives">
	//       <node id="basics/knives/sharpening" label="Sharpening">
	//       <node id="basics/knives/chopping" label="Chopping">
	//           <attvalue for="2" value="Chopping"/>
	//       <node id="basics/knives/chopping/slowly" label="slowly">
	//       <edge id="0" source="course" target="basics" kind="contains">
	//       <edge id="1" source="basics" target="basics/knives" kind="contains">
	//       <edge id="2" source="basics/knives" target="basics/knives/sharpening" kind="contains">
	//       <edge id="3" source="basics/knives" target="basics/knives/chopping" kind="contains">
	//       <edge id="4" source="basics/knives/chopping" target="basics/knives/chopping/slowly" kind="contains">
}
