package markdown

import (
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/codes"
)

// A part that is called as the ID of every course is not there twice; two parts
// of one name are.
func TestTwice(t *testing.T) {
	long := "A rope that is made fast at both of its ends and holds a ship"
	long = long[:graph.MaxElement]
	for src, want := range map[string]int{
		"# Course\n\n## Week 1\n\n- Knots\n- Bends\n\n## Week 2\n\n- Sails\n- Wind\n":                                                              0,
		"# Sailing\n\n## Knots\n\n### Loops\n\n- **Bowline**: x\n- **Eye**: y\n\n## Knots\n\n### Bends\n\n- **Sheet bend**: x\n- **Carrick**: y\n": 1,
		// IDs of long titles are shortened.
		"# C\n\n## P\n\n### S\n\n- " + long + " here\n- " + long + " there\n":                     0,
		"# C\n\n## P\n\n### S\n\n- " + long + " here\n- " + long + " here\n- " + long + " here\n": 2,
		"# C\n\n## P\n\n### S\n\n- " + long + " here\n- " + long + "\n":                           0,
	} {
		_, found := Parse([]byte(src), Options{})
		n := 0
		for _, d := range found {
			if d.Code == codes.DuplicateTitle.ID {
				n++
			}
		}
		if n != want {
			t.Errorf("%q: told %d times, not %d", src, n, want)
		}
	}
}
