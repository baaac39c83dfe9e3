package roadmap

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/themes/icons"
)

// title places a part's title with its emoji before it, centred over the
// columns, and returns the baseline of its last line.
func (b *builder) title(part graph.Node) float64 {
	style := titleStyle
	style.Width += b.o.Width - pageWidth
	text := b.set.Set("", titleText(part, b.g.Language), part.Source, style)
	if b.d.Title == "" {
		b.d.Title = titleText(part, b.g.Language)
	}

	icon := b.icon(part)
	lead := 0. // the room that the emoji takes before the text
	if icon != "" {
		lead = emojiSize + emojiGap
	}
	top := b.bottom
	if top > 0 {
		top += bottomMargin
	}
	width := lead + text.Width()
	x := contentCentre(b.cols) - width/2
	first := top + titleBaseline
	lines := text.Place(x+lead+text.Width()/2, 0)
	shift := 0.
	if len(lines) > 0 {
		shift = first - lines[0].Y
	}
	for i := range lines {
		lines[i].Y += shift
	}
	last := first
	if n := len(lines); n > 0 {
		last = lines[n-1].Y
	}
	box := layout.Box{
		ID: part.ID, Role: layout.TitleRole, Label: titleText(part, b.g.Language),
		X: x, Y: first - titleSize*0.9, W: width, H: last - first + titleSize*1.2,
		Lines: lines, Tooltip: layout.Tooltip(part), Link: layout.Link(part, b.o.BaseURL),
	}
	if icon != "" {
		box.Icons = []layout.Icon{{Name: icon, X: x, Y: first - emojiRise - emojiSize/2, W: emojiSize, H: emojiSize}}
	}
	b.add(box)
	b.bottom = max(b.bottom, box.Y+box.H)
	return last
}

// titleText is a part's name followed by "Roadmap", unless it already says so
// or is not in English letters.
func titleText(part graph.Node, language string) string {
	name := part.Text()
	if strings.Contains(strings.ToLower(name), "roadmap") || !(language == "" || language == "en" || strings.HasPrefix(language, "en-")) ||
		strings.ContainsFunc(name, func(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) }) {
		return name
	}
	return name + " Roadmap"
}

// sectionIcon puts a section's icon at its outer side.
func (b *builder) sectionIcon(box *layout.Box, n graph.Node, centre float64) {
	name := b.icon(n)
	if name == "" {
		return
	}
	box.Icons = []layout.Icon{{
		Name: name, X: centre - iconSize/2, Y: box.Y + box.H/2 - iconSize/2, W: iconSize, H: iconSize,
	}}
}

// icon names the icon of a node: its own, or for a section without one the one
// that its words suggest. It is empty where there is none.
func (b *builder) icon(n graph.Node) string {
	switch {
	case b.o.NoIcons || n.Icon == "none":
		return ""
	case n.Icon == "" && n.Kind == graph.Section:
		return icons.Guess(n.Title)
	case n.Icon == "":
		return ""
	}
	if icon, ok := icons.Lookup(n.Icon); ok {
		return icon.Name
	}
	b.set.Diagnostics = append(b.set.Diagnostics, graph.Diagnostic{
		Position: n.Source, Severity: graph.Warning, Code: layout.CodeUnknownIcon,
		Message: fmt.Sprintf("there is no icon %q", n.Icon), Hint: "use an emoji, or icon=none for no icon",
	})
	return ""
}
