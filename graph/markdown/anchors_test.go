package markdown_test

import (
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph/markdown"
)

func TestDeadAnchors(t *testing.T) {
	src := "---\ntitle: x\n---\n# The Course\n\nTo [a](#first-steps), [b](#First-Steps), [top](#top), [c](#first-step) and [d](other.md#x).\n\n" +
		"## First steps\n\n<a name=\"here\"></a> <b id='there'>x</b>\n\n- See [e](#here) and [f](#there) and <a href=\"#gone\">g</a>.\n\n" +
		"## Été & co\n\n[h](#%C3%A9t%C3%A9--co) [i](#first-steps-1) `[j](#code)`\n\n```\n[k](#code)\n```\n\n## First steps\n\n<p><a href=#lost>l</a>\n\n| A |\n|---|\n| [m](#nothing) |\n"
	var got []string
	found, _ := markdown.DeadAnchors(t.Context(), []byte(src), markdown.Options{File: "a.md"})
	for _, d := range found {
		got = append(got, d.String())
	}
	want := []string{
		`a.md:6:56: info RV011: no heading has the anchor "#first-step" (did you mean "#first-steps"?)`,
		`a.md:12:47: info RV011: no heading has the anchor "#gone"`,
		`a.md:24:12: info RV011: no heading has the anchor "#lost"`,
		`a.md:28:4: info RV011: no heading has the anchor "#nothing"`,
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func FuzzDeadAnchors(f *testing.F) {
	f.Add([]byte("# A\n[b](#c)\n<a href=#x id=y>\n<p name=\n"))
	f.Fuzz(func(t *testing.T, src []byte) {
		found, _ := markdown.DeadAnchors(t.Context(), src, markdown.Options{File: "a.md"})
		for _, d := range found {
			if d.Position.Line < 1 || d.Position.Column < 1 {
				t.Errorf("a finding without a place: %v", d)
			}
		}
	})
}
