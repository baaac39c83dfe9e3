package pages

import (
	"bytes"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"
)

// A document of which nothing changed is not read again, and all that is said of it is
// what reading says; whatever changes, it is read.
func TestRecall(t *testing.T) {
	text := head + "<!-- roadmapviz:begin outline -->\n<!-- roadmapviz:end -->\n\nA word.\n\n![Roadmap](a.svg)\n\n![Screen](b.png)\n\n![Later](c.svg)\n\n" + basics
	files := map[string]string{
		"README.md": text, "b.png": "no figure", "roadmapviz.yaml": "theme: ./my.yaml\n", "my.yaml": "extends: course\n", "img/x": "",
	}
	write := func(name, text string) func(fstest.MapFS) {
		return func(fsys fstest.MapFS) { fsys[name] = &fstest.MapFile{Data: []byte(text)} }
	}
	ours := func(fsys fstest.MapFS) []byte { return fsys["a.svg"].Data }
	for name, c := range map[string]struct {
		change func(fstest.MapFS)
		reader string
		stale  int
	}{
		"nothing":              {func(fstest.MapFS) {}, "one", 0},
		"another program":      {func(fstest.MapFS) {}, "two", 0},
		"an unknown program":   {func(fstest.MapFS) {}, "", 0},
		"a byte of prose":      {write("README.md", strings.Replace(text, "word", "Word", 1)), "one", 0},
		"a topic":              {write("README.md", strings.Replace(text, "Frying", "Drying", 1)), "one", 3},
		"a setting of reading": {write("roadmapviz.yaml", "theme: ./my.yaml\nstructure:\n  exclude: [Heat]\n"), "one", 3},
		"a setting of figures": {write("roadmapviz.yaml", "theme: ./my.yaml\ncompact: true\n"), "one", 3},
		"a severity":           {write("roadmapviz.yaml", "theme: ./my.yaml\nlint:\n  RV003: warning\n"), "one", 0},
		"the theme":            {write("my.yaml", "extends: contrast\n"), "one", 3},
		"no theme":             {func(fsys fstest.MapFS) { delete(fsys, "my.yaml") }, "one", 3},
		"a figure is gone":     {func(fsys fstest.MapFS) { delete(fsys, "img/roadmap-dark.svg") }, "one", 1},
		"a figure is no more":  {write("a.svg", "<svg></svg>"), "one", 1},
		"another is a figure":  {func(fsys fstest.MapFS) { fsys["c.svg"] = &fstest.MapFile{Data: ours(fsys)} }, "one", 0},
		"another README":       {write("img/README.md", head+basics), "one", 0},
	} {
		t.Run(name, func(t *testing.T) {
			fsys := folderOf(files)
			syncAll(t, fsys, Options{Reader: "one"})
			texts := string(fsys["README.md"].Data)
			c.change(fsys)
			if got := fsys["README.md"].Data; !bytes.Contains(got, []byte("<picture>")) { // an edit is one of the text with its block
				edit := string(got)
				begin, end := strings.Index(texts, "<a href"), strings.Index(texts, "<!-- roadmapviz:end")
				write("README.md", strings.Replace(edit, "<!-- roadmapviz:end", texts[begin:end]+"<!-- roadmapviz:end", 1))(fsys)
			}
			d, read := (*Document)(nil), (*Document)(nil)
			d, err := Open(t.Context(), fsys, []string{"README.md"}, Options{Reader: c.reader})
			if err != nil {
				t.Fatal(err)
			}
			if read, err = Open(t.Context(), fsys, []string{"README.md"}, Options{}); err != nil {
				t.Fatal(err)
			}
			if d.recalled != (name == "nothing") {
				t.Errorf("the document is recalled: %v", d.recalled)
			}
			if got, want := NewReport(d), NewReport(read); !reflect.DeepEqual(got, want) {
				t.Errorf("it is said that\n%+v\nand reading says\n%+v", got, want)
			}
			if figures, _ := NewReport(d).Stale(); figures != c.stale {
				t.Errorf("%d figures are out of date, want %d", figures, c.stale)
			}
			if !reflect.DeepEqual(d.Findings(), read.Findings()) && len(d.Findings())+len(read.Findings()) > 0 {
				t.Errorf("found are %v, and reading finds %v", d.Findings(), read.Findings())
			}
		})
	}
}

