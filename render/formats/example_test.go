package formats_test

import (
	"fmt"

	"github.com/roadmapviz/roadmapviz/render/formats"
)

// A PNG says what it shows, and no click in it leads anywhere.
func Example() {
	f, ok := formats.ByExtension("img/roadmap.PNG")
	fmt.Println(f.Name, ok, f.Carries, f.Links)
	_, ok = formats.Lookup("gif")
	fmt.Println(ok)
	// Output:
	// png true true false
	// false
}
