package figure

import (
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
)

func TestLinksLeadWhereTheyLedInTheText(t *testing.T) {
	const blob = "https://github.com/o/r/blob/main/docs/README.md"
	for _, c := range []struct{ home, base, link, want string }{
		{"../README.md", "", "notes/a.md", "../notes/a.md"},
		{"../README.md", "", "./notes/a.md?plain=1#b", "../notes/a.md?plain=1#b"},
		{"../README.md", "", "#s", "../README.md#s"},
		{"../README.md", "", "../other/x.md", "../../other/x.md"},
		{"../README.md", "", "notes/", "../notes/"},
		{"../my course.md", "", "#s", "../my%20course.md#s"},
		{"README.md", "", "notes/a%20b.md", "notes/a%20b.md"},
		{"../README.md", "", "/docs/x.md", "/docs/x.md"},
		{"../README.md", "", "https://example.org/x#y", "https://example.org/x#y"},
		{"../README.md", "", "mailto:a@example.org", "mailto:a@example.org"},
		{"../README.md", "", "//example.org/x", "//example.org/x"},
		{"", "", "notes/a.md", "notes/a.md"},
		{"", blob, "notes/a.md", "https://github.com/o/r/blob/main/docs/notes/a.md"},
		{"", blob, "../a.md#b", "https://github.com/o/r/blob/main/a.md#b"},
		{"", blob, "#s", blob + "#s"},
		{"", blob, "/a.md", "https://github.com/o/r/blob/main/a.md"},
		{"", blob, "https://example.org/x", "https://example.org/x"},
		{"", "https://example.org/c/", "/a.md", "https://example.org/a.md"},
		{"", "https://example.org/c/index.html", "#s", "https://example.org/c/index.html#s"},
		{"../README.md", blob, "#s", blob + "#s"},
		{"", "../README.md", "#s", "../README.md#s"},
		{"", "/wiki/Course", "#s", "/wiki/Course#s"},
		{"../README.md", "", "http://[broken", "http://[broken"},
		{"../README.md", "", "?plain=1", "../README.md?plain=1"},
		{"README.md", "", "./a:b.md", "./a:b.md"},
		{"a:b.md", "", "#s", "./a:b.md#s"},
		{"", blob, "https://Example.org/a b#c[d]", "https://Example.org/a b#c[d]"},
		{"", "https://github.com/o/r/blob/my%20branch/README.md", "/a.md?b#c", "https://github.com/o/r/blob/my%20branch/a.md?b#c"},
	} {
		got := c.link
		if lead := (Options{Home: c.home, BaseURL: c.base}).lead(); lead != nil {
			got = lead(c.link)
		}
		if got != c.want {
			t.Errorf("%s from %q, %q: got %s, want %s", c.link, c.home, c.base, got, c.want)
		}
	}
}

// What no click may lead to stays so wherever the figure is, and whatever others
// say of where it is.
func TestMovedLinksAreSafe(t *testing.T) {
	g := &graph.Graph{Nodes: []graph.Node{
		{ID: "course", Kind: graph.Course, Title: "C"}, {ID: "p", Kind: graph.Part, Parent: "course", Title: "P"}, {ID: "p/s", Kind: graph.Section, Parent: "p", Title: "S", URL: "#s"},
	}}
	for i, link := range []string{"//evil.example/x", `\\evil.example\x`, "javascript:x", "javascript&colon;x", "&sol;&sol;evil.example", "java\tscript:x", "data:x", "a.md", "#s", "./javascript:x", ".//evil.example/x", "/x"} {
		g.Nodes = append(g.Nodes, graph.Node{ID: "p/s/" + string(rune('a'+i)), Kind: graph.Topic, Parent: "p/s", Title: "T", URL: link})
	}
	for _, o := range []Options{
		{Home: "../README.md"}, {Home: "README.md"}, {Home: "javascript:x"}, {Home: "javascript:x/y"}, {Home: "/x"}, {Home: `\\evil.example\x`}, {Home: "java\nscript:x"}, {Home: "&#106;avascript:x"},
		{BaseURL: "https://example.org/c/README.md"}, {BaseURL: "../README.md"}, {BaseURL: "/x"},
	} {
		f, err := New(g, o)
		if err != nil {
			t.Errorf("%+v: %v", o, err)
			continue
		}
		d, _, err := f.Layout(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		links := 0
		for _, b := range d.Boxes {
			if strings.HasPrefix(b.Link, "//") || strings.HasPrefix(b.Link, "https://evil") || strings.HasPrefix(b.Link, "javascript") || graph.SafeLink(b.Link) != b.Link {
				t.Errorf("home %q, base %q: a click leads to %q", o.Home, o.BaseURL, b.Link)
			}
			if b.Link != "" {
				links++
			}
		}
		if links < 6 {
			t.Errorf("home %q, base %q: only %d links", o.Home, o.BaseURL, links)
		}
	}
	for _, home := range []string{"//evil.example/x", "https://evil.example/x"} {
		if _, err := New(g, Options{Home: home}); err == nil || !strings.Contains(err.Error(), "home is the path") {
			t.Errorf("home %q: %v", home, err)
		}
	}
}
