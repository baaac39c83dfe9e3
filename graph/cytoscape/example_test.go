package cytoscape_test

import (
	"fmt"
	"os"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/cytoscape"
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
	if err := cytoscape.Encode(os.Stdout, g); err != nil {
		fmt.Println(err)
	}
	// Output:
	// {
	//  "elements": {
	//   "nodes": [
	//    {
	//     "data": {
	//      "id": "course",
	//      "kind": "course",
	//      "title": "Cooking"
	//     }
	//    },
	//    {
	//     "data": {
	//      "id": "basics",
	//      "kind": "part",
	//      "parent": "course",
	//      "title": "Basics"
	//     }
	//    },
	//    {
	//     "data": {
	//      "height": 44,
	//      "id": "basics/knives",
	//      "kind": "section",
	//      "parent": "basics",
	//      "title": "Knives",
	//      "url": "https://example.org/knives",
	//      "width": 83
	//     },
	//     "position": {
	//      "x": 121.5,
	//      "y": 142
	//     }
	//    }
	//   ],
	//   "edges": [
	//    {
	//     "data": {
	//      "id": "e0",
	//      "kind": "contains",
	//      "source": "course",
	//      "target": "basics"
	//     }
	//    },
	//    {
	//     "data": {
	//      "id": "e1",
	//      "kind": "contains",
	//      "source": "basics",
	//      "target": "basics/knives"
	//     }
	//    }
	//   ]
	//  }
	// }
}
