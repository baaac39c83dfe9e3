package figure_test

import (
	"context"
	"errors"
	"fmt"

	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/render/figure"
)

// A figure is a course and options. What an option cannot be is an error that says what was meant.
func Example() {
	g, _ := markdown.Parse([]byte("# Cooking\n\n## Basics\n\n### Knives\n\n- **Sharpening**: often.\n- **Chopping**: [slowly](https://example.org/chop).\n"), markdown.Options{})
	svg, notes, err := figure.Draw(context.Background(), g, figure.Options{Theme: "contrast", Layout: "tree"}, "svg")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(string(svg[:4]), len(notes), "notes")

	_, err = figure.New(g, figure.Options{Theme: "contrats"})
	var option *figure.OptionError
	fmt.Println(errors.As(err, &option), err)
	// Output:
	// <svg 0 notes
	// true there is no theme "contrats"; did you mean "contrast"? (there are: contrast, contrast-dark, course, course-dark, mono)
}