// What is told of a document is told every time: one with findings is read.
func TestRecallNoFindings(t *testing.T) {
	fsys := folderOf(map[string]string{"README.md": head + "<!-- roadmap: figur -->\n![Roadmap](a.svg)\n\n" + basics})
	syncAll(t, fsys, Options{Reader: "one"})
	if d := opened(t, fsys, Options{Reader: "one"}); d.recalled || len(d.Findings()) == 0 {
		t.Errorf("recalled: %v, with the findings %v", d.recalled, d.Findings())
	}
}

// A course without a title may be called as its folder: where that has another name, it
// is read.
func TestRecallElsewhere(t *testing.T) {
	fsys := folderOf(map[string]string{"tides/README.md": "## Basics\n\n![Roadmap](a.svg)\n\n" + basics})
	open := func(folder string) *Document {
		d, err := Open(t.Context(), fsys, []string{folder + "/README.md"}, Options{Reader: "one"})
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	changes, err := open("tides").Changes(t.Context())
	if err != nil || len(changes) != 1 {
		t.Fatal(changes, err)
	}
	fsys["tides/a.svg"] = &fstest.MapFile{Data: changes[0].New}
	fsys["winds/a.svg"], fsys["winds/README.md"] = fsys["tides/a.svg"], fsys["tides/README.md"]
	if !open("tides").recalled || open("winds").recalled {
		t.Error("the folder's name makes no difference, or more than that does")
	}
}

// Settings that nobody reads are told, also where they come later.
func TestRecallUnreadSettings(t *testing.T) {
	fsys := folderOf(map[string]string{"README.md": head + "![Roadmap](a.svg)\n\n" + basics})
	syncAll(t, fsys, Options{Reader: "one"})
	if !opened(t, fsys, Options{Reader: "one"}).recalled {
		t.Error("nothing changed, and it is read")
	}
	fsys[".roadmapviz.yaml"] = &fstest.MapFile{Data: []byte("theme: contrast\n")}
	if d := opened(t, fsys, Options{Reader: "one"}); d.recalled || len(d.Findings()) == 0 {
		t.Errorf("recalled: %v, with the findings %v", d.recalled, d.Findings())
	}
}

// A course of several files is remembered with all of them, in their order.
func TestRecallOfSeveralFiles(t *testing.T) {
	fsys := folderOf(map[string]string{"a.md": head + "![Roadmap](a.svg)\n\n" + basics, "b.md": strings.ReplaceAll(head+basics, "Cooking", "Baking")})
	open := func(names ...string) *Document {
		d, err := Open(t.Context(), fsys, names, Options{Reader: "one"})
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	changes, err := open("a.md", "b.md").Changes(t.Context())
	if err != nil || len(changes) != 1 {
		t.Fatal(changes, err)
	}
	fsys["a.svg"] = &fstest.MapFile{Data: changes[0].New}
	if !open("a.md", "b.md").recalled {
		t.Error("nothing changed, and it is read")
	}
	if open("b.md", "a.md").recalled || open("a.md").recalled {
		t.Error("other files are taken for these")
	}
	fsys["b.md"].Data = bytes.Replace(fsys["b.md"].Data, []byte("Frying"), []byte("Drying"), 1)
	if open("a.md", "b.md").recalled {
		t.Error("the second file changed, and it is not read")
	}
}

// What a figure remembers of its document is no other picture, and stays where its bytes
// are compared. A figure of a program that remembers nothing is none to be drawn again.
func TestRecallIsNoPicture(t *testing.T) {
	fsys := folderOf(map[string]string{"README.md": head + "![Roadmap](a.svg)\n\n" + basics})
	syncAll(t, fsys, Options{})
	plain := fsys["a.svg"].Data
	if d := opened(t, fsys, Options{Reader: "one"}); d.recalled || d.Figures[0].IsStale() {
		t.Error("a figure without a memory is out of date, or is said to have one")
	}
	delete(fsys, "a.svg")
	syncAll(t, fsys, Options{Reader: "one"})
	with := fsys["a.svg"].Data
	without := func(svg []byte) string {
		before, rest, _ := strings.Cut(string(svg), "<metadata")
		_, after, _ := strings.Cut(rest, "</metadata>")
		return before + after
	}
	if bytes.Equal(plain, with) || without(plain) != without(with) {
		t.Error("the figure with a memory is the same, or another picture")
	}
	if d := opened(t, fsys, Options{Reader: "one", Exact: true}); d.Figures[0].IsStale() {
		t.Error("its bytes are said to be others")
	}
}
