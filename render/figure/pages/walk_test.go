package pages

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/roadmapviz/roadmapviz/internal/shard"
	"github.com/roadmapviz/roadmapviz/render/figure/settings"
)

const shownCourse = "# Course\n\n## Part\n\n![Roadmap](img/roadmap.svg)\n\n### One\n\n- **A**: a.\n- **B**: b.\n"

func tree(pairs ...string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for i := 0; i < len(pairs); i += 2 {
		fsys[pairs[i]] = &fstest.MapFile{Data: []byte(pairs[i+1])}
	}
	return fsys
}

// walked are the names of the courses and the errors, in their order. Opened all before
// the first is settled they are the same, and shards have each of them once.
func walked(fsys fs.FS, folder string, o Options) (names, errs []string) {
	var all results
	for d, err := range Walk(context.Background(), fsys, folder, o) {
		all.add(d, err)
	}
	for n := range 5 {
		var found results
		for i := range max(n, 1) {
			if n > 0 {
				o.Mine = shard.Shard{Index: i + 1, Count: n}.Has
			}
			var candidates []*Candidate
			for c := range Candidates(context.Background(), fsys, folder, o) {
				candidates = append(candidates, c)
			}
			for _, c := range slices.Backward(candidates) {
				c.Open(context.Background())
			}
			for _, c := range candidates {
				if d, err, is := c.Settle(); is {
					found.add(d, err)
				}
			}
		}
		want := results{slices.Clone(all.names), slices.Clone(all.errs)}
		if n > 1 {
			for _, list := range [][]string{want.names, want.errs, found.names, found.errs} {
				slices.Sort(list)
			}
		}
		if !slices.Equal(found.names, want.names) || !slices.Equal(found.errs, want.errs) {
			errs = append(errs, fmt.Sprintf("%d shards have %q", n, found))
		}
	}
	return all.names, append(all.errs, errs...)
}

// results are the names of courses, and errors.
type results struct{ names, errs []string }

func (r *results) add(d *Document, err error) {
	if err != nil {
		r.errs = append(r.errs, err.Error())
		return
	}
	name := d.Course.Name
	if n := len(d.Course.Files); n > 1 {
		name += fmt.Sprintf(" and %d", n-1)
	}
	r.names = append(r.names, name)
}

func TestWalkFindsEveryCourse(t *testing.T) {
	const plain = "# Nothing\n\n## To\n\n### See\n\n- **A**: a.\n"
	for name, c := range map[string]struct {
		fsys fstest.MapFS
		want string
	}{
		"READMEs": {tree("README.md", shownCourse, "a/readme.md", shownCourse, "a/b/README.markdown", shownCourse, "c/README.md", plain, "c/other.md", shownCourse), "README.md, a/readme.md, a/b/README.markdown"},
		"what is no course": {tree("README.md", shownCourse, ".hidden/README.md", shownCourse, "node_modules/x/README.md", shownCourse, "a/vendor/README.md", shownCourse,
			"sub/.git", "gitdir: x", "sub/README.md", shownCourse, "empty/README.md", "\n"), "README.md"},
		".gitignore": {tree(".gitignore", "build/\n*.markdown\n", "build/README.md", shownCourse, "a/build/README.md", shownCourse, "a/README.markdown", shownCourse,
			"b/.gitignore", "!README.markdown\n", "b/README.markdown", shownCourse), "b/README.markdown"},
		"a book": {tree("README.md", shownCourse, "book/book.toml", "[book]\ntitle = \"B\"\n", "book/src/SUMMARY.md", "# Summary\n\n- [One](one/README.md)\n", "book/src/one/README.md", strings.Replace(shownCourse, "![", "<!-- roadmap: figure -->\n![", 1), "book/src/two/README.md", shownCourse),
			"README.md, book/src/SUMMARY.md and 1, book/src/two/README.md"},
		"a site":                   {tree("README.md", shownCourse, "mkdocs.yml", "nav:\n  - index.md\n  - a/README.md\n", "docs/index.md", strings.Replace(shownCourse, "![", "<!-- roadmap: figure -->\n![", 1), "docs/a/README.md", shownCourse, "b/mkdocs.yml", "site_name: no nav\n", "b/README.md", shownCourse), "mkdocs.yml and 2, README.md, b/README.md"},
		"numbers":                  {tree("README.md", "# N\n\n![Roadmap](img/roadmap.svg)\n", "1-a/README.md", shownCourse, "2-b/README.md", plain), "README.md and 2"},
		"numbers that are courses": {tree("README.md", plain, "1-a/README.md", shownCourse, "2-b/README.md", shownCourse), "1-a/README.md, 2-b/README.md"},
		"input":                    {tree("roadmapviz.yaml", "input: [a.md, b/README.md]\n", "a.md", shownCourse, "b/README.md", shownCourse, "README.md", shownCourse, "c/roadmapviz.yml", "input: d.md\n", "c/d.md", shownCourse), "a.md and 1, README.md, c/d.md"},
		"figures of courses below": {tree("README.md", "# All\n\n![Roadmap](a/img/roadmap.svg)\n", "a/README.md", shownCourse), "a/README.md"},
		"a figure beside a README": {tree("README.md", strings.Replace(shownCourse, "img/", "docs/img/", 1), "docs/README.md", plain), "README.md"},
	} {
		names, errs := walked(c.fsys, ".", Options{})
		if got := strings.Join(names, ", "); got != c.want || errs != nil {
			t.Errorf("%s: %s\nwant %s\n%v", name, got, c.want, errs)
		}
	}
}

