package grid

import (
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/kit"
)

// The measures of a grid, px.
const (
	margin       = 44.
	cardWidth    = 308.
	pad          = 14. // between a card's edge and what it holds
	inset        = 20. // of its topics
	gutter       = 24. // between columns
	cardGap      = 26. // between the cards of a column
	titleGap     = 34. // below a title
	titleHeight  = 57. // of one line, to estimate with
	titleIcon    = 72. // the room for a title's icon
	leastTitle   = 520.
	partGap      = 56.
	usualColumns = 3 // where the page does not say
)

// pageWidth is the width of a page of n columns.
func pageWidth(n int) float64 { return 2*margin + float64(n)*(cardWidth+gutter) - gutter }

// The styles of the boxes.
var (
	sectionStyle = kit.BoxStyle{
		Role: layout.SectionRole, W: cardWidth - 2*pad, H: 66, Lines: 2, IconSize: 38,
		Text: kit.TextStyle{Size: 21, Weight: 500, Width: cardWidth - 2*pad - 16, MaxLines: 4, DropAbbreviation: 2},
	}
	listStyle = kit.ListStyle{
		Topic: kit.BoxStyle{
			Role: layout.TopicRole, W: cardWidth - 2*inset, H: 44, Lines: 1,
			Text: kit.TextStyle{Size: 19, Weight: 400, Width: cardWidth - 2*inset - 20, MaxLines: 4, DropAbbreviation: 2},
		},
		Subtopic: kit.BoxStyle{
			Role: layout.SubtopicRole, H: 34, Lines: 1,
			Text: kit.TextStyle{Size: 16, Weight: 400, MaxLines: 3, DropAbbreviation: 2},
		},
		Gap: 10, SubGap: 6, Inset: 24,
	}
)
