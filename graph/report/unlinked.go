package report

import (
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/codes"
)

// Unlinked tells of the addresses in a graph that figures and exports leave out,
// because no click may lead to them; see [graph.SafeLink].
func Unlinked(g *graph.Graph) []graph.Diagnostic {
	var found []graph.Diagnostic
	for _, n := range g.Nodes {
		if strings.TrimSpace(n.URL) != "" && graph.SafeLink(n.URL) == "" {
			found = append(found, codes.Unlinked.At(n.Source, "links are of http, https or mailto, or relative to the document",
				"the address %.60q of %q becomes no link", n.URL, n.Title))
		}
	}
	return found
}
