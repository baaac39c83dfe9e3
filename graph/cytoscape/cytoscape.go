// Package cytoscape writes graphs as the elements of Cytoscape and
// Cytoscape.js. All nodes, edges and their fields are kept, images are not.
package cytoscape

import (
	"encoding/json"
	"io"
	"strconv"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/internal/fields"
)

type element struct {
	Data map[string]string `json:"data"`
}

// Encode writes g. The data of a node has "id", "parent" (which makes compound
// nodes) and its other fields; that of an edge has "id", "source" and "target",
// its place in the document being "position". Empty fields are left out.
func Encode(w io.Writer, g *graph.Graph) error {
	var file struct {
		Elements struct {
			Nodes []element `json:"nodes"`
			Edges []element `json:"edges"`
		} `json:"elements"`
	}
	file.Elements.Nodes, file.Elements.Edges = []element{}, []element{}
	for _, n := range g.Nodes {
		data := map[string]string{"id": n.ID}
		set(data, fields.Node(n))
		for name, value := range n.Attributes {
			data["attr_"+name] = value
		}
		file.Elements.Nodes = append(file.Elements.Nodes, element{data})
	}
	for i, e := range g.Edges {
		data := map[string]string{}
		set(data, fields.Edge(e))
		data["id"], data["source"], data["target"] = "e"+strconv.Itoa(i), e.From, e.To
		file.Elements.Edges = append(file.Elements.Edges, element{data})
	}
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	out.SetIndent("", " ")
	return out.Encode(file)
}

func set(data map[string]string, list []fields.Field) {
	for _, f := range list {
		if f.Name == "source" {
			f.Name = "position"
		}
		if f.Value != "" {
			data[f.Name] = f.Value
		}
	}
}
