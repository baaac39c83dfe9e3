package kit

import (
	"slices"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/codes"
	"github.com/roadmapviz/roadmapviz/layout"
)

func TestSet(t *testing.T) {
	topic := TextStyle{Size: 24, Weight: 400, Width: 226, MaxLines: 4, DropAbbreviation: 2}
	for _, c := range []struct {
		number, label string
		want          []string
	}{
		{"", "Linear Algebra", []string{"Linear Algebra"}},
		{"2", "Vector Storage", []string{"2. Vector Storage"}},
		{"2.3", "Vectors", []string{"2.3 Vectors"}},
		{"", "Data Science Libraries", []string{"Data Science", "Libraries"}},
		// Hyphens do not break lines.
		{"", "Task-specific benchmarks", []string{"Task-specific", "benchmarks"}},
		// An abbreviation stays while there is room for it …
		{"", "Recurrent Neural Networks (RNNs)", []string{"Recurrent Neural", "Networks (RNNs)"}},
		// … and goes before the box grows; then the lines get a little wider.
		{"", "Implement a Multilayer Perceptron (MLP)", []string{"Implement a", "Multilayer Perceptron"}},
		{"", "One of many words that follow (in brackets)", []string{"One of many words", "that follow (in", "brackets)"}},
	} {
		var got []string
		for _, l := range New(t.Context(), &graph.Graph{}, layout.Page{}).set(c.number, c.label, graph.Position{}, topic).Lines {
			got = append(got, l.Text)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q %q is set as %q, want %q", c.number, c.label, got, c.want)
		}
	}
}

// TestSetSmaller sets what has a word that is a little too wide.
func TestSetSmaller(t *testing.T) {
	style := TextStyle{Size: 24, Weight: 400, Width: 226, MaxLines: 4}
	for _, c := range []struct {
		label string
		want  []string
		size  float64
	}{
		{"Asynchronous programming", []string{"Asynchronous", "programming"}, 24},
		{"Using ImagePolicyWebhook controllers", []string{"Using", "ImagePolicyWebhook", "controllers"}, 23},
		{"Введение в программирование, продолжение", []string{"Введение в", "программирование,", "продолжение"}, 23},
		{"深度学习与机器学习基础深度学习与机器学习基础", []string{"深度学习与机器学习基础", "深度学习与机器学习基础"}, 24},
		// A word that would become too small to read is broken at full size.
		{"Donaudampfschifffahrtsgesellschaft", []string{"Donaudampfschifffa", "hrtsgesellschaft"}, 24},
	} {
		set := New(t.Context(), &graph.Graph{}, layout.Page{}).Text(c.label, graph.Position{}, style)
		var got []string
		for _, l := range set.Lines {
			got = append(got, l.Text)
		}
		if !slices.Equal(got, c.want) || set.Size != c.size {
			t.Errorf("%q is set as %q at %v px, want %q at %v px", c.label, got, set.Size, c.want, c.size)
		}
	}
}

func TestSetReports(t *testing.T) {
	d := New(t.Context(), &graph.Graph{}, layout.Page{})
	style := TextStyle{Size: 24, Weight: 400, Width: 100, MaxLines: 1}
	at := graph.Position{File: "a.md", Line: 3, Column: 5}
	d.Text("Much too long for its box", at, style)
	d.Text("ภาษา", at, style)
	d.Text("ไทย", at, style)
	var got []string
	for _, r := range d.Diagnostics {
		got = append(got, r.Code)
		if r.Position != at {
			t.Errorf("%s is reported at %v", r.Code, r.Position)
		}
	}
	if want := []string{codes.Shortened.ID, codes.MissingGlyph.ID}; !slices.Equal(got, want) {
		t.Errorf("codes %v, want %v: once for a script", got, want)
	}
}

// TestTopicIcons draws the emoji before a topic as large as a letter, and leaves out
// those that no font has.
func TestTopicIcons(t *testing.T) {
	style := BoxStyle{Role: layout.TopicRole, W: 236, H: 75, Lines: 2, Text: TextStyle{Size: 24, Weight: 400, Width: 226, MaxLines: 4}}
	d := New(t.Context(), &graph.Graph{}, layout.Page{})
	plain := d.Item(&graph.Node{Kind: graph.Topic, Title: "Python"}, style).Box(10, 20)
	box := d.Item(&graph.Node{Kind: graph.Topic, Title: "Python", Icon: "🐍"}, style).Box(10, 20)
	if len(plain.Icons) != 0 || len(box.Icons) != 1 {
		t.Fatalf("%d and %d icons", len(plain.Icons), len(box.Icons))
	}
	icon, line := box.Icons[0], box.Lines[0]
	left, right := icon.X-box.X, box.X+box.W-line.X-line.Width/2
	if icon.X+icon.W >= line.X-line.Width/2 || left-right > 0.01 || right-left > 0.01 || icon.Y+icon.H/2 != box.Y+box.H/2 || line.Y != plain.Lines[0].Y {
		t.Errorf("the icon is at %+v and the text at %v, %v wide", icon, line.X, line.Width)
	}
	for _, emoji := range []string{"✅", "✔️", "no such icon", ""} {
		if got := d.Item(&graph.Node{Kind: graph.Topic, Title: "Python", Icon: emoji}, style).Box(10, 20); len(got.Icons) > 0 || got.Lines[0].X != plain.Lines[0].X {
			t.Errorf("%s is drawn: %+v", emoji, got.Icons)
		}
	}
	got := d.Text("Git 🐙 and 👩\u200d🔬 GitHub", graph.Position{}, style.Text)
	if len(got.Lines) != 1 || got.Lines[0].Text != "Git and GitHub" || len(d.Diagnostics) != 1 || d.Diagnostics[0].Code != codes.MissingGlyph.ID {
		t.Errorf("%+v, %v", got.Lines, d.Diagnostics)
	}
	if only := d.Text("🐙", graph.Position{}, style.Text); len(only.Lines) != 1 {
		t.Error("nothing is left of a label")
	}
}
