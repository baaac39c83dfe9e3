package layout

import (
	"fmt"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
)

// MoreSuffix is what the ID of a box that stands for further topics has after the
// ID of their section.
const MoreSuffix = "/+"

// More is the node that stands for topics of a section that are not drawn.
func More(section graph.Node, topics []graph.Node) graph.Node {
	titles := make([]string, len(topics))
	for i, t := range topics {
		titles[i] = t.Text()
	}
	return graph.Node{
		ID: section.ID + MoreSuffix, Kind: graph.Topic, Parent: section.ID, URL: section.URL,
		Title: fmt.Sprintf("+%d more", len(topics)), Summary: strings.Join(titles, ", "),
	}
}
