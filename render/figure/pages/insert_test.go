package pages

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

// inserted opens a course, puts a block into it, writes all changes, and wants that
// nothing is left to do then, and that nothing is put in twice.
func inserted(t *testing.T, fsys fstest.MapFS, names []string, part string, o Options) error {
	t.Helper()
	d, err := Open(t.Context(), fsys, names, o)
	if err != nil {
		return err
	}
	if err := d.Insert(part); err != nil {
		if changes, _ := d.Changes(t.Context()); len(changes) > 0 && !d.showsAny() {
			t.Errorf("%s: %v, and there are changes", names, err)
		}
		return err
	}
	changes, err := d.Changes(t.Context())
	if err != nil {
		return err
	}
	lines := 0
	for _, c := range changes {
		fsys[c.Path] = &fstest.MapFile{Data: c.New}
		for _, line := range c.Inserted {
			lines++
			if got := strings.Split(string(c.New), "\n")[line-1]; !strings.HasPrefix(got, blockBegin) {
				t.Errorf("%s: line %d is %q", c.Name, line, got)
			}
		}
	}
	if lines != 1 {
		t.Errorf("%s: %d blocks were put in", names, lines)
	}
	again, err := Open(t.Context(), fsys, names, o)
	if err != nil {
		t.Fatal(err)
	}
	if r := NewReport(again); r.Err() != nil {
		t.Errorf("%s: %v %+v\n%s", names, r.Err(), r, fsys[changes[len(changes)-1].Path].Data)
	}
	if err := again.Insert(part); !errors.Is(err, ErrShown) {
		t.Errorf("%s: again: %v", names, err)
	}
	return nil
}

const bareCourse = "# Course\n\n[![b](https://img.shields.io/x)](y)\n\n## First\n<!-- roadmap: id=one -->\n\nText.\n\n### One\n\n- **A**: a.\n- **B**: b.\n\n## Second\n\n### Two\n\n- **C**: c.\n- **D**: d.\n"

func TestInsert(t *testing.T) {
	const whole, part = "<!-- roadmapviz:begin outline -->\n<a href=\"img/roadmap.svg\">", "<!-- roadmapviz:begin part=one outline -->\n<a href=\"img/roadmap_one.svg\">"
	for name, c := range map[string]struct{ text, part, want string }{
		"the course":          {bareCourse, "", "(y)\n\n" + whole},
		"a part":              {bareCourse, "first", "id=one -->\n\n" + part},
		"a part, beside":      {strings.Replace(bareCourse, "## Second", "![Roadmap](img/x.svg)\n\n## Second\n\n![Roadmap](img/y.svg)", 1), "second", ""},
		"CRLF and a mark":     {"\ufeff" + strings.ReplaceAll(bareCourse, "\n", "\r\n"), "", "(y)\n\n" + whole},
		"no break at the end": {"# Course\n\n### One\n\n- **A**: a.", "one", "### One\n\n<!-- roadmapviz:begin part=course-1/one outline -->"},
	} {
		fsys := tree("README.md", c.text)
		err := inserted(t, fsys, []string{"README.md"}, c.part, Options{})
		got := string(fsys["README.md"].Data)
		if c.want == "" {
			if !errors.Is(err, ErrShown) || got != c.text {
				t.Errorf("%s: %v\n%s", name, err, got)
			}
			continue
		}
		plain := strings.ReplaceAll(got, "\r\n", "\n")
		if err != nil || !strings.Contains(plain, c.want) || !strings.Contains(plain, "</details>\n<!-- roadmapviz:end -->\n") {
			t.Errorf("%s: %v\n%s", name, err, got)
		}
		if strings.Contains(c.text, "\r") != (strings.Count(got, "\r\n") == strings.Count(got, "\n")) || strings.Contains(plain, "\n\n\n") || strings.HasPrefix(got, "\ufeff") != strings.HasPrefix(c.text, "\ufeff") {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func TestInsertIntoSeveralFiles(t *testing.T) {
	fsys := tree("book/SUMMARY.md", "# Summary\n\n# Part\n\n- [One](one.md)\n- [Two](two.md)\n", "book/one.md", "# One\n\nWords.\n\n## A\n\n- **X**: x.\n- **Z**: z.\n", "book/two.md", "# Two\n\n## B\n\n- **Y**: y.\n- **W**: w.\n")
	if err := inserted(t, fsys, []string{"book"}, "", Options{}); err != nil {
		t.Fatal(err)
	}
	if got := string(fsys["book/one.md"].Data); !strings.Contains(got, "Words.\n\n<!-- roadmapviz:begin outline -->\n") {
		t.Error(got)
	}
}

func TestInsertNowhere(t *testing.T) {
	for name, c := range map[string]struct{ text, part, want string }{
		"no course":  {"# Nothing\n\nWords.\n", "", "README.md: img/roadmap.svg: nothing to draw"},
		"no part":    {bareCourse, "thirrd", `README.md: `},
		"no heading": {"# Course\n\n- **One**\n  - a\n  - b\n- **Two**\n  - c\n  - d\n", "two", "README.md:6:1: there is no place by itself here"},
		"UTF-16":     {"\xff\xfe#\x00 \x00C\x00\n\x00#\x00#\x00 \x00P\x00\n\x00-\x00 \x00a\x00\n\x00-\x00 \x00b\x00\n\x00", "", "README.md: this is UTF-16"},
		"Latin 1":    {strings.Replace(bareCourse, "Text", "T\xe9xt", 1), "", "README.md: this is no UTF-8"},
		"a photo":    {bareCourse, "", "README.md: img/roadmap.svg was not drawn by roadmapviz; --adopt"},
	} {
		fsys := tree("README.md", c.text)
		if name == "a photo" {
			fsys["img/roadmap.svg"] = &fstest.MapFile{Data: []byte("<svg/>")}
		}
		err := inserted(t, fsys, []string{"README.md"}, c.part, Options{})
		if err == nil || !strings.HasPrefix(err.Error(), c.want) || string(fsys["README.md"].Data) != c.text {
			t.Errorf("%s: %v", name, err)
		}
		if name == "a photo" {
			if err := inserted(t, fsys, []string{"README.md"}, "", Options{Adopt: true}); err != nil {
				t.Error(err)
			}
		}
	}
}

// A block changes nothing of how a document is read.
func TestInsertIntoEveryDocument(t *testing.T) {
	seen, put := 0, 0
	err := filepath.WalkDir("../../../graph/markdown/testdata", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || filepath.Ext(name) != ".md" {
			return err
		}
		src, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		if seen++; testing.Short() && seen%10 > 0 {
			return nil
		}
		if err := inserted(t, tree("README.md", string(src)), []string{"README.md"}, "", Options{}); err == nil {
			put++
		} else {
			t.Logf("%s: %v", name, err)
		}
		return nil
	})
	if err != nil || put < 10 {
		t.Errorf("%d documents, %d with a block: %v", seen, put, err)
	}
	t.Logf("%d of %d documents got a block", put, seen)
}
