package engines

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/layout"
)

// TestDocumentedOptions: the table of options in docs/layouts.md names the engines
// that take each.
func TestDocumentedOptions(t *testing.T) {
	page, err := os.ReadFile("../../docs/layouts.md")
	if err != nil {
		t.Fatal(err)
	}
	has := map[string]func(layout.Capabilities) bool{
		"direction":  func(c layout.Capabilities) bool { return len(c.Directions) > 1 },
		"first-side": func(c layout.Capabilities) bool { return c.FirstSide },
	}
	for _, m := range measures {
		has[m.name] = m.has
	}
	quoted := regexp.MustCompile("`([a-z]+)`")
	for _, row := range regexp.MustCompile("(?m)^\\| `--([a-z-]+).*\\|([^|]+)\\|$").FindAllStringSubmatch(string(page), -1) {
		var said, want []string
		for _, name := range quoted.FindAllStringSubmatch(row[2], -1) {
			said = append(said, name[1])
		}
		taken, ok := has[row[1]]
		if !ok {
			t.Errorf("--%s is no option of a page", row[1])
			continue
		}
		delete(has, row[1])
		for _, name := range Names() {
			if taken(table[name].Capabilities()) {
				want = append(want, name)
			}
		}
		if slices.Sort(said); !slices.Equal(said, want) {
			t.Errorf("--%s is said to be for %s, and is for %s", row[1], strings.Join(said, ", "), strings.Join(want, ", "))
		}
	}
	for name := range has {
		t.Errorf("--%s is not in the table", name)
	}
}
