package figure

import (
	"slices"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/metadata"
	"github.com/roadmapviz/roadmapviz/render/formats"
)

// TestOneLanguage: a course that says in no word of its own which language it is in speaks
// that of its titles in all of its figures: in titles, chips, legends and badges, and in
// those of a part whose own titles do not tell.
func TestOneLanguage(t *testing.T) {
	g := course(t, "# Tin học\n\n## Cơ bản\n\n### Các bài học\n\n- [x] Biến\n- [ ] Hàm <!-- roadmap: requires=\"Biến\" -->\n\n"+
		"## Python\n\n### NumPy\n\n- [x] Array\n- [ ] Matrix <!-- roadmap: requires=\"Array\" -->\n")
	if g.Language != "" {
		t.Fatalf("the language is %q", g.Language)
	}
	for _, c := range []struct {
		o    Options
		want string // in the order of the figure
	}{
		{Options{Layout: "grid"}, "Lộ trình Cơ bản, sau Biến, Lộ trình Python, sau Array, đã xong, cần học"},
		{Options{Layout: "grid", Parts: []string{"Python"}}, "Lộ trình Python, sau Array, đã xong, cần học"},
		{Options{Layout: Badge}, "tiến độ, 2 / 4"},
		{Options{Layout: Badge, Parts: []string{"Python"}}, "tiến độ, 1 / 2"},
	} {
		f, err := New(g, c.o)
		if err != nil {
			t.Fatal(err)
		}
		d, _, err := f.Layout(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		var says []string
		for _, b := range d.Boxes {
			if c.o.Layout == Badge || strings.HasPrefix(b.Label, "Lộ trình") {
				says = append(says, b.Label)
			}
			for _, chip := range b.Chips {
				says = append(says, chip.Label)
			}
		}
		for _, k := range d.Legend {
			says = append(says, k.Text.Text)
		}
		if got := strings.Join(says, ", "); got != c.want || d.Language != "vi" {
			t.Errorf("%s of %v says %q, in %q", c.o.Layout, c.o.Parts, got, d.Language)
		}
	}
	// What is in plain letters is taken for English, and does not say so of itself.
	f, err := New(course(t, "# Cooking\n\n## Basics\n\n### Knives\n\n- [x] Sharp\n- [ ] Blunt\n"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	d, _, err := f.Layout(t.Context())
	if err != nil || d.Language != "" || d.Title != "Basics Roadmap" {
		t.Errorf("%q in %q, %v", d.Title, d.Language, err)
	}
}

// A figure remembers which language its titles were taken for. So it is out of date where
// that is another, and says so; and one that is drawn of what it remembers is the same.
func TestLanguageIsRemembered(t *testing.T) {
	o := Options{Parts: []string{"Python"}, Layout: "grid"}
	f, err := New(course(t, "# Tin học\n\n## Cơ bản\n\n### Các bài học\n\n- Biến\n\n## Python\n\n### NumPy\n\n- Array\n"), o)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"svg", "html"} {
		format, _ := formats.Lookup(name)
		said := f.Record(format).Plain()
		again, err := New(said.Graph, o)
		if err != nil {
			t.Fatal(err)
		}
		if said.Graph.Language != "vi" || again.Record(format).Fingerprint() != f.Record(format).Fingerprint() {
			t.Errorf("%s: the language is %q, and drawn again it is another figure", name, said.Graph.Language)
		}
		said.Graph.Language = ""
		if format.Whole {
			said.Options[wholeDigest] = metadata.Everything(said.Graph)
		}
		text, err := metadata.Encode(t.Context(), said)
		if err != nil {
			t.Fatal(err)
		}
		old, err := metadata.Find([]byte("<metadata>" + text + "</metadata>"))
		if err != nil {
			t.Fatal(err)
		}
		d, err := f.Compare(old, format, graph.Position{})
		if err != nil || !slices.Equal(d.Reasons, []Reason{TextChanged}) || len(d.Changes) != 1 || d.Changes[0].Text != "the language of the course changed" {
			t.Errorf("%s: %+v, %v", name, d, err)
		}
	}
}
