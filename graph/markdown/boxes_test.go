package markdown

import (
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
)

// The signs in boxes are states, whatever stands behind the box.
func TestBoxes(t *testing.T) {
	g, _ := Parse([]byte("# C\n\n## P\n\n### S\n\n- [x] **One**: a\n- [/] **Two**: b\n- [-] **Three**\n- [~] Four\n- [ ] `Five`\n- [>] [Six](https://example.org)\n- [-] *Seven*\n"), Options{})
	want := map[string]graph.Status{
		"One": graph.Done, "Two": graph.Doing, "Three": graph.Skipped, "Four": graph.Doing, "Five": graph.Todo, "Six": graph.Doing, "Seven": graph.Skipped,
	}
	for _, n := range g.Nodes {
		if n.Kind == graph.Topic {
			if n.Status != want[n.Title] {
				t.Errorf("%s is %q, want %q", n.Title, n.Status, want[n.Title])
			}
			delete(want, n.Title)
		}
	}
	if len(want) > 0 {
		t.Errorf("not read: %v", want)
	}
}
