package layered

import (
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/kit"
)

// The measures of the bands, px.
const (
	margin     = 40.
	perRow     = 4    // topics, where the page does not say
	titleWidth = 900. // at which its lines break
	titleGap   = 44.  // around a part's title
	rowGap     = 26.  // between the rows of a band
	pad        = 16.  // between a panel's edge and what it holds
	bandGap    = 22.  // between two panels
	portHeight = 26.
	portGap    = 10. // below the port of a section
	headerGap  = 26. // from a section to its topics
	outlet     = 10. // from a topic with sub-topics to the line that leaves it
)

// The styles of the boxes.
var (
	sectionStyle = kit.BoxStyle{
		Role: layout.SectionRole, W: 224, H: 62, Lines: 2, IconSize: 34,
		Text: kit.TextStyle{Size: 19, Weight: 500, Width: 200, MaxLines: 5, DropAbbreviation: 2},
	}
	listStyle = kit.ListStyle{
		Topic: kit.BoxStyle{
			Role: layout.TopicRole, W: 206, H: 46, Lines: 1,
			Text: kit.TextStyle{Size: 18, Weight: 400, Width: 182, MaxLines: 4, DropAbbreviation: 2},
		},
		Subtopic: kit.BoxStyle{
			Role: layout.SubtopicRole, H: 34, Lines: 1,
			Text: kit.TextStyle{Size: 15, Weight: 400, MaxLines: 3, DropAbbreviation: 2},
		},
		Gap: 10, SubGap: 6, Inset: 24,
	}
)

// rows measures everything and gives it its layer: a title one of its own, a
// section as many as its topics need.
func (b *builder) rows() {
	if b.Graph.IsPlain() {
		b.plainRows()
		return
	}
	ends := map[string]bool{}
	for _, e := range b.Lines {
		ends[e.From], ends[e.To] = true, true
	}
	for i, part := range b.Index.Nodes(graph.Part) {
		title := b.Title(&b.Graph.Nodes[part], titleWidth)
		b.layer(titleGap)
		b.cell(cell{w: title.W, h: title.H, title: &title})
		for j, s := range b.Index.Children(part, graph.Section) {
			gap := bandGap + 2*pad
			if j == 0 {
				gap = titleGap + pad
			}
			b.section(i, s, gap, ends[b.Graph.Nodes[s].ID])
		}
	}
}

func (b *builder) layer(gap float64) { b.layers = append(b.layers, layer{gap: gap}) }

// cell puts a cell into the last layer.
func (b *builder) cell(c cell) int32 {
	c.layer = int32(len(b.layers) - 1)
	at := &b.layers[c.layer]
	at.h = max(at.h, c.h)
	b.cells = append(b.cells, c)
	return int32(len(b.cells) - 1)
}

func (b *builder) section(part, section int, gap float64, port bool) {
	n := &b.Graph.Nodes[section]
	s := &band{part: part, header: b.Item(n, sectionStyle), first: len(b.layers), port: -1}
	b.bands = append(b.bands, s)
	if port {
		b.layer(gap)
		s.port = b.cell(cell{w: 1, h: portHeight, id: n.ID})
		b.node[n.ID] = s.port
		gap = portGap
	}
	rows := b.rank(b.Index.Children(section, graph.Topic))
	if len(rows) == 0 && !port {
		rows = [][]int{{}}
	}
	for i, row := range rows {
		if i > 0 {
			gap = rowGap
		}
		b.layer(gap)
		for _, t := range row {
			b.topic(t)
		}
	}
	b.finish(s)
}

// finish ends a band with the last layer, and makes it high enough for its header.
func (b *builder) finish(s *band) {
	s.last = len(b.layers) - 1
	height := 0.
	for i := s.first; i <= s.last; i++ {
		height += b.layers[i].h
		if i > s.first {
			height += b.layers[i].gap
		}
	}
	if missing := s.header.H - height; missing > 0 {
		b.layers[s.last].h += missing
	}
}

func (b *builder) topic(topic int) {
	l := b.List([]int{topic}, listStyle)
	c := cell{w: l.W, h: l.H, topic: l, id: b.Graph.Nodes[topic].ID}
	if l.Len() > 1 {
		c.w += 2 * outlet
	}
	b.node[c.id] = b.cell(c)
}

// rank divides the topics of a section into rows of about the same length: each
// topic goes into the first row with room below what it requires, and the one that
// stands for further topics into the last. The topics must not require each
// other in a circle; those that do stand in document order. This is the idea of
// Coffman and Graham, "Optimal scheduling for two-processor systems", Acta
// Informatica 1 (1972).
func (b *builder) rank(topics []int) [][]int {
	room := b.Page.Columns
	if room == 0 {
		room = perRow
	}
	total := len(topics)
	if total == 0 {
		return nil
	}
	count := (total + room - 1) / room
	room = (total + count - 1) / count

	var rows [][]int
	row := map[int]int{}
	for _, t := range b.byRequirement(topics) {
		least := 0
		for _, r := range b.required(t) {
			if at, ok := row[r]; ok {
				least = max(least, at+1)
			}
		}
		if strings.HasSuffix(b.Graph.Nodes[t].ID, layout.MoreSuffix) {
			least = max(0, len(rows)-1)
		}
		for least < len(rows) && len(rows[least]) >= room {
			least++
		}
		for len(rows) <= least {
			rows = append(rows, nil)
		}
		rows[least] = append(rows[least], t)
		row[t] = least
	}
	return rows
}

// byRequirement are the topics in document order, except that what a topic
// requires within its section comes before it.
func (b *builder) byRequirement(topics []int) []int {
	if !b.anyRequired(topics) {
		return topics
	}
	own := map[int]bool{}
	for _, t := range topics {
		own[t] = true
	}
	var order []int
	seen := map[int]bool{}
	var visit func(t int)
	visit = func(t int) {
		if seen[t] || !own[t] {
			return
		}
		seen[t] = true
		for _, r := range b.required(t) {
			visit(r)
		}
		order = append(order, t)
	}
	for _, t := range topics {
		visit(t)
	}
	return order
}

func (b *builder) anyRequired(topics []int) bool {
	for _, t := range topics {
		if len(b.required(t)) > 0 {
			return true
		}
	}
	return false
}
