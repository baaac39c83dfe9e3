package service

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph/course"
	"github.com/roadmapviz/roadmapviz/internal/hostile"
)

// Whatever is posted is answered, and never by a fault of the service: ask says so.
func TestHostileDocuments(t *testing.T) {
	s := newService(t)
	known := []int{200, 400, 413, 422, 503}
	for name, src := range hostile.Documents() {
		if testing.Short() && len(src) > 50_000 {
			continue
		}
		for _, url := range []string{"/render", "/export?format=dot", "/list", "/lint?format=sarif"} {
			if got := post(t, s, url, string(src)); !slices.Contains(known, got.Code) {
				t.Errorf("%s: POST %s: %d %.200s", name, url, got.Code, got.Body)
			}
		}
	}
}

// The documents of the readers' tests, each as every format: those are odd enough.
func TestDocumentsOfTests(t *testing.T) {
	s := newService(t)
	var names []string
	for _, pattern := range []string{"markdown/testdata/*/*.md", "dot/testdata/*", "opml/testdata/*", "json/testdata/*", "*/testdata/fuzz/*/*"} {
		found, err := filepath.Glob(filepath.Join("../../graph", pattern))
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, found...)
	}
	seen := 0
	for i, name := range names {
		src, err := os.ReadFile(name)
		if err != nil { // a folder
			continue
		}
		seen++
		from := course.Readable()[i%len(course.Readable())]
		for _, url := range []string{"/render?format=diagram", "/render?format=diagram&from=" + from, "/lint", "/roadmapviz/svg?text=paths"} {
			if got := post(t, s, url, string(src), "Content-Type", "text/plain"); !slices.Contains([]int{200, 400, 422}, got.Code) {
				t.Errorf("%s: POST %s: %d %.200s", name, url, got.Code, got.Body)
			}
		}
	}
	if seen < 20 {
		t.Errorf("only %d documents were found", seen)
	}
}
