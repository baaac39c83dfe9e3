package markdown

import (
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
)

// IDs that were written when they were not shortened name what they named, also
// where two of them begin alike.
func TestLongIDsThatBeginAlike(t *testing.T) {
	const start = "Everything that a new hand must know before the first night out at sea in "
	spring, winter := graph.Slug(start+"spring"), graph.Slug(start+"winter")
	src := "# Boats\n\n## " + start + "spring\n\n### Tides\n\n- **Ebb**: x\n- **Flood**: x\n\n## " + start + "winter\n\n### Tides\n\n- **Ebb**: y\n- **Floe**: y\n\n" +
		"## Ports\n\n### Quays\n\n- **Fender**: x <!-- roadmap: requires=" + winter + "/tides/ebb -->\n- **Rope**: y\n"
	notes := map[string]Note{spring: {Label: "Spring"}, winter: {Label: "Winter"}, winter + "/tides/ebb": {Label: "Ice"}, spring + "/none": {}}
	short := graph.Shorten(spring, graph.MaxElement)
	for range 8 { // as often as chance could make it right
		g, found := Parse([]byte(src), Options{Config: Config{Nodes: notes}})
		x := graph.NewIndex(g)
		for id, want := range map[string]string{short: "Spring", short + "-1": "Winter", short + "/tides/ebb": "", short + "-1/tides/ebb": "Ice"} {
			if n, ok := x.Node(id); !ok || n.Label != want {
				t.Errorf("%s is labelled %q, not %q", id, n.Label, want)
			}
		}
		if len(found) != 1 || !strings.Contains(found[0].Message, spring+"/none") {
			t.Errorf("told is %v", found)
		}
		required := ""
		for _, e := range g.Edges {
			if e.Kind == graph.Requires {
				required += e.From + "\n"
			}
		}
		if required != short+"-1/tides/ebb\n" {
			t.Errorf("required is %q", required)
		}
	}
}
