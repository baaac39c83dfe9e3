package markdown

import (
	"fmt"

	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/shape"
)

// doubt reports that a document can as well be read otherwise, how, and which
// line settles it.
func (d *document) doubt(o *shape.Outline) {
	if o.Reading == nil || o.Other == nil || o.Agreement >= shape.Sure {
		return
	}
	d.Report(Doubt, d.Position(max(d.TitleAt, 0)), "structure.level or a comment such as <!-- roadmap: section --> settles it",
		"it is read as %s; %s is nearly as likely", amounts(o.Reading.Roles), amounts(o.Other.Roles))
}

// amounts tells how much a reading draws.
func amounts(roles []shape.Role) string {
	var n [shape.Topic + 1]int
	for _, r := range roles {
		n[r]++
	}
	s := fmt.Sprintf("%s and %s", plural(n[shape.Section], "section"), plural(n[shape.Topic], "topic"))
	if n[shape.Part] > 1 {
		s = fmt.Sprintf("%d parts, %s", n[shape.Part], s)
	}
	return s
}

func plural(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
