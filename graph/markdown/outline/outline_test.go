package outline

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/build"
	"github.com/roadmapviz/roadmapviz/graph/internal/graphtest"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
)

// ways are the two manners of writing.
var ways = map[string]func(context.Context, io.Writer, *graph.Graph) error{"markdown": Encode, "tasks": Tasks}

// held are the lines that say what an outline holds of a graph. A task list
// has no topic that nobody knows the state of.
func held(g *graph.Graph, tasks bool) []string {
	x := graph.NewIndex(g)
	out := []string{"language " + g.Language}
	for i, n := range g.Nodes {
		if tasks && n.Kind == graph.Topic && n.Status == graph.Unknown {
			n.Status = graph.Todo
		}
		if n.Kind == graph.Resource {
			n.ID = ""
		}
		url := graph.SafeLink(n.URL)
		if strings.HasPrefix(url, "#") {
			url = ""
		}
		out = append(out, fmt.Sprintf("%d %s %q number %q icon %q to %q summary %q author %q optional %t status %q label %q side %q id %q",
			len(x.Ancestors(i)), n.Kind, n.Title, n.Number, n.Icon, url, n.Summary, n.Author, n.Optional, n.Status, n.Label, n.Side, n.ID))
	}
	for _, e := range g.Edges {
		if e.Kind != graph.Contains {
			out = append(out, fmt.Sprint(e.From, " ", e.Kind, " ", e.To))
		}
	}
	return out
}

// encoded is a graph as an outline.
func encoded(t testing.TB, encode func(context.Context, io.Writer, *graph.Graph) error, g *graph.Graph) string {
	t.Helper()
	var b bytes.Buffer
	if err := encode(t.Context(), &b, g); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// fixpoint fails if what is read of a graph's outline is another graph, or has
// another outline. It gives the outline.
func fixpoint(t testing.TB, way, name string, g *graph.Graph) string {
	t.Helper()
	first := encoded(t, ways[way], g)
	again, found := markdown.Parse([]byte(first), markdown.Options{File: "README.md"})
	for _, d := range found {
		if d.Code == "RV004" || d.Code == "RV007" || d.Code == "RV008" || d.Code == "RV020" {
			t.Errorf("%s as %s: %v", name, way, d)
		}
	}
	want, got := held(g, way == "tasks"), held(again, way == "tasks")
	for i := range max(len(want), len(got)) {
		var a, b string
		if i < len(want) {
			a = want[i]
		}
		if i < len(got) {
			b = got[i]
		}
		if a != b {
			t.Errorf("%s as %s: wanted\n%s\nbut it is read as\n%s", name, way, a, b)
			break
		}
	}
	if second := encoded(t, ways[way], again); second != first {
		t.Errorf("%s as %s: the second outline is another:\n%s", name, way, firstDifference(first, second))
	}
	return first
}

func firstDifference(a, b string) string {
	m, n := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(m), len(n)) {
		if m[i] != n[i] {
			return m[i] + "\n" + n[i]
		}
	}
	return fmt.Sprintf("%d and %d lines", len(m), len(n))
}

// Every document of ours, and those beside the repository, comes back from its
// outline as it was drawn.
func TestDocumentsComeBack(t *testing.T) {
	var files []string
	err := filepath.WalkDir("../testdata", func(path string, e fs.DirEntry, err error) error {
		if filepath.Ext(path) == ".md" {
			files = append(files, path)
		}
		return err
	})
	if err != nil || len(files) < 100 {
		t.Fatal(len(files), err)
	}
	own := len(files)
	for _, folder := range []string{"corpus", "courses"} {
		more, _ := filepath.Glob("../../../../shared/" + folder + "/*__*.md")
		files = append(files, more...)
	}
	if len(files) == own {
		t.Log("no reference documents beside the repository: only its own are read")
	}
	plain := 0
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		g, _ := markdown.Parse(text, markdown.Options{File: filepath.Base(file)})
		for way := range ways {
			if outline := fixpoint(t, way, file, g.Drawn()); !strings.Contains(outline, "roadmap: outline") {
				plain++
			}
		}
	}
	t.Logf("%d documents of ours and %d others, in two ways each; of the outlines %d need not say that they are ones", own, len(files)-own, plain)
}

