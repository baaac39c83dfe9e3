package roadmap

import (
	"context"
	"fmt"
	"math"
	"sort"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/kit"
)

// The line from the foot of a column to the head of the next, px.
const (
	columnTop   = 64. // where a column begins that has no title above it
	lineRoom    = 48. // between the line and the boxes above and below which it turns
	lineDrop    = 24. // how much lower than others the first section stands to which it leads
	lineRadius  = 36.
	mostColumns = 1000 // are tried for an aspect
)

// open chooses the columns and sets all text for them. The columns are those
// that are wanted, if there are sections enough, or as many as come nearest to the aspect.
func open(ctx context.Context, g *graph.Graph, p layout.Page, chips []graph.Edge) (*builder, error) {
	sections := 0
	x := p.Index.Of(g)
	p.Index = x
	for _, part := range x.Nodes(graph.Part) {
		sections += len(x.Children(part, graph.Section))
	}
	n := max(1, min(p.Columns, sections))
	if err := fits(p, n); err != nil {
		return nil, err
	}
	var b *builder
	tried := map[int]float64{}
	try := func(n int) float64 {
		if aspect, ok := tried[n]; ok {
			return aspect
		}
		if w := columnWidth(p, n); b == nil || b.m.width != w {
			b = newBuilder(ctx, g, p, w, chips)
		}
		tried[n] = float64(n) * b.m.width / b.divide(n)
		return tried[n]
	}
	if p.Aspect > 0 && p.Columns == 0 {
		n = nearest(p.Aspect, min(sections, most(p)), try)
	}
	if err := fills(p, n); err != nil {
		return nil, err
	}
	delete(tried, n) // for its columns
	try(n)
	return b, nil
}

// nearest is the number of columns, up to most, whose page comes nearest to the
// aspect. With every column the page gets wider and lower.
func nearest(aspect float64, most int, try func(n int) float64) int {
	n := 1 + sort.Search(most-1, func(i int) bool { return try(i+1) >= aspect })
	if n > 1 && math.Log(try(n)/aspect) > math.Log(aspect/try(n-1)) {
		n--
	}
	return n
}

// most is how many columns fit the page.
func most(p layout.Page) int {
	width := mostColumns * leastWidth
	for _, w := range []float64{p.Width, p.MaxWidth} {
		if w > 0 {
			width = min(width, w)
		}
	}
	return max(1, int(width/leastWidth))
}

// columnWidth is the width of each of n columns.
func columnWidth(p layout.Page, n int) float64 {
	switch {
	case p.Width > 0:
		return p.Width / float64(n)
	case p.MaxWidth > 0:
		return min(usualWidth, math.Floor(p.MaxWidth/float64(n)))
	}
	return usualWidth
}

// fits tells whether n columns fit the page.
func fits(p layout.Page, n int) error {
	least, what := leastWidth*float64(n), inColumns(n)
	switch {
	case p.Width != 0 && !(p.Width >= least):
		return &layout.OptionError{Option: "width", Reason: fmt.Sprintf("is at least %.0f px %s, not %g", least, what, p.Width)}
	case p.MaxWidth != 0 && !(p.MaxWidth >= least):
		return &layout.OptionError{Option: "max-width", Reason: fmt.Sprintf("is at least %.0f px %s, not %g", least, what, p.MaxWidth)}
	case p.MaxWidth > 0 && p.Width > p.MaxWidth:
		return &layout.OptionError{Option: "max-width", Reason: fmt.Sprintf("is at least the width of %g px, not %g", p.Width, p.MaxWidth)}
	}
	return nil
}

// fills tells whether n columns are enough for the width of the page.
func fills(p layout.Page, n int) error {
	if most := layout.MostSide * float64(n); p.Width > most {
		return &layout.OptionError{Option: "width", Reason: fmt.Sprintf("is at most %.0f px %s, not %g", most, inColumns(n), p.Width)}
	}
	return nil
}

func inColumns(n int) string {
	if n == 1 {
		return "in a roadmap"
	}
	return fmt.Sprintf("in a roadmap of %d columns", n)
}

