package markdown

import (
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph/codes"
)

// What a comment says that cannot be meant is told in its line, and nothing is
// said of the others.
func TestNotesThatCannotBeMeant(t *testing.T) {
	for _, test := range []struct{ note, want string }{
		{`section part`, "to be a section and a part"},
		{`part=maybe`, `"part" takes no value`},
		{`optional=perhaps`, `"perhaps" is no value for "optional"`},
		{`label="Birds`, `quotation mark before the value of "label" is not closed`},
		{`status=later`, `there is no status "later" (there are: todo, doing, done, skipped)`},
		{`part part`, ""},
		{`optional=yes label="Birds"`, ""},
	} {
		src := "# Course\n\n## Sparrows <!-- roadmap: " + test.note + " -->\n\n- One\n- Two\n\n## Finches\n\n- Three\n- Four\n"
		_, found := Parse([]byte(src), Options{File: "a.md"})
		var said []string
		for _, d := range found {
			if d.Code == codes.BadValue.ID {
				said = append(said, d.String())
			}
		}
		if got := strings.Join(said, "\n"); (test.want == "") != (got == "") || !strings.Contains(got, test.want) || got != "" && !strings.HasPrefix(got, "a.md:3:") {
			t.Errorf("%s: %q", test.note, got)
		}
	}
}
