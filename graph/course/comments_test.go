package course_test

import (
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/roadmapviz/roadmapviz/graph/course"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
)

// The comments that come with a course are those that are found in its files alone.
func TestComments(t *testing.T) {
	const text = "---\ntitle: A course\n---\n# A course\n\n<!-- roadmap: figure theme=mono -->\n![Roadmap](roadmap.svg)\n\n" +
		"<!-- roadmapviz:begin part=a outline -->\n<a href=\"x\">\n\n```\n</a>\n```\n<!-- roadmapviz:end -->\n\n## A\n\n### One <!-- roadmap: optional -->\n\n- Alpha\n- Beta\n\n" +
		"```\n<!-- roadmap: skip -->\n```\n\n<!-- roadmapviz:begin -->\n"
	files := fstest.MapFS{
		"plain.md":         {Data: []byte(text)},
		"crlf.md":          {Data: []byte("\ufeff" + strings.ReplaceAll(text, "\n", "\r\n"))},
		"utf16.md":         {Data: append([]byte{0xFF, 0xFE}, []byte(strings.Join(strings.Split(text, ""), "\x00")+"\x00")...)},
		"none.md":          {Data: []byte("# None\n\n## A\n\n- Alpha\n- Beta\n")},
		"book/SUMMARY.md":  {Data: []byte("# Summary\n\n- [One](one.md) <!-- roadmap: optional -->\n- [Two](two.md)\n")},
		"book/one.md":      {Data: []byte(text)},
		"book/two.md":      {Data: []byte(text)},
		"numbered/01-a.md": {Data: []byte(text)},
		"numbered/02-b.md": {Data: []byte(text)},
	}
	for name, want := range map[string]int{"plain.md": 4, "crlf.md": 4, "utf16.md": 4, "none.md": 0, "book": 9, "numbered": 8} {
		c, err := course.Open(t.Context(), files, []string{name}, course.Options{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		count := 0
		for _, f := range c.Files {
			alone, _ := markdown.Comments(f.Source, f.Name)
			if !reflect.DeepEqual(f.Comments, alone) {
				t.Errorf("%s: %v, and alone %v", f.Name, f.Comments, alone)
			}
			count += len(f.Comments)
		}
		if count != want {
			t.Errorf("%s: %d comments, want %d", name, count, want)
		}
	}
}
