package kit

import (
	"fmt"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/themes/icons"
)

// BoxStyle says how the boxes of one role are set and how large they are.
type BoxStyle struct {
	Role layout.Role
	Text TextStyle
	W, H float64 // px
	// Lines is how many lines of text fit the height; more make the box grow.
	Lines int
	// IconSize is the size of the node's icon inside the box, left of the
	// text, which gets less room for it. 0 draws none; but a topic's, which its
	// author has put before the text, stands there as large as a letter.
	IconSize float64
}

// iconGap is the room around an icon inside a box, px.
const iconGap = 12.

// edgeRoom is the least room between text and the sides of its box, px.
const edgeRoom = 8.

// The size of a topic's icon and the gap behind it, em.
const (
	letterIcon = 1.1
	letterGap  = 0.35
)

// Item is a node's box that knows its text and size but not yet its place.
type Item struct {
	Node *graph.Node
	Role layout.Role
	Text Text
	W, H float64
	// Foot is the room at the bottom of H for chips and, below them, a bar; 0
	// without either.
	Foot float64

	told     *told // by its bar; nil for none
	chips    []chip
	icon     string
	iconSize float64
	lead     float64 // the room before the text that an icon as large as a letter takes
}

// Item sets a node's label, its number first, and measures its box.
func (d *Draft) Item(n *graph.Node, s BoxStyle) Item {
	icon := ""
	if s.IconSize > 0 {
		icon = d.Icon(n)
	}
	if icon != "" {
		s.Text.Width = min(s.Text.Width, s.W-s.IconSize-3*iconGap)
	}
	if s.Text.Room == 0 {
		s.Text.Room = s.W - 2*edgeRoom
	}
	i := Item{icon: icon, iconSize: s.IconSize, Node: n, Role: s.Role, W: s.W, H: s.H}
	if s.IconSize == 0 && n.Kind == graph.Topic && n.Icon != "" && !isMark(n.Icon) {
		if i.icon, _ = icons.Name(n.Icon); i.icon != "" {
			i.iconSize = s.Text.Size * letterIcon
			i.lead = i.iconSize + s.Text.Size*letterGap
			s.Text.Width, s.Text.Room = s.Text.Width-i.lead, s.Text.Room-i.lead
		}
	}
	i.Text = d.set(n.Number, n.Text(), n.Source, s.Text)
	extra := 0. // the height that the lines, and chips, need more than the box has
	if lines := len(i.Text.Lines); lines > 0 {
		extra = float64(i.Text.Height() / float64(lines) * float64(lines-s.Lines)) // rounded: never fused with the sum
	}
	if i.chips, i.Foot = d.setChips(n, s); i.Foot == 0 {
		extra = max(0, extra)
	}
	i.H += max(0, extra+i.Foot)
	if p := d.Page.Progress[n.ID]; (p.Total > 0 || d.Page.Bars && p.Skipped > 0) && n.Kind != graph.Topic {
		i.Foot += barFoot
		i.told = &told{Progress: p, figures: d.Text(fmt.Sprintf("%d/%d", p.Done, p.Total), n.Source, barText)}
		if all := p.Total + p.Skipped; d.Page.Bars {
			i.told.room = d.Text(fmt.Sprintf("%d/%d", all, all), n.Source, barText).Width()
		}
		i.H = max(i.H, max(i.Text.Height(), i.iconHeight())+barPad+i.Foot)
	}
	return i
}

// isMark says whether an emoji only ticks a topic off, which its state shows, or
// crosses it out.
func isMark(emoji string) bool {
	return strings.ContainsAny(emoji, "✓✔✅☑✗✘❌✖⬜🔲🔳☐🔁")
}

// iconHeight is the height of the icon of a heading, with the plate that it is drawn on.
func (i Item) iconHeight() float64 {
	const plate = 8. // what it adds to the icon, px
	if i.icon == "" {
		return 0
	}
	return i.iconSize + plate
}

// Inner is the width of the widest of what stands in the box, beside an icon that is
// larger than a letter.
func (i Item) Inner() float64 {
	w := i.lead + i.Text.Width()
	for _, c := range i.chips {
		w = max(w, c.rowWidth)
	}
	return w
}

// Box is the item with its top left corner at (x, y) and its text in the middle
// of the room that an icon and chips leave.
func (i Item) Box(x, y float64) layout.Box {
	left := x
	var pictures []layout.Icon
	switch middle := y + (i.H-i.Foot-i.iconSize)/2; {
	case i.icon == "":
	case i.lead > 0:
		pictures = []layout.Icon{{Name: i.icon, X: x + (i.W-i.lead-i.Text.Width())/2, Y: middle, W: i.iconSize, H: i.iconSize}}
		left += i.lead
	default:
		pictures = []layout.Icon{{Name: i.icon, X: x + iconGap, Y: middle, W: i.iconSize, H: i.iconSize}}
		left += i.iconSize + iconGap
	}
	return layout.Box{
		ID: i.Node.ID, Role: i.Role, States: states(*i.Node),
		Number: i.Node.Number, Label: i.Node.Text(),
		X: x, Y: y, W: i.W, H: i.H,
		Lines: i.Text.Place((left+x+i.W)/2, y+(i.H-i.Foot)/2),
		Icons: pictures, Chips: i.placeChips(x, y),
		Bar: i.bar(x, y+i.H),
	}
}

// states are the states of a node's box.
func states(n graph.Node) []layout.State {
	var states []layout.State
	if n.Optional {
		states = append(states, layout.OptionalState)
	}
	switch n.Status {
	case graph.Todo:
		states = append(states, layout.TodoState)
	case graph.Doing:
		states = append(states, layout.DoingState)
	case graph.Done:
		states = append(states, layout.DoneState)
	case graph.Skipped:
		states = append(states, layout.SkippedState)
	}
	return states
}
