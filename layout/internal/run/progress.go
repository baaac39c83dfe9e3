package run

import (
	"fmt"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
)

// Progress says by ID, over the whole course, how far the learner is with what tells
// of that.
func Progress(course *graph.Index) map[string]graph.Progress {
	return progress(course, course.Progress())
}

// progress says by ID what was counted of the nodes of a course, which are in order.
func progress(course *graph.Index, counted []graph.Progress) map[string]graph.Progress {
	counts := map[string]graph.Progress{}
	for i, p := range counted {
		if p != (graph.Progress{}) {
			counts[course.Graph().Nodes[i].ID] = p
		}
	}
	return counts
}

// inWords says how far a learner is: "3 of 8 done, 1 in progress, 2 skipped".
func inWords(p graph.Progress) string {
	var words []string
	if p.Total > 0 {
		words = append(words, fmt.Sprintf("%d of %d done", p.Done, p.Total))
	}
	if p.Doing > 0 {
		words = append(words, fmt.Sprintf("%d in progress", p.Doing))
	}
	if p.Skipped > 0 {
		words = append(words, fmt.Sprintf("%d skipped", p.Skipped))
	}
	return strings.Join(words, ", ")
}
