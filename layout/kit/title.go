package kit

import (
	"strings"
	"unicode"

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

// Title sets the title of a part for lines of at most the given width.
func (d *Draft) Title(part *graph.Node, width float64) Title {
	label := titleText(*part, d.Graph.Language)
	t := Title{
		label: label, node: part, icon: d.Icon(part),
		text: d.set("", label, part.Source, TextStyle{Size: titleSize, Weight: 500, Width: width, MaxLines: 3}),
	}
	if t.icon != "" {
		t.lead = emojiSize + emojiGap
	}
	t.W = t.lead + t.text.Width()
	t.H = titleSize*1.2 + titleSize*lineHeight*float64(max(0, len(t.text.Lines)-1))
	return t
}

// Ascent is the distance from the top of the title's box to its first baseline.
func (t Title) Ascent() float64 { return titleSize * 0.9 }

// Box is the title with its top left corner at (x, y).
func (t Title) Box(x, y float64) layout.Box {
	first := y + t.Ascent()
	lines := t.text.Place(x+t.lead+t.text.Width()/2, 0)
	for i := range lines {
		lines[i].Y = first + float64(float64(i)*titleSize*lineHeight)
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

// titleText is a part's name followed by "Roadmap", unless it already says what
// it is, asks a question or is not in English letters.
func titleText(part graph.Node, language string) string {
	name := part.Text()
	if saysKind(name) || strings.HasSuffix(name, "?") || !(language == "" || language == "en" || strings.HasPrefix(language, "en-")) ||
		strings.ContainsFunc(name, func(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) }) {
		return name
	}
	return name + " Roadmap"
}

// saysKind says whether a word of a name tells what kind of document it is.
func saysKind(name string) bool {
	name = strings.ToLower(name)
	for word := range strings.FieldsFuncSeq(name, func(r rune) bool { return !unicode.IsLetter(r) }) {
		switch word {
		case "syllabus", "curriculum", "schedule", "timeline", "overview", "ladder", "plan", "path":
			return true
		}
	}
	return strings.Contains(name, "roadmap")
}
