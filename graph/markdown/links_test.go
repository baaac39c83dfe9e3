package markdown

import (
	"slices"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
)

// Every link of a topic is one of its resources, or its address, wherever it stands.
func TestLinksOfTopics(t *testing.T) {
	for _, item := range []string{
		"- Read about [Go](https://link.example) first",
		"- Lays [slides](https://link.example)",
		"- Lays ([slides](https://link.example))",
		"- Lays: [slides](https://link.example)",
		"- **Lays** and [knots](https://link.example)",
		"- **Lays**: see [knots](https://link.example)",
		"- The **lays** of [ropes](https://link.example)",
		"- [Lays](https://link.example)",
		"- [Lays](https://link.example) of ropes",
		"1. Lays https://link.example",
		"- [x] Tie [this](https://link.example) or that",
		"- Lays [![Open in a lab](lab.svg)](https://link.example)",
		"- [![Open in a lab](lab.svg)](https://link.example) Lays",
		`- **Lays** <a href="https://link.example"><img src="lab.svg" alt="Open in a lab"></a>`,
		"\n| Knot | Lab |\n|---|---|\n| Bowline | [![Open in a lab](lab.svg)](https://link.example) |\n| Reef knot | [![Open in a lab](lab.svg)](lab/2) |",
		"\n## Lays [![Open in a lab](lab.svg)](https://link.example)\n\n- Left\n- Right",
	} {
		src := "# Ropes\n\n## Hemp\n\n- Bends\n- Hitches\n" + item + "\n\n## Cotton\n\n- Splices\n- Whippings\n"
		g, _ := Parse([]byte(src), Options{})
		has := func(n graph.Node) bool { return n.URL == "https://link.example" && n.Excluded == "" }
		if !slices.ContainsFunc(g.Nodes, has) {
			t.Errorf("%s: its link is lost", item)
		}
	}
}
