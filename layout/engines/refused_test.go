package engines_test

import (
	"slices"
	"testing"

	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/engines"
)

// What an engine refuses and what it takes are told alike by Refused and by Check.
func TestRefused(t *testing.T) {
	for _, name := range engines.Names() {
		e, _ := engines.Lookup(name)
		refused := engines.Refused(e)
		for option, o := range map[string]layout.Options{
			"width":      {Page: layout.Page{Width: 900}},
			"max-width":  {Page: layout.Page{MaxWidth: 900}},
			"columns":    {Page: layout.Page{Columns: 2}},
			"aspect":     {Page: layout.Page{Aspect: 2}},
			"compact":    {Page: layout.Page{Compact: true}},
			"first-side": {Page: layout.Page{FirstSide: "right"}},
		} {
			if err := engines.Check(e, o); (err != nil) != slices.Contains(refused, option) {
				t.Errorf("%s is said to refuse %v, and with %s there is the error: %v", name, refused, option, err)
			}
		}
		taken := 0
		for _, direction := range []string{"right", "down", "both"} {
			if engines.Check(e, layout.Options{Page: layout.Page{Direction: direction}}) == nil {
				taken++
			}
		}
		if taken > 1 == slices.Contains(refused, "direction") {
			t.Errorf("%s is said to refuse %v, and takes %d directions", name, refused, taken)
		}
	}
}
