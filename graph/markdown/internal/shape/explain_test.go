package shape

import (
	"testing"

	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
)

// Every feature can be told in words, and once.
func TestEveryFeatureHasItsWords(t *testing.T) {
	hasWords(t, keepFeatures, keepWords)
	hasWords(t, topicFeatures, topicWords)
	hasWords(t, memberFeatures, memberWords)
	hasWords(t, rankFeatures, rankWords)
	for n, words := range map[string][2]int{
		"kinds": {len(kindWords), kinds}, "selectors": {len(selectorWords), int(selectors)}, "modes": {len(modeWords), int(modes)}, "keepings": {len(keepingWords), int(keepings)}, "views": {len(viewWords), int(page.ByCells) + 1},
	} {
		if words[0] != words[1] {
			t.Errorf("%s: %d words for %d", n, words[0], words[1])
		}
	}
}

func hasWords[C any](t *testing.T, features *table[C], words []wording[C]) {
	t.Helper()
	told := map[string]int{}
	for _, w := range words {
		for _, name := range w.of {
			told[name]++
		}
	}
	for _, f := range features.features {
		if told[f.name] != 1 {
			t.Errorf("%q is told %d times", f.name, told[f.name])
		}
		delete(told, f.name)
	}
	for name := range told {
		t.Errorf("there is no feature %q", name)
	}
}

// Every decision is told: the side that was taken, which is the heavier one, the
// other, and what decided.
func TestDecisionsAreTold(t *testing.T) {
	o := Read(page.Read([]byte("# C\n\n## 1. A\n\n- **x**: y\n- **z**: w\n\n## 2. B\n\n- **u**: v\n- **r**: s\n- **q**: see [p](https://example.org)\n\n## License\n\nMIT\n"), page.Options{}), Prior{})
	decided := 0
	for i, r := range o.Explain() {
		if r.Role != o.Roles[i] {
			t.Errorf("%q is a %v, not a %v", o.Nodes[i].Title, o.Roles[i], r.Role)
		}
		if r.By == bySection || r.By == byUnit {
			decided++
			if r.Margin < 0 || len(r.Factors) == 0 || r.Other == r.Role {
				t.Errorf("%q: %+v", o.Nodes[i].Title, r)
			}
		}
	}
	if decided < 8 { // three headings and five items
		t.Errorf("only %d decisions are told", decided)
	}
}