// So do graphs that no document gave.
func TestGraphsComeBack(t *testing.T) {
	graphs := []*graph.Graph{tidy(graphtest.Sample()), tools()}
	for seed := range uint64(60) {
		graphs = append(graphs, tidy(graphtest.Random(40, seed)))
	}
	for i, g := range graphs {
		for way := range ways {
			fixpoint(t, way, fmt.Sprint("graph ", i), g)
		}
	}
}

// tools is a course with resources right below sections, and numbered topics.
func tools() *graph.Graph {
	var b build.Builder
	b.Add(build.Root, graph.Node{Kind: graph.Course, Title: "Tools"})
	part := b.Add(0, graph.Node{Kind: graph.Part, Title: "Learning"})
	resource := func(parent int, title string) {
		b.Add(parent, graph.Node{Kind: graph.Resource, Title: title, URL: "https://example.org/" + title})
	}
	git := b.Add(part, graph.Node{Kind: graph.Section, Title: "Git"})
	resource(git, "Book")
	resource(git, "Talk")
	shell := b.Add(part, graph.Node{Kind: graph.Section, Title: "Shell"})
	b.Add(shell, graph.Node{Kind: graph.Topic, Title: "Pipes", Number: "2.1", Status: graph.Done})
	resource(b.Add(shell, graph.Node{Kind: graph.Topic, Title: "Jobs", Number: "2.2", Status: graph.Todo}), "Manual")
	resource(shell, "Tour")
	make := b.Add(part, graph.Node{Kind: graph.Section, Title: "Make"})
	resource(make, "Guide")
	b.Add(make, graph.Node{Kind: graph.Topic, Title: "Rules"})
	b.Follow()
	return b.Build(nil)
}

// tidy is a graph without what Markdown has no way to write: white space that
// is not one space, columns, what is left out, and addresses of the course.
func tidy(g *graph.Graph) *graph.Graph {
	all := *g.Drawn()
	all.Nodes = append([]graph.Node(nil), all.Nodes...)
	for i := range all.Nodes {
		n := &all.Nodes[i]
		n.Title, n.Summary, n.Attributes = oneLine(n.Title), oneLine(n.Summary), nil
	}
	return &all
}

