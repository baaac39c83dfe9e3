package kit

import (
	"cmp"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/codes"
	"github.com/roadmapviz/roadmapviz/internal/nearest"
	"github.com/roadmapviz/roadmapviz/themes/icons"
)

// maxHints is how many diagnostics there are before the nearest icon is not
// looked for any more, among all of them.
const maxHints = 20

// Icon is the name of a node's icon in the icon pack, or "" where there is none.
// An icon that the pack lacks is reported.
func (d *Draft) Icon(n *graph.Node) string {
	if n.Icon == "" {
		return ""
	}
	if name, ok := icons.Name(n.Icon); ok {
		return name
	}
	hint := ""
	if len(d.Diagnostics) < maxHints {
		hint = nearest.Hint(n.Icon, icons.Names())
	}
	d.report(codes.UnknownIcon, cmp.Or(n.IconSource, n.Source), cmp.Or(hint, "use an emoji, or icon=none for no icon"), "there is no icon %q", n.Icon)
	return ""
}
