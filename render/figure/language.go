package figure

import (
	"cmp"

	"github.com/roadmapviz/roadmapviz/graph"
)

// speaking is the part of a course that a figure shows, and says which language it is in
// where the course does not: that of the titles of the whole course, or else of the part.
// So one guess serves all that a figure says, and who reads it has the same. Titles in plain
// letters count as English anyway: a part says so only if its own would tell otherwise.
func speaking(part, course *graph.Graph) *graph.Graph {
	const usual = "en"
	own := part.Spoken()
	spoken := cmp.Or(course.Spoken(), own)
	if spoken == part.Language || spoken == usual && own == usual {
		return part
	}
	said := *part
	said.Language = spoken
	return &said
}
