package figure

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout/engines"
	"github.com/roadmapviz/roadmapviz/layout/graphviz"
	"github.com/roadmapviz/roadmapviz/render/formats"
)

// Cost is about what it takes to draw a figure, for those who have to know before they
// draw it.
type Cost struct {
	Elements int   // parts, sections and topics that are drawn
	Edges    int   // prerequisites, or the edges of a plain graph
	Pixels   int64 // of a PNG; 0 of other formats
	// Bytes of memory at the peak, beside what the program takes anyway, that of reading
	// the course included, and that of the program that runs Graphviz. It was measured: four in five figures take between half of
	// it and a third more, and small ones up to 8 MB more.
	Bytes int64
}

// Limits bound what a figure may cost, for callers that serve strangers. What is 0 has
// no bound of its own.
type Limits struct {
	Elements, Edges int
	Bytes           int64 // by the estimate of [Figure.Cost]
	Pixels          int64 // of a PNG as it comes out
}

// check is a [*graph.LimitError] for a cost beyond the limits. Pixels are counted when
// a figure is laid out, before there are any.
func (l Limits) check(c Cost) error {
	return cmp.Or(
		graph.Within("elements", int64(c.Elements), int64(l.Elements)),
		graph.Within("prerequisites", int64(c.Edges), int64(l.Edges)),
		graph.Within("bytes of memory", c.Bytes, l.Bytes),
	)
}

// What was measured, of courses and plain graphs with 50 to 16,000 elements in all
// formats and layouts.
const (
	bytesOfNode  = 3 << 10 // of the graph, drawn or not
	bytesOfText  = 60      // for each byte of a label: it is set in a few widths
	pixelsOfByte = 3       // of the file and of what a picture is kept in until it is written
	bytesOfEdge  = 8 << 10
	bytesOfLine  = 180 << 10 // of a prerequisite that is drawn as a line, as few are
	mostLines    = 300       // of which more are chips, unless lines are asked for
	bytesOfPlain = 24 << 10  // of an edge of a plain graph
	areaOfPlain  = 24_000
	triesOfASize = 3 // layouts that are held where a page has a given size
)

// layoutCosts are what each element takes in a layout: px² of the page, and bytes.
var layoutCosts = map[string]struct {
	area, bytes int64
	lines       bool // it draws prerequisites as lines
}{
	"grid":     {26_000, 14 << 10, false},
	"layered":  {55_000, 20 << 10, true},
	"roadmap":  {90_000, 16 << 10, true},
	"timeline": {33_000, 12 << 10, false},
	"tree":     {95_000, 14 << 10, false},
}

// What the program takes that places boxes with Graphviz, as was measured with its code
// cached, of courses with 20 to 1000 boxes in each of its engines and of a plain graph
// with 2400 edges in dot. The first layout ever, which compiles, takes 30 MB more.
const (
	bytesOfHelper     = 24 << 20
	bytesOfHelperNode = 70 << 10
	bytesOfHelperEdge = 110 << 10
)

// formatCosts are what a file of a format takes in bytes, and each element in it.
var formatCosts = map[string]struct{ file, bytes int64 }{
	"diagram": {4 << 20, 4 << 10},
	"html":    {32 << 20, 6 << 10},
	"pdf":     {8 << 20, 6 << 10},
	"png":     {11 << 20, 4 << 10},
	"svg":     {8 << 20, 4 << 10},
}

// elements is how many parts, sections and topics are drawn, and the bytes of their labels.
func (f *Figure) elements() (count int, labels int64) {
	o := f.options.layout()
	topics := map[string]int{} // by section, those that were counted
	deep := map[string]int{}   // topics, by ID
	for i := range f.Graph.Nodes {
		n := &f.Graph.Nodes[i]
		switch n.Kind {
		case graph.Course, graph.Resource:
			continue
		case graph.Topic:
			deep[n.ID] = deep[n.Parent] + 1
			topics[n.Parent]++
			if n.Excluded != "" || deep[n.ID] > max(o.Depth, 1) || o.Depth < 0 || o.MaxTopics > 0 && topics[n.Parent] > o.MaxTopics {
				continue
			}
		}
		if n.Excluded == "" {
			count++
			labels += int64(len(n.Text()))
		}
	}
	return count, labels
}

// mostElements is how many parts, sections and topics one figure can have. So many take
// gigabytes and a minute, and would be higher than can be drawn in most layouts.
const mostElements = 500_000

// drawable is a [*graph.LimitError] for a figure that draws more than so many elements,
// which is known before it is laid out.
func (f *Figure) drawable(most int) error {
	if f.options.Layout == Badge || f.options.Figures != "" || len(f.Graph.Nodes) <= most {
		return nil
	}
	if is, _ := f.elements(); is > most {
		return &graph.LimitError{What: "elements", Is: int64(is), Most: int64(most),
			Says: fmt.Sprintf("the figure would have %d parts, sections and topics, and at most %d can be drawn: draw less of it with the options part, max-topics, depth or focus", is, most)}
	}
	return nil
}

// Cost estimates what it takes to draw the figure in a format, in the time that it
// takes to count its nodes.
func (f *Figure) Cost(format formats.Format) Cost {
	c := Cost{}
	var labels int64
	c.Elements, labels = f.elements()
	for _, e := range f.Graph.Edges {
		if e.Kind == graph.Requires || f.Graph.IsPlain() && e.Kind != graph.Contains {
			c.Edges++
		}
	}
	at, known := layoutCosts[cmp.Or(f.options.Layout, engines.Default)]
	if f.Graph.IsPlain() && f.options.Layout == "" {
		at, known = layoutCosts[engines.Plain], true
	}
	if !known {
		at = layoutCosts[engines.Default]
	}
	in, elements, edges := formatCosts[format.Name], int64(c.Elements), int64(c.Edges)
	area, ofEdge := elements*at.area, int64(bytesOfEdge)
	switch {
	case f.Graph.IsPlain() && at.lines:
		area, ofEdge = area+edges*areaOfPlain, bytesOfPlain
		if c.Edges <= mostLines {
			ofEdge *= 3
		}
	case at.lines && (c.Edges <= mostLines && f.options.Prerequisites == "" || f.options.Prerequisites == "lines"):
		ofEdge = bytesOfLine
	}
	laid := elements*at.bytes + edges*ofEdge + labels*bytesOfText
	helper := int64(0)
	if slices.Contains(graphviz.Names(), f.options.Layout) {
		helper = bytesOfHelper + elements*bytesOfHelperNode + edges*bytesOfHelperEdge
		if most := f.options.EngineBytes; most > 0 {
			helper = min(helper, most)
		}
	}
	size, sized := f.options.frame()
	if sized || f.options.Paper != "" && f.options.Paper != "fit" {
		laid *= triesOfASize
	}
	c.Bytes = in.file + int64(len(f.Graph.Nodes))*bytesOfNode + laid + elements*in.bytes + helper
	if format.Name == "png" {
		c.Pixels = area
		if sized {
			c.Pixels = int64(size.Width) * int64(size.Height)
		}
		scale := int64(max(f.options.Scale, 1))
		c.Pixels *= scale * scale
		c.Bytes += c.Pixels / pixelsOfByte
	}
	return c
}
