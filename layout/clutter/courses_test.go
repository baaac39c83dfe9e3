package clutter_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/clutter"
	"github.com/roadmapviz/roadmapviz/layout/engines"
)

// TestCourses tells of real courses with many prerequisites how hard their lines are
// to follow, and holds that in the serpentine none lies upon another or leads through
// boxes or titles:
//
//	COURSES=folder go test -v -run Courses ./layout/clutter
func TestCourses(t *testing.T) {
	folder := os.Getenv("COURSES")
	if folder == "" {
		t.Skip("COURSES names no folder of real courses")
	}
	files, err := filepath.Glob(filepath.Join(folder, "*.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		g, _ := markdown.Parse(data, markdown.Options{})
		n := 0
		for _, e := range g.Edges {
			if e.Kind == graph.Requires {
				n++
			}
		}
		if n < 10 {
			continue
		}
		g = g.TransitiveReduction()
		for _, name := range []string{"roadmap", "tree", "layered"} {
			e, _ := engines.Lookup(name)
			d, _, err := engines.Layout(t.Context(), e, g, layout.Options{MaxTopics: 30, Page: layout.Page{Prerequisites: "lines"}})
			if err != nil {
				t.Fatal(err)
			}
			c := clutter.Measure(d)
			t.Logf("%s %s: %+v of %d", filepath.Base(file), name, c, n)
			if name == "roadmap" && c.Overlaps+c.Boxes+c.Texts > 0 {
				t.Errorf("%s: %+v", file, c)
			}
		}
	}
}
