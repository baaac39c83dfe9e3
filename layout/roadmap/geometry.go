package roadmap

import (
	"math"

	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/kit"
)

// The widths of a column of the page, px. The usual one is the whole page of the
// course figures, whose measures are kept down to roomyWidth: only the space in
// the middle gives way. Below that everything gets smaller.
const (
	usualWidth = 960.
	roomyWidth = 860. // below it the sections of both sides would touch
	leastWidth = 480.
)

const (
	tallestFan = 1200. // of a group of topics: a dozen
	stemGap    = 26.   // from the stem of a taller group to its topics

	titleBaseline  = 116.6 // from the top of the page
	partGap        = 140.  // from what is above to the first baseline of the next title
	titleToContent = 82.5  // from the last title line's baseline to the first box
	titleWidth     = 735.  // at which its lines break, on a page of the usual width

	bottomMargin = 64.
	heightStep   = 96. // page heights are multiples of it
)

// measures are the sizes and places of what stands in a column of the page, px.
type measures struct {
	width                        float64 // of the column
	section, topic, subtopic     kit.BoxStyle
	cols                         [2]column // seen from the column's left edge
	topicGap                     float64   // between the boxes of a group
	subtopicGap, subtopicInset   float64
	pairGap                      float64 // between two topics side by side; 0 has none
	icon                         float64
	titleWidth                   float64
	room                         float64 // for a curve, between what belongs to one section and to the next
	curve                        float64 // height of a curve at most
	clearance                    float64 // least distance from the middle of a curve's stroke to a topic
	partGap, baseline, toContent float64
}

// column is one side of a column of the page: the left edges of its boxes and the
// middle of its icons. A section's topics stand on the other side than the
// section. Of two topics side by side, outer is the edge of the one that stands
// further from the middle.
type column struct{ section, topic, outer, icon float64 }

// side is one of the two sides.
type side int

const (
	left side = iota
	right
)

func (s side) other() side { return 1 - s }

// inner is the x of the edge of a box that faces the middle.
func (s side) inner(x, width float64) float64 {
	if s == left {
		return x + width
	}
	return x
}

// measuresOf are the measures of a column of a width. Between the least width and
// the roomy one each lies in between.
func measuresOf(width float64, compact bool) measures {
	t := min(1, (width-leastWidth)/(roomyWidth-leastWidth))
	mix := func(least, roomy float64) float64 {
		if t == 1 {
			return roomy
		}
		return math.Round(least + float64((roomy-least)*t))
	}
	m := measures{
		width: width, titleWidth: mix(376, titleWidth+roomyWidth-usualWidth) + max(0, width-roomyWidth),
		partGap: partGap, baseline: titleBaseline, toContent: titleToContent,
	}
	box := func(role layout.Role, w, h float64, lines int, size, inset float64) kit.BoxStyle {
		s := kit.BoxStyle{Role: role, W: w, H: h, Lines: lines, Text: kit.TextStyle{Size: size, Weight: 400, Width: w - inset, MaxLines: lines + 2, DropAbbreviation: 2}}
		if role == layout.SectionRole {
			s.Text.Weight = 500
		}
		return s
	}
	if compact {
		m.compact(mix, box)
		return m
	}
	m.section = box(layout.SectionRole, mix(150, 249.2), mix(84, 97.2), 3, mix(18, 24), mix(16, 19.2))
	m.topic = box(layout.TopicRole, mix(166, 235.4), mix(58, 74.6), 2, mix(18, 24), mix(16, 9.4))
	m.subtopicInset = mix(18, 28)
	m.subtopic = box(layout.SubtopicRole, m.topic.W-m.subtopicInset, mix(42, 50), 1, mix(16, 20), mix(14, 11.4))
	m.topicGap, m.subtopicGap = mix(16, 22.4), mix(9, 12)
	m.icon = mix(44, 84)
	m.room, m.curve, m.clearance = mix(60, 72), mix(240, sCurveHeight), mix(18, 25)
	m.cols = [2]column{
		{section: mix(68, 161), topic: mix(16, 126.7), icon: mix(38, 99.6)},
		{section: width - mix(218, 402.7), topic: width - mix(182, 347.8), icon: width - mix(38, 95)},
	}
	return m
}

// compact sets the measures of smaller boxes and steps. Where the middle leaves
// room enough, topics stand side by side.
func (m *measures) compact(mix func(least, roomy float64) float64, box func(role layout.Role, w, h float64, lines int, size, inset float64) kit.BoxStyle) {
	const (
		pairGap    = 14.
		corridor   = 80. // left free in the middle
		leastTopic = 150.
		mostTopic  = 200.
	)
	edge, topic := mix(16, 26), mix(160, mostTopic)
	if w := (m.width - corridor - 2*edge - 2*pairGap) / 4; w >= leastTopic {
		m.pairGap, topic = pairGap, min(mostTopic, w)
	}
	m.section = box(layout.SectionRole, mix(140, 200), mix(68, 77), 3, mix(16, 19), 18)
	m.topic = box(layout.TopicRole, topic, mix(46, 50), 2, mix(15, 17), 16)
	m.subtopicInset = mix(16, 22)
	m.subtopic = box(layout.SubtopicRole, topic-m.subtopicInset, mix(34, 36), 1, mix(13, 15), 16)
	m.topicGap, m.subtopicGap = mix(12, 14), 8
	m.icon = mix(40, 56)
	m.room, m.curve, m.clearance = mix(44, 52), mix(150, 190), mix(14, 16)
	m.partGap, m.baseline, m.toContent = 110, 90, 56
	section, icon, inner := mix(62, 92), mix(34, 54), edge
	if m.pairGap > 0 {
		inner += topic + m.pairGap
	}
	m.cols = [2]column{
		{section: section, topic: inner, outer: edge, icon: icon},
		{section: m.width - section - m.section.W, topic: m.width - inner - topic, outer: m.width - edge - topic, icon: m.width - icon},
	}
}

// shifted are the sides of a column that begins at x.
func shifted(cols [2]column, x float64) [2]column {
	for s := range cols {
		c := &cols[s]
		c.section, c.topic, c.outer, c.icon = c.section+x, c.topic+x, c.outer+x, c.icon+x
	}
	return cols
}

// middle is where no box stands: between the two sides.
func (m *measures) middle() (from, to float64) {
	l, r := m.cols[left], m.cols[right]
	return max(l.section+m.section.W, l.topic+m.topic.W), min(r.section, r.topic)
}
