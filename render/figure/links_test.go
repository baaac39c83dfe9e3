package figure

import "testing"

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
	} {
		got := c.link
		if lead := (Options{Machine: Machine{Home: c.home}, BaseURL: c.base}).lead(); lead != nil {
			got = lead(c.link)
		}
		if got != c.want {
			t.Errorf("%s from %q, %q: got %s, want %s", c.link, c.home, c.base, got, c.want)
		}
	}
}
