package pdf

import (
	"strings"

	"github.com/roadmapviz/roadmapviz/layout"
)

// goal is a place on a page where a click leads.
type goal struct {
	page ref
	top  float64 // in the page's units
}

// append appends the goal as a destination.
func (g goal) append(b []byte) []byte {
	b = append(appendRef(append(b, '['), g.page), "/XYZ null "...)
	return append(appendFactor(b, g.top), " null]"...)
}

// topOf is where a box begins on its page, with something of what is above it.
func topOf(b *layout.Box, view layout.View, height, scale float64) float64 {
	const above = 24 // px
	top := view.Point(layout.Point{X: b.X, Y: b.Y}).Y - above
	return float64(min(height, height-top) * scale)
}

// goals are the boxes of all pages by their IDs.
type goals map[string]goal

// newGoals finds them, if anything leads to one.
func newGoals(pages []*layout.Diagram, refs []ref) goals {
	if !lead(pages) {
		return nil
	}
	all := goals{}
	for i, d := range pages {
		scale, _ := scaleOf(d)
		for k := range d.Boxes {
			b := &d.Boxes[k]
			if _, begun := all[b.ID]; !begun && b.ID != "" {
				all[b.ID] = goal{refs[i], topOf(b, d.View, d.Height, scale)}
			}
		}
	}
	return all
}

func lead(pages []*layout.Diagram) bool {
	for _, d := range pages {
		for i := range d.Boxes {
			for _, c := range d.Boxes[i].Chips {
				if c.Target != "" {
					return true
				}
			}
		}
	}
	return false
}

// of is the goal of an ID: its box, or that of what holds it.
func (g goals) of(id string) (at goal, ok bool) {
	for id != "" && g != nil {
		if at, ok = g[id]; ok {
			return at, true
		}
		id = id[:max(0, strings.LastIndexByte(id, '/'))]
	}
	return goal{}, false
}
