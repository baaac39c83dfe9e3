package service

import (
	"encoding/xml"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph/course"
	"github.com/roadmapviz/roadmapviz/internal/hostile"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/render/figure"
)

// Whatever is posted is answered, and never by a fault of the service: ask says so.
func TestHostileDocuments(t *testing.T) {
	s := newService(t)
	known := []int{200, 400, 413, 422, 503}
	documents := hostile.Documents()
	others := []string{"/export?format=dot", "/list", "/lint?format=sarif"}
	for i, name := range slices.Sorted(maps.Keys(documents)) {
		src := documents[name]
		for _, url := range []string{"/render", others[i%len(others)]} {
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

// Options that are out of all proportion are refused, or obeyed as far as they can be.
func TestHostileOptions(t *testing.T) {
	s := newService(t)
	for query, status := range map[string]int{
		"width=1e308": 422, "width=1e12": 422, "max-width=1e300": 200, "columns=2000000000": 200, "aspect=1e300": 422, "aspect=1e-300": 422,
		"depth=2000000000": 200, "max-topics=2000000000": 200, "hops=2000000000&focus=Knives": 200, "size=1000000000x1000000000": 400,
		"format=pdf&margin=1e300mm": 200, "format=pdf&paper=a4&margin=1e300mm": 400, "layout=dot": 400, "layout=badge&label=%ff": 200,
		"title=%ff%fe%00%0b": 200, "id-prefix=%22%3E%3Cscript%3E": 200, "base-url=javascript:x": 400, "part=%00": 400, "figures=%22%3E%00_{part}.svg": 200,
	} {
		got := post(t, s, "/render?"+query, cooking)
		if got.Code != status {
			t.Errorf("%s: %d %.200s", query, got.Code, got.Body)
		}
		if got.Code == 200 && strings.HasPrefix(got.Body.String(), "<svg") {
			if err := xml.Unmarshal(got.Body.Bytes(), new(struct{})); err != nil {
				t.Errorf("%s: %v", query, err)
			}
		}
	}
	lacking := New(Config{Log: s.config.Log, Machine: figure.Machine{Engine: func(string) (layout.Engine, error) { return nil, errors.New("there is no /secret/helper") }}})
	if got := post(t, lacking, "/render?layout=dot", cooking); got.Code != 400 || strings.Contains(got.Body.String(), "secret") || !strings.Contains(got.Body.String(), "layout dot") {
		t.Errorf("%d %s", got.Code, got.Body)
	}
}
