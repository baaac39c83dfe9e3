package markdown

import (
	"os"
	"slices"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
)

// The reference course has three parts to draw, whether its text is damaged or
// clean. The damaged file is a little younger and has one topic more.
func TestReferenceCourse(t *testing.T) {
	type part struct {
		id, icon         string
		sections, topics int
	}
	for name, more := range map[string]int{"README.md": 1, "README-clean-encoding.md": 0} {
		src, err := os.ReadFile(reference(t, "course", name))
		if err != nil {
			t.Fatal(err)
		}
		g, _ := Parse(src, Options{File: name})
		drawn := graph.NewIndex(g.Drawn())
		var got []part
		for _, i := range drawn.Nodes(graph.Part) {
			n := drawn.Graph().Nodes[i]
			p := part{id: n.ID, icon: n.Icon}
			for _, s := range drawn.Children(i, graph.Section) {
				p.sections++
				p.topics += len(drawn.Children(s, graph.Topic))
			}
			got = append(got, p)
		}
		want := []part{{"llm-fundamentals", "🧩", 4, 15}, {"the-llm-scientist", "🧑‍🔬", 8, 32}, {"the-llm-engineer", "👷", 7, 26 + more}}
		if !slices.Equal(got, want) {
			t.Errorf("%s: got %v, want %v", name, got, want)
		}
		if _, err := g.Find("notebooks", graph.Part); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}