// Whatever stands in a name is text, and comes back.
func TestNamesComeBack(t *testing.T) {
	for _, name := range []string{
		"1. One", "1.2.3. Four", "2.0 Scenarios", "IV. Four", "a. b", "Dr. No", "1) x", "12", "3.", ".", "- x", "+ y", "* z", "# h", "h #", "##", "C#", "F# and C#", "=", "---", "***", "___", "> q", ": d",
		"a: b", "a:", ": a", "by Ada", "x by Ada: y", "x", "X", "[x]", "[ ] x", "[x] y", "[a](b)", "![a](b)", "[^1]", "[[a]]", "<b>bold</b>", "<!-- roadmap: skip -->", "<!-- roadmap: outline -->", "<!-- roadmapviz:begin -->", "a <!-- b", "-->", "<http://x.y>", "a < b > c", "Vec<T>",
		"`code`", "``", "*b*", "**b**", "_i_", "__b__", "snake_case_name", "_x", "x_", "~s~", "~~s~~", "~5 hours", "a | b", "|", "| - |", "\\", "a\\", "\\*", "\\[", "a&b", "&amp;", "&#35;", "AT&T; x", "$x$", "$k$ means", "a \\(x\\)",
		"🧩", "🧩 x", "★ x", "x 🧩 y", "1️⃣ x", "‼️ x", "❤️ I ❤️ Go", ":rocket: x", "👩‍🚀 x", "深度学习：入门", "نماذج اللغة (1)", "\u202eabc", "é", "e\u0301", "“q”", "\"q\" and 'q'", "«q»", "#tag", "@at", "=1+1", "https://example.org/a_b_c?x=1&y=2", "www.example.org", "a@b.org", "Topics:", "Resources:", "Prerequisites: x", "License", "Contents", "(optional)", "x (optional)", "Yeast, 8 Sep", "a. b. c.", "Ends in a stop.",
		"{#id}", "x {#id}", "%%", "a\tb", "\u200b", "\x00", "\x1b[31m", strings.Repeat("word ", 60), strings.Repeat("*", 80), strings.Repeat("[", 80), "~~~", "```sh", "    four", "+++", "| a | b |", "<details>", "</summary>", "<", "<?", "<a", "&", "!", "]", "](", "(", "\"", "'", "&quot;", "“”„“«»\"'",
	} {
		b := &build.Builder{}
		b.Graph.Language = "en"
		full := graph.Node{Title: name, Summary: name, Author: name, Label: name}
		with := func(kind graph.Kind, n graph.Node) graph.Node { n.Kind = kind; return n }
		b.Add(build.Root, graph.Node{Kind: graph.Course, Title: name, Summary: name})
		for _, front := range []struct{ icon, number string }{{"", ""}, {"🧩", ""}, {"", "1"}, {"1️⃣", "2.3"}, {"calculator", "Week 1"}, {"🧩", "VI"}} {
			n := full
			n.Icon, n.Number = front.icon, front.number
			heading := n
			heading.Author = ""
			part := b.Add(0, with(graph.Part, heading))
			section := b.Add(part, with(graph.Section, heading))
			topic := b.Add(section, with(graph.Topic, n))
			b.Add(topic, with(graph.Resource, n))
			b.Add(topic, graph.Node{Kind: graph.Resource, Title: name, Number: n.Number, Icon: n.Icon})
			b.Add(topic, graph.Node{Kind: graph.Resource, Title: name, Author: name})
			b.Add(topic, graph.Node{Kind: graph.Topic, Title: name, URL: "https://example.org/(" + oneLine(name) + ")", Status: graph.Done})
			b.Add(topic, graph.Node{Kind: graph.Resource, Title: name, URL: "https://example.org", Author: name, Status: graph.Todo})
			b.Add(part, graph.Node{Kind: graph.Resource, Title: name, Summary: name}) // behind the section
		}
		b.Follow()
		g := b.Build(nil)
		for i := range g.Nodes {
			n := &g.Nodes[i]
			n.Title, n.Summary, n.Author, n.Label = title(n), oneLine(n.Summary), oneLine(n.Author), oneLine(n.Label)
		}
		for way := range ways {
			fixpoint(t, way, fmt.Sprintf("%q", name), g)
		}
	}
}

// An outline is for people: nothing in it is written that a reader of the plain
// text would not need.
func TestPlainOutline(t *testing.T) {
	const text = "# Cooking\n\nFrom the knife to the table.\n\n## 🍳 Basics\n\n### 1. Knives\n\n" +
		"- [x] **Cutting**: the pinch grip & more.\n  - [A film](https://example.org/film_by_ada?a=1&b=2): ten minutes.\n- [ ] **Sharpening** <!-- roadmap: optional -->\n\n" +
		"### 2. Soups\n<!-- roadmap: requires=\"basics/knives/cutting\" -->\n\n- **Stock**: bones (and time), say 90% of it.\n"
	g, found := markdown.Parse([]byte(text), markdown.Options{})
	want := strings.Replace(text, `"basics/knives/cutting"`, "basics/knives/cutting", 1)
	if got := encoded(t, Encode, g); got != want || len(found) > 0 {
		t.Errorf("got %s\n%v", got, found)
	}
}

// A language that is no tag of one could be anything in front matter.
func TestLanguages(t *testing.T) {
	for language, want := range map[string]bool{"pt-BR": true, "no": true, "": false, "en\nroadmap:\n  structure: {level: 1}": false, "a: b": false, "---": true} {
		g := tools()
		g.Language = language
		if text := encoded(t, Encode, g); strings.HasPrefix(text, "---\nlang: "+language+"\n---\n") != want || strings.Contains(text, "structure") {
			t.Errorf("%q: %s", language, text)
		}
	}
}