func TestWalkGoesOnAfterMistakes(t *testing.T) {
	fsys := tree("a/README.md", shownCourse, "b/README.md", strings.Replace(shownCourse, "### One", "### One\n<!-- roadmap: requires=Two -->", 1)+"\n### Two\n<!-- roadmap: requires=One -->\n\n- **C**: c.\n",
		"c/README.md", "a\x00b", "d/roadmapviz.yaml", "themee: x\n", "d/README.md", shownCourse, "e/README.md", strings.Replace(shownCourse, "![", "<!-- roadmapviz:begin -->\n![", 1), "f/.gitignore", strings.Repeat("x\n", 1<<16), "f/README.md", shownCourse)
	names, errs := walked(fsys, ".", Options{Prefix: "in"})
	if got := strings.Join(names, ", "); got != "in/a/README.md, in/f/README.md" {
		t.Error(got)
	}
	for i, want := range []string{"in/b/README.md has 1 error", "in/c/README.md: this is a binary file", "in/d/roadmapviz.yaml:1:1: ", "in/e/README.md:5:1: no <!-- roadmapviz:end", "f/.gitignore: larger than 64 KiB"} {
		if i >= len(errs) || !strings.HasPrefix(errs[i], want) {
			t.Errorf("%q\nwant %s", errs, want)
		}
	}
}

func TestWalkGoesByTheNearestSettings(t *testing.T) {
	fsys := tree("roadmapviz.yaml", "width: 1000\n", "a/README.md", shownCourse, "b/roadmapviz.yaml", "width: 1100\n", "b/README.md", shownCourse, "b/c/README.md", shownCourse)
	for _, folder := range []string{".", "b"} {
		seen := 0
		for d, err := range Walk(t.Context(), fsys, folder, Options{}) {
			if err != nil {
				t.Fatal(err)
			}
			want := 1100.0
			if strings.HasPrefix(d.Course.Name, "a") {
				want = 1000
			}
			if got := d.Figures[0].figure.Options().Width; got != want {
				t.Errorf("%s is %v wide, want %v", d.Course.Name, got, want)
			}
			seen++
		}
		if seen != map[string]int{".": 3, "b": 2}[folder] {
			t.Errorf("%d courses in %s", seen, folder)
		}
	}
	below, _ := fs.Sub(fsys, "b/c")
	for d, err := range Walk(t.Context(), below, ".", Options{Settings: &settings.Settings{Figure: settings.Figure{Width: 900}}}) {
		if err != nil || d.settings.Figure.Width != 900 {
			t.Error(err, d)
		}
	}
}

func TestWalkGoesByIgnoredFilesAbove(t *testing.T) {
	fsys := tree(".gitignore", "/a/b/c\nd\n", "a/.gitignore", "!d\n", "a/b/README.md", shownCourse, "a/b/c/README.md", shownCourse, "a/b/d/README.md", shownCourse)
	if names, errs := walked(fsys, "a/b", Options{}); !slices.Equal(names, []string{"a/b/README.md", "a/b/d/README.md"}) || errs != nil {
		t.Error(names, errs)
	}
	below, _ := fs.Sub(fsys, "a/b")
	if names, errs := walked(below, ".", Options{Repository: fsys, Root: "a/b"}); !slices.Equal(names, []string{"README.md", "d/README.md"}) || errs != nil {
		t.Error(names, errs)
	}
	if names, _ := walked(below, ".", Options{}); len(names) != 3 {
		t.Error(names)
	}
}

func TestWalkEnds(t *testing.T) {
	fsys := tree("a/README.md", shownCourse, "b/README.md", shownCourse)
	for range Walk(t.Context(), fsys, ".", Options{}) {
		break
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, err := range Walk(ctx, fsys, ".", Options{}) {
		if !errors.Is(err, context.Canceled) {
			t.Error(err)
		}
	}
	// Each README in a deep folder shows a picture at its end.
	deep := fstest.MapFS{}
	for at, i := "x", 0; i < 60; i++ {
		deep[at+"/README.md"] = &fstest.MapFile{Data: fmt.Appendf(nil, "# C\n\n![Roadmap](%sroadmap-%d.svg)\n", strings.Repeat("x/", 60-i), i)}
		at += "/x"
	}
	if names, errs := walked(deep, ".", Options{}); len(names) != 60 || errs != nil {
		t.Error(names, errs)
	}
}

// What was handed on is not kept.
func TestWalkKeepsOneCourse(t *testing.T) {
	fsys := fstest.MapFS{}
	big := shownCourse + strings.Repeat("Prose that nobody needs, in a line of its own.\n\n", 400)
	for i := range 90 {
		fsys[fmt.Sprintf("%d/README.md", i)] = &fstest.MapFile{Data: []byte(big)}
	}
	var most uint64
	seen := 0
	for _, err := range Walk(t.Context(), fsys, ".", Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		if seen++; seen%30 == 0 {
			var m runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&m)
			if seen == 30 {
				most = m.HeapAlloc + m.HeapAlloc/10 + 1<<20
			} else if m.HeapAlloc > most {
				t.Errorf("after %d courses %d bytes are in use", seen, m.HeapAlloc)
			}
		}
	}
	if seen != 90 {
		t.Error(seen)
	}
}
