package kit

import (
	"cmp"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/internal/language"
	"github.com/roadmapviz/roadmapviz/layout/text"
)

// The measures of chips. Lengths in em are those of their own text.
const (
	chipSize   = 0.625 // of the size of the box's text
	leastChip  = 12.   // px per em
	chipHeight = 1.55  // em
	chipPad    = 0.55  // em left and right of the text
	chipGap    = 4.    // between chips, and between the label and the first row, px
	chipMargin = 7.    // from the last row to the box's edge, and from rows to its sides, px
	mostChips  = 3     // that say a name; further ones are counted

	mostLetters = 80 // that any box has room for
)

// chip is a prerequisite that is told in the box of what needs it.
type chip struct {
	text          Text
	label         string
	tooltip, link string
	target        string
	row           int
	x, w, h       float64 // x is from the left end of its row
	rowWidth      float64
}

// after says that the node of the given name comes first.
func (d *Draft) after(name string) string {
	return fmt.Sprintf(language.After.In(d.Graph.Language), name)
}

// AsChips shows prerequisites as chips that are lines so far. It changes nothing
// about items that are set already.
func (d *Draft) AsChips(edges []graph.Edge) {
	if len(edges) == 0 {
		return
	}
	chosen := map[[2]string]bool{}
	for _, e := range edges {
		chosen[[2]string{e.From, e.To}] = true
	}
	var rest []graph.Edge
	for _, e := range d.Lines {
		if chosen[[2]string{e.From, e.To}] {
			d.chips[e.To] = append(d.chips[e.To], e)
		} else {
			rest = append(rest, e)
		}
	}
	d.Lines = rest
}

// setChips sets the chips of a node in rows below its label, and measures the room
// that they take.
func (d *Draft) setChips(n *graph.Node, s BoxStyle) ([]chip, float64) {
	edges := d.chips[n.ID]
	if len(edges) == 0 {
		return nil, 0
	}
	size := max(leastChip, s.Text.Size*chipSize)
	width := s.W - 2*chipMargin
	var chips []chip
	set := func(label string) text.Block {
		return d.wrap("", label, TextStyle{Size: size, Weight: 400, Width: width - 2*chipPad*size, MaxLines: 1})
	}
	add := func(label string, c chip) {
		c.text, c.label = Text{Lines: set(label).Lines, Size: size, placed: &d.placed}, label
		c.w, c.h = c.text.Width()+float64(2*chipPad*size), size*chipHeight
		chips = append(chips, c)
	}
	most := mostChips
	if len(edges) == most+1 {
		most++ // "+1" would take the place of the name
	}
	for i, e := range edges[:min(most, len(edges))] {
		before, page, there := d.before(e)
		say := func(name string) string { return d.named(name, e, page, i == 0) }
		label := say(before.Text())
		if short, _, found := cutAt(before.Text(), headMarks); found && set(label).Truncated {
			label = say(short)
		}
		if page > 0 || e.Label != "" { // which must not be cut off with the end of the name
			for most := min(mostLetters, utf8.RuneCountInString(before.Text())); most > 0 && set(label).Truncated; most-- {
				label = say(text.Shorten(before.Text(), most))
			}
		}
		c := chip{tooltip: d.whyAfter(e), link: graph.SafeLink(before.URL)}
		if !there {
			c.target = before.ID
		}
		add(label, c)
	}
	if len(edges) > most {
		add(fmt.Sprintf("+%d", len(edges)-most), chip{tooltip: d.others(edges[most:])})
	}
	return chips, inRows(chips, width)
}

// others says what else comes first, or as much of it as anybody reads, and how many
// more there are.
func (d *Draft) others(edges []graph.Edge) string {
	const enough = 1000 // bytes
	var tip strings.Builder
	for i, e := range edges {
		if i > 0 {
			tip.WriteString("; ")
		}
		if tip.Len() > enough {
			fmt.Fprintf(&tip, "+%d", len(edges)-i)
			break
		}
		tip.WriteString(d.whyAfter(e))
	}
	return tip.String()
}

// before is the node that comes first, with the number of its page if that is another
// one and known, and whether it is in the graph that is drawn.
func (d *Draft) before(e graph.Edge) (n graph.Node, page int, there bool) {
	if n, there = d.Index.Node(e.From); there || d.Page.Beyond == nil {
		return n, 0, there
	}
	n, _ = d.Page.Beyond.Course.Node(e.From)
	return n, d.Page.Beyond.Page(e.From), false
}

// named is the name of what comes first, which the first chip of a box says, with what
// is written on the edge, and a page; 0 for this one.
func (d *Draft) named(name string, e graph.Edge, page int, first bool) string {
	if first {
		name = d.after(name)
	}
	if e.Label != "" {
		name += " – " + e.Label
	}
	if page > 0 {
		name = fmt.Sprintf(language.OnPage.In(d.Graph.Language), name, page)
	}
	return name
}

// whyAfter says what comes first, and how the course tells that.
func (d *Draft) whyAfter(e graph.Edge) string {
	before, page, _ := d.before(e)
	tip := d.named(cmp.Or(before.Title, before.Text()), e, page, true)
	if why := reason(e); why != "" {
		tip += " (" + why + ")"
	}
	return tip
}

// inRows puts chips into as few rows as they need, in their order, and measures
// these.
func inRows(chips []chip, width float64) float64 {
	row, first, x := 0, 0, 0.
	end := func(last int) {
		for i := first; i < last; i++ {
			chips[i].rowWidth = x - chipGap
		}
		first = last
	}
	for i := range chips {
		c := &chips[i]
		if x > 0 && x+c.w > width {
			end(i)
			row, x = row+1, 0
		}
		c.row, c.x = row, x
		x += c.w + chipGap
	}
	end(len(chips))
	return float64(float64(row+1)*(chips[0].h+chipGap)) + chipMargin - chipGap
}

// placeChips are the chips of a box whose top left corner is at (x, y), in rows
// above its lower edge.
func (i Item) placeChips(x, y float64) []layout.Box {
	var boxes []layout.Box
	for _, c := range i.chips {
		at := layout.Box{
			Role: layout.ChipRole, Label: c.label, Tooltip: c.tooltip, Link: c.link, Target: c.target, W: c.w, H: c.h,
			X: x + (i.W-c.rowWidth)/2 + c.x,
			Y: y + i.H - i.Foot + float64(float64(c.row)*(c.h+chipGap)),
		}
		at.Lines = c.text.Place(at.X+at.W/2, at.Y+at.H/2)
		boxes = append(boxes, at)
	}
	return boxes
}
