package run

import (
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
)

func TestLink(t *testing.T) {
	for url, want := range map[string]string{
		"#heading":              "https://example.org/README.md#heading",
		"https://example.org/a": "https://example.org/a",
		"mailto:a@example.org":  "mailto:a@example.org",
		"docs/a:b.md":           "docs/a:b.md",
		"":                      "",
		"javascript:alert(1)":   "",
		"JavaScript:alert(1)":   "",
		"java\tscript:alert(1)": "",
		"data:text/html,x":      "",
		" https://example.org ": "https://example.org",
	} {
		if got := link(graph.Node{URL: url}, "https://example.org/README.md"); got != want {
			t.Errorf("link(%q) = %q, want %q", url, got, want)
		}
	}
}
