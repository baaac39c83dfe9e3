package main

import (
	"bytes"
	"context"
	"fmt"
	"image/png"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
	graphjson "github.com/roadmapviz/roadmapviz/graph/json"
	"github.com/roadmapviz/roadmapviz/graph/metadata"
	"github.com/roadmapviz/roadmapviz/render/figure"
	"github.com/roadmapviz/roadmapviz/render/svg/svgtest"
)

// mostFuzzed bounds each of the files: the way is looked for, not the load.
const mostFuzzed = 8 << 10

// FuzzSync goes the whole way, from the files of a stranger's pull request to
// the figures: nothing is written outside of the folder, over what is no figure
// or where a name begins with a dot; every SVG is XML without anything that
// acts; nothing is printed that a terminal or a runner would obey; and a second
// sync finds nothing to do.
//
// The picture is the file itself, or a graph as JSON, which is packed into one with
// options, a line each. A comment is put before the first image of the README.
func FuzzSync(f *testing.F) {
	away := f.TempDir()
	f.Setenv("HOME", away)
	f.Setenv("XDG_CACHE_HOME", away)
	const course = "# Course\n\n## Part\n\n![Roadmap](img/roadmap.svg)\n\n### 1. Section\n\n- **One**: x\n- [Two](https://example.org)\n"
	const pair = "# Course\n\n## Part\n\n![Roadmap](img/roadmap.png) ![Roadmap](img/roadmap.svg)\n\n### 1. Section\n\n- [One](a.md)\n- [Two](//example.org)\n- [Three](#s)\n"
	const old = `{"roadmapviz": 1, "nodes": [{"id": "p", "kind": "part", "title": "Part"}, {"id": "s", "kind": "section", "parent": "p", "title": "Section"}, {"id": "t", "kind": "topic", "parent": "s", "title": "One"}]}`
	for _, c := range [][6]string{
		{course, "", "", "", "", ""},
		{course, "theme: theme.yaml\nwidth: 900\n", "extends: course\npage: '#fff'\n", old, "", "width=900"},
		{course, "base-url: https://example.org/README.md\nlayout: tree\nnodes:\n  part/section: {label: \"a\\n\\n</li><script>x</script>\", icon: 🧭}\n", "", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "", ""},
		{"# C\n\n## P\n\n<!-- roadmapviz:begin part=p file=img/p shown=600 outline -->\n<!-- roadmapviz:end -->\n\n### S <b>&amp;</b>\n\n- a\n- b\n", "", "", "", "", ""},
		{"# C\n\n## P\n\n![x](img/roadmap.svg)\n![roadmap](../roadmap.svg) ![roadmap](img/r-dark@2x.png)\n\n### S\n\n- [a](javascript:x)\n- b <!-- roadmap: requires=a -->\n", "", "extends: course\n", old, "part=p theme=theme.yaml highlight=a focus=a hops=1", ""},
		{"# \x1b]52;c;x\a\n\n## P\u202e\n\n![roadmap](img/%0a::error::x%1b.svg)\n\n### S\n\n- **a**: [x](//x)\n- **b**: y\n\n### T\n\n- **c**: x\n- **d**: y\n", "input: README.md\nfollow: true\n", "x: \x1b[31m", old, "", ""},
		{"# C\n\n## P\n\n![roadmap](..Croadmap.svg)\n\n### S\n\n- a\n- b\n", "", "", "", "", ""}, // its name begins with a dot
		{pair, "", "", old, "home=//example.org/x text=paths id-prefix='a\"b'", "home=javascript:x\ntheme=../theme.yaml\nid-prefix=<x>\nhighlight=a\nlayout=grid\ntext=system"},
		{pair, "mode: dark\n", "extends: course\nname: x\n", old, "mode=dark theme=“theme.yaml” home=https://example.org/x width=1e9", "mode=dark\ntheme=theme.yaml\ntheme-digest=x\nfocus=t\nhops=0\nscale=3"},
		{pair, "base-url: ../README.md\nlayout: [tree]\ntext: &a paths\n", "", string(drawn(f)), "base-url='javascript:x' layout=layered direction=down aspect=16:9 max-topics=0 depth=3", ""},
		{"# C\n\n## P\n\n<picture><source media=\"(prefers-color-scheme: dark)\" srcset=\"img/roadmap-dark.svg, ../x.svg 2x,.git/x.svg\"><img src=\"img/roadmap.svg\"></picture>\n\n### S\n\n- a\n- b\n", "", "", old, "", ""},
		{"# C\n\n## P\n\n<!-- roadmap: figure -->\n[![x](img/roadmap.svg)](roadmap.html) [y](../x.html)\n\n<!-- roadmap: figure base-url=https://example.org/x -->\n<a href=\".git/x.pdf\">z</a>\n\nSee <!-- roadmap: figure --> [x](a/b.pdf#c).\n\n### S\n\n- a: <script>\n  - [b](javascript:x)\n- c\n", "", "", old, "", ""},
	} {
		f.Add([]byte(c[0]), []byte(c[1]), []byte(c[2]), []byte(c[3]), []byte(c[4]), []byte(c[5]))
	}
	f.Fuzz(func(t *testing.T, readme, config, theme, picture, comment, options []byte) {
		if len(readme)+len(config)+len(theme)+len(picture)+len(comment)+len(options) > mostFuzzed {
			return
		}
		if len(comment) > 0 {
			readme = bytes.Replace(readme, []byte("!["), slices.Concat([]byte("<!-- roadmap: figure "), comment, []byte(" -->\n![")), 1)
		}
		top := t.TempDir()
		given := map[string][]byte{
			"outside.svg": []byte(`<svg xmlns="http://www.w3.org/2000/svg"/>`), "course/.git/HEAD": []byte("ref: refs/heads/main\n"),
			"course/README.md": readme, "course/roadmapviz.yaml": config, "course/theme.yaml": theme, "course/img/roadmap.svg": asFigure(picture, options),
		}
		if bytes.HasPrefix(picture, []byte("\x89PNG")) {
			given["course/img/roadmap.png"] = picture
		}
		for name, data := range given {
			if len(data) == 0 && name != "course/roadmapviz.yaml" { // one of its own, so that none above is found
				continue
			}
			path := filepath.Join(top, filepath.FromSlash(name))
			if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, data, 0o666); err != nil {
				t.Fatal(err)
			}
		}
		t.Chdir(filepath.Join(top, "course"))
		before := filesBelow(t, top)
		syncFuzzed(t)
		after := filesBelow(t, top)
		for _, wrong := range wronglyWritten(before, after) {
			t.Error(wrong)
		}
		said := syncFuzzed(t)
		if again := filesBelow(t, top); !maps.Equal(after, again) {
			t.Errorf("a second sync changes files:\n%s", said)
		}
	})
}

