package main

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
)

// The text of a deep course is no more than its lines, and says how deep they are.
func TestDeepListIsLinear(t *testing.T) {
	size := func(levels int) int {
		g := &graph.Graph{Nodes: []graph.Node{{ID: graph.CourseID, Kind: graph.Course, Title: "Course"}}}
		for i := range levels {
			n := graph.Node{ID: fmt.Sprint(i), Kind: graph.Topic, Title: "Topic", Parent: g.Nodes[i].ID}
			g.Nodes = append(g.Nodes, n)
		}
		var b bytes.Buffer
		if err := printOutline(&b, g); err != nil {
			t.Fatal(err)
		}
		if last := fmt.Sprintf("\n%s+%d Topic\n", strings.Repeat("  ", mostInset), levels-mostInset); !strings.HasSuffix(b.String(), last) {
			t.Errorf("%d levels do not end with %q", levels, last)
		}
		return b.Len()
	}
	if a, b := size(1000), size(2000); b > 3*a {
		t.Errorf("1000 levels are %d bytes, and 2000 are %d", a, b)
	}
}
