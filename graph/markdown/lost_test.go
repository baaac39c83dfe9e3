package markdown

import (
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/shape"
)

// What is lost is counted by what the author announces, not by what the program
// thinks of it: here the roles are given, and the same whatever was learned.
func TestLossesAreCounted(t *testing.T) {
	const src = "# C\n\n## Part of it\n\n- topic a\n- topic b\n- lost c\n- [lost d](https://example.org/d)\n  - below d\n\n**References**:\n\n- [e](https://example.org/e)\n- [f](https://example.org/f)\n\n" +
		"## Only links\n\nSee [this](https://example.org/x) for the resources:\n\n- [lost g](https://example.org/g)\n- [lost h](https://example.org/h)\n\n" +
		"## Unlike the others\n\n- lost i\n- lost j\n- lost k\n\n## License\n\n- m\n- n\n\n## Mine\n<!-- roadmap: skip -->\n\n- o\n- p\n\n| Topic | Link |\n|---|---|\n| q | r |\n"
	d := newDocument(t.Context(), []byte(src), Options{})
	o := d.shape()
	for i, n := range o.Nodes {
		switch {
		case strings.HasPrefix(n.Title, "topic "):
			o.Roles[i] = shape.Topic
		case n.Title == "Part of it" || n.Title == "Only links":
			o.Roles[i] = shape.Section
		case n.Parent == nil || len(n.Kids) > 0 && n.Element.Kind.String() == "list" && strings.HasPrefix(n.Kids[0].Title, "topic "):
			o.Roles[i] = shape.Through
		default:
			o.Roles[i] = shape.Out
		}
	}
	l := &loss{outliner: &outliner{Document: d, o: o}}
	l.count()
	if !l.isMuch() || l.String() != "of 10 items in lists and tables, 4 are left out and 4 fall to resources; 3 of them in what begins here" {
		t.Errorf("%v", l)
	}
	if at := d.Position(l.most.At); at.Line != 5 {
		t.Errorf("most in line %d", at.Line)
	}
	if hint := l.hint(); !strings.Contains(hint, "roadmap: topic") {
		t.Error(hint)
	}
	for i, n := range o.Nodes { // all that is announced as something else is no loss
		if n.Title == "Unlike the others" || n.Title == "Only links" {
			n.Note = &Note{Skip: true}
			o.Roles[i] = shape.Out
		}
	}
	if l.count(); l.isMuch() || l.out+l.resources != 3 {
		t.Errorf("%v", l)
	}
}