// syncFuzzed runs sync and returns what it prints, which nobody must obey.
func syncFuzzed(t *testing.T) string {
	t.Helper()
	var out, errs bytes.Buffer
	run([]string{"sync", "--adopt"}, strings.NewReader(""), &out, &errs)
	for _, text := range []string{out.String(), errs.String()} {
		if line := obeyed(text); line != "" {
			t.Errorf("sync prints %q", line)
		}
	}
	return out.String() + errs.String()
}

// asFigure is a figure that shows a graph, where data is one as JSON, and was drawn
// with options, each in a line.
func asFigure(data, options []byte) []byte {
	g, _, err := graphjson.Decode(context.Background(), bytes.NewReader(data))
	if err != nil {
		return data
	}
	was := metadata.Figure{Graph: g, Options: map[string]string{}}
	for line := range strings.Lines(string(options)) {
		if name, value, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "="); ok {
			was.Options[name] = value
		}
	}
	text, err := metadata.Encode(context.Background(), was)
	if err != nil {
		return data
	}
	return []byte(`<svg xmlns="http://www.w3.org/2000/svg"><metadata>` + text + `</metadata></svg>`)
}

// drawn is a small figure as PNG.
func drawn(f *testing.F) []byte {
	f.Helper()
	g := &graph.Graph{Nodes: []graph.Node{
		{ID: "course", Kind: graph.Course, Title: "C"}, {ID: "p", Kind: graph.Part, Parent: "course", Title: "P"},
		{ID: "p/s", Kind: graph.Section, Parent: "p", Title: "S"}, {ID: "p/s/t", Kind: graph.Topic, Parent: "p/s", Title: "T"},
	}}
	data, _, err := figure.Draw(f.Context(), g, figure.Options{Layout: "tree", NoIcons: true}, "png")
	if err != nil {
		f.Fatal(err)
	}
	return data
}

