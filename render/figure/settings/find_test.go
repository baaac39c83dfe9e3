package settings

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/codes"
	"github.com/roadmapviz/roadmapviz/internal/files"
	"github.com/roadmapviz/roadmapviz/render/figure"
)

func folderOf(texts map[string]string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for name, text := range texts {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

func TestFind(t *testing.T) {
	fsys := folderOf(map[string]string{
		"roadmapviz.yml": "theme: contrast\n", "a/b/README.md": "", "c/roadmapviz.yaml": "theme: course-dark\n", "h/roadmapviz.yaml": "theme: contrast\n", "h/roadmapviz.yml": "theme: curse\n", "c/d/README.md": "",
		"e/roadmapviz.yaml": "\ufefftheme: contrast\n", "f/roadmapviz.yaml": "tehme: x\nscale: 9\n", "g/roadmapviz.yaml": strings.Repeat("#", mostBytes+1),
	})
	for folder, want := range map[string]struct{ name, folder, theme, mistake string }{
		".": {"x/roadmapviz.yml", ".", "contrast", ""}, "a/b": {"x/roadmapviz.yml", ".", "contrast", ""}, "none": {"x/roadmapviz.yml", ".", "contrast", ""},
		"c": {"x/c/roadmapviz.yaml", "c", "course-dark", ""}, "c/d": {"x/c/roadmapviz.yaml", "c", "course-dark", ""}, "e/": {"x/e/roadmapviz.yaml", "e", "contrast", ""},
		"f": {"x/f/roadmapviz.yaml", "f", "", "x/f/roadmapviz.yaml:1:1: error RV201: there is no key \"tehme\" (did you mean \"theme\"?)\nx/f/roadmapviz.yaml:2:8: error RV201: scale is from 1 to 3, not 9"},
	} {
		s, err := Find(fsys, folder, "x")
		if err == nil && want.mistake != "" || err != nil && err.Error() != want.mistake {
			t.Errorf("%s: %v, want %s", folder, err, want.mistake)
		}
		if s == nil || s.Name != want.name || s.Folder != want.folder || s.Prefix != "x" || s.Figure.Theme != want.theme {
			t.Errorf("%s: %+v", folder, s)
		}
	}
	if _, err := Find(fsys, "g", ""); err == nil || err.Error() != "g/roadmapviz.yaml: larger than 1 MiB" {
		t.Error(err)
	}
	if s, err := Find(fsys, "h/i", "x"); s != nil || err == nil || err.Error() != "x/h/roadmapviz.yml: error RV201: roadmapviz.yaml lies beside it, and nobody knows which one counts (keep one of them)" {
		t.Errorf("two in a folder: %+v (%v)", s, err)
	}
	if s, err := Find(fstest.MapFS{}, "a/b", ""); err != nil || s.Name != "" || s.Has("theme") {
		t.Errorf("without a file: %+v (%v)", s, err)
	}
}

func TestUnread(t *testing.T) {
	const export = `{"nodes": [{"id": "a", "kind": "course"}], "edges": []}`
	for name, text := range map[string]string{
		".roadmapviz.yaml": "theme: contrast\n", "Roadmapviz.YAML": "tehme: x\n", "roadmap-viz.yml": "", "roadmapviz.yaml.txt": "", ".roadmapvizrc": "",
		"roadmapviz.config.yml": "", "roadmapviz.json": `{"theme": "contrast"}`, "roadmapviz.toml": "",
		"!roadmapviz.json": export, "!roadmapviz": "", "!roadmapviz.svg": "", "!roadmap.yaml": "", "!roadmapviz.example.yaml": "", "!my.yaml": "",
	} {
		name, harmless := strings.CutPrefix(name, "!")
		for _, proper := range append(Names(), "") {
			fsys := folderOf(map[string]string{"a/README.md": "", "a/" + name: text})
			if proper != "" {
				fsys["a/"+proper] = &fstest.MapFile{}
			}
			var got, want []string
			if !harmless && proper == "" {
				want = append(want, "x/a/"+name)
			}
			for _, d := range Unread(fsys, "a", "x") {
				got = append(got, d.Position.File)
				if d.Code != codes.UnreadConfig.ID || !strings.Contains(d.Hint, "roadmapviz.yaml") {
					t.Errorf("%s: %v", name, d)
				}
			}
			if !slices.Equal(got, want) {
				t.Errorf("%s beside %q: %v, want %v", name, proper, got, want)
			}
		}
	}
	if found := Unread(folderOf(map[string]string{".roadmapviz.yaml/a": ""}), ".", ""); found != nil {
		t.Errorf("a folder: %v", found)
	}
	if found := Unread(fstest.MapFS{}, "none", ""); found != nil {
		t.Errorf("no folder: %v", found)
	}
}

func TestApply(t *testing.T) {
	const all = "theme: ./my.yaml\nmode: dark\npage: none\nlayout: grid\nwidth: 900.5\nmax-topics: 0\ndepth: 2\ndirection: down\ncolumns: 3\ncompact: true\naspect: 16:9\nmax-width: 1200\npreset: a4\nsize: 800x600\npaper: a3\nmargin: 15mm\nfirst-side: right\nprerequisites: chips\nreduce: false\nlegend: none\nprogress: me.yaml\nfont: [a.ttf, sub/b.otf]\ntitle: none\nicons: false\nbase-url: https://example.org/\nscale: 2\ntext: paths\n"
	s, err := Find(folderOf(map[string]string{"docs/roadmapviz.yaml": all}), "docs", "")
	if err != nil {
		t.Fatal(err)
	}
	var o figure.Options
	if err := s.Apply(&o, nil); err != nil {
		t.Fatal(err)
	}
	want := figure.Options{
		Theme: "./docs/my.yaml", Mode: "dark", Page: "none", Layout: "grid", Width: 900.5, MaxTopics: figure.AllTopics, Depth: 2, Direction: "down", Columns: 3, Compact: true, Aspect: 16. / 9,
		MaxWidth: 1200, Preset: "a4", Size: figure.Size{Width: 800, Height: 600}, Paper: "a3", Margin: "15mm", FirstSide: "right", Prerequisites: "chips", Redundant: true, NoIcons: true, BaseURL: "https://example.org/", Scale: 2, Text: "paths",
		Legend: "none", Progress: "docs/me.yaml", Title: "none",
	}
	want.Files = s.FS
	want.Learner = figure.Place{FS: s.FS}
	want.FontFiles = []figure.File{{Path: "docs/a.ttf", Place: want.Learner}, {Path: "docs/sub/b.otf", Place: want.Learner}}
	if !reflect.DeepEqual(o, want) {
		t.Errorf("got  %+v,\nwant %+v", o, want)
	}
	for _, option := range figure.Table() {
		if s.Has(option.Name) == option.Single {
			t.Errorf("%s is not tried here", option.Name)
		}
	}

	o = figure.Options{Depth: 5}
	if err := s.Apply(&o, func(name string) bool { return name != "scale" }); err != nil || !reflect.DeepEqual(o, figure.Options{Depth: 5, Scale: 2}) {
		t.Errorf("%+v (%v)", o, err)
	}
	for _, text := range []string{"aspect: 1.5\n", "aspect: \"1.5\"\n", "aspect: 3:2\n", "aspect: '3:2'\n"} {
		s, err := Parse([]byte(text), "roadmapviz.yaml")
		if err != nil {
			t.Error(err)
			continue
		}
		o := figure.Options{}
		if err := s.Apply(&o, nil); err != nil || o.Aspect != 1.5 {
			t.Errorf("%q: %g (%v)", text, o.Aspect, err)
		}
		if wrong := validate(t, text); wrong != "" {
			t.Errorf("%q: the schema refuses %s", text, wrong)
		}
	}
	s, err = Find(folderOf(map[string]string{"docs/roadmapviz.yaml": "depth: 2\ntheme: ../../my.yaml\n"}), "docs", "")
	if err != nil {
		t.Fatal(err)
	}
	var outside *files.OutsideError
	if err := s.Apply(&o, nil); !errors.As(err, &outside) || !strings.HasPrefix(err.Error(), "docs/roadmapviz.yaml:2:1: theme ../../my.yaml: ") {
		t.Error(err)
	}
}

// What settings say of nodes is meant for their own input.
func TestDocument(t *testing.T) {
	fsys := folderOf(map[string]string{
		"roadmapviz.yaml": "input: [docs/a.md, ./b.md]\nstructure: {level: 2}\n", "docs/a.md": "", "b.md": "", "c.md": "",
		"any/roadmapviz.yaml": "structure: {level: 2}\n", "out/roadmapviz.yaml": "# a line\ninput: ../c.md\n",
		"web/roadmapviz.yaml": "input: https://example.org/c.md\nprogress: https://example.org/mine.txt\n",
	})
	s, err := Find(fsys, ".", "")
	if err != nil {
		t.Fatal(err)
	}
	if inputs, err := s.Inputs(); err != nil || !slices.Equal(inputs, []string{"docs/a.md", "b.md"}) {
		t.Errorf("%v (%v)", inputs, err)
	}
	for _, c := range []struct {
		paths []string
		level int
	}{
		{[]string{"docs/a.md"}, 2}, {[]string{"b.md", "docs/a.md"}, 2}, {[]string{"c.md"}, 0}, {[]string{"b.md", "c.md"}, 0},
	} {
		if got := s.Document(fsys, c.paths).Structure.Level; got != c.level {
			t.Errorf("%v is read with level %d, want %d", c.paths, got, c.level)
		}
	}
	if s, err = Find(fsys, "any", ""); err != nil || s.Document(fsys, []string{"c.md"}).Structure.Level != 2 {
		t.Errorf("settings without an input are for any: %v", err)
	}
	if s, err = Find(fsys, "out", ""); err != nil {
		t.Fatal(err)
	}
	var outside *files.OutsideError
	if _, err := s.Inputs(); !errors.As(err, &outside) || !strings.HasPrefix(err.Error(), "out/roadmapviz.yaml:2:1: input: ../c.md: it lies outside of out") {
		t.Error(err)
	}
	if s, err = Find(fsys, "web", ""); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Inputs(); err == nil || !strings.HasPrefix(err.Error(), "web/roadmapviz.yaml:1:1: input: https://example.org/c.md: this is an address") {
		t.Error(err)
	}
	if err := s.Apply(&figure.Options{}, nil); err == nil || !strings.HasPrefix(err.Error(), "web/roadmapviz.yaml:2:1: progress is a file, and https://example.org/mine.txt is an address") {
		t.Error(err)
	}
}

func TestJudge(t *testing.T) {
	s, err := Parse([]byte("nodes:\n  a/b: {icon: x}\nstructure:\n  exclude:\n    - Baking\nlint:\n  RV003: off\n  RV010: error\n"), "roadmapviz.yaml")
	if err != nil {
		t.Fatal(err)
	}
	at := graph.Position{File: "README.md", Line: 7, Column: 1}
	found := []graph.Diagnostic{
		codes.NoTopics.At(at, "", "RV003"), codes.HeadingJump.At(at, "", "RV010"), codes.UnknownNode.At(graph.Position{}, "", "there is no node %q", "a/b"),
		codes.NoHeading.At(graph.Position{}, "", "exclude: no heading is like %q", "Baking"), codes.Unresolved.At(at, "", "RV004"),
	}
	was := slices.Clone(found)
	var got []string
	for _, d := range s.Judge(found) {
		got = append(got, d.String())
	}
	want := []string{
		`README.md:7:1: error RV010: RV010`, `roadmapviz.yaml:2:3: ` + string(codes.UnknownNode.Severity) + ` ` + codes.UnknownNode.ID + `: there is no node "a/b"`,
		`roadmapviz.yaml:5:7: ` + string(codes.NoHeading.Severity) + ` ` + codes.NoHeading.ID + `: exclude: no heading is like "Baking"`, `README.md:7:1: warning RV004: RV004`,
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if !slices.Equal(found, was) {
		t.Error("what was judged is changed")
	}
}
