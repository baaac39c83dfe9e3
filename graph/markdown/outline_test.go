package markdown

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
)

// printed is the outline of a graph as an indented text, for people to read.
func printed(g *graph.Graph) string {
	depth := map[string]int{}
	requires := map[string][]string{}
	for _, e := range g.Edges {
		if e.Kind == graph.Requires {
			requires[e.To] = append(requires[e.To], e.From)
		}
	}
	var b strings.Builder
	for _, n := range g.Nodes {
		depth[n.ID] = depth[n.Parent] + 1
		fmt.Fprintf(&b, "%s%s %s", strings.Repeat("  ", depth[n.ID]-1), n.Kind, n.Title)
		if n.Number != "" {
			fmt.Fprintf(&b, " #%s", n.Number)
		}
		if n.Icon != "" {
			fmt.Fprintf(&b, " %s", n.Icon)
		}
		if n.URL != "" && testing.Verbose() {
			fmt.Fprintf(&b, " <%.30s>", n.URL)
		}
		if n.Optional {
			b.WriteString(" (optional)")
		}
		if n.Status != "" {
			fmt.Fprintf(&b, " [%s]", n.Status)
		}
		if n.Excluded != "" {
			fmt.Fprintf(&b, " -- %s", n.Excluded)
		}
		for _, r := range requires[n.ID] {
			fmt.Fprintf(&b, " <- %s", r)
		}
		b.WriteByte('\n')
	}
	return b.String()
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
	fmt.Println(printed(g))
	for _, d := range found {
		fmt.Println(d)
	}
}
