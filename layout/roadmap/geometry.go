package roadmap

import (
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/kit"
)

// The measures of the course figures, in px on a page of 960 px. A wider or
// narrower page moves the right column and keeps every size.
const (
	pageWidth  = 960.
	leastWidth = 860. // below it the columns of sections would touch

	sectionWidth, sectionHeight   = 249.2, 97.2
	topicWidth, topicHeight       = 235.4, 74.6
	subtopicHeight, subtopicInset = 50., 28.
	topicGap                      = 22.4 // between the boxes of a group
	subtopicGap                   = 12.

	tallestFan = 1200. // of a group of topics: a dozen
	stemGap    = 26.   // from the stem of a taller group to its topics

	titleBaseline  = 116.6 // from the top of a part
	titleToContent = 82.5  // from the last title line's baseline to the first box
	titleWidth     = 735.  // at which its lines break

	iconSize = 84.

	bottomMargin = 64.
	heightStep   = 96. // page heights are multiples of it
)

// column is one side of the page: the left edges of its boxes and the middle
// of its icons. A section's topics stand in the other column than the section.
type column struct{ section, topic, icon float64 }

// side is one of the two columns.
type side int

const (
	left side = iota
	right
)

func (s side) other() side { return 1 - s }

// columns are the two sides of a page of the given width.
func columns(width float64) [2]column {
	shift := width - pageWidth
	return [2]column{
		{section: 161, topic: 126.7, icon: 99.6},
		{section: 557.3 + shift, topic: 612.2 + shift, icon: 865 + shift},
	}
}

// contentCentre is the middle between the outer edges of the topic columns.
func contentCentre(c [2]column) float64 {
	return (c[left].topic + c[right].topic + topicWidth) / 2
}

// inner is the x of the edge of a box that faces the middle of the page.
func (s side) inner(x, width float64) float64 {
	if s == left {
		return x + width
	}
	return x
}

// The styles of the boxes.
var (
	sectionStyle = kit.BoxStyle{
		Role: layout.SectionRole, W: sectionWidth, H: sectionHeight, Lines: 3,
		Text: kit.TextStyle{Size: 24, Weight: 500, Width: 230, MaxLines: 5, DropAbbreviation: 2},
	}
	topicStyle = kit.BoxStyle{
		Role: layout.TopicRole, W: topicWidth, H: topicHeight, Lines: 2,
		Text: kit.TextStyle{Size: 24, Weight: 400, Width: 226, MaxLines: 4, DropAbbreviation: 2},
	}
	subtopicStyle = kit.BoxStyle{
		Role: layout.SubtopicRole, W: topicWidth - subtopicInset, H: subtopicHeight, Lines: 1,
		Text: kit.TextStyle{Size: 20, Weight: 400, Width: 196, MaxLines: 3, DropAbbreviation: 2},
	}
)
