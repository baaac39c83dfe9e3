package run

import (
	"math"
	"slices"

	"github.com/roadmapviz/roadmapviz/layout"
)

// titleless is the room above a diagram that has lost its titles, px.
const titleless = 64

// withoutTitles takes the titles of parts off a diagram, and if it may be less high
// the room that the uppermost had. Titles that lines lead from or to stay, for they
// are what holds the diagram together.
func withoutTitles(d *layout.Diagram, lower bool) {
	ends := map[string]bool{}
	for _, e := range d.Edges {
		ends[e.From], ends[e.To] = true, true
	}
	d.Boxes = slices.DeleteFunc(d.Boxes, func(b layout.Box) bool { return b.Role == layout.TitleRole && !ends[b.ID] })
	if !lower {
		return
	}
	_, top, _, _ := d.Bounds()
	if up := top - titleless; up > 0 && !math.IsInf(up, 1) {
		d.Move(0, -up)
		d.Height -= up
	}
}
