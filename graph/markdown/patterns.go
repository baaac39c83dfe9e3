package markdown

import (
	"cmp"
	"slices"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph/codes"
	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/shape"
	"github.com/roadmapviz/roadmapviz/internal/nearest"
)

// CheckPatterns reports the patterns of headings that match none: those of a
// document's front matter in that document, those of the configuration, which is
// the same for all, in any of them.
func CheckPatterns(documents ...*Document) {
	var titles []string
	for _, d := range documents {
		if len(d.Patterns()) == 0 {
			continue
		}
		own := shape.Headings(d.Document)
		titles = append(titles, own...)
		d.checkPatterns(own, true)
	}
	if len(documents) > 0 {
		documents[0].checkPatterns(titles, false)
	}
}

// checkPatterns reports the document's own patterns, or the others, that match
// none of the titles.
func (d *Document) checkPatterns(titles []string, own bool) {
	for _, p := range d.Patterns() {
		if p.Own != own || slices.ContainsFunc(titles, func(t string) bool { return shape.Matches(t, p.Text) }) {
			continue
		}
		some := titles[:min(len(titles), maxNearest)]
		hint := nearest.Hint(strings.Trim(p.Text, "* "), some)
		d.Report(codes.NoHeading, p.Position, cmp.Or(hint, containing(p, some), `write a heading, with "*" for any characters`), "%s: no heading matches %q", p.Key, p.Text)
	}
}

// containing is a hint at the first title that a pattern would match with "*"
// around it, or "".
func containing(p page.Pattern, titles []string) string {
	wide := "*" + strings.Trim(p.Text, "* ") + "*"
	for _, t := range titles {
		if shape.Matches(t, wide) {
			return "did you mean " + quote(wide) + ", which matches " + quote(t) + "?"
		}
	}
	return ""
}
