package figure

import (
	"fmt"
	"slices"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
)

// TestMergedOnPaper: what changed is marked on sheets of paper as it is in one picture.
func TestMergedOnPaper(t *testing.T) {
	old, new := "# Course\n", "# Course\n"
	for i := range 8 {
		section := fmt.Sprintf("\n## Section %d\n\n%s", i, topics("", "Topic", i, 6))
		if i != 5 {
			new += section
		}
		if i == 2 {
			new += "- **Added**: x\n"
		}
		old += section
	}
	m := graph.Merge(course(t, old), course(t, new))
	changed := func(pages []*layout.Diagram) (all []string) {
		for _, d := range pages {
			for _, b := range d.Boxes {
				if len(b.States) > 0 {
					all = append(all, fmt.Sprint(b.ID, b.States))
				}
			}
		}
		slices.Sort(all)
		return all
	}
	f, err := New(m.Graph, Options{Paper: "a5", Margin: "15mm", Legend: "none"})
	if err != nil {
		t.Fatal(err)
	}
	sheets, err := f.layOutMerged(t.Context(), m, true)
	if err != nil {
		t.Fatal(err)
	}
	whole, err := f.layOutMerged(t.Context(), m, false)
	if err != nil {
		t.Fatal(err)
	}
	holdPaper(t, f, sheets)
	if len(sheets) < 2 || len(whole) != 1 {
		t.Errorf("%d sheets, and %d without paper", len(sheets), len(whole))
	}
	if got, want := changed(sheets), changed(whole); !slices.Equal(got, want) || len(want) != 1+1+6 {
		t.Errorf("marked on paper: %q, and in one picture: %q", got, want)
	}
}
