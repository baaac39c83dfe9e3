package graph_test

import (
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
)

func TestOverview(t *testing.T) {
	g, _ := markdown.Parse([]byte("# Course\n\n## A\n\n### One\n\n- **Sharpening**: y\n\n## B\n\n### Two\n\n- **z** <!-- roadmap: requires=Sharpening -->\n\n### Three\n\n- [x] **w**: v\n"), markdown.Options{})
	before := len(g.Nodes)
	o := g.Overview()
	var nodes, edges []string
	for _, n := range o.Nodes {
		nodes = append(nodes, string(n.Kind)+" "+n.ID)
	}
	for _, e := range o.Edges {
		if e.Kind != graph.Contains {
			edges = append(edges, e.From+" "+string(e.Kind)+" "+e.To)
		}
	}
	if got := o.Nodes[len(o.Nodes)-1].Status; got != graph.Done {
		t.Errorf("a section whose topics are done is %q", got)
	}
	if got := strings.Join(nodes, ", "); got != "course course, part course/overview, section a, topic a/one, section b, topic b/two, topic b/three" {
		t.Error(got)
	}
	if got := strings.Join(edges, ", "); got != "a next b, a/one requires b/two" {
		t.Error(got)
	}
	if err := o.Check(); err != nil || len(g.Nodes) != before {
		t.Error(err)
	}
}
