package settings_test

import (
	"fmt"
	"testing/fstest"

	"github.com/roadmapviz/roadmapviz/render/figure"
	"github.com/roadmapviz/roadmapviz/render/figure/settings"
)

// The settings of the nearest folder above count, and what is set already is stronger.
func Example() {
	folder := fstest.MapFS{
		"roadmapviz.yaml":     {Data: []byte("theme: contrast\nmax-topics: 12\n")},
		"docs/course.md":      {Data: []byte("# Cooking\n")},
		"bad/roadmapviz.yaml": {Data: []byte("tehme: contrast\nscale: 9\n")},
	}
	s, err := settings.Find(folder, "docs", "")
	if err != nil {
		fmt.Println(err)
		return
	}
	o := figure.Options{MaxTopics: 5}
	if err := s.Apply(&o, func(name string) bool { return name == "max-topics" }); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(s.Name, o.Theme, o.MaxTopics)

	_, err = settings.Find(folder, "bad", "")
	fmt.Println(err)
	// Output:
	// roadmapviz.yaml contrast 5
	// bad/roadmapviz.yaml:1:1: error RV201: there is no key "tehme" (did you mean "theme"?)
	// bad/roadmapviz.yaml:2:8: error RV201: scale is from 1 to 3, not 9
}
