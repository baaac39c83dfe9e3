package legend_test

import (
	"encoding/json"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/engines"
	"github.com/roadmapviz/roadmapviz/layout/enginetest"
	"github.com/roadmapviz/roadmapviz/layout/legend"
)

func draw(t *testing.T, engine string, g *graph.Graph, o layout.Options) *layout.Diagram {
	t.Helper()
	e, _ := engines.Lookup(engine)
	return enginetest.Draw(t, e, g, o)
}

// A course to which every state is given that is named, one to a topic.
func course(states ...string) *graph.Graph {
	g := enginetest.Course(enginetest.Label("x"), []int{6, 6})
	at := 0
	for i := range g.Nodes {
		n := &g.Nodes[i]
		if n.Kind != graph.Topic || at == len(states) {
			continue
		}
		if states[at] == "optional" {
			n.Optional = true
		} else {
			n.Status = graph.Status(states[at])
		}
		at++
	}
	return g
}

func words(d *layout.Diagram) string {
	var all []string
	for _, k := range d.Legend {
		all = append(all, k.Text.Text)
	}
	return strings.Join(all, ", ")
}

func TestOnlyWhatAppears(t *testing.T) {
	line := graph.Edge{From: "p0/s0/t0", To: "p0/s1/t0", Kind: graph.Requires}
	guess := graph.Edge{From: "p0/s0/t1", To: "p0/s1/t1", Kind: graph.Requires, Guess: "that"}
	for _, engine := range engines.Names() {
		e, _ := engines.Lookup(engine)
		drawsLines := e.Capabilities().Prerequisites
		for _, c := range []struct {
			states []string
			edges  []graph.Edge
			most   int
			want   string
		}{
			{nil, nil, 0, ""},
			{[]string{"done"}, nil, 0, ""}, // everybody knows a tick
			{nil, nil, 2, ""},              // and "+4 more"
			{[]string{"done"}, nil, 2, ""},
			{[]string{"optional"}, nil, 0, "optional"},
			{[]string{"done", "todo"}, nil, 2, "done, to do, more topics"},
			{[]string{"skipped", "doing"}, nil, 0, "in progress, skipped"},
			{nil, []graph.Edge{line}, 0, "comes first"},
			{nil, []graph.Edge{guess}, 0, "comes first, presumably"},
			{[]string{"done"}, []graph.Edge{line, guess}, 0, "done, comes first, comes first, presumably"},
		} {
			if c.edges != nil && !drawsLines {
				continue
			}
			g := course(c.states...)
			g.Edges = append(g.Edges, c.edges...)
			d := draw(t, engine, g, layout.Options{MaxTopics: c.most})
			height := d.Height
			legend.Add(d, nil)
			if got := words(d); got != c.want {
				t.Errorf("%s, %v: the legend says %q, want %q", engine, c.states, got, c.want)
			}
			if (d.Height == height) != (c.want == "") {
				t.Errorf("%s, %v: the page was %g high and is %g", engine, c.states, height, d.Height)
			}
		}
	}
}

// span is the room of an entry: its sample and its words.
func span(k layout.Key) (x0, y0, x1, y1 float64) {
	x0, x1 = k.Text.X-k.Text.Width/2, k.Text.X+k.Text.Width/2
	y0, y1 = k.Text.Y-k.Text.Size*0.75, k.Text.Y+k.Text.Size*0.25
	if k.Box.W > 0 {
		return min(x0, k.Box.X), min(y0, k.Box.Y), max(x1, k.Box.X+k.Box.W), max(y1, k.Box.Y+k.Box.H)
	}
	a, b := k.Line.Path.Start, k.Line.Path.End()
	return min(x0, a.X, b.X), y0, max(x1, a.X, b.X), y1
}

func TestNothingOverlapsAtAnyWidthInAnyLanguage(t *testing.T) {
	all := append(graph.Statuses(), "optional")
	for _, language := range []string{"", "en", "de", "ru", "vi", "zh", "ar", "he", "tlh"} {
		rnd := rand.New(rand.NewSource(7))
		for range 40 {
			states := slices.Clone(all[:1+rnd.Intn(len(all))])
			g := course(states...)
			g.Language = language
			d := draw(t, "roadmap", g, layout.Options{})
			d.Width = 360 + float64(rnd.Intn(1200))
			top := d.Height
			legend.Add(d, nil)
			if slices.Equal(states, all[:1]) && states[0] == "done" {
				continue
			}
			var entries []layout.Key
			for _, k := range d.Legend {
				x0, y0, x1, y1 := span(k)
				if x0 < 0 || y0 < top || x1 > d.Width || y1 > d.Height {
					t.Errorf("%s, %g px: %q leaves the foot of the page", language, d.Width, k.Text.Text)
				}
				for _, other := range entries {
					u0, v0, u1, v1 := span(other)
					if x0 < u1 && u0 < x1 && y0 < v1 && v0 < y1 {
						t.Errorf("%s, %g px: %q overlaps %q", language, d.Width, k.Text.Text, other.Text.Text)
					}
				}
				entries = append(entries, k)
				if rtl := layout.RightToLeft(language); k.Box.W > 0 && (k.Box.X > k.Text.X) != rtl {
					t.Errorf("%s: the sample of %q is on the wrong side", language, k.Text.Text)
				}
			}
		}
	}
}