// filesBelow are the files below a folder with what they hold.
func filesBelow(t *testing.T, folder string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		files[filepath.ToSlash(path[len(folder)+1:])] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// wronglyWritten says what among the files must not have been written so.
func wronglyWritten(before, after map[string]string) []string {
	var wrong []string
	for name := range before {
		if _, ok := after[name]; !ok {
			wrong = append(wrong, fmt.Sprintf("%q is gone", name))
		}
	}
	for name, data := range after {
		if was, ok := before[name]; ok && was == data {
			continue
		}
		rest, inside := strings.CutPrefix(name, "course/")
		isDot := strings.HasPrefix(rest, ".") || strings.Contains(rest, "/.")
		switch ext := strings.ToLower(filepath.Ext(name)); {
		case !inside || isDot:
			wrong = append(wrong, fmt.Sprintf("%q was written", name))
		case ext == ".svg":
			if err := svgtest.Check([]byte(data)); err != nil {
				wrong = append(wrong, fmt.Sprintf("%q: %v", name, err))
			}
		case ext == ".png":
			if _, err := png.DecodeConfig(strings.NewReader(data)); err != nil {
				wrong = append(wrong, fmt.Sprintf("%q: %v", name, err))
			}
		case ext == ".html" || ext == ".htm" || ext == ".pdf":
			if was := before[name]; was != "" && !metadata.IsFigure([]byte(was)) {
				wrong = append(wrong, fmt.Sprintf("%q was somebody's", name))
			}
			if _, err := metadata.Read([]byte(data)); err != nil {
				wrong = append(wrong, fmt.Sprintf("%q: %v", name, err))
			}
		case rest != "README.md":
			wrong = append(wrong, fmt.Sprintf("%q was written", name))
		}
	}
	return wrong
}

// What the fuzz test holds on to would fail if it were not so.
func TestWronglyWritten(t *testing.T) {
	before := map[string]string{"a": "", "course/README.md": "x"}
	for name, data := range map[string]string{
		"b.svg": "<svg/>", "course/.git/x.svg": "<svg/>", "course/a/.b.svg": "<svg/>", "course/x.md": "", "course/x.svg": "<svg",
		"course/x.html": "<!doctype html>", "course/x.pdf": "%PDF-1.4", "course/y.svg": `<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>`, "course/z.svg": `<svg xmlns="http://www.w3.org/2000/svg" onload="x"/>`, "course/x.png": "",
	} {
		after := maps.Clone(before)
		after[name] = data
		if len(wronglyWritten(before, after)) != 1 {
			t.Errorf("%s may hold %q", name, data)
		}
	}
	after := map[string]string{"course/README.md": "y", "course/x.svg": `<svg xmlns="http://www.w3.org/2000/svg"/>`, "a": ""}
	if wrong := wronglyWritten(before, after); wrong != nil {
		t.Error(wrong)
	}
	if wrong := wronglyWritten(before, map[string]string{"a": ""}); len(wrong) != 1 {
		t.Error(wrong)
	}
}
