package course_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"testing/fstest"

	"github.com/roadmapviz/roadmapviz/graph/course"
)

// A course is read, and written in another format.
func Example() {
	folder := fstest.MapFS{"README.md": {Data: []byte("# Cooking\n\n## Basics\n\n### Knives\n\n- **Sharpening**\n- **Chopping**\n")}}
	c, err := course.Open(context.Background(), folder, []string{"README.md"}, course.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	var out bytes.Buffer
	if err := c.Export(context.Background(), &out, "tasks"); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(out.String())

	_, err = course.Open(context.Background(), folder, []string{"READMI.md"}, course.Options{})
	fmt.Println(errors.Is(err, course.ErrNoFile), err)
	// Output:
	// # Cooking
	//
	// ## Basics
	//
	// ### Knives
	//
	// - [ ] **Sharpening**
	// - [ ] **Chopping**
	// true READMI.md: no such file (name the course's Markdown file, or run this in its folder)
}
