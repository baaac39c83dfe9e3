package markdown

import (
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph/codes"
)

// What include and exclude name without effect is told, where it stands.
func TestPatternsWithoutHeadings(t *testing.T) {
	const src = "---\ntitle: Bees\nroadmap:\n  structure:\n    include: [\"Honney\", \"Wax*\"]\n    exclude:\n    - Smoke\n    - \"*hive\"\n---\n\n" +
		"## Honey\n\n### Wax, pure\n\n- **Combs**: six corners.\n- **Candles**: light.\n\n## Smoke and fire\n\n### The hive\n\n- **Frames**: ten.\n- **Lids**: one.\n"
	_, found := Parse([]byte(src), Options{File: "README.md", Config: Config{Structure: Structure{Include: []string{"honey", "Nectar"}, Exclude: []string{"*queen*"}}}})
	var got []string
	for _, d := range found {
		if d.Code == codes.NoHeading.ID {
			got = append(got, d.String())
		}
	}
	want := []string{
		`README.md: warning RV024: include: no heading matches "Nectar" (write a heading, with "*" for any characters)`,
		`README.md: warning RV024: exclude: no heading matches "*queen*" (write a heading, with "*" for any characters)`,
		`README.md:5:15: warning RV024: include: no heading matches "Honney" (did you mean "Honey"?)`,
		`README.md:7:7: warning RV024: exclude: no heading matches "Smoke" (did you mean "*Smoke*", which matches "Smoke and fire"?)`,
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
