package tree

import (
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/kit"
)

// The measures of a tree, px.
const (
	margin     = 48.
	levelGap   = 84. // between a box and what it holds, outward
	indent     = 26. // of a list below its section
	padding    = 16. // of a topic's text, left and right
	topicLow   = 96. // the least width of a topic
	laneGap    = 9.  // between the lines of prerequisites
	laneStart  = 18. // from the boxes to the first lane
	innerLanes = 6   // that fit between two levels
	corner     = 10. // radius of the lines' corners
	stemLength = 26. // from a box to where its lines part
	port       = 7.  // of prerequisites from the middle of a box's edge
)

// The levels of the boxes; a course of one part begins at partLevel.
const (
	courseLevel = iota
	partLevel
	sectionLevel
	topicLevel
)

// gaps are the distances across between the children of a box, by its level:
// parts, sections, topics, sub-topics.
var gaps = [...]float64{48, 26, 10, 6}

// The styles of the boxes. Topics get as narrow as their widest sibling.
var (
	partStyle = kit.BoxStyle{
		Role: layout.PartRole, W: 264, H: 84, Lines: 2, IconSize: 44,
		Text: kit.TextStyle{Size: 25, Weight: 500, Width: 236, MaxLines: 4, DropAbbreviation: 2},
	}
	sectionStyle = kit.BoxStyle{
		Role: layout.SectionRole, W: 264, H: 62, Lines: 2, IconSize: 32,
		Text: kit.TextStyle{Size: 19, Weight: 500, Width: 240, MaxLines: 4, DropAbbreviation: 2},
	}
	topicStyle = kit.BoxStyle{
		Role: layout.TopicRole, W: 248, H: 42, Lines: 1,
		Text: kit.TextStyle{Size: 18, Weight: 400, Width: 248 - 2*padding, MaxLines: 4, DropAbbreviation: 2},
	}
	subtopicStyle = kit.BoxStyle{
		Role: layout.SubtopicRole, W: 212, H: 34, Lines: 1,
		Text: kit.TextStyle{Size: 15, Weight: 400, Width: 212 - 2*padding, MaxLines: 3, DropAbbreviation: 2},
	}
)

// inset is a style for the boxes of a list below their section.
func inset(s kit.BoxStyle, times float64) kit.BoxStyle {
	s.W = sectionStyle.W - times*indent
	s.Text.Width = s.W - 2*padding
	return s
}
