package kit

import (
	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
)

// The measures of a part's title, px.
const (
	titleSize = 47.5
	emojiSize = 48.
	emojiGap  = 24.
	emojiRise = 17. // of the emoji's middle above the baseline
)

// Title is a part's title with its icon before it, measured.
type Title struct {
	W, H float64 // px

	label string
	node  *graph.Node
	text  Text
	icon  string
	lead  float64 // the room that the icon takes before the text
}

// titleLines is the most lines of a title, and leastTitle how much smaller than
// usual one may be set that needs more.
const (
	titleLines = 2
	leastTitle = 0.6
)

// Title sets the title of a part for lines of at most the given width.
func (d *Draft) Title(part *graph.Node, width float64) Title {
	label := d.titleText(part)
	style := TextStyle{Size: titleSize, Weight: 500, Width: width, MaxLines: titleLines}
	for style.Size > titleSize*leastTitle && d.wrap("", label, style).Truncated {
		style.Size -= 2
	}
	t := Title{label: label, node: part, icon: d.Icon(part), text: d.set("", label, part.Source, style)}
	if t.icon != "" {
		t.lead = emojiSize + emojiGap
	}
	t.W = t.lead + t.text.Width()
	t.H = titleSize*1.2 + t.text.Size*lineHeight*float64(max(0, len(t.text.Lines)-1))
	return t
}

// titleText is the title of a part: the page's for the first one, if it has one. A
// plain graph has the one that it was given.
func (d *Draft) titleText(part *graph.Node) string {
	if d.Page.Title != "" && (part.ID == d.first || part.ID == graph.CourseID && d.Graph.IsPlain()) {
		return d.Page.Title
	}
	if d.Graph.IsPlain() {
		return part.Text()
	}
	return d.titleForm.of(part)
}

// Ascent is the distance from the top of the title's box to its first baseline.
func (t Title) Ascent() float64 { return titleSize * 0.9 }

// Box is the title with its top left corner at (x, y).
func (t Title) Box(x, y float64) layout.Box {
	first := y + t.Ascent()
	lines := t.text.Place(x+t.lead+t.text.Width()/2, 0)
	for i := range lines {
		lines[i].Y = first + float64(float64(i)*t.text.Size*lineHeight)
	}
	box := layout.Box{
		ID: t.node.ID, Role: layout.TitleRole, Label: t.label,
		X: x, Y: y, W: t.W, H: t.H,
		Lines: lines,
	}
	if t.icon != "" {
		box.Icons = []layout.Icon{{Name: t.icon, X: x, Y: first - emojiRise - emojiSize/2, W: emojiSize, H: emojiSize}}
	}
	return box
}
