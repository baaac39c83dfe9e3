package render_test

import (
	"context"
	"fmt"

	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/engines"
	"github.com/roadmapviz/roadmapviz/layout/tree"
	"github.com/roadmapviz/roadmapviz/render"
	"github.com/roadmapviz/roadmapviz/themes"
	"github.com/roadmapviz/roadmapviz/themes/icons"
)

// printer is a Canvas.
type printer struct{}

func (printer) Begin(g render.Group) {
	if g.From == "" {
		fmt.Println(g.Class, g.ID)
	}
}
func (printer) End()                               {}
func (printer) Rect(render.Rect, themes.Style)     {}
func (printer) Path(layout.Path, themes.Style)     {}
func (printer) Text(l layout.Line, s themes.Style) { fmt.Printf("  %q in %s\n", l.Text, s.Text) }
func (printer) Icon(i icons.Icon, at render.Rect)  { fmt.Println("  icon", i.Name) }

// A format is a Canvas. This one says what it is told of boxes and text.
func Example() {
	g, _ := markdown.Parse([]byte("# Cooking\n\n## Basics\n\n### Knives\n\n- **Sharpening**: often.\n- **Chopping**: [slowly](https://example.org/chop).\n"), markdown.Options{})
	d, _, err := engines.Layout(context.Background(), tree.Engine{}, g, layout.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	theme, _ := themes.Lookup("course")
	if err := render.Paint(context.Background(), d, theme, printer{}); err != nil {
		fmt.Println(err)
	}
	// Output:
	// part basics
	//   "Basics" in #ffffff
	// section basics/knives
	//   "Knives" in #ffffff
	// topic basics/knives/sharpening
	//   "Sharpening" in #ffffff
	// topic basics/knives/chopping
	//   "Chopping" in #ffffff
}