// divide divides the blocks among n columns, such that the tallest is as low as it
// can be and the others are about as tall, and returns about how high the page gets.
// A title is never parted from its first section.
func (b *builder) divide(n int) float64 {
	h := b.heights()
	var tallest float64
	b.ends, tallest = kit.Divide(len(b.blocks), kit.Exactly, n, h.of)
	top := 0.
	if b.spans() {
		top = b.m.baseline + b.m.toContent - columnTop
	}
	return heightStep * math.Ceil((top+tallest+bottomMargin)/heightStep)
}

// heights are how high columns of blocks get.
type heights struct {
	head, foot []float64 // of each block: from the column's top to its centre as the first of the column, and from its centre to the foot as the last
	behind     []float64 // the centre of each block below that of the very first, in one column
}

// heights measures each block as if the sides took turns.
func (b *builder) heights() *heights {
	n, h := len(b.blocks), &b.high
	if len(h.head) != n {
		*h = heights{head: make([]float64, n), foot: make([]float64, n), behind: make([]float64, n)}
	}
	clear(h.behind)
	for i, s := range b.blocks {
		titled := s.first && !b.spans()
		h.head[i] = columnTop + max(s.half(), lineDrop+s.section.H/2)
		if titled {
			h.head[i] = b.m.baseline + b.m.toContent + s.half()
		}
		h.foot[i] = s.half()
		if i < n-1 && !b.blocks[i+1].first {
			h.foot[i] += lineRoom
		}
		s.side = side(i % 2)
		switch {
		case i == 0:
		case titled:
			h.behind[i] = h.behind[i-1] + b.blocks[i-1].half() + b.m.partGap + b.m.toContent + s.half()
		default:
			h.behind[i] = h.behind[i-1] + b.step(b.blocks[i-1], s)
		}
	}
	return h
}

// of is the height of a column of the blocks from the first up to the end.
func (h *heights) of(first, end int) float64 {
	return h.head[first] + h.behind[end-1] - h.behind[first] + h.foot[end-1]
}

// climb places the first section of a column and draws the line to it from the
// last one of the column before: from its foot, up the gutter between the two, and
// down to the head of the section.
func (b *builder) climb(last, s *block, top float64) {
	head := columnTop + lineDrop
	if b.spans() {
		head = top + lineDrop
	}
	before := shifted(b.m.cols, float64(b.column-1)*b.m.width)
	foot := last.centre + last.section.H/2 + lineRoom
	if last.side == left {
		foot = max(foot, last.centre+last.height/2+lineRoom)
	}
	above := head // of what the line passes over
	if s.side == left {
		s.centre = max(head+s.section.H/2, head-lineDrop+s.height/2)
		above = s.centre - s.section.H/2
	} else {
		s.centre = head + s.half()
	}
	out, in, gutter := b.m.curveStart(before, last.side), b.m.curveStart(b.cols, s.side), float64(b.column)*b.m.width
	b.Join(last.section.Node.ID, s.section.Node.ID, graph.Next, kit.Rounded(lineRadius,
		layout.Point{X: out, Y: last.centre + last.section.H/2}, layout.Point{X: out, Y: foot},
		layout.Point{X: gutter, Y: foot}, layout.Point{X: gutter, Y: above - lineRoom},
		layout.Point{X: in, Y: above - lineRoom}, layout.Point{X: in, Y: s.centre - s.section.H/2}))
	b.foot = max(b.foot, foot)
}

// page gives the page its size: the columns beside each other, and what fills up
// the aspect.
func (b *builder) page() {
	d, p := b.Diagram, b.Page
	d.Width = float64(len(b.ends)) * b.m.width
	bottom := max(b.bottom, b.foot) + bottomMargin
	if p.Aspect == 0 {
		d.Height = heightStep * math.Ceil(bottom/heightStep)
		return
	}
	w, h := d.Width, bottom
	switch wide := h * p.Aspect; {
	case w >= wide:
		h = w / p.Aspect
	case p.Width > 0:
	case p.MaxWidth > 0:
		w = min(wide, p.MaxWidth)
	default:
		w = wide
	}
	b.Move((w-d.Width)/2, (h-bottom)/2)
	d.Width, d.Height = w, h
}
