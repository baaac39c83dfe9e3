package pages_test

import (
	"context"
	"fmt"
	"testing/fstest"

	"github.com/roadmapviz/roadmapviz/render/figure/pages"
)

// Check is what is found, and sync is to write the changes.
func Example() {
	ctx := context.Background()
	folder := fstest.MapFS{"README.md": {Data: []byte("# Cooking\n\n## Basics\n\n![Roadmap](roadmap.svg)\n\n### Knives\n\n- **Sharpening**\n- **Chopping**\n")}}
	check := func() []pages.Change {
		d, err := pages.Open(ctx, folder, []string{"README.md"}, pages.Options{})
		if err != nil {
			fmt.Println(err)
			return nil
		}
		for _, p := range d.Figures {
			fmt.Printf("%s: %s: %q\n", p.At, p.Name, p.Sentence())
		}
		fmt.Println(pages.NewReport(d).Summary())
		changes, err := d.Changes(ctx)
		if err != nil {
			fmt.Println(err)
		}
		return changes
	}
	for _, c := range check() {
		folder[c.Path] = &fstest.MapFile{Data: c.New} // which is to write it
	}
	check()
	text := folder["README.md"].Data
	folder["README.md"].Data = append(text, "- **Slicing**\n"...)
	check()
	// Output:
	// README.md:5:1: roadmap.svg: "the picture is missing"
	// 1 of 1 figure out of date
	// README.md:5:1: roadmap.svg: ""
	// 1 figure up to date
	// README.md:5:1: roadmap.svg: "the text changed"
	// 1 of 1 figure out of date
}
