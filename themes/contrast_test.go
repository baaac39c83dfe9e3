package themes

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// A finding stands where the file gives the colour, or else the ground, or else
// says what it extends.
func TestCheckTellsWhere(t *testing.T) {
	const text = `extends: contrast
page: "#ffffff"
topic: {fill: "#eeeeee"}
topic.done: {text: "#dddddd"}
edge:
  stroke: "#f0f0f0"
section.added: {stroke: "#eeeeee"}
section.dimmed: {stroke: "#eeeeee"}
`
	theme, err := Load(strings.NewReader(text), "x.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range theme.Check() {
		got = append(got, fmt.Sprintf("%d:%d %s %s %v %.1f", f.Line, f.Column, f.Key, f.Role, f.States, f.Contrast))
	}
	want := []string{
		"7:25 stroke section [added] 1.1",
		"3:15 text topic [] 1.2",
		"4:20 text topic [done] 1.2",
		"4:20 text topic [optional done] 1.4",
		"6:11 stroke edge.next [] 1.0",
		"6:11 stroke edge.contains [] 1.0",
		"6:11 stroke edge.leads [] 1.0",
		"6:11 stroke edge.joins [] 1.0",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if theme, err = Load(strings.NewReader("\nextends: course\n"), "x.yaml"); err != nil {
		t.Fatal(err)
	}
	if found := theme.Check(); len(found) != len(given) || found[0].Line != 2 || found[0].Inherited != "course" {
		t.Errorf("of what is inherited: %+v", found)
	}
}

// What lies on a translucent panel is measured on it.
func TestCheckLooksAtPanels(t *testing.T) {
	theme, err := Load(strings.NewReader(`{extends: contrast, group: {fill: "#0a047a80"}}`), "x.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range theme.Check() {
		if f.Role == "edge.requires" && len(f.States) == 0 && f.Ground == (Color{132, 129, 188, 255}) {
			return
		}
	}
	t.Errorf("a dark line on a dark panel is not found: %v", theme.Check())
}

// TestPanels: of every built-in theme, a panel is told from the page by its edge,
// if only faintly, and hides no line that runs beneath it.
func TestPanels(t *testing.T) {
	for _, name := range Names() {
		theme, _ := Lookup(name)
		panel := theme.Style("group")
		fill, edge := panel.Fill.Over(theme.Page), panel.Stroke.Over(theme.Page)
		if got := Contrast(edge, theme.Page); got < 1.4 || panel.Width <= 0 {
			t.Errorf("%s: the edge of a panel has a contrast of %.2f", name, got)
		}
		if got := Contrast(fill, theme.Page); got < 1.03 || got > 1.35 || panel.Fill.A > 0x40 {
			t.Errorf("%s: the fill of a panel has a contrast of %.2f with the page", name, got)
		}
	}
}
