package enginetest

import (
	"maps"
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/kit"
)

const touch = 0.05 // px; rounding moves things by 1/128

// checkComplete: every section and every topic that is asked for has its box,
// and every prerequisite between them its line or its chip.
func (s Suite) checkComplete(t *testing.T, g *graph.Graph, d *layout.Diagram, o layout.Options) {
	boxes := map[string]layout.Box{}
	for _, b := range d.Boxes {
		if _, twice := boxes[b.ID]; twice && b.ID != "" {
			t.Errorf("two boxes have the ID %q", b.ID)
		}
		boxes[b.ID] = b
	}
	x := graph.NewIndex(g)
	for _, section := range x.Nodes(graph.Section) {
		if _, ok := boxes[g.Nodes[section].ID]; !ok {
			t.Errorf("section %s has no box", g.Nodes[section].ID)
		}
		topics := x.Children(section, graph.Topic)
		shown := len(topics)
		if most := o.MaxTopics; most > 0 && shown > most+1 {
			shown = most
			if boxes[g.Nodes[section].ID+"/+"].Role != layout.MoreRole {
				t.Errorf("%s: no box stands for the topics beyond %d", g.Nodes[section].ID, most)
			}
		}
		for i, topic := range topics {
			if _, ok := boxes[g.Nodes[topic].ID]; ok != (i < shown) {
				t.Errorf("topic %s, number %d of at most %d: drawn is %t", g.Nodes[topic].ID, i+1, shown, ok)
			}
			for _, sub := range x.Children(topic, graph.Topic) {
				if _, ok := boxes[g.Nodes[sub].ID]; ok != (i < shown && o.Depth > 1) {
					t.Errorf("sub-topic %s at depth %d: drawn is %t", g.Nodes[sub].ID, o.Depth, ok)
				}
			}
		}
	}
	want, got := map[string]int{}, map[string]int{}
	if o.Prerequisites != "none" {
		for _, e := range kit.Prerequisites(g.Edges, boxes) {
			want[e.To]++
		}
	}
	lines := 0
	for _, e := range d.Edges {
		if e.Kind == string(graph.Requires) {
			got[e.To]++
			lines++
		}
	}
	for _, b := range d.Boxes {
		for _, c := range b.Chips {
			more := 1
			if n, err := strconv.Atoi(strings.TrimPrefix(c.Label, "+")); err == nil && strings.HasPrefix(c.Label, "+") {
				more = n
			}
			got[b.ID] += more
		}
	}
	if lines > 0 && (o.Prerequisites == "chips" || !s.Engine.Capabilities().Prerequisites) {
		t.Errorf("%d prerequisites are lines", lines)
	}
	if !maps.Equal(got, want) {
		t.Errorf("prerequisites are shown at %v, want %v", got, want)
	}
}

// checkChips: chips lie in their box, apart from each other and from its text.
func checkChips(t *testing.T, d *layout.Diagram) {
	for _, b := range d.Boxes {
		for i, c := range b.Chips {
			if c.X < b.X || c.Y < b.Y || c.X+c.W > b.X+b.W || c.Y+c.H > b.Y+b.H {
				t.Errorf("%s: the chip %q leaves the box", b.ID, c.Label)
			}
			if c.Tooltip == "" || c.Role != layout.ChipRole {
				t.Errorf("%s: the chip %q has the tooltip %q and the role %s", b.ID, c.Label, c.Tooltip, c.Role)
			}
			for _, l := range b.Lines {
				if l.Y+l.Size*0.2 > c.Y && l.Y-l.Size*0.7 < c.Y+c.H {
					t.Errorf("%s: the chip %q lies on the text %q", b.ID, c.Label, l.Text)
				}
			}
			for _, other := range b.Chips[:i] {
				if c.X < other.X+other.W && other.X < c.X+c.W && c.Y < other.Y+other.H && other.Y < c.Y+c.H {
					t.Errorf("%s: the chips %q and %q overlap", b.ID, c.Label, other.Label)
				}
			}
		}
		checkText(t, &layout.Diagram{Boxes: b.Chips})
	}
}

