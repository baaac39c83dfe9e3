package markdown

import (
	"testing"

	"github.com/roadmapviz/roadmapviz/graph/codes"
)

// A part that is called as the ID of every course is not there twice; two parts
// of one name are.
func TestTwice(t *testing.T) {
	for src, want := range map[string]int{
		"# Course\n\n## Week 1\n\n- Knots\n- Bends\n\n## Week 2\n\n- Sails\n- Wind\n":                                                              0,
		"# Sailing\n\n## Knots\n\n### Loops\n\n- **Bowline**: x\n- **Eye**: y\n\n## Knots\n\n### Bends\n\n- **Sheet bend**: x\n- **Carrick**: y\n": 1,
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
