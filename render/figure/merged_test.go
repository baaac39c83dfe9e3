package figure

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
)

// TestMergedOnPaper: what changed is marked on sheets of paper as it is in one picture.
func TestMergedOnPaper(t *testing.T) {
	old, new := "# Course\n", "# Course\n"
	for i := range 8 {
		title := fmt.Sprintf("\n## Section %d\n\n", i)
		old += title + topics("", "Topic", i, 6)
		switch i {
		case 2: // one more
			new += title + topics("", "Topic", i, 7)
		case 5: // gone
		default:
			new += title + topics("", "Topic", i, 6)
		}
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

// TestMergedLegend: a figure of differences says in the language of its document what
// happened, and explains what marks and lines mean, whatever page it is on.
func TestMergedLegend(t *testing.T) {
	const old = "---\nlang: de\n---\n# Kurs\n\n## Rechnen\n\n- **Zahlen**\n- **Brüche**\n- **Prozente** <!-- roadmap: requires=\"Zahlen\" -->\n"
	new := strings.NewReplacer("- **Brüche**", "- **Bruchrechnung**", `"Zahlen"`, `"Bruchrechnung"`).Replace(old)
	m := graph.Merge(course(t, old), course(t, new))
	for _, c := range []struct {
		o     Options
		paged bool
		want  string
	}{
		{Options{}, false, "umbenannt, kommt zuerst, neu, entfernt"},
		{Options{Prerequisites: "none"}, false, "umbenannt"},
		{Options{Legend: "none"}, false, ""},
		{Options{Preset: "card"}, false, "umbenannt, kommt zuerst, neu, entfernt"},
		{Options{Paper: "a4"}, true, "umbenannt, kommt zuerst, neu, entfernt"},
	} {
		f, err := New(m.Graph, c.o)
		if err != nil {
			t.Fatal(err)
		}
		pages, err := f.layOutMerged(t.Context(), m, c.paged)
		if err != nil {
			t.Fatal(err)
		}
		var says []string
		for _, k := range pages[0].Legend {
			says = append(says, k.Text.Text)
		}
		if got := strings.Join(says, ", "); got != c.want {
			t.Errorf("%+v: %q, want %q", c.o, got, c.want)
		}
		if c.o.Preset != "" && (pages[0].Width != 1200 || pages[0].Height != 630) {
			t.Errorf("a card is %g by %g px", pages[0].Width, pages[0].Height)
		}
		for _, b := range pages[0].Boxes {
			if b.Label == "Bruchrechnung – bisher Brüche" && slices.Equal(b.States, []layout.State{layout.RenamedState}) {
				says = nil
			}
		}
		if says != nil {
			t.Errorf("%+v: no box says what its name was, once", c.o)
		}
	}
}
