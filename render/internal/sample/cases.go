package sample

import (
	_ "embed"
	"strings"

	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/text"
	"github.com/roadmapviz/roadmapviz/themes"
)

//go:embed theme.yaml
var theme string

// Theme uses everything that a style can say. It is the samples' own, so that
// goldens stay when a built-in theme changes.
func Theme() *themes.Theme {
	t, err := themes.Load(strings.NewReader(theme), "sample.yaml")
	if err != nil {
		panic(err)
	}
	return t
}

// Cases are small diagrams by name, each for one concern.
func Cases() map[string]*layout.Diagram {
	set := setter{text.NewShaper(nil)}
	return map[string]*layout.Diagram{
		"empty":  {Width: 40, Height: 30},
		"states": set.states(),
		"text":   set.texts(),
		"odd":    set.odd(),
	}
}

func (set setter) box(role layout.Role, id, label string, x, y float64, states ...layout.State) layout.Box {
	b := layout.Box{ID: id, Role: role, Label: label, X: x, Y: y, W: 160, H: 60, States: states}
	w := text.Regular
	if role == layout.SectionRole {
		w = text.Medium
	}
	b.Lines = set.lines(label, x+80, y+30, 22, w)
	return b
}

// states has a box and an edge of each look.
func (set setter) states() *layout.Diagram {
	d := &layout.Diagram{Width: 460, Height: 340, Title: "States", Language: "en"}
	d.Boxes = []layout.Box{
		set.box(layout.SectionRole, "plain", "Section", 30, 30),
		set.box(layout.TopicRole, "optional", "Optional", 260, 30.5, layout.OptionalState),
		set.box(layout.TopicRole, "done", "Done", 30.25, 140.75, layout.DoneState),
		set.box(layout.SubtopicRole, "round", "Round", 260, 140),
		set.box(layout.MoreRole, "more", "+12 more", 260, 240),
		set.box(layout.TitleRole, "title", "Title", 30, 240),
	}
	d.Boxes[0].Tooltip, d.Boxes[0].Link = "A tooltip", "https://example.org/"
	line := func(from, to, kind string, x0, y0, x1, y1 float64, states ...layout.State) {
		e := layout.Edge{From: from, To: to, Kind: kind, States: states, Path: layout.Path{Start: layout.Point{X: x0, Y: y0}}}
		if kind == "next" {
			e.Path.Curve(x0, y0+30, x1-20, y1-20, x1, y1)
		} else {
			e.Path.Line(x1, y1)
		}
		d.Edges = append(d.Edges, e)
	}
	line("plain", "optional", "contains", 190, 60, 260, 60.5)
	line("plain", "done", "next", 110, 90, 110.25, 140.75)
	line("optional", "round", "requires", 340, 90.5, 340, 140)
	line("done", "round", "requires", 190.25, 170.75, 260, 170)
	line("round", "more", "requires", 300, 200, 340, 240, layout.OptionalState)
	d.Edges[4].Path.Segments = nil
	d.Edges[4].Path.Curve(300, 230, 360, 190, 340, 240)
	d.Edges[4].Tooltip = "because"
	return d
}

// texts has lines that one typeface cannot show as they are.
func (set setter) texts() *layout.Diagram {
	d := &layout.Diagram{Width: 460, Height: 400, Title: "Texts"}
	for i, label := range []string{
		"AVATAR Types, office", "Ελληνικά, Русский", "a → b ✓ and more", "two  spaces",
		"שלום world 123", "Missing 中文", "<&\"'> escaped", "é combined e\u0301",
	} {
		b := set.box(layout.TopicRole, "text/"+string(rune('a'+i)), label, 20+220*float64(i%2), 20+95*float64(i/2))
		b.W = 200
		for j := range b.Lines {
			b.Lines[j].X = b.X + b.W/2
		}
		d.Boxes = append(d.Boxes, b)
	}
	return d
}

// odd has what should not occur and must do no harm: strange ids and links,
// control characters, boxes without size or off the page, edges without length.
func (set setter) odd() *layout.Diagram {
	d := &layout.Diagram{Width: 300.5, Height: 200.25, Title: "Odd \x00\x1b & <title>", Description: "line\nline \xff"}
	d.Boxes = []layout.Box{
		set.box(layout.TopicRole, "über/日本 a_b\"<", "ok", 20, 20),
		set.box(layout.TopicRole, "", "no id", -80, 100),
		set.box("unknown", "unknown", "unseen", 100, 100),
		{ID: "none", Role: layout.TopicRole, X: 250, Y: 50},
		{ID: "off", Role: layout.TopicRole, X: 290, Y: 180, W: 100, H: 100},
	}
	d.Boxes[0].Link = "javascript:alert(1)"
	d.Boxes[0].Tooltip = "bell \a and <b>"
	d.Boxes[1].Link = "notes/a&b.md#x:y"
	d.Boxes[0].Icons = []layout.Icon{{Name: "no such icon", X: 1, Y: 1, W: 10, H: 10}}
	still := layout.Path{Start: layout.Point{X: 200, Y: 20}}
	still.Line(200, 20)
	away := layout.Path{Start: layout.Point{X: -50, Y: -50}}
	away.Line(400, 250)
	d.Edges = []layout.Edge{
		{From: "none", To: "off", Kind: "requires", Path: still},
		{From: "none", To: "off", Kind: "next", Path: away},
		{From: "none", To: "off", Kind: "contains", Path: layout.Path{}},
	}
	return d
}
