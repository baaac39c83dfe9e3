package markdown

import (
	"slices"
	"strings"
	"testing"
)

// A configuration moves the very entry that it names, by the ID that this has
// before, and says the rest about it too.
func TestConfiguredLevels(t *testing.T) {
	const src = "# C\n\n## A\n\n### B\n\n- **b**: x\n\n### D\n\n- **d**: x\n- **e**: x\n\n## F\n\n### G\n\n- **g**: x\n"
	for _, c := range []struct {
		nodes map[string]Note
		want  []string
		found string
	}{
		{map[string]Note{"a/d": {Level: "part", Label: "Dee"}}, []string{"a", "a/b", "a/b/b", "d", "d/d", "d/d/d", "d/d/e", "f", "f/g", "f/g/g"}, ""},
		{map[string]Note{"a/d": {Level: "topic"}}, []string{"a", "a/b", "a/b/b", "a/b/d", "a/b/d/d", "a/b/d/e", "f", "f/g", "f/g/g"}, ""},
		{map[string]Note{"a/d/e": {Level: "section"}}, []string{"a", "a/b", "a/b/b", "a/d", "a/d/d", "a/e", "f", "f/g", "f/g/g"}, `"e" has no topics`},
		{map[string]Note{"f": {Level: "section"}}, []string{"a", "a/b", "a/b/b", "a/d", "a/d/d", "a/d/e", "a/f", "a/f/g", "a/f/g/g"}, ""},
		{map[string]Note{"a/b": {Level: "topic"}}, []string{"a", "a/b", "a/b/b", "a/d", "a/d/d", "a/d/e", "f", "f/g", "f/g/g"}, "nothing before it can hold it"},
		{map[string]Note{"a/z": {Level: "part"}}, []string{"a", "a/b", "a/b/b", "a/d", "a/d/d", "a/d/e", "f", "f/g", "f/g/g"}, `"a/z" that does not exist`},
	} {
		g, found := Parse([]byte(src), Options{Config: Config{Nodes: c.nodes}})
		checkGraph(t, g)
		var got []string
		for _, n := range g.Nodes[1:] {
			got = append(got, n.ID)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%v: got %q", c.nodes, got)
		}
		said := ""
		for _, d := range found {
			said += d.String()
		}
		if !strings.Contains(said, c.found) || c.found == "" && said != "" {
			t.Errorf("%v: %s", c.nodes, said)
		}
	}
}
