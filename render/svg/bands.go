package svg

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/render"
	"github.com/roadmapviz/roadmapviz/themes"
)

const (
	crowd = 2000 // boxes of a figure that is written in bands
	high  = 1500 // the least height of a band, px
)

// piece is a group in the body.
type piece struct {
	render.Group
	from        int     // in the body
	top, bottom float64 // 0 for nothing
	band        int     // −1 for none
}

func (c pageCanvas) Begin(g render.Group) {
	c.pieces = append(c.pieces, piece{Group: g, from: len(c.body), band: -1})
	c.canvas.Begin(g)
}

func (c pageCanvas) Rect(r render.Rect, s themes.Style) {
	c.reaches(r.Y, r.Y+r.H)
	c.canvas.Rect(r, s)
}

func (c pageCanvas) Text(l layout.Line, s themes.Style) {
	c.reaches(l.Y, l.Y)
	c.canvas.Text(l, s)
}

// reaches notes how far up and down the last group reaches.
func (c pageCanvas) reaches(top, bottom float64) {
	if n := len(c.pieces); n > 0 {
		p := &c.pieces[n-1]
		if p.bottom == 0 {
			p.top = top
		}
		p.top, p.bottom = min(p.top, top), max(p.bottom, bottom)
	}
}

func (p *piece) isEdge() bool { return strings.HasPrefix(p.Class, "edge") }

func (p *piece) isChip() bool {
	return p.ID == "" && strings.HasPrefix(p.Class, string(layout.ChipRole))
}

// bandBody puts the boxes of a large figure into groups of the class "band", from top
// to bottom, so that a page need not lay out all of them. Each begins at its "data-y",
// where nothing of the one before is. It has the edges between its boxes first; those
// between bands lie below all.
func (c *canvas) bandBody() {
	pieces := c.pieces
	var boxes []int
	for i := range pieces {
		if !pieces[i].isEdge() && !pieces[i].isChip() {
			boxes = append(boxes, i)
		}
	}
	if len(boxes) < crowd {
		return
	}
	slices.SortStableFunc(boxes, func(a, b int) int { return cmp.Compare(pieces[a].top, pieces[b].top) })
	var tops []float64
	end := math.Inf(-1)
	of := map[string]int{}
	for _, i := range boxes {
		p := &pieces[i]
		if len(tops) == 0 || p.top > end && p.top-tops[len(tops)-1] > high {
			tops = append(tops, p.top)
		}
		end = max(end, p.bottom)
		p.band = len(tops) - 1
		if p.ID != "" {
			of[p.ID] = p.band
		}
	}
	bands := make([][]byte, len(tops))
	var below []byte
	for i := range pieces {
		p := &pieces[i]
		to := len(c.body)
		if i+1 < len(pieces) {
			to = pieces[i+1].from
		}
		if from, known := of[p.From]; p.isEdge() && known {
			if to, known := of[p.To]; known && from == to {
				p.band = from
			}
		} else if i > 0 && p.isChip() {
			p.band = pieces[i-1].band // it stands in the box before
		}
		if p.band < 0 {
			below = append(below, c.body[p.from:to]...)
		} else {
			bands[p.band] = append(bands[p.band], c.body[p.from:to]...)
		}
	}
	body := append(slices.Clone(c.body[:pieces[0].from]), below...)
	for i, band := range bands {
		body = append(appendAttr(append(body, `<svg class="band"`...), "data-y", tops[i]), ">\n"...)
		body = append(append(body, band...), "</svg>\n"...)
	}
	c.body = body
}
