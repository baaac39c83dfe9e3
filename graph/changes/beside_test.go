package changes

import (
	"strconv"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
)

// What stands beside the outline is told in words, and where.
func TestBeside(t *testing.T) {
	const text = "# C\n\n## Part\n\n### One\n\n- **Algebra**: about a.\n  - [Book](https://example.org/book) by Ann\n  - [Film](https://example.org/film)\n- **B**: about b.\n\n### Two\n\n- **D**: about d.\n- **E**: about e.\n"
	for _, c := range []struct{ old, new, want string }{
		{"about a", "all about a", `7 summary of topic "Algebra" changed`},
		{"  - [Film](https://example.org/film)\n", "", `7 resource "Film" removed from "Algebra"`},
		{"about b.\n", "about b.\n  - [Game](https://example.org/game)\n", `11 resource "Game" added to "B"`},
		{"[Book]", "[The book]", `8 resource "Book" renamed to "The book"`},
		{"/book", "/books", `8 link of resource "Book" changed`},
		{"by Ann\n  - [Film](https://example.org/film)", "by Ann\n  - [Movie](https://example.org/film)", `9 resource "Film" renamed to "Movie"`},
		{"  - [Book](https://example.org/book) by Ann\n  - [Film](https://example.org/film)\n", "  - [Film](https://example.org/film)\n  - [Book](https://example.org/book) by Ann\n", `7 order of resources of topic "Algebra" changed`},
		{"**Algebra**: about", "**Algebras**: more about", `7 topic "Algebra" renamed to "Algebras", 7 summary of topic "Algebras" changed`},
		{"  - [Book]", "  - [Song](https://example.org/song)\n  - [Book]", `8 resource "Song" added to "Algebra"`},
		{"", "", ""},
	} {
		parse := func(text string) *graph.Graph {
			g, _ := markdown.Parse([]byte(text), markdown.Options{File: "README.md"})
			return g
		}
		changed := strings.Replace(text, c.old, c.new, 1)
		var got []string
		for _, x := range Beside(parse(text), parse(changed), graph.Position{Line: 1}) {
			got = append(got, strings.TrimSpace(strings.Join([]string{strconv.Itoa(x.Line), x.Text}, " ")))
		}
		if all := strings.Join(got, ", "); all != c.want {
			t.Errorf("%q for %q: %s\nwant %s", c.new, c.old, all, c.want)
		}
	}
}
