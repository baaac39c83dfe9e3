package layout_test

import (
	"context"
	"fmt"

	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/engines"
)

// A course becomes a diagram, in which the way to one topic is set off.
func Example() {
	course, _ := markdown.Parse([]byte(`
# Learning Go

## Basics
- Types
- Functions

## Concurrency
- Goroutines
- Channels
`), markdown.Options{})
	engine, _ := engines.Lookup("tree")
	d, diagnostics, err := engines.Layout(context.Background(), engine, course, layout.Options{
		Page:    layout.Page{Direction: "down"},
		NoIcons: true,
	})
	if err != nil || len(diagnostics) > 0 {
		fmt.Println(err, diagnostics)
		return
	}
	fmt.Println(d.Description)
	for _, b := range d.Highlight(course, []string{"learning-go/concurrency/channels"}).Boxes {
		fmt.Println(b.Role, b.Label, b.States)
	}
	// Output:
	// Learning Go: 2 sections. Basics: Types, Functions. Concurrency: Goroutines, Channels.
	// part Learning Go []
	// section Basics [dimmed]
	// topic Types [dimmed]
	// topic Functions [dimmed]
	// section Concurrency []
	// topic Goroutines [dimmed]
	// topic Channels [highlighted]
}
