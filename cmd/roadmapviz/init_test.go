package main

import (
	"regexp"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph/markdown"
)

// Whoever takes the "#" off a setting of the starting file has a right setting.
func TestStarterIsRightWithEveryCommentTakenOff(t *testing.T) {
	for _, name := range []string{"README.md", "my course/#1.md", "-", "日本語.md", `"quoted".md`} {
		g, _ := markdown.Parse([]byte("# C\n\n## P: \"x\"\n\n### 1. S\n\n- **T**: t.\n\n## License\n\nMIT\n"), markdown.Options{})
		text, err := starter(&course{graph: g, inputs: []string{name}}, ".")
		if err != nil {
			t.Fatal(err)
		}
		if c, err := parseConfig([]byte(text), configName); err != nil || name != "-" && c.Input[0] != name {
			t.Errorf("%s: %v, %v", name, c.Input, err)
		}
		setting := regexp.MustCompile(`^# ((input|theme|width|max-topics|base-url|structure|nodes|lint):.*)`)
		within := false
		var lines []string
		for line := range strings.Lines(text) {
			if m := setting.FindStringSubmatch(line); m != nil {
				line, within = m[1]+"\n", true
			} else if within = within && strings.HasPrefix(line, "#   "); within {
				line = line[2:]
			}
			lines = append(lines, line)
		}
		c, err := parseConfig([]byte(strings.Join(lines, "")), configName)
		if err != nil {
			t.Errorf("%s: %v\n%s", name, err, strings.Join(lines, ""))
		}
		if c.Structure.Level != 2 || len(c.Nodes) != 1 || c.Lint["RV010"] != severityOff || c.Width != 960 {
			t.Errorf("%s: got %+v", name, c)
		}
	}
}