// checkOptions: icons are drawn only where they are wanted, and every box of a
// node says what the node tells.
func checkOptions(t *testing.T, g *graph.Graph, d *layout.Diagram, o layout.Options) {
	x := graph.NewIndex(g)
	for _, b := range d.Boxes {
		if o.NoIcons && len(b.Icons) > 0 {
			t.Errorf("%s has the icon %s, though none is wanted", b.ID, b.Icons[0].Name)
		}
		if b.ID == "" {
			continue
		}
		n, _ := x.Node(strings.TrimSuffix(b.ID, layout.MoreSuffix))
		if b.Link != n.URL {
			t.Errorf("%s leads to %q, not to %q", b.ID, b.Link, n.URL)
		}
		if b.Tooltip == "" {
			t.Errorf("%s has no tooltip", b.ID)
		}
	}
	if d.Description == "" {
		t.Error("the diagram has no description")
	}
}

func checkInside(t *testing.T, d *layout.Diagram) {
	inside := func(what string, x, y float64) {
		if x < 0 || y < 0 || x > d.Width || y > d.Height || math.IsNaN(x+y) {
			t.Errorf("%s at (%g, %g) leaves the page of %g × %g", what, x, y, d.Width, d.Height)
		}
	}
	for _, b := range d.Boxes {
		inside(b.ID, b.X, b.Y)
		inside(b.ID, b.X+b.W, b.Y+b.H)
		for _, i := range b.Icons {
			inside(b.ID+" icon", i.X, i.Y)
			inside(b.ID+" icon", i.X+i.W, i.Y+i.H)
		}
	}
	for _, e := range d.Edges {
		for _, p := range e.Path.Sample(24) {
			inside(e.From+"→"+e.To, p.X, p.Y)
		}
	}
}

// checkRoom: between the text of a box and its sides there are at least 8 px.
func checkRoom(t *testing.T, d *layout.Diagram) {
	const least, capHeight = 8., 0.7
	for _, b := range d.Boxes {
		if b.Role == layout.TitleRole || b.Role == layout.GroupRole {
			continue // bare text
		}
		for _, l := range b.Lines {
			left, right := l.X-l.Width/2-b.X, b.X+b.W-l.X-l.Width/2
			top, bottom := l.Y-l.Size*capHeight-b.Y, b.Y+b.H-l.Y
			if min(left, right) < least-touch || min(top, bottom) < least-touch {
				t.Errorf("%s (%s): %q has %.2f px left, %.2f right, %.2f above, %.2f below", b.ID, b.Role, l.Text, left, right, top, bottom)
			}
		}
	}
}

// checkOverlaps: boxes lie apart, or within a group's panel. An icon lies
// within its own box, beside the text, or apart from all boxes.
func checkOverlaps(t *testing.T, d *layout.Diagram) {
	type rect struct {
		name       string
		x, y, w, h float64
		panel      bool
	}
	within := func(a, b rect) bool {
		return a.x >= b.x-touch && a.y >= b.y-touch && a.x+a.w <= b.x+b.w+touch && a.y+a.h <= b.y+b.h+touch
	}
	apart := func(a, b rect) bool {
		return a.x >= b.x+b.w || b.x >= a.x+a.w || a.y >= b.y+b.h || b.y >= a.y+a.h
	}
	var all []rect
	for _, b := range d.Boxes {
		box := rect{b.ID, b.X, b.Y, b.W, b.H, b.Role == layout.GroupRole}
		all = append(all, box)
		for _, i := range b.Icons {
			icon := rect{b.ID + " icon", i.X, i.Y, i.W, i.H, false}
			if !within(icon, box) {
				all = append(all, icon)
				continue
			}
			for _, l := range b.Lines {
				if !apart(icon, rect{"", l.X - l.Width/2, l.Y - l.Size*0.7, l.Width, l.Size * 0.9, false}) {
					t.Errorf("%s lies on the text %q", icon.name, l.Text)
				}
			}
		}
	}
	for i, a := range all {
		for _, b := range all[:i] {
			if !apart(a, b) && !(b.panel && within(a, b)) && !(a.panel && within(b, a)) {
				t.Errorf("%q overlaps %q", a.name, b.name)
			}
		}
	}
}

