package figure

import (
	"bytes"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/graph/metadata"
	"github.com/roadmapviz/roadmapviz/render/formats"
)

// A page is for light and dark readers alike unless somebody says otherwise, which it
// remembers; nobody is told of a twin that nobody has asked for.
func TestModeOfPages(t *testing.T) {
	fsys := fstest.MapFS{
		"brand.yaml": {Data: []byte("extends: course\ntopic: {fill: \"#0f766e\"}\n")},
		"lost.yaml":  {Data: []byte("extends: course\ntwin: ./none.yaml\n")},
	}
	g := course(t, cooking)
	page, _ := formats.Lookup("html")
	for _, c := range []struct {
		theme, mode string
		both, dark  bool
		said, notes string
	}{
		{"", "", true, false, "", ""}, {"course-dark", "", true, false, "", ""}, {"auto", "", true, false, "", ""}, {"", "auto", true, false, "", ""},
		{"", "light", false, false, "light", ""}, {"", "dark", false, true, "dark", ""}, {"course-dark", "dark", false, true, "dark", ""},
		{"brand.yaml", "", true, false, "", ""}, {"brand.yaml", "dark", false, true, "dark", "RV108"}, {"brand.yaml", "auto", true, false, "", "RV108"},
	} {
		draw := func(o Options) metadata.Record {
			t.Helper()
			f, err := New(g, o.For(page))
			if err != nil {
				t.Fatal(err)
			}
			if f.theme.Dark != c.dark || (f.theme.Night() != nil) != c.both {
				t.Errorf("%q, %q: dark %v, both %v", c.theme, c.mode, f.theme.Dark, f.theme.Night() != nil)
			}
			data, found, err := f.Draw(t.Context(), page)
			if err != nil {
				t.Fatal(err)
			}
			notes := ""
			for _, n := range found {
				notes += n.Code
			}
			if notes != c.notes {
				t.Errorf("%q, %q: notes are %v", c.theme, c.mode, found)
			}
			record, err := metadata.Find(data)
			if err != nil || record.Options["mode"] != c.said {
				t.Errorf("%q, %q: it remembers %v (%v)", c.theme, c.mode, record.Options, err)
			}
			return record
		}
		o := Options{Mode: c.mode}
		if err := o.SetTheme(c.theme, Place{FS: fsys}); err != nil {
			t.Fatal(err)
		}
		was := draw(o)
		if c.notes != "" {
			continue // which is told of an option, and not of what is remembered
		}
		var again Options // what it remembers draws the same
		if err := again.Adopt(was.Options, nil, Place{FS: fsys}); err != nil {
			t.Fatal(err)
		}
		if is := draw(again); is.Fingerprint != was.Fingerprint {
			t.Errorf("%q, %q: %v comes back as %v", c.theme, c.mode, was.Options, is.Options)
		}
	}
	if _, err := New(g, Options{Theme: "./lost.yaml", Machine: Machine{Files: fsys}}.For(page)); err == nil {
		t.Error("a twin that does not exist is no mistake")
	}
}

// The course that a page gets has resources, links that lead from the page, and lines
// only where they lead anywhere: in files as seen from the document.
func TestWholeCourse(t *testing.T) {
	page, _ := formats.Lookup("html")
	const text = "# C\n\n## Part\n\n### One\n\n- **A**: about a.\n  - [Book](book.pdf)\n- **B**: b.\n"
	for _, c := range []struct {
		o          Options
		link, file string
		line       int
	}{
		{Options{}, "book.pdf", "", 0}, {Options{Home: "../README.md"}, "../book.pdf", "", 0},
		{Options{BaseURL: "https://example.org/x/README.md"}, "https://example.org/x/book.pdf", "README.md", 8},
	} {
		for _, name := range []string{"README.md", "some/where/README.md"} {
			g, _ := markdown.Parse([]byte(text), markdown.Options{File: name})
			f, err := New(g, c.o)
			if err != nil {
				t.Fatal(err)
			}
			whole := f.encoding(page).Graph
			i := slices.IndexFunc(whole.Nodes, func(n graph.Node) bool { return n.Title == "Book" })
			if i < 0 {
				t.Fatal("the book is missing")
			}
			if n := whole.Nodes[i]; n.URL != c.link || n.Source != (graph.Position{File: c.file, Line: c.line}) {
				t.Errorf("%s: %+v: %s at %v", name, c.o, n.URL, n.Source)
			}
			if svg, _ := formats.Lookup("svg"); f.encoding(svg).Graph != nil {
				t.Error("a picture gets the course, too")
			}
		}
	}
	at := func(kind graph.Kind, file string) graph.Node {
		return graph.Node{Kind: kind, Source: graph.Position{File: file, Line: 1}}
	}
	for _, c := range []struct {
		nodes []graph.Node
		want  string
	}{
		{nil, ""}, {[]graph.Node{at(graph.Course, "README.md")}, ""}, {[]graph.Node{at(graph.Course, "a/b/SUMMARY.md"), at(graph.Part, "a/c.md")}, "a/b/"},
		{[]graph.Node{at(graph.Course, ""), at(graph.Part, "a/week-1/x.md"), at(graph.Part, "a/week-2/y.md")}, "a/"},
		{[]graph.Node{at(graph.Part, "ab/x.md"), at(graph.Part, "ac/x.md")}, ""}, {[]graph.Node{at(graph.Part, "/a/x.md"), at(graph.Part, "/b/x.md")}, "/"},
	} {
		if got := folderOf(&graph.Graph{Nodes: c.nodes}); got != c.want {
			t.Errorf("%v: %q, want %q", c.nodes, got, c.want)
		}
	}
}

// The sections of a page have bars of progress, also where nothing is told of it.
func TestBarsOfPages(t *testing.T) {
	g := course(t, cooking)
	for name, want := range map[string]bool{"html": true, "svg": false, "pdf": false} {
		format, _ := formats.Lookup(name)
		f, err := New(g, Options{}.For(format))
		if err != nil {
			t.Fatal(err)
		}
		d, _, err := f.Layout(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		bars := 0
		for _, b := range d.Boxes {
			if b.Bar != nil {
				bars++
			}
		}
		if (bars > 0) != want {
			t.Errorf("%s: %d bars", name, bars)
		}
	}
}

// Where the program runs makes no difference to a page.
func TestPagesAreTheSameEverywhere(t *testing.T) {
	var first []byte
	for _, name := range []string{"README.md", "../x/README.md", "/home/me/README.md"} {
		g, _ := markdown.Parse([]byte(cooking), markdown.Options{File: name})
		data, _, err := Draw(t.Context(), g, Options{BaseURL: "https://example.org/README.md"}, "html")
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = data
		}
		if !bytes.Equal(data, first) {
			t.Errorf("%s gives other bytes", name)
		}
	}
}
