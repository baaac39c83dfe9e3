package layout

import (
	"cmp"
	"strings"
	"unicode"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/codes"
	"github.com/roadmapviz/roadmapviz/internal/nearest"
	"github.com/roadmapviz/roadmapviz/themes/icons"
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
	Label string
	node  *graph.Node
	text  Text
	icon  string
	lead  float64 // the room that the icon takes before the text
}

// Title sets the title of a part for lines of at most the given width.
func (t *Typesetter) Title(part *graph.Node, width float64, o Options) Title {
	label := TitleText(*part, t.language)
	title := Title{
		Label: label, node: part, icon: t.Icon(part, o),
		text: t.Set("", label, part.Source, TextStyle{Size: titleSize, Weight: 500, Width: width, MaxLines: 3}),
	}
	if title.icon != "" {
		title.lead = emojiSize + emojiGap
	}
	return title
}

// Width is the width of icon and text together, px.
func (t Title) Width() float64 { return t.lead + t.text.Width() }

// Height is the height of the title's box, px.
func (t Title) Height() float64 {
	return titleSize*1.2 + titleSize*lineHeight*float64(max(0, len(t.text.Lines)-1))
}

// Ascent is the distance from the top of the title's box to its first baseline.
func (t Title) Ascent() float64 { return titleSize * 0.9 }

// Box is the title with its top left corner at (x, y).
func (t Title) Box(x, y float64, o Options) Box {
	first := y + t.Ascent()
	lines := t.text.Place(x+t.lead+t.text.Width()/2, 0)
	for i := range lines {
		lines[i].Y = first + float64(float64(i)*titleSize*lineHeight)
	}
	box := Box{
		ID: t.node.ID, Role: TitleRole, Label: t.Label,
		X: x, Y: y, W: t.Width(), H: t.Height(),
		Lines: lines, Tooltip: Tooltip(*t.node), Link: Link(*t.node, o.BaseURL),
	}
	if t.icon != "" {
		box.Icons = []Icon{{Name: t.icon, X: x, Y: first - emojiRise - emojiSize/2, W: emojiSize, H: emojiSize}}
	}
	return box
}

// TitleText is a part's name followed by "Roadmap", unless it already says what
// it is, asks a question or is not in English letters.
func TitleText(part graph.Node, language string) string {
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

// maxHints is how many diagnostics there are before the nearest icon is not
// looked for any more, among all of them.
const maxHints = 20

// Icon names the icon of a node: its own, or for a section without one the one
// that its words suggest. It is empty where there is none.
func (t *Typesetter) Icon(n *graph.Node, o Options) string {
	switch {
	case o.NoIcons || n.Icon == "none":
		return ""
	case n.Icon == "" && n.Kind == graph.Section:
		return icons.Guess(n.Title)
	case n.Icon == "":
		return ""
	}
	if icon, ok := icons.Lookup(n.Icon); ok {
		return icon.Name
	}
	hint := ""
	if len(t.Diagnostics) < maxHints {
		hint = nearest.Hint(n.Icon, icons.Names())
	}
	t.report(codes.UnknownIcon, n.Source, cmp.Or(hint, "use an emoji, or icon=none for no icon"), "there is no icon %q", n.Icon)
	return ""
}