// checkOrder: the parts, the sections of a part and the topics of a section
// stand in source order.
func (s Suite) checkOrder(t *testing.T, g *graph.Graph, d *layout.Diagram, p layout.Page) {
	follows := s.Follows
	if follows == nil {
		follows = func(_ layout.Page, a, b layout.Box) bool { return b.Y >= a.Y+a.H-touch || b.X >= a.X+a.W-touch }
	}
	boxes := boxesOf(d)
	last := map[string]layout.Box{}
	for _, n := range g.Nodes {
		b, ok := boxes[n.ID]
		if !ok {
			continue
		}
		if before, ok := last[n.Parent]; ok && !follows(p, before, b) {
			t.Errorf("%s (%g, %g) stands before %s (%g, %g)", b.ID, b.X, b.Y, before.ID, before.X, before.Y)
		}
		last[n.Parent] = b
	}
}

// checkEdges: every line touches the edges of its two boxes, and crosses no
// other box unless the engine says that it may.
func (s Suite) checkEdges(t *testing.T, d *layout.Diagram, page layout.Page) {
	boxes := boxesOf(d)
	for _, e := range d.Edges {
		name := e.Kind + " " + e.From + "→" + e.To
		ends := [2]layout.Point{e.Path.Start, e.Path.End()}
		for i, id := range [2]string{e.From, e.To} {
			b, ok := boxes[id]
			if !ok {
				t.Errorf("%s: no box %s", name, id)
			}
			if away := math.Abs(Distance(ends[i], b)); away > touch {
				t.Errorf("%s: its end (%g, %g) is %g px off the edge of %s", name, ends[i].X, ends[i].Y, away, id)
			}
		}
		points := e.Path.Sample(24)
		for _, b := range d.Boxes {
			if b.Role == layout.GroupRole || s.MayCross != nil && s.MayCross(page, e, b) {
				continue
			}
			for _, p := range points {
				if Distance(p, b) < -2*touch {
					t.Errorf("%s runs through %s at (%g, %g)", name, b.ID, p.X, p.Y)
					break
				}
			}
		}
	}
}

// checkText: every line of text lies within its box.
func checkText(t *testing.T, d *layout.Diagram) {
	for _, b := range d.Boxes {
		for _, l := range b.Lines {
			if l.X-l.Width/2 < b.X-touch || l.X+l.Width/2 > b.X+b.W+touch {
				t.Errorf("%s: line %q, %g px wide at %g, leaves its box of %g at %g", b.ID, l.Text, l.Width, l.X, b.W, b.X)
			}
			if l.Y-l.Size*0.75 < b.Y || l.Y+l.Size*0.22 > b.Y+b.H {
				t.Errorf("%s: line %q leaves its box", b.ID, l.Text)
			}
		}
	}
}

func boxesOf(d *layout.Diagram) map[string]layout.Box {
	boxes := map[string]layout.Box{}
	for _, b := range d.Boxes {
		boxes[b.ID] = b
	}
	return boxes
}

// Distance is how far a point lies outside a box, px; negative inside it.
func Distance(p layout.Point, b layout.Box) float64 {
	dx := max(b.X-p.X, p.X-b.X-b.W)
	dy := max(b.Y-p.Y, p.Y-b.Y-b.H)
	if dx > 0 && dy > 0 {
		return math.Hypot(dx, dy)
	}
	return max(dx, dy)
}
