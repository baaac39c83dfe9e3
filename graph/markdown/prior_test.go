package markdown

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
)

// knots is a course of n parts with three sections each.
func knots(n int) string {
	var b strings.Builder
	b.WriteString("# Knots\n\n")
	for i := range n {
		fmt.Fprintf(&b, "## Family %c\n\n", 'A'+i)
		for _, s := range []string{"Loops", "Bends", "Hitches"} {
			fmt.Fprintf(&b, "### %s of %c\n\n- simple %s %c\n- doubled %s %c\n\n", s, 'A'+i, s, 'A'+i, s, 'A'+i)
		}
	}
	return b.String()
}

// wrongly is an earlier reading of knots in which all stood one level lower: one
// part, the families its sections, and below these the rest as topics.
func wrongly(g *graph.Graph) []graph.Node {
	nodes := slices.Clone(g.Nodes)
	for i := range nodes {
		switch n := &nodes[i]; n.Kind {
		case graph.Part:
			n.Kind = graph.Section
		case graph.Section, graph.Topic:
			n.Kind = graph.Topic
		}
	}
	return nodes
}

func TestPrior(t *testing.T) {
	six, _ := Parse([]byte(knots(6)), Options{})
	for name, c := range map[string]struct {
		src   string
		prior []graph.Node
		same  bool // the reading is that without a prior
	}{
		"a seventh part":       {knots(7), six.Nodes, true},
		"a figure of one part": {knots(6), slices.DeleteFunc(slices.Clone(six.Nodes), func(n graph.Node) bool { return !strings.HasPrefix(n.ID, "family-c") }), true},
		"an earlier reading":   {knots(6), wrongly(six), false},
		"the author's word":    {strings.Replace(knots(6), "## Family B", "## Family B <!-- roadmap: part -->", 1), wrongly(six), true},
		"the author's levels":  {"---\nroadmap: {structure: {level: 2}}\n---\n" + knots(6), wrongly(six), true},
		"another course":       {strings.NewReplacer("Loops", "Splices", "Bends", "Whippings", "Hitches", "Lashings", "simple", "short", "doubled", "long").Replace(knots(6)), wrongly(six), true},
	} {
		anew, _ := Parse([]byte(c.src), Options{})
		g, _ := Parse([]byte(c.src), Options{Prior: c.prior})
		if same := slices.Equal(drawnLines(anew), drawnLines(g)); same != c.same {
			t.Errorf("%s: read as without a prior: %v, want %v:\n%s", name, same, c.same, strings.Join(drawnLines(g), "\n"))
		}
	}
}
