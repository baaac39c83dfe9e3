package markdown

import (
	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/page"
	"github.com/roadmapviz/roadmapviz/graph/markdown/internal/shape"
)

// priorOf says of the nodes of an earlier reading what their elements were. The
// same node may stand in several figures.
func priorOf(nodes []graph.Node) shape.Prior {
	byID := make(map[string]graph.Node, len(nodes))
	for _, n := range nodes {
		byID[n.ID] = n
	}
	made := map[string]bool{} // parts that no element is: of one section, or of all
	for _, n := range nodes {
		switch up := byID[n.Parent]; {
		case n.Kind == graph.Part && n.Title == up.Title:
			made[n.ID] = true
		case n.Kind == graph.Section && n.Title == up.Title:
			made[up.ID] = true
		}
	}
	prior := shape.Prior{Roles: map[string]shape.Counts{}}
	seen := map[string]bool{}
	for _, n := range nodes {
		if n.Kind == graph.Course {
			prior.Whole = true
		}
		if seen[n.ID] || made[n.ID] || n.Kind == graph.Course || n.Excluded != "" {
			continue
		}
		seen[n.ID] = true
		role := shape.Out
		switch up := byID[n.Parent]; n.Kind {
		case graph.Part:
			role = shape.Part
		case graph.Section:
			role = shape.Section
		case graph.Topic:
			if up.Kind != graph.Topic {
				role = shape.Topic
			}
		}
		key := page.Fold(n.Title)
		roles := prior.Roles[key]
		roles[role]++
		prior.Roles[key] = roles
	}
	return prior
}
