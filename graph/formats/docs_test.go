package formats

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph/markdown"
)

// docs/formats.md shows one course in every format. A line "…" in an example
// stands for lines that it leaves out.
func TestDocumentedExamples(t *testing.T) {
	text, err := os.ReadFile("../../docs/formats.md")
	if err != nil {
		t.Fatal(err)
	}
	examples := examplesIn(string(text))
	g, _ := markdown.Parse([]byte(strings.Join(examples["course"], "\n")), markdown.Options{File: "README.md"})
	for _, f := range All() {
		if f.Encode == nil {
			continue
		}
		example := examples[f.Name]
		if example == nil {
			t.Errorf("%s has no example", f.Name)
			continue
		}
		written := strings.Split(strings.TrimSuffix(string(encoded(t, f, g)), "\n"), "\n")
		at, skip := 0, false
		for _, line := range example {
			if line == "…" {
				skip = true
				continue
			}
			found := slices.Index(written[at:], line)
			if found < 0 || found > 0 && !skip {
				t.Errorf("%s: %q is not written there", f.Name, line)
				break
			}
			at, skip = at+found+1, false
		}
		if at < len(written) && !skip {
			t.Errorf("%s: the example ends before %q", f.Name, written[at])
		}
	}
}

// examplesIn are the lines of the code blocks behind "<!-- example: NAME -->".
func examplesIn(text string) map[string][]string {
	examples := map[string][]string{}
	name, inside := "", false
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		marked, ok := strings.CutPrefix(line, "<!-- example: ")
		switch {
		case ok:
			name = strings.TrimSuffix(marked, " -->")
		case name != "" && strings.HasPrefix(line, "```"):
			if inside {
				name = ""
			}
			inside = !inside
		case inside:
			examples[name] = append(examples[name], line)
		}
	}
	return examples
}
