package collect_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph/collect"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
)

// What is wrong in a book's settings is told, and what is right in them holds.
func TestBookSettings(t *testing.T) {
	const summary = "# Summary\n\n# Part\n\n- [Steps](steps.md)\n  - [Heel](heel.md)\n"
	for _, c := range []struct{ toml, title, src, want string }{
		{"[book]\ntitle = \"The \\\"Walking\\\" Book\" # of all\nsrc = 'text'\n", `The "Walking" Book`, "text", ""},
		{"book.title = \"Dotted\"\n[output.html]\ntitle = \"x\"\n", "Dotted", "src", ""},
		{"\ufeff[book]\nauthors = [\n  \"A [\", # ]\n  'B',\n]\ntitle = 'Long'\ndescription = \"\"\"\ntitle = \"no\"\n[\n\"\"\"\n", "Long", "src", ""},
		{"[book]\ntitle = \"Open\nsrc = \"text\"\n", "", "src", "book/book.toml:2:1: warning RV202: the text of title is not closed"},
		{"[book\ntitle = \"T\"\n", "", "src", "book/book.toml:1:1: warning RV202: the name of a table is not closed"},
		{"[book]\ntitle = \"T\"\nmultilingual\n", "T", "src", "book/book.toml:3:1: warning RV202: this is no key with a value"},
		{"[book]\nauthors = [\"A\"\n", "", "src", "book/book.toml:2:1: warning RV202: a value is not closed"},
		{"[book]\nsrc = \"txt\"\n", "", "src", "book/book.toml:2: warning RV202: book/txt/SUMMARY.md: no such file"},
		{"a\x00b", "", "src", "book/book.toml: warning RV202: book/book.toml: this is a binary file, not text"},
	} {
		fsys := files("book/book.toml", c.toml, "book/SUMMARY.md", summary, "book/README.md", "# The README\n", "book/"+c.src+"/SUMMARY.md", summary,
			"book/"+c.src+"/steps.md", "# Steps\n\n- **Toe**: first.\n", "book/"+c.src+"/heel.md", "# Heel\n")
		got := read(t, fsys, []string{"book"}, collect.Options{})
		title := c.title
		if title == "" {
			title = "The README"
		}
		said := ""
		for _, d := range got.Diagnostics {
			if strings.Contains(d.Position.File, "book.toml") {
				said += d.String()
			}
		}
		if got.Graph.Nodes[0].Title != title || !strings.HasPrefix(said, c.want) || (said == "") != (c.want == "") {
			t.Errorf("%q: title %q, %s", c.toml, got.Graph.Nodes[0].Title, said)
		}
	}
	lost := read(t, files("book.toml", "[book]\n", "README.md", "# R\n\n## P\n\n### S\n\n- **T**: t.\n- **U**: u.\n"), []string{"."}, collect.Options{})
	if s := fmt.Sprint(lost.Diagnostics); !strings.Contains(s, "book.toml: warning RV202: src/SUMMARY.md: no such file") || len(lost.Graph.Nodes) != 5 {
		t.Error(s)
	}
}

// A pattern for headings is for the whole course: one heading is enough.
func TestPatternsAreForTheWholeCourse(t *testing.T) {
	c := read(t, files("1-a.md", "# A\n\n## Left out\n\n- x\n- y\n", "2-b.md", "# B\n\n## Kept\n\n- **T**: t.\n"), []string{"."}, collect.Options{
		Config: markdown.Config{Structure: markdown.Structure{Exclude: []string{"left out", "Kepd"}, Include: []string{"Keept*"}}},
	})
	var said []string
	for _, d := range c.Diagnostics {
		if d.Code == "RV024" {
			said = append(said, d.Message+" "+d.Hint)
		}
	}
	if got := strings.Join(said, "; "); len(said) != 2 || !strings.Contains(got, `"Kepd" did you mean "Kept"?`) || !strings.Contains(got, `"Keept*" did you mean "Kept"?`) {
		t.Error(got)
	}
}
