package timeline

import (
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/kit"
)

// The measures of a timeline, px.
const (
	margin         = 44.
	titleIcon      = 72. // the room for a title's icon
	titleGap       = 44.
	partGap        = 64.
	durationHeight = 22.
	mostStretch    = 160. // of the line behind the longest section

	// Downward.
	lineGap = 40. // between two sections
	listGap = 26. // between two lists on one side
	sideGap = 64. // between a section and its topics

	// To the right.
	columnGap  = 44. // between two sections
	stemGap    = 22. // between a section and its topics
	rowGap     = 64.
	turnRoom   = 34. // beside the rows, for the line that leads to the next
	turnRadius = 16.
	indent     = 26. // of topics from their section's left edge
	leastTitle = 560.
)

const downWidth = 2*margin + sectionWidth + 2*(sideGap+topicWidth)

// widthOf is the width of a page with n sections in a row.
func widthOf(n int) float64 {
	return 2*(margin+turnRoom) + float64(n)*(sectionWidth+columnGap) - columnGap
}

const (
	sectionWidth = 264.
	topicWidth   = sectionWidth - indent
)

// The styles of the boxes.
var (
	sectionStyle = kit.BoxStyle{
		Role: layout.SectionRole, W: sectionWidth, H: 66, Lines: 2, IconSize: 34,
		Text: kit.TextStyle{Size: 19, Weight: 500, Width: sectionWidth - 26, MaxLines: 4, DropAbbreviation: 2},
	}
	durationStyle = kit.TextStyle{Size: 15, Weight: 400, Width: 170, MaxLines: 1}
	listStyle     = kit.ListStyle{
		Topic: kit.BoxStyle{
			Role: layout.TopicRole, W: topicWidth, H: 42, Lines: 1,
			Text: kit.TextStyle{Size: 18, Weight: 400, Width: topicWidth - 20, MaxLines: 4, DropAbbreviation: 2},
		},
		Subtopic: kit.BoxStyle{
			Role: layout.SubtopicRole, H: 34, Lines: 1,
			Text: kit.TextStyle{Size: 15, Weight: 400, MaxLines: 3, DropAbbreviation: 2},
		},
		Gap: 10, SubGap: 6, Inset: 24,
	}
)
