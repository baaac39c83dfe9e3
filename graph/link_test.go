package graph_test

import (
	"html"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
)

func TestSafeLink(t *testing.T) {
	for link, want := range map[string]string{
		"": "", "#a": "#a", "#a:b": "#a:b", "https://example.org/a:b": "https://example.org/a:b", "HTTP://x": "HTTP://x",
		"mailto:a@b.c": "mailto:a@b.c", "a/b.md": "a/b.md", "../a:b": "../a:b", "?q=a:b": "?q=a:b", "/a": "/a",
		" https://example.org\n":             "https://example.org",
		"https://example.org/?a=1&b=2&amp;c": "https://example.org/?a=1&b=2&amp;c",
		"https://example.org//x":             "https://example.org//x",

		"javascript:alert(1)": "", "JavaScript:x": "", " javascript:x": "", "java\nscript:x": "", "java\tscript:x": "", "\x01javascript:x": "",
		"javascript&#58;x": "", "javascript&colon;x": "", "&#106;avascript:x": "", "java&Tab;script:x": "", "java&NewLine;script:x": "",
		"&#x6A;avascript&amp;colon;x": "", "&#1;javascript:x": "", "javascript&amp;amp;amp;amp;amp;colon;x": "",
		"data:text/html,x": "", "DATA:text/html,x": "", "vbscript:x": "", "file:///etc/passwd": "", "C:/x": "", ":x": "",
		"https://example.org/\x1b[0m": "", "https://example.org/\u009b": "",
		"//example.org": "", `\\example.org`: "", `/\example.org`: "", `\/example.org`: "", " //example.org": "", "&sol;&sol;example.org": "",
	} {
		if got := graph.SafeLink(link); got != want {
			t.Errorf("SafeLink(%q) = %q, want %q", link, got, want)
		}
	}
}

// What is told without the table of entities is what is told with it.
func TestSafeLinkWithoutEntities(t *testing.T) {
	pieces := []string{"&", "&", "amp", "AMP", "#", "10", "#x3a", ";", "colon", "Tab", "nbsp", "sol", "lt", "copy", "javascript", "https", ":", "/", "//", "\\", "?a=1", "x", " "}
	random := rand.New(rand.NewPCG(1, 2))
	safe := 0
	for range 200_000 {
		var link string
		for range 1 + random.IntN(7) {
			link += pieces[random.IntN(len(pieces))]
		}
		got := graph.SafeLink(link)
		if got == "" {
			continue
		}
		safe++
		for read := got; ; {
			plain := strings.TrimSpace(html.UnescapeString(read))
			if plain == read {
				break
			}
			if read = plain; read != "" && graph.SafeLink(read) == "" {
				t.Fatalf("%q is safe, and %q is not", link, read)
			}
		}
	}
	if safe < 10_000 {
		t.Errorf("only %d of the links are safe", safe)
	}
}

func TestWebLink(t *testing.T) {
	for link, want := range map[string]string{
		"https://example.org": "https://example.org", "HTTP://x": "HTTP://x",
		"mailto:a@b.c": "", "a/b.md": "", "#a": "", "https:x": "", "javascript:x//https://": "",
	} {
		if got := graph.WebLink(link); got != want {
			t.Errorf("WebLink(%q) = %q, want %q", link, got, want)
		}
	}
}
