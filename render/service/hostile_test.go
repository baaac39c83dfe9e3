package service

import (
	"encoding/xml"
	"errors"
	"fmt"
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

// What has far too many elements is refused before it is read to the end, and says so.
func TestEndlessCourses(t *testing.T) {
	s := New(Config{Log: newService(t).config.Log, Limits: Limits{Elements: 100}})
	for n, status := range map[int]int{90: 200, 110: 422, 100_000: 422} {
		got := post(t, s, "/list", "# Cooking\n\n## Knives\n\n"+strings.Repeat("- Sharpening\n", n))
		if got.Code != status || status == 422 && !strings.Contains(got.Body.String(), "elements are too many: at most") {
			t.Errorf("%d topics: %d %.300s", n, got.Code, got.Body)
		}
	}
}

// JSON cannot be made to take many times its size, and nothing of it is lost.
func TestHostileJSON(t *testing.T) {
	s := newService(t)
	var names strings.Builder
	for i := range 2000 {
		fmt.Fprintf(&names, `"%d": 1, `, i)
	}
	for _, test := range []struct{ url, body, want string }{
		{"/render", `{"source": "x", "source": "y"}`, `twice`},
		{"/render", `{"source": "x", "options": {"layout": "tree", "layout": "grid"}}`, `twice`},
		{"/render", `{"source": "x", "options": {` + names.String() + `"z": 1}}`, "more than 1000 fields"},
		{"/render", `{"source": "x", "options": {"part": [` + strings.Repeat(`"", `, 2000) + `""]}}`, "at most 1000"},
		{"/render", `{"source": "x", "options": {"part": [` + strings.Repeat(`1, `, 2000) + `1]}}`, "at most 1000"},
		{"/render", `{"source": "x", "options": ` + strings.Repeat(`{"a":`, 9000) + `1` + strings.Repeat(`}`, 9000) + `}`, "a is a text"},
		{"/render", `{"source": "x", "options": ` + strings.Repeat(`{"a":`, 100_000) + `}`, "cannot be read"},
		{"/render", `{"source": "x", "name": [` + strings.Repeat(`1, `, 100_000) + `1]}`, "name is a text"},
		{"/render", `{"source": "x", "options": {"` + strings.Repeat("a", 1<<19) + `": 1}}`, "no option"},
		{"/render", `{"source": "# A\n\n## B\n- c\n", "options": {"title": "` + strings.Repeat("a", 1<<19) + `"}}`, "title is longer"},
		{"/render", `{"source": "# A\n\n## B\n- c\n", "settings": "id-prefix: ` + strings.Repeat("a", 5000) + `\n"}`, "id-prefix"},
		{"/render", `{"source": "x"}}`, "cannot be read"},
		{"/roadmapviz/svg", `{"diagram_source": "x", "diagram_options": {` + names.String() + `"z": 1}}`, "more than 1000 fields"},
		{"/roadmapviz/svg", `{"diagram_source": "x", "diagram_options": {"part": [` + strings.Repeat(`"", `, 2000) + `""]}}`, "at most 1000"},
		{"/roadmapviz/svg", `{"diagram_source": 1}`, "diagram_source"},
	} {
		got := post(t, s, test.url, test.body, "Content-Type", jsonType)
		if said := got.Body.String(); got.Code != 400 && got.Code != 422 || !strings.Contains(said, test.want) || len(said) > 20_000 {
			t.Errorf("%s %.60s: %d, %d bytes: %.300s", test.url, test.body, got.Code, len(said), said)
		}
	}
	many := "/render?" + strings.Repeat("part=x&", 5000)
	if got := post(t, s, many, cooking); got.Code != 400 || !strings.Contains(got.Body.String(), "more than 1000 times") {
		t.Errorf("an option that is given 5,000 times: %d %.200s", got.Code, got.Body)
	}
}

// Options that are out of all proportion are refused, or obeyed as far as they can be.
func TestHostileOptions(t *testing.T) {
	s := newService(t)
	for query, status := range map[string]int{
		"width=1e308": 400, "width=1e12": 400, "max-width=1e300": 200, "columns=2000000000": 200, "aspect=1e300": 400, "aspect=1e-300": 400,
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