// The words of a language that the fonts lack are English, all of them.
func TestWords(t *testing.T) {
	for language, want := range map[string]string{
		"de-AT": "erledigt, offen", "ru": "сделано, предстоит", "zh": "done, to do", "tlh": "done, to do", "": "done, to do",
	} {
		g := course("done", "todo")
		g.Language = language
		d := draw(t, "grid", g, layout.Options{})
		legend.Add(d, nil)
		if got := words(d); got != want {
			t.Errorf("%s: %q, want %q", language, got, want)
		}
	}
}

func TestHighlightIsExplained(t *testing.T) {
	g := course()
	d := draw(t, "tree", g, layout.Options{}).Highlight(g, []string{"p0/s0/t0"})
	legend.Add(d, nil)
	if got := words(d); got != "highlighted" {
		t.Errorf("the legend says %q", got)
	}
	if data, err := json.Marshal(d); err != nil || !strings.Contains(string(data), `"legend":[`) {
		t.Errorf("the legend is no data: %v", err)
	}
}

// TestLinesLookAsDrawn: the sample of a line is a line of the figure, a faint one if
// all of them are.
func TestLinesLookAsDrawn(t *testing.T) {
	g := course()
	g.Edges = append(g.Edges,
		graph.Edge{From: "p0/s0/t0", To: "p0/s1/t0", Kind: graph.Requires},
		graph.Edge{From: "p0/s0/t1", To: "p0/s1/t1", Kind: graph.Requires})
	for lit, dimmed := range map[string]bool{"p0/s0/t2": true, "p0/s1/t1": true, "p0/s0/t1 p0/s1/t1": false} {
		d := draw(t, "roadmap", g, layout.Options{Page: layout.Page{Prerequisites: "lines"}}).Highlight(g, strings.Fields(lit))
		legend.Add(d, nil)
		sample := d.Legend[len(d.Legend)-1].Line
		if slices.Contains(sample.States, layout.DimmedState) != dimmed {
			t.Errorf("with %s highlighted the sample is %v", lit, sample.States)
		}
	}
}

// TestChangesAreExplained: what happened to boxes and to lines are keys of their own, and
// no page explains what one before it does.
func TestChangesAreExplained(t *testing.T) {
	page := func(box layout.State, lines ...[]layout.State) *layout.Diagram {
		d := &layout.Diagram{Width: 600, Height: 400, Boxes: []layout.Box{{Role: layout.TopicRole, W: 9, H: 9, States: []layout.State{box}}}}
		for _, states := range lines {
			d.Edges = append(d.Edges, layout.Edge{Kind: string(graph.Requires), States: states})
		}
		return d
	}
	const added, removed, guessed = layout.AddedState, layout.RemovedState, layout.GuessedState
	first := page(added, []layout.State{"way1", removed}, []layout.State{"way2"})
	second := page(layout.MovedState, []layout.State{"way1", added}, []layout.State{guessed, removed})
	legend.Add(first, nil)
	legend.Add(second, nil, first)
	if got := words(first); got != "added, comes first, removed" {
		t.Errorf("the first page explains %q", got)
	}
	if got := words(second); got != "moved, comes first, presumably, added" {
		t.Errorf("the second page explains %q", got)
	}
	for i, want := range [][]layout.State{{added}, {"way2"}, {"way1", removed}} {
		if k := first.Legend[i]; !slices.Equal(append(k.Box.States, k.Line.States...), want) {
			t.Errorf("%q looks like %v, %v", k.Text.Text, k.Box.States, k.Line.States)
		}
	}
	third := page(layout.ChangedState, []layout.State{"way1", added})
	if legend.Add(third, nil, first, second); len(third.Legend) > 0 {
		t.Errorf("the third page explains %q", words(third))
	}
	if legend.Word(layout.ChangedState, "de") != "geändert" || legend.Was("A", "fr") != "avant : A" || legend.Word("way1", "") != "" {
		t.Error("words of changes")
	}
}
