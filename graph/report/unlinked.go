package report

import (
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/codes"
	"github.com/roadmapviz/roadmapviz/internal/words"
)

// Unlinked tells of the addresses in a graph that figures and exports leave out,
// because no click may lead to them; see [graph.SafeLink].
func Unlinked(g *graph.Graph) []graph.Diagnostic {
	var found []graph.Diagnostic
	for _, n := range g.Nodes {
		if strings.TrimSpace(n.URL) != "" && graph.SafeLink(n.URL) == "" {
			found = append(found, codes.Unlinked.At(n.Source, "links are of http, https or mailto, or relative to the document",
				"the address %q of %q becomes no link", words.Short(n.URL, 60), n.Title))
		}
	}
	return found
}
