package markdown

import (
	"slices"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
)

// IDs of long titles were as long as these. What was written then still names
// what it named; anchors are those of GitHub as before.
func TestLongIDsAreKnown(t *testing.T) {
	const title = "Reading the tide tables before the boats go out, and again before they come back in with the night's catch"
	long := "harbour/" + graph.Slug(title)
	src := "# Boats\n\n## Harbour\n\n### " + title + "\n\n- **Ebb**: down.\n- **Flood**: up.\n\n" +
		"### Nets\n<!-- roadmap: requires=\"" + long + "\" -->\n\n- **Knots**: many.\n\n" +
		"### Catch\n<!-- roadmap: requires=\"#" + graph.Slug(title) + "\" -->\n\n- **Cod**: cold.\n"
	g, found := Parse([]byte(src), Options{File: "README.md", Config: Config{Nodes: map[string]Note{long: {Icon: "🌊"}}}})
	if len(found) > 0 {
		t.Error(found)
	}
	x := graph.NewIndex(g)
	n, ok := x.Node("harbour/reading-the-tide-tables-before-the-boats-go-out-and-again")
	if !ok || n.Title != title || n.Icon != "🌊" || n.URL != "#"+graph.Slug(title) {
		t.Errorf("got %+v", n)
	}
	if found, err := g.Find(long); err != nil || found.ID != n.ID {
		t.Errorf("%v, %v", found.ID, err)
	}
	for _, to := range []string{"harbour/nets", "harbour/catch"} {
		if !slices.ContainsFunc(g.Edges, func(e graph.Edge) bool { return e.Kind == graph.Requires && e.From == n.ID && e.To == to }) {
			t.Errorf("%s does not require it: %v", to, g.Edges)
		}
	}
	own := strings.Replace(src, "\n\n- **Ebb**", "\n<!-- roadmap: id=\""+graph.Slug(title)+"\" -->\n\n- **Ebb**", 1)
	g, _ = Parse([]byte(own), Options{})
	if _, ok := graph.NewIndex(g).Node(long); !ok {
		t.Error("an author's ID was shortened")
	}
}

// Titles that differ behind what their IDs show are no mistake.
func TestLongTitlesAreNotTwice(t *testing.T) {
	const begin = "Everything that the second watch has to write into the log of the ship at "
	g, found := Parse([]byte("# C\n\n## P\n\n### S\n\n- **"+begin+"dawn**: x.\n- **"+begin+"dusk**: y.\n"), Options{})
	if len(found) > 0 || len(g.Nodes) != 5 || g.Nodes[4].ID != g.Nodes[3].ID+"-1" {
		t.Error(found, g.Nodes)
	}
}

// A title is known by what stands behind the label that counts it.
func TestLabelsAreNoNames(t *testing.T) {
	const src = "# Sewing\n\n## Day 1: Thread\n\n- **Colour**: any.\n- **Length**: an arm's.\n\n## Day 2: Buttons\n<!-- roadmap: requires=\"Thread\" -->\n\n- **Holes**: two.\n- **Hooks**: none.\n"
	g, found := Parse([]byte(src), Options{})
	if len(found) > 0 || !slices.ContainsFunc(g.Edges, func(e graph.Edge) bool { return e.Kind == graph.Requires && e.Guess == "" }) {
		t.Error(found, g.Edges)
	}
}
