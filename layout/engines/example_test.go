package engines_test

import (
	"errors"
	"fmt"

	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/engines"
)

// An option that a layout does not have is refused by its name.
func ExampleCheck() {
	engine, _ := engines.Lookup("tree")
	err := engines.Check(engine, layout.Options{Page: layout.Page{Columns: 3}})
	var refused *layout.OptionError
	if errors.As(err, &refused) {
		fmt.Printf("--%s %s\n", refused.Option, refused.Reason)
	}
	// Output:
	// --columns is not for the tree layout, but for grid, layered, roadmap
}
