package course_test

import (
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/course"
)

// guarded are files of which none with more than so many bytes may be read.
type guarded struct {
	fstest.MapFS
	t    *testing.T
	most int64
}

func (g guarded) Open(name string) (fs.File, error) {
	f, err := g.MapFS.Open(name)
	return guardedFile{f, g}, err
}

type guardedFile struct {
	fs.File
	of guarded
}

func (f guardedFile) Read(b []byte) (int, error) {
	if info, err := f.Stat(); err == nil && info.Size() > f.of.most {
		f.of.t.Errorf("%s is read", info.Name())
	}
	return f.File.Read(b)
}

func (f guardedFile) ReadDir(n int) ([]fs.DirEntry, error) { return f.File.(fs.ReadDirFile).ReadDir(n) }

// A file that is too large is not read to find out, nor are the files behind it.
func TestBytesAreAskedBeforeReading(t *testing.T) {
	small, large := "# A\n\n## P\n\n- **a**\n", "# B\n\n## Q\n\n- **"+strings.Repeat("b", 3000)+"**\n"
	files := guarded{fstest.MapFS{"large.md": {Data: []byte(large)}, "large.dot": {Data: []byte("digraph { a -> " + strings.Repeat("b", 3000) + " }")},
		"docs/01-a.md": {Data: []byte(small)}, "docs/02-b.md": {Data: []byte(large)}}, t, 1000}
	limits := course.Limits{Bytes: 1000}
	for _, names := range [][]string{{"large.md"}, {"large.dot"}, {"docs"}, {"docs/01-a.md", "large.md"}} {
		_, err := course.Open(t.Context(), files, names, course.Options{Limits: limits})
		var limit *graph.LimitError
		if !errors.As(err, &limit) || limit.What != "bytes" || limit.Most != 1000 {
			t.Errorf("%q: %v", names, err)
		}
	}
	if _, err := course.Open(t.Context(), files, []string{"docs/01-a.md"}, course.Options{Limits: limits}); err != nil {
		t.Error(err)
	}
}
