package collect_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/collect"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
)

var update = flag.Bool("update", false, "write what the tests make over what they expect")

// Each folder of testdata is a course; the text file of its name shows what was read.
func TestFolders(t *testing.T) {
	entries, err := os.ReadDir("testdata")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !e.IsDir() {
			continue
		}
		name, folder := e.Name(), filepath.Join("testdata", e.Name())
		t.Run(name, func(t *testing.T) {
			root, err := os.OpenRoot(folder)
			if err != nil {
				t.Fatal(err)
			}
			defer root.Close()
			c, err := collect.Read(t.Context(), root.FS(), []string{"."}, collect.Options{Prefix: name, Title: name, Follow: name == "follow"})
			if err != nil {
				t.Fatal(err)
			}
			if err := c.Graph.Check(); err != nil {
				t.Error(err)
			}
			got, golden := describe(c), filepath.Join("testdata", name+".txt")
			if *update {
				if err := os.WriteFile(golden, got, 0o666); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(got, want) {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// describe is a course as text: nodes, edges that declare something, diagnostics, files.
func describe(c *collect.Course) []byte {
	var b bytes.Buffer
	for _, n := range c.Graph.Nodes {
		indent := 2 * strings.Count(n.ID, "/")
		if n.Parent != "" {
			indent += 2
		}
		fmt.Fprintf(&b, "%*s%s %q %s %s %s", indent, "", n.Kind, n.Title, n.ID, n.URL, n.Source)
		if n.Excluded != "" {
			fmt.Fprintf(&b, " - %s", n.Excluded)
		}
		b.WriteByte('\n')
	}
	b.WriteByte('\n')
	for _, e := range c.Graph.Edges {
		if e.Kind != graph.Contains {
			fmt.Fprintf(&b, "%s → %s %s %s %s\n", e.From, e.To, e.Kind, e.Reason, e.Source)
		}
	}
	b.WriteByte('\n')
	for _, d := range c.Diagnostics {
		fmt.Fprintln(&b, d)
	}
	for _, f := range c.Files {
		fmt.Fprintln(&b, "read", f.Name)
	}
	fmt.Fprintln(&b, "main", c.Name)
	return b.Bytes()
}

func files(pairs ...string) fstest.MapFS {
	m := fstest.MapFS{}
	for i := 0; i < len(pairs); i += 2 {
		m[pairs[i]] = &fstest.MapFile{Data: []byte(pairs[i+1])}
	}
	return m
}

func read(t *testing.T, fsys fstest.MapFS, names []string, o collect.Options) *collect.Course {
	t.Helper()
	c, err := collect.Read(t.Context(), fsys, names, o)
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Graph.Check(); err != nil {
		t.Error(err)
	}
	return c
}

func ids(g *graph.Graph, kinds ...graph.Kind) string {
	var all []string
	for _, i := range graph.NewIndex(g).Nodes(kinds...) {
		all = append(all, g.Nodes[i].ID)
	}
	return strings.Join(all, " ")
}

func TestOneFileIsReadAsEver(t *testing.T) {
	src := "# C\n\n## P\n\n### S\n\n- **T**: t.\n- **U**: u.\n\n## Q\n\n### R\n<!-- roadmap: requires=\"T\" -->\n\n- **V**: v.\n"
	want, _ := markdown.Parse([]byte(src), markdown.Options{File: "a/c.md"})
	got := read(t, files("c.md", src), []string{"c.md"}, collect.Options{Prefix: "a"}).Graph
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got\n%v\nwant\n%v", got, want)
	}
}

func TestFilesWithSeveralPartsStandSideBySide(t *testing.T) {
	one := "# One\n\n## A\n\n### S\n\n- **T**: t.\n\n## B\n\n### S\n\n- **T**: t.\n"
	two := "# Two\n\n## A\n\n### S\n\n- **T**: t.\n\n## C\n\n### S\n\n- **T**: t.\n"
	c := read(t, files("1.md", one, "2.md", two), []string{"1.md", "2.md"}, collect.Options{Title: "Both"})
	if got := ids(c.Graph, graph.Part); got != "a b a-1 c" {
		t.Errorf("parts %s", got)
	}
	if c.Graph.Nodes[0].Title != "Both" {
		t.Errorf("title %q", c.Graph.Nodes[0].Title)
	}
}

func TestConfigurationIsForTheWholeCourse(t *testing.T) {
	c := read(t, files("1-a.md", "# A\n\n- **T**: t.\n- **V**: v.\n", "2-b.md", "# B\n\n- **U**: u.\n- **W**: w.\n"), []string{"."}, collect.Options{
		Title: "Both",
		Config: markdown.Config{Nodes: map[string]markdown.Note{
			"both/b/u": {Label: "You", Requires: "T", Status: "done"},
			"both/a/v": {Skip: true},
			"both/b/w": {Level: "section", Requires: "V"},
			"both/z":   {Label: "Z"},
		}},
	})
	n, ok := graph.NewIndex(c.Graph).Node("both/b/u")
	if !ok || n.Label != "You" || n.Status != graph.Done {
		t.Errorf("got %+v in %s", n, ids(c.Graph, graph.Topic))
	}
	if fmt.Sprint(c.Diagnostics) == "" || !strings.Contains(fmt.Sprint(c.Diagnostics), `RV016: the configuration names a node "both/z"`) {
		t.Errorf("got %v", c.Diagnostics)
	}
	if s := fmt.Sprint(c.Graph.Edges); !strings.Contains(s, "{both/a/t both/b/u requires configuration") {
		t.Errorf("edges %s", s)
	}
	if n, ok := graph.NewIndex(c.Graph).Node("both/w"); !ok || n.Kind != graph.Section {
		t.Errorf("W is no section of its own: %s", ids(c.Graph, graph.Section))
	}
	if s := fmt.Sprint(c.Diagnostics); !strings.Contains(s, `RV004: the prerequisite "V" of "W"`) {
		t.Errorf("what is left out comes before nothing: %s", s)
	}
}

// What a file's own front matter says about its nodes, by the IDs that they have
// in it, is said about the same nodes of the whole course.
func TestFilesSpeakOfThemselves(t *testing.T) {
	a := "---\nroadmap:\n  nodes:\n    a/s/t: {label: Tee, requires: U}\n---\n# A\n\n## S\n\n- **T**: t.\n- **R**: r.\n"
	b := "# B\n\n## S\n<!-- roadmap: id=basics -->\n\n- **U**: u.\n- **V**: v. Prerequisites: [the others](1-a.md#s).\n"
	c := read(t, files("1-a.md", a, "2-b.md", b), []string{"."}, collect.Options{Title: "Both"})
	if n, ok := graph.NewIndex(c.Graph).Node("a/s/t"); !ok || n.Label != "Tee" {
		t.Errorf("got %+v in %s", n, ids(c.Graph, graph.Topic))
	}
	if s := ids(c.Graph, graph.Section); s != "a/s b/basics" {
		t.Errorf("sections %s", s)
	}
	if s := fmt.Sprint(c.Graph.Edges); !strings.Contains(s, "{b/basics/u a/s/t requires configuration") || !strings.Contains(s, "{a/s b/basics/v requires text") {
		t.Errorf("edges %s", s)
	}
}

// A guess across files is marked and told, and never closes a cycle.
func TestGuessesAcrossFiles(t *testing.T) {
	a := "# A\n\n## Trees\n\n| Course | Prerequisites |\n|---|---|\n| Oaks: Bark and Leaf, Part 1 | |\n| Oaks: Bark and Leaf, Part 2 | Oaks Part 1, Elms |\n"
	b := "# B\n\n## More trees\n\n| Course | Prerequisites |\n|---|---|\n| Elms | Oaks Part 2 |\n| Limes | Oaks Part 2 |\n"
	c := read(t, files("1-a.md", a, "2-b.md", b), []string{"."}, collect.Options{Title: "Both"})
	guessed := 0
	for _, e := range c.Graph.Edges {
		if e.Guess != "" {
			guessed++
		}
	}
	told := fmt.Sprint(c.Diagnostics)
	if guessed != 2 || strings.Count(told, "RV020") != 3 || strings.Contains(told, "RV005") {
		t.Errorf("%d guesses; %s", guessed, told)
	}
}

func TestCyclesAcrossFilesAreBroken(t *testing.T) {
	a := "# A\n\n## S\n<!-- roadmap: requires=\"B two\" -->\n\n- **A one**: t.\n"
	b := "# B\n\n## R\n<!-- roadmap: requires=\"A one\" -->\n\n- **B two**: u.\n"
	c := read(t, files("1-a.md", a, "2-b.md", b), []string{"."}, collect.Options{Title: "Both"})
	if s := fmt.Sprint(c.Diagnostics); !strings.Contains(s, "RV005") && !strings.Contains(s, "RV006") {
		t.Errorf("got %v", s)
	}
}

// What a file says against its own order is told once, by its parser.
func TestOrderIsToldOnce(t *testing.T) {
	a := "# A\n\n## One\n<!-- roadmap: requires=\"Two\" -->\n\n- **x**: t.\n\n## Two\n\n- **y**: u.\n"
	c := read(t, files("1-a.md", a, "2-b.md", "# B\n\n## R\n\n- **z**: u.\n"), []string{"."}, collect.Options{Title: "Both"})
	if s := fmt.Sprint(c.Diagnostics); strings.Count(s, "RV006") != 1 {
		t.Errorf("got %v", s)
	}
}

// Nothing outside the folder is read, whatever way leads out.
func TestLinksOutOfTheFolderAreRefused(t *testing.T) {
	top := t.TempDir()
	for name, text := range map[string]string{
		"secret.md":        "# Secret\n\n- **Hidden**: text.\n",
		"course/README.md": "# C\n\n## P\n\n- [Up](../secret.md): x\n- [Link](link.md): x\n- [Dir](dir/secret.md): x\n- [Root](/secret.md): x\n- [Odd](a/../../secret.md): x\n- [Coded](%2e%2e/secret.md): x\n",
	} {
		path := filepath.Join(top, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for link, to := range map[string]string{"link.md": "../secret.md", "dir": ".."} {
		if err := os.Symlink(to, filepath.Join(top, "course", link)); err != nil {
			t.Skip(err)
		}
	}
	root, err := os.OpenRoot(filepath.Join(top, "course"))
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	c, err := collect.Read(t.Context(), root.FS(), []string{"README.md"}, collect.Options{Follow: true})
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Files) != 1 || strings.Contains(fmt.Sprint(c.Graph), "Hidden") {
		t.Errorf("read %d files", len(c.Files))
	}
	refused := 0
	for _, d := range c.Diagnostics {
		if d.Code == "RV202" {
			refused++
		}
	}
	if refused != 5 {
		t.Errorf("%d links were refused: %v", refused, c.Diagnostics)
	}
}

func TestLinksInARing(t *testing.T) {
	c := read(t, files(
		"README.md", "# C\n\n## P\n\n- [A](a.md): x\n- **B**: y\n",
		"a.md", "# A\n\n- [B](b.md): x\n- **Z**: y\n",
		"b.md", "# B\n\n- [A](a.md): x\n- [C](README.md): y\n",
	), []string{"README.md"}, collect.Options{Follow: true})
	if len(c.Files) != 3 {
		t.Errorf("read %d files", len(c.Files))
	}
}

func TestDepthAndCountAreBounded(t *testing.T) {
	chain := fstest.MapFS{}
	for i := range 20 {
		chain[fmt.Sprintf("%d.md", i)] = &fstest.MapFile{Data: fmt.Appendf(nil, "# C%d\n\n- [Next](%d.md): x\n- **Other**: y\n", i, i+1)}
	}
	c := read(t, chain, []string{"0.md"}, collect.Options{Follow: true})
	if n := len(c.Files); n < 5 || n > 10 || !strings.Contains(fmt.Sprint(c.Diagnostics), "RV203") {
		t.Errorf("read %d files of a chain; %v", n, c.Diagnostics)
	}
	many := fstest.MapFS{}
	for i := range 2100 {
		many[fmt.Sprintf("%04d.md", i)] = &fstest.MapFile{Data: []byte("# C\n")}
	}
	c = read(t, many, []string{"."}, collect.Options{})
	if n := len(c.Files); n != 2000 || strings.Count(fmt.Sprint(c.Diagnostics), "RV203") != 1 {
		t.Errorf("read %d files; %v", n, c.Diagnostics)
	}
}

func TestManyMissingFilesAreCounted(t *testing.T) {
	src := "# C\n\n## P\n\n### S\n\n" + strings.Repeat("- [Gone](gone.md): x\n", 50)
	c := read(t, files("README.md", src), []string{"README.md"}, collect.Options{Follow: true})
	if s := fmt.Sprint(c.Diagnostics); strings.Count(s, "RV202") != 21 || !strings.Contains(s, "30 more files") {
		t.Errorf("got %s", s)
	}
}

func TestWhatCannotBeRead(t *testing.T) {
	fsys := files("folder/notes.txt", "x", "binary.md", "a\x00b", "a.md", "# A\n", "m/mkdocs.yml", "nav: [", "m/README.md", "# M\n",
		"deep/mkdocs.yml", "nav: "+strings.Repeat("[", 1<<13), "deep/README.md", "# D\n")
	for want, names := range map[string][]string{
		"pre/none.md: no such file":                {"none.md"},
		"pre/binary.md: this is a binary":          {"binary.md"},
		"no README.md in pre/folder":               {"folder"},
		"pre/missing.md: no such file":             {"a.md", "missing.md"},
		"pre/m/mkdocs.yml:1:6: the nav is not":     {"m"},
		"pre/deep/mkdocs.yml:1:70: the nav is not": {"deep"},
	} {
		if _, err := collect.Read(t.Context(), fsys, names, collect.Options{Prefix: "pre"}); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%v: got %v, want %s…", names, err, want)
		}
	}
}

func FuzzFolder(f *testing.F) {
	f.Add("site_name: S\nnav:\n- A: a.md\n- B:\n  - a.md\n", "# Summary\n\n- [A](a.md)\n", "# A\n\n- [B](README.md)\n")
	f.Add("nav: [a.md, {b: [c]}]\nsite_name: [", "[book]", "x")
	f.Fuzz(func(t *testing.T, nav, summary, page string) {
		for name, text := range map[string]string{"mkdocs.yml": nav, "SUMMARY.md": summary, "README.md": page} {
			fsys := files(name, text, "a.md", page, "1-x.md", page, "2/README.md", summary, "book.toml", nav)
			c, err := collect.Read(t.Context(), fsys, []string{"."}, collect.Options{Title: "T", Follow: true})
			if err != nil {
				continue
			}
			if err := c.Graph.Check(); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	})
}
