package roadmapsh_test

import (
	"context"
	"fmt"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph/roadmapsh"
)

func Example() {
	g, err := roadmapsh.Decode(context.Background(), strings.NewReader(`{"nodes": [
		{"id": "1", "type": "title", "position": {"x": 0, "y": 0}, "data": {"label": "Cooking"}},
		{"id": "2", "type": "topic", "position": {"x": 0, "y": 100}, "data": {"label": "Knives"}},
		{"id": "3", "type": "subtopic", "position": {"x": 200, "y": 100}, "data": {"label": "Sharpening"}}
	], "edges": [{"id": "e", "source": "2", "target": "3"}]}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, n := range g.Nodes {
		fmt.Println(n.Kind, n.Title)
	}
	// Output:
	// course Cooking
	// part Cooking
	// section Knives
	// topic Sharpening
}
