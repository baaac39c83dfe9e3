package figure

import (
	"bytes"
	"testing"

	"github.com/roadmapviz/roadmapviz/render/formats"
)

// A figure draws and remembers the graph that it has, also one that it was given later:
// the file of a text is made again of what it remembers, whatever the text says by now.
func TestAFigureDrawsItsGraph(t *testing.T) {
	old := course(t, "# A Course\n\n## The Basics\n\n### Mathematics\n\n- **Algebra**: vectors.\n  - [A book](https://example.org/book)\n- **Calculus**: slopes.\n")
	now := course(t, "\n# A Course\n\nWords.\n\n## The Basics\n\n### Mathematics\n\n- **Algebra**: vectors and matrices.\n- **Calculus**: slopes.\n- **Statistics**\n")
	for _, name := range []string{"svg", "png", "pdf"} {
		format, _ := formats.Lookup(name)
		for i, o := range []Options{{}, {Prerequisites: "none", Layout: "grid"}, {BaseURL: "https://example.org/"}} {
			was, err := New(old, o)
			if err != nil {
				t.Fatal(err)
			}
			want, _, err := was.Draw(t.Context(), format)
			if err != nil {
				t.Fatal(err)
			}
			f, err := New(now, o)
			if err != nil {
				t.Fatal(err)
			}
			again := *f
			again.Graph, again.Parts = was.Record(format).Plain().Graph, was.Parts
			got, _, err := again.Draw(t.Context(), format)
			if err != nil || !bytes.Equal(got, want) {
				t.Errorf("%s of options %d: another file is drawn of the same graph, %v", name, i, err)
			}
		}
	}
}
