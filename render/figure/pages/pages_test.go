package pages

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/roadmapviz/roadmapviz/graph/course"
	"github.com/roadmapviz/roadmapviz/graph/metadata"
	"github.com/roadmapviz/roadmapviz/render/figure"
)

const (
	head   = "# Cooking\n\n## Basics\n\n"
	basics = "### Knives\n\n- **Sharpening**\n- **Chopping**\n\n### Heat\n\n- **Frying**\n- **Boiling**\n"
)

func folderOf(texts map[string]string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for name, text := range texts {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

func opened(t *testing.T, fsys fs.FS, o Options) *Document {
	t.Helper()
	d, err := Open(t.Context(), fsys, []string{"README.md"}, o)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// syncAll writes what is to be written, and sees that nothing is left to do.
func syncAll(t *testing.T, fsys fstest.MapFS, o Options) []string {
	t.Helper()
	changes, err := opened(t, fsys, o).Changes(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var written []string
	for _, c := range changes {
		if was := fsys[c.Path]; (was == nil) != (c.Old == nil) || was != nil && !bytes.Equal(was.Data, c.Old) {
			t.Errorf("%s is said to have held something else", c.Path)
		}
		fsys[c.Path] = &fstest.MapFile{Data: c.New}
		written = append(written, c.Path)
	}
	d := opened(t, fsys, o)
	if again, err := d.Changes(t.Context()); err != nil || len(again) > 0 || NewReport(d).Err() != nil {
		t.Errorf("after that there are %d changes (%v); %s", len(again), err, NewReport(d).Summary())
	}
	return written
}

func TestOpenFindsFigures(t *testing.T) {
	for name, c := range map[string]struct {
		readme string
		want   string // path and reason of each
	}{
		"by its name":               {head + "![](roadmap.svg)\n\n" + basics, "roadmap.svg missing"},
		"by its words":              {head + "![Roadmap of the basics](img/a.png)\n\n" + basics, "img/a.png missing"},
		"marked":                    {head + "<!-- roadmap: figure -->\n![A picture](a.svg)\n\n" + basics, "a.svg missing"},
		"unmarked":                  {head + "![A picture](a.svg)\n\n" + basics, ""},
		"said not to be one":        {head + "<!-- roadmap: figure=false -->\n![Roadmap](a.svg)\n\n" + basics, ""},
		"elsewhere":                 {head + "![Roadmap](https://example.org/roadmap.svg)\n\n" + basics, ""},
		"another format":            {head + "![Roadmap](roadmap.gif)\n\n" + basics, ""},
		"twice":                     {head + "![Roadmap](a.svg) ![Roadmap](./a.svg)\n\n" + basics, "a.svg missing"},
		"somebody else's":           {head + "![Roadmap](foreign.svg)\n\n" + basics, "foreign.svg foreign"},
		"outside":                   {head + "![Roadmap](../roadmap.svg)\n\n" + basics, "../roadmap.svg outside"},
		"in a hidden folder":        {head + "![Roadmap](.git/refs/roadmap.svg)\n\n" + basics, ".git/refs/roadmap.svg undrawable"},
		"a hidden file":             {head + "![Roadmap](img/.roadmap.svg)\n\n" + basics, "img/.roadmap.svg undrawable"},
		"the theme":                 {head + "<!-- roadmap: figure theme=./theme.svg -->\n![Roadmap](theme.svg)\n\n" + basics, "theme.svg undrawable"},
		"of no such part":           {head + "<!-- roadmap: figure part=Baking -->\n![Roadmap](a.svg)\n\n" + basics, "a.svg undrawable"},
		"of an unknown theme":       {head + "<!-- roadmap: figure theme=curse -->\n![Roadmap](a.svg)\n\n" + basics, "a.svg undrawable"},
		"a theme outside":           {head + "<!-- roadmap: figure theme=../theme.yaml -->\n![Roadmap](a.svg)\n\n" + basics, "a.svg undrawable"},
		"a layout without Graphviz": {head + "<!-- roadmap: figure layout=dot -->\n![Roadmap](a.svg)\n\n" + basics, "a.svg undrawable"},
	} {
		t.Run(name, func(t *testing.T) {
			fsys := folderOf(map[string]string{"README.md": c.readme, "foreign.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>", "theme.svg": "extends: course\n"})
			d := opened(t, fsys, Options{})
			var got []string
			for _, p := range d.Figures {
				got = append(got, p.Path+" "+string(p.Reasons[0]))
			}
			if strings.Join(got, ", ") != c.want {
				t.Errorf("got %v, want %s", got, c.want)
			}
			changes, err := d.Changes(t.Context())
			drawn := strings.HasSuffix(c.want, "missing")
			if len(changes) == 1 != drawn || (err != nil) != (strings.HasSuffix(c.want, "foreign") || strings.HasSuffix(c.want, "undrawable")) {
				t.Errorf("%d changes (%v)", len(changes), err)
			}
		})
	}
}

func TestChangesAndOutline(t *testing.T) {
	readme := head + "![Roadmap](roadmap.svg) ![Roadmap](roadmap-dark.svg)\n\n<!-- roadmapviz:begin part=basics file=img/basics outline -->\n<!-- roadmapviz:end -->\n\n" + basics
	fsys := folderOf(map[string]string{"README.md": readme})
	d := opened(t, fsys, Options{})
	outline, err := d.Outline()
	if err != nil {
		t.Fatal(err)
	}
	changes, err := d.Changes(t.Context())
	if err != nil || len(changes) != len(outline) {
		t.Fatalf("%d changes, and %d in outline (%v)", len(changes), len(outline), err)
	}
	for i, c := range changes {
		o := outline[i]
		if c.Path != o.Path || c.Figure != o.Figure || !reflect.DeepEqual(c.Lines, o.Lines) || (o.New == nil) != (o.Figure != nil) || len(c.New) == 0 {
			t.Errorf("%s: %+v is outlined as %+v", c.Path, c.Lines, o)
		}
	}
	want := []string{"roadmap.svg", "roadmap-dark.svg", "img/basics.svg", "img/basics-dark.svg", "README.md"}
	if got := syncAll(t, fsys, Options{}); !slices.Equal(got, want) {
		t.Errorf("written are %v, want %v", got, want)
	}
	text := string(fsys["README.md"].Data)
	if !strings.HasPrefix(text, readme[:strings.Index(readme, "<!-- roadmapviz:end")]) || !strings.HasSuffix(text, basics) || !strings.Contains(text, `<a href="#knives">Knives</a>`) {
		t.Errorf("the text is\n%s", text)
	}
	for path, theme := range map[string]string{"roadmap-dark.svg": "course-dark", "img/basics-dark.svg": "course-dark", "roadmap.svg": ""} {
		f, err := metadata.Read(fsys[path].Data)
		if err != nil || f.Options["theme"] != theme {
			t.Errorf("%s is drawn with %v (%v)", path, f.Options, err)
		}
	}

	fsys["README.md"].Data = []byte(strings.Replace(text, "- **Frying**", "- **Roasting**", 1))
	d = opened(t, fsys, Options{})
	if p := d.Figures[0]; !slices.Equal(p.Reasons, []figure.Reason{figure.TextChanged}) || len(p.Changes) != 1 || p.Changes[0].Text != `topic "Frying" renamed to "Roasting"` {
		t.Errorf("%v %v", p.Reasons, p.Changes)
	}
	if figures, blocks := NewReport(d).Stale(); figures != 4 || blocks != 1 {
		t.Errorf("%d figures and %d blocks are out of date", figures, blocks)
	}
}

// Options of a comment are stronger than the file's name, that than the settings,
// and these than how the figure was drawn before.
func TestWhatSaysHowFiguresAreDrawn(t *testing.T) {
	fsys := folderOf(map[string]string{
		"README.md":       head + "<!-- roadmap: figure theme=contrast -->\n![Roadmap](a.svg)\n\n![Roadmap](b@2x.png)\n\n![Roadmap](c.svg)\n\n" + basics,
		"roadmapviz.yaml": "max-topics: 5\nscale: 3\ntheme: ./my.yaml\n", "my.yaml": "extends: course\n",
	})
	data, _, err := figure.Draw(t.Context(), opened(t, fsys, Options{}).Course.Graph, figure.Options{Depth: 2, MaxTopics: 7}, "svg")
	if err != nil {
		t.Fatal(err)
	}
	fsys["c.svg"] = &fstest.MapFile{Data: data}
	syncAll(t, fsys, Options{})
	for path, want := range map[string]map[string]string{
		"a.svg":    {"theme": "contrast", "max-topics": "5"},
		"b@2x.png": {"theme": "my.yaml", "max-topics": "5", "scale": "2"},
		"c.svg":    {"theme": "my.yaml", "max-topics": "5", "depth": "2"},
	} {
		f, err := metadata.Read(fsys[path].Data)
		if err != nil {
			t.Fatal(path, err)
		}
		delete(f.Options, "theme-digest")
		delete(f.Options, "home")
		if !reflect.DeepEqual(f.Options, want) {
			t.Errorf("%s is drawn with %v, want %v", path, f.Options, want)
		}
	}
}

func TestOpenRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		files map[string]string
		want  string
	}{
		"no file":           {nil, "README.md: no such file"},
		"a mistake":         {map[string]string{"README.md": head + "### A\n\n- **a** <!-- roadmap: requires=b -->\n- **b** <!-- roadmap: requires=a -->\n"}, "README.md has 1 error; nothing was drawn"},
		"settings":          {map[string]string{"README.md": head + basics, "roadmapviz.yaml": "scale: 9\n"}, "roadmapviz.yaml:1:8: error RV201: scale is from 1 to 3, not 9"},
		"an unknown key":    {map[string]string{"README.md": head + "<!-- roadmap: figure tehme=contrast -->\n![](a.svg)\n\n" + basics}, `README.md:5:22: there is no key "tehme"; did you mean "theme"?`},
		"a block's key":     {map[string]string{"README.md": head + "<!-- roadmapviz:begin shwon=3 -->\n<!-- roadmapviz:end -->\n\n" + basics}, `README.md:5:23: there is no key "shwon"; did you mean "shown"?`},
		"a block's width":   {map[string]string{"README.md": head + "<!-- roadmapviz:begin shown=wide -->\n<!-- roadmapviz:end -->\n\n" + basics}, `README.md:5:23: shown is a width in px, not "wide"`},
		"a block's end":     {map[string]string{"README.md": head + "<!-- roadmapviz:begin -->\n\n" + basics}, "README.md:5:1: no <!-- roadmapviz:end --> follows"},
		"an open quotation": {map[string]string{"README.md": head + "<!-- roadmap: figure part=\"a -->\n![](a.svg)\n\n" + basics}, "README.md:5:22: the quotation mark before the value of \"part\" is not closed"},
	} {
		_, err := Open(t.Context(), folderOf(c.files), []string{"README.md"}, Options{})
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
		var invalid *InvalidError
		if isInvalid := errors.As(err, &invalid); isInvalid != (name == "a mistake") {
			t.Errorf("%s: %T", name, err)
		}
	}
	if _, err := Open(t.Context(), folderOf(map[string]string{"a.json": `{"roadmapviz": 1, "nodes": [{"id": "course", "kind": "course", "title": "C"}]}`}), []string{"a.json"}, Options{}); !errors.Is(err, ErrNoMarkdown) {
		t.Errorf("a graph: %v", err)
	}
}

// In the file system for folders of strangers no link leads out, neither of pictures
// nor of themes.
func TestLinksOutOfTheFolder(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "course")
	write := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(folder, 0o777); err != nil {
		t.Fatal(err)
	}
	write("../secret", "password: hunter2\n")
	write("README.md", head+"![Roadmap](roadmap.svg)\n\n<!-- roadmap: figure theme=./theme.yaml -->\n![](b.svg)\n\n"+basics)
	for _, name := range []string{"roadmap.svg", "theme.yaml"} {
		if err := os.Symlink("../secret", filepath.Join(folder, name)); err != nil {
			t.Skip(err)
		}
	}
	root, err := os.OpenRoot(folder)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	for _, fsys := range []fs.FS{course.FS(folder), root.FS()} { // the second one knows less of links
		d := opened(t, fsys, Options{})
		if len(d.Figures) != 2 {
			t.Fatalf("%d figures", len(d.Figures))
		}
		changes, _ := d.Changes(t.Context())
		if len(changes) > 0 {
			t.Errorf("%s would be written", changes[0].Path)
		}
		for _, p := range d.Figures {
			if strings.Contains(p.Sentence(), "password") || strings.Contains(p.Sentence(), "hunter2") {
				t.Errorf("%s: %s", p.Name, p.Sentence())
			}
		}
	}
	d := opened(t, course.FS(folder), Options{})
	if p := d.Figures[0]; p.Reasons[0] != Outside || p.IsStale() {
		t.Errorf("%s: %s", p.Name, p.Sentence())
	}
	if got, want := d.Figures[1].Sentence(), "it cannot be drawn (README.md:7:22: theme ./theme.yaml: it lies outside of "; !strings.HasPrefix(got, want) {
		t.Errorf("got %s, want %s", got, want)
	}
}
