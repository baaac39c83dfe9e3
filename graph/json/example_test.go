package json_test

import (
	"fmt"
	"os"

	"github.com/roadmapviz/roadmapviz/graph/json"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
)

func Example() {
	g, _ := markdown.Parse([]byte("# Cooking\n\n## Basics\n\n### Knives\n\n- **Sharpening**: often.\n- **Chopping**: [slowly](https://example.org/chop).\n"), markdown.Options{})
	if err := json.Encode(os.Stdout, g.Drawn()); err != nil {
		fmt.Println(err)
	}
	// Output:
	// {"roadmapviz": 1,
	// "nodes": [
	//  {"id":"course","kind":"course","title":"Cooking","url":"#cooking","source":{"line":1,"column":3}},
	//  {"id":"basics","kind":"part","parent":"course","title":"Basics","url":"#basics","source":{"line":3,"column":4}},
	//  {"id":"basics/knives","kind":"section","parent":"basics","title":"Knives","url":"#knives","source":{"line":5,"column":5}},
	//  {"id":"basics/knives/sharpening","kind":"topic","parent":"basics/knives","title":"Sharpening","summary":"often.","source":{"line":7,"column":1}},
	//  {"id":"basics/knives/chopping","kind":"topic","parent":"basics/knives","title":"Chopping","summary":"slowly.","source":{"line":8,"column":1}},
	//  {"id":"basics/knives/chopping/slowly","kind":"resource","parent":"basics/knives/chopping","title":"slowly","url":"https://example.org/chop","source":{"line":8,"column":18}}],
	// "edges": [
	//  {"from":"course","to":"basics","kind":"contains"},
	//  {"from":"basics","to":"basics/knives","kind":"contains"},
	//  {"from":"basics/knives","to":"basics/knives/sharpening","kind":"contains"},
	//  {"from":"basics/knives","to":"basics/knives/chopping","kind":"contains"},
	//  {"from":"basics/knives/chopping","to":"basics/knives/chopping/slowly","kind":"contains"}]}
}
