package markdown

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
)

// outlineOf is the outline of a graph as indented lines, for people to read.
func outlineOf(g *graph.Graph) []string {
	depth := map[string]int{}
	before := map[string][]string{}
	for _, e := range g.Edges {
		if e.Kind == graph.Requires {
			before[e.To] = append(before[e.To], e.From)
		}
	}
	var out []string
	for _, n := range g.Nodes {
		depth[n.ID] = depth[n.Parent] + 1
		line := strings.Repeat("  ", depth[n.ID]-1) + string(n.Kind) + " " + n.Title
		add := func(format, value string) {
			if value != "" {
				line += fmt.Sprintf(format, value)
			}
		}
		add(" = %s", n.Label)
		add(" #%s", n.Number)
		add(" %s", n.Icon)
		add(" by %s", n.Author)
		add(" [%s]", string(n.Status))
		add(" @%s", n.Side)
		add(" <%s>", n.URL)
		if n.Optional {
			line += " (optional)"
		}
		for _, id := range before[n.ID] {
			line += " ← " + id
		}
		add(" – left out: %s", n.Excluded)
		out = append(out, line)
	}
	return out
}

func TestShow(t *testing.T) {
	file := os.Getenv("SHOW")
	if file == "" {
		t.Skip("SHOW names no file")
	}
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	g, found := Parse(src, Options{File: file})
	fmt.Println(strings.Join(outlineOf(g), "\n"))
	for _, d := range found {
		fmt.Println(d)
	}
}
