package settings

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
		var inputs []string
		if name != "-" {
			inputs = []string{name}
		}
		text := Starter(inputs, g, nil)
		if c, err := Parse([]byte(text), "roadmapviz.yaml"); err != nil || name != "-" && c.Input[0] != name {
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
		c, err := Parse([]byte(strings.Join(lines, "")), "roadmapviz.yaml")
		if err != nil {
			t.Errorf("%s: %v\n%s", name, err, strings.Join(lines, ""))
		}
		if c.Structure.Level != 2 || len(c.Nodes) != 1 || c.Lint["RV010"] != "off" || c.Figure.Width != 960 {
			t.Errorf("%s: got %+v", name, c)
		}
	}
}

// A doubt is told with the lines that settle it, and only where it is one: a file
// of several is read with the others.
func TestStarterSettlesDoubts(t *testing.T) {
	doubt := markdown.Explanation{
		InDoubt: true,
		Reading: markdown.Reading{Draws: "2 sections and 3 topics", Line: &markdown.Line{Setting: "structure: {level: 3}"}},
		Other:   &markdown.Reading{Draws: "1 section and 2 topics"},
	}
	g, _ := markdown.Parse([]byte("# C\n\n- a\n- b\n"), markdown.Options{})
	for _, c := range []struct {
		read []markdown.Explanation
		told bool
	}{{nil, false}, {[]markdown.Explanation{{}}, false}, {[]markdown.Explanation{doubt}, true}, {[]markdown.Explanation{doubt, doubt}, false}} {
		text := Starter([]string{"README.md"}, g, c.read)
		const want = "# The document is read as 2 sections and 3 topics. One line makes this sure:\n#   structure: {level: 3}\n" +
			"# It can as well be read as 1 section and 2 topics. One line gives that:\n#   no single line settles it so\n"
		if strings.Contains(text, want) != c.told {
			t.Errorf("%+v:\n%s", c.read, text)
		}
		if _, err := Parse([]byte(text), "roadmapviz.yaml"); err != nil {
			t.Error(err)
		}
	}
}
