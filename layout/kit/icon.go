package kit

import (
	"cmp"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/codes"
	"github.com/roadmapviz/roadmapviz/themes/icons"
)

// Icon is the name of a node's icon in the icon pack, or "" where there is none.
// An icon that the pack lacks is reported.
func (d *Draft) Icon(n *graph.Node) string {
	if n.Icon == "" {
		return ""
	}
	if name, ok := icons.Name(n.Icon); ok {
		return name
	}
	d.find(finding{icon: n.Icon, Diagnostic: codes.UnknownIcon.At(cmp.Or(n.IconSource, n.Source), "use an emoji, or icon=none for no icon", "there is no icon %q", n.Icon)})
	return ""
}
