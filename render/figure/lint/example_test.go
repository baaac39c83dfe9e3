package lint_test

import (
	"context"
	"fmt"

	"github.com/roadmapviz/roadmapviz/graph/course"
	"github.com/roadmapviz/roadmapviz/render/figure"
	"github.com/roadmapviz/roadmapviz/render/figure/lint"
)

func ExampleCourse() {
	c, err := course.Parse(context.Background(), []byte("# Cooking\n\n## Soups\n\n- Stock (see [frying](#frying))\n- [Salt](javascript:alert)\n"), "README.md", course.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	found, err := lint.Course(context.Background(), c, figure.Options{})
	for _, d := range found {
		fmt.Println(d)
	}
	fmt.Println(err)
	// Output:
	// README.md:5:15: info RV011: no heading has the anchor "#frying"
	// README.md:6:1: info RV022: the address "javascript:alert" of "Salt" becomes no link (links are of http, https or mailto, or relative to the document)
	// <nil>
}