// What authors add to an outline is read as an outline, too.
func TestOutlinesAreEdited(t *testing.T) {
	const text = "---\nlang: de\n---\n\n# 📚 Library\n<!-- roadmap: outline icon=book -->\n\n![Roadmap](img/all.svg)\n\nEverything.\n\nAnd more.\n\n" +
		"## License\n\n<p><img src=\"img/part.svg\" alt=\"Part\"></p>\n\n### Contents\n<!-- roadmap: label=\"What &quot;it&quot; holds\" side=left -->\n\n" +
		"1. **Indexes**\n   - [Slides](https://example.org/s) by Ada: forty\n   - Notes: two pages\n   - **[Deeper](deeper.md)**\n2. not bold\n\n#### Maps\n\n- **Scales**\n\n---\n\n---\n\n- [Of the part](https://example.org/p)\n\n" +
		"## [Elsewhere](https://example.org/e)\n<!-- roadmap: after=license/contents -->\n\n### Shelves #\n\n- **Wood** <!-- roadmap: status=doing requires=\"#contents\" -->\n"
	g, found := markdown.Parse([]byte(text), markdown.Options{File: "README.md"})
	want := `language de
0 course "Library" number "" icon "book" to "" summary "Everything." author "" optional false status "" label "" side "" id "course"
1 part "License" number "" icon "" to "" summary "" author "" optional false status "" label "" side "" id "license"
2 section "Contents" number "" icon "" to "" summary "" author "" optional false status "" label "What \"it\" holds" side "left" id "license/contents"
3 topic "Indexes" number "" icon "" to "" summary "" author "" optional false status "" label "" side "" id "license/contents/indexes"
4 resource "Slides" number "" icon "" to "https://example.org/s" summary "forty" author "Ada" optional false status "" label "" side "" id ""
4 resource "Notes" number "" icon "" to "" summary "two pages" author "" optional false status "" label "" side "" id ""
4 topic "Deeper" number "" icon "" to "deeper.md" summary "" author "" optional false status "" label "" side "" id "license/contents/indexes/deeper"
3 resource "not bold" number "" icon "" to "" summary "" author "" optional false status "" label "" side "" id ""
3 topic "Maps" number "" icon "" to "" summary "" author "" optional false status "" label "" side "" id "license/contents/maps"
4 topic "Scales" number "" icon "" to "" summary "" author "" optional false status "" label "" side "" id "license/contents/maps/scales"
2 resource "Of the part" number "" icon "" to "https://example.org/p" summary "" author "" optional false status "" label "" side "" id ""
1 part "Elsewhere" number "" icon "" to "https://example.org/e" summary "" author "" optional false status "" label "" side "" id "elsewhere"
2 section "Shelves" number "" icon "" to "" summary "" author "" optional false status "" label "" side "" id "elsewhere/shelves"
3 topic "Wood" number "" icon "" to "" summary "" author "" optional false status "doing" label "" side "" id "elsewhere/shelves/wood"
license/contents next elsewhere
license next elsewhere
license/contents requires elsewhere/shelves/wood`
	if got := strings.Join(held(g, false), "\n"); got != want {
		t.Errorf("got\n%s", got)
	}
	if len(g.Images) != 2 || g.Images[0].Node != graph.CourseID || g.Images[1].Node != "license" {
		t.Errorf("images: %v", g.Images)
	}
	if len(found) > 0 {
		t.Error(found)
	}
	for way := range ways {
		fixpoint(t, way, "the outline", g.Drawn())
	}
}

// Topics are not nested deeper than Markdown is read.
func TestDeepOutlines(t *testing.T) {
	nested := func(depth int) *graph.Graph {
		b := &build.Builder{}
		at := b.Add(build.Root, graph.Node{Kind: graph.Course, Title: "Deep"})
		at = b.Add(b.Add(at, graph.Node{Kind: graph.Part, Title: "P"}), graph.Node{Kind: graph.Section, Title: "S"})
		for range depth + 1 {
			at = b.Add(at, graph.Node{Kind: graph.Topic, Title: "T"})
		}
		return b.Build(nil)
	}
	for way, encode := range ways {
		fixpoint(t, way, "deep", nested(mostDeep))
		if err := encode(t.Context(), io.Discard, nested(mostDeep+1)); err == nil {
			t.Error("nothing is said of what is too deep")
		}
	}
}

func FuzzOutline(f *testing.F) {
	f.Add([]byte("# C\n\n## P\n\n### 1. S\n\n- **a**: b\n  - [c](d)\n"))
	f.Add([]byte("# C\n<!-- roadmap: outline -->\n\n## P\n---\n- *x<!-- -->: y*\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		g, _ := markdown.Parse(text, markdown.Options{})
		for way := range ways {
			fixpoint(t, way, "what is read", g.Drawn())
		}
	})
}
