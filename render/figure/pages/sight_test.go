package pages

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/graph/metadata"
	"github.com/roadmapviz/roadmapviz/render/figure"
)

// drawn is a figure of a course, as a file.
func drawn(t *testing.T, format string) string {
	t.Helper()
	g, _ := markdown.Parse([]byte(head+basics), markdown.Options{})
	data, _, err := figure.Draw(t.Context(), g, figure.Options{}, format)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// What a text links to is a figure if it was drawn, or if a comment asks for it; and
// what others made is left as it is.
func TestLinksToFigures(t *testing.T) {
	page, pdf, svg := drawn(t, "html"), drawn(t, "pdf"), drawn(t, "svg")
	const foreign, mark = "<!doctype html><title>x</title>", "<!-- roadmap: figure theme=contrast -->"
	for _, c := range []struct {
		text  string // below the first heading
		files map[string]string
		want  string // the figures
	}{
		{"[x](a.html) and [y](b/c.pdf)", map[string]string{"a.html": page, "b/c.pdf": pdf}, "a.html, b/c.pdf"},
		{"[x](a.html) [y](a.html#knives) [z](./a.html)", map[string]string{"a.html": page}, "a.html"},
		{"[x](a.html) [y](b.pdf) [z](c.htm)", map[string]string{"a.html": foreign, "b.pdf": "%PDF-1.4"}, ""},
		{"[x](a.html)", map[string]string{"a.html": "<html>" + svg + "</html>"}, ""},
		{"[x](a.html)", map[string]string{"a.html": foreign + svg}, ""},
		{"[x](../a.html) [x](/a.html) [y](https://example.org/a.html) [z](file:a.html) [w](a%2f..%2f..%2fb.html)", nil, ""},
		{"[x](a.svg)", map[string]string{"a.svg": svg}, ""},
		{"![Roadmap](a.pdf) ![Roadmap](b.html)", map[string]string{"a.pdf": pdf}, ""},
		{mark + "\n[x](a.html)", nil, "a.html"},
		{mark + " [x](a.html)", nil, ""}, // which is HTML, and no link
		{"See [x](a.html) " + mark, nil, "a.html"},
		{"See " + mark + " [x](a.html)", map[string]string{"a.html": foreign}, "a.html"},
		{mark + "\n[x](a.html) and [y](b.html)", nil, "a.html"},
		{mark + "\n[x](a.html)\n\n" + mark + "\n![x](b.svg)\n\n" + mark + "\n[x](c.pdf)", nil, "a.html, b.svg, c.pdf"},
		{"<!-- roadmap: figure=false -->\n[x](a.html) and [y](b.html)", map[string]string{"a.html": page, "b.html": page}, "b.html"},
		{"<!-- roadmap: figure=false -->\n[![x](a.svg)](a.html) and [y](b.html)", map[string]string{"a.svg": svg, "a.html": page, "b.html": page}, "b.html"},
		{"[![Roadmap](a.svg)](a.html)", nil, "a.svg"},
		{"[![Roadmap](a.svg)](a.html)", map[string]string{"a.html": page}, "a.svg, a.html"},
		{mark + "\n[![x](a.svg)](a.html)", nil, "a.svg, a.html"},
		{mark + "\n[![x](a.svg)](a.html) ![Roadmap](b.svg)", map[string]string{"a.html": foreign}, "a.svg, b.svg"},
		{mark + "\n[![x](https://example.org/a.svg)](a.html)", nil, "a.html"},
		{mark + "\n<a href=\"a.html\"><picture><source media=\"(prefers-color-scheme: dark)\" srcset=\"b-dark.svg\"><img src=\"b.svg\"></picture></a>", nil, "b.svg, b-dark.svg, a.html"},
		{mark + "\n![x](photo.jpg) [y](a.html)", nil, ""},
		{"[x](a.html) " + mark + "\n[x](a.html)", nil, "a.html"},
		{"<!-- roadmapviz:begin -->\n[x](a.html)\n<!-- roadmapviz:end -->", map[string]string{"a.html": page}, "img/roadmap.svg, img/roadmap-dark.svg"},
	} {
		fsys := folderOf(c.files)
		fsys["README.md"] = &fstest.MapFile{Data: []byte(head + c.text + "\n\n" + basics)}
		var got []string
		d := opened(t, fsys, Options{})
		for _, p := range d.Figures {
			name := p.Name
			if len(p.Reasons) > 0 {
				name += ""
			}
			got = append(got, name)
		}
		if all := strings.Join(got, ", "); all != c.want && !strings.Contains(c.text, "theme") || strings.ReplaceAll(all, "", "") != strings.ReplaceAll(c.want, "", "") {
			t.Errorf("%s: %s\nwant %s", c.text, all, c.want)
		}
		changes, _ := d.Changes(t.Context())
		for _, change := range changes {
			if old := c.files[change.Path]; strings.HasPrefix(old, foreign) {
				t.Errorf("%s: %s would be written over", c.text, change.Path)
			}
		}
	}
}

// Links lead from the page, which shows the part that it stands in, and a comment
// before an image in a link is for both.
func TestFiguresThatAreLinkedTo(t *testing.T) {
	fsys := folderOf(map[string]string{"README.md": head + "<!-- roadmap: figure theme=contrast -->\n[![Roadmap](img/a.svg)](docs/a.html)\n\n" + basics +
		"\n## Baking\n\n<!-- roadmap: figure -->\n[Print it](b-dark.pdf)\n\n### Dough\n\n- **Kneading**\n  - [Book](book.md)\n"})
	if got := syncAll(t, fsys, Options{}); !slices.Equal(got, []string{"img/a.svg", "docs/a.html", "b-dark.pdf"}) {
		t.Error(got)
	}
	d := opened(t, fsys, Options{Exact: true})
	for i, want := range []string{"basics theme=contrast home=../README.md", "basics theme=contrast home=../README.md", "baking theme=course-dark home=README.md"} {
		p := d.Figures[i]
		record, err := metadata.Find(fsys[p.Path].Data)
		if err != nil {
			t.Fatal(err)
		}
		if got := fmt.Sprintf("%s theme=%s home=%s", strings.Join(p.Parts(), ","), record.Options["theme"], record.Options["home"]); got != want || len(p.Reasons) > 0 {
			t.Errorf("%s: %s, %v\nwant %s", p.Name, got, p.Reasons, want)
		}
	}
	// A change beside the outline is the page's alone.
	fsys["README.md"].Data = bytes.Replace(fsys["README.md"].Data, []byte("**Frying**"), []byte("**Frying**: with oil."), 1)
	if got := syncAll(t, fsys, Options{}); !slices.Equal(got, []string{"docs/a.html"}) {
		t.Error(got)
	}
}

// A page of which only lines changed is drawn by itself, also where bytes are compared.
func TestLinesOfPages(t *testing.T) {
	fsys := folderOf(map[string]string{"README.md": head + "<!-- roadmap: figure base-url=https://example.org/README.md -->\n[x](a.html)\n\n" + basics})
	syncAll(t, fsys, Options{})
	if changes, err := opened(t, fsys, Options{Exact: true}).Changes(t.Context()); err != nil || len(changes) > 0 {
		t.Errorf("%v (%v)", changes, err)
	}
	fsys["README.md"].Data = append([]byte("\n\n"), fsys["README.md"].Data...)
	d := opened(t, fsys, Options{})
	if p := d.Figures[0]; !slices.Equal(p.Reasons, []figure.Reason{figure.TextChanged}) || len(p.Changes) != 1 || p.Changes[0].Text != "lines of the document moved, to which topics lead" {
		t.Errorf("%v: %v", p.Reasons, p.Changes)
	}
	syncAll(t, fsys, Options{})
}

// Only texts that may link to local files are looked at.
func TestMayLink(t *testing.T) {
	for text, want := range map[string]bool{
		"": false, "[x](a.svg)": false, "[x](a.PDF)": true, "[x]: <b c.html#d>": true, "<a href=x.htm>": true, "<a href='x.html'>": true,
		"[x](https://example.org/a.pdf) [y](HTTP://example.org/b.html)": false, "[x](https://example.org/a.pdf)[y](b.html)": true,
		"https://example.org/" + strings.Repeat("a", 2000) + ".pdf": true, "[x](https://example.org/a.pdf?b=c.pdf)": false,
	} {
		if got := mayLink([]byte(text)); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

// Many links, and large files of others, cost no more than to look at each once.
func TestManyLinks(t *testing.T) {
	fsys := folderOf(map[string]string{"big.pdf": "%PDF-1.4\n" + strings.Repeat("x", 1<<20)})
	text := head + "![Roadmap](a.svg)\n\n" + basics + strings.Repeat("\n[x](big.pdf) [y](none.html)\n", 5000)
	fsys["README.md"] = &fstest.MapFile{Data: []byte(text)}
	if d := opened(t, fsys, Options{}); len(d.Figures) != 1 || d.room != mostPictures {
		t.Errorf("%d figures, and room for %d bytes", len(d.Figures), d.room)
	}
}
