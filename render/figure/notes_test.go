package figure

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/codes"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/render"
	"github.com/roadmapviz/roadmapviz/render/formats"
)

// A tall figure says how high it is, and what it says of columns and small boxes is so.
func TestTallFigure(t *testing.T) {
	long := func(sections, topics int, box string) *graph.Graph {
		var text strings.Builder
		text.WriteString("# Cooking\n")
		for s := range sections {
			fmt.Fprintf(&text, "\n## Course %d\n\n", s+1)
			for i := range topics {
				fmt.Fprintf(&text, "- %s**Dish %d of course %d**\n", box, i+1, s+1)
			}
		}
		return course(t, text.String())
	}
	size := func(g *graph.Graph, o Options) (string, string) {
		f, err := New(g, o)
		if err != nil {
			t.Fatal(err)
		}
		page, found, err := f.Layout(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range found {
			if d.Code == codes.TallFigure.ID {
				return fmt.Sprintf("%.0f × %.0f px", page.Width, page.Height), d.Message + "; " + d.Hint
			}
		}
		return fmt.Sprintf("%.0f × %.0f px", page.Width, page.Height), ""
	}
	for i, sections := range []int{6, 12, 12, 40, 40, 120} {
		g := long(sections, 5, []string{"", "[ ] "}[i%2]) // with a legend, too
		got, said := size(g, Options{})
		if tall := sections > 6; tall != (said != "") {
			t.Errorf("%d sections, %s: said is %q", sections, got, said)
		}
		if said == "" {
			continue
		}
		proposed := false
		for n := 2; n < 8; n++ {
			two, saidOfTwo := size(g, Options{Columns: n})
			if strings.Contains(said, fmt.Sprintf("%s in %d columns", two, n)) {
				proposed = true
				if saidOfTwo != "" {
					t.Errorf("%d sections: with the columns that are proposed, %q is said", sections, saidOfTwo)
				}
			}
		}
		small, _ := size(g, Options{Compact: true})
		if !proposed || !strings.Contains(said, small+" with compact boxes") || !strings.Contains(said, "the figure of") {
			t.Errorf("%d sections: said is %q, compact is %s", sections, said, small)
		}
	}
	if _, said := size(long(40, 5, ""), Options{Layout: "tree"}); said == "" || strings.Contains(said, "columns") {
		t.Errorf("of a tree, said is %q", said)
	}
}

// Of a figure in a window of its own nobody minds the height.
func TestTallFigureThatOpens(t *testing.T) {
	g := course(t, "# Cooking\n"+strings.Repeat("\n## Course\n\n- Dish\n- Soup\n- Salad\n- Bread\n- Tea\n", 20))
	for _, format := range formats.All() {
		_, found, err := Draw(t.Context(), g, Options{}, format.Name)
		if err != nil {
			t.Fatal(err)
		}
		said := slices.ContainsFunc(found, func(d graph.Diagnostic) bool { return d.Code == codes.TallFigure.ID })
		if said == format.Opens {
			t.Errorf("%s: told is %v", format.Name, said)
		}
	}
}

// A figure of more than can be drawn is refused before it is laid out, and one that is
// larger before it is written.
func TestTooLarge(t *testing.T) {
	g := course(t, "# Cooking\n\n## Basics\n\n- **Knives**\n- **Heat**\n- **Salt**\n\n## Soups\n\n- **Stock**\n- **Broth**\n")
	var limit *graph.LimitError
	for _, c := range []struct {
		o     Options
		draws int
	}{{Options{}, 8}, {Options{Depth: NoTopics}, 3}, {Options{Parts: []string{"Soups"}}, 4}} {
		f, err := New(g, c.o)
		if err != nil {
			t.Fatal(err)
		}
		if err := f.drawable(c.draws); err != nil {
			t.Errorf("%+v: %v", c.o, err)
		}
		if err := f.drawable(c.draws - 1); !errors.As(err, &limit) || limit.Is != int64(c.draws) || !strings.Contains(err.Error(), "options part") {
			t.Errorf("%+v: %d elements are drawable: %v", c.o, c.draws, err)
		}
	}
	badge, _ := New(g, Options{Layout: Badge})
	if err := badge.drawable(1); err != nil {
		t.Error("a badge only counts:", err)
	}
	f, err := New(g, Options{})
	if err != nil {
		t.Fatal(err)
	}
	f.engine = endless{f.engine}
	for _, format := range formats.All() {
		var file bytes.Buffer
		if _, err := f.Write(t.Context(), &file, format); !errors.As(err, &limit) || limit.Most != render.MaxCoordinate || file.Len() > 0 {
			t.Errorf("%s: %d bytes, %v", format.Name, file.Len(), err)
		}
	}
}

// endless is an engine whose pages never end.
type endless struct{ layout.Engine }

func (e endless) Layout(ctx context.Context, g *graph.Graph, p layout.Page) (*layout.Diagram, []graph.Diagnostic, error) {
	d, found, err := e.Engine.Layout(ctx, g, p)
	if err == nil {
		d.Height = 1e8
	}
	return d, found, err
}
