package jsoncanvas_test

import (
	"fmt"
	"os"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/jsoncanvas"
)

func Example() {
	g := &graph.Graph{
		Nodes: []graph.Node{
			{ID: "course", Kind: graph.Course, Title: "Cooking"},
			{ID: "basics", Kind: graph.Part, Parent: "course", Title: "Basics"},
			{ID: "basics/knives", Kind: graph.Section, Parent: "basics", Title: "Knives", URL: "https://example.org/knives"},
		},
		Edges: []graph.Edge{
			{From: "course", To: "basics", Kind: graph.Contains},
			{From: "basics", To: "basics/knives", Kind: graph.Contains},
		},
	}
	if err := jsoncanvas.Encode(os.Stdout, g); err != nil {
		fmt.Println(err)
	}
	// Output:
	// {
	//  "nodes": [
	//   {
	//    "id": "course",
	//    "type": "text",
	//    "x": 0,
	//    "y": 0,
	//    "width": 320,
	//    "height": 84,
	//    "text": "# Cooking"
	//   },
	//   {
	//    "id": "basics",
	//    "type": "group",
	//    "x": 0,
	//    "y": 124,
	//    "width": 400,
	//    "height": 140,
	//    "label": "Basics"
	//   },
	//   {
	//    "id": "basics/knives",
	//    "type": "text",
	//    "x": 40,
	//    "y": 164,
	//    "width": 320,
	//    "height": 60,
	//    "text": "**[Knives](https://example.org/knives)**",
	//    "color": "5"
	//   }
	//  ],
	//  "edges": []
	// }
}
