// Package cards arranges a course as cards for formats that want to know where
// things are: topics stand below their section, sections side by side in rows, and
// parts one below the other.
//
// What shows such a file sets its text in a font of its own, so that nothing can be
// measured here as figures measure it: [Width] is a bound that common fonts keep.
package cards

import (
	"math"
	"unicode"

	"github.com/roadmapviz/roadmapviz/graph"
)

// Box is where a node stands, px; X and Y are its top left corner.
type Box struct{ X, Y, W, H float64 }

// A Deck says what is arranged, and how.
type Deck struct {
	Index *graph.Index
	// Shown tells which nodes are; what a node holds that is not shown, is not either.
	Shown func(i int) bool
	// Size is that of a card.
	Size func(i int) (w, h float64)
	// Group tells which nodes that hold others are boxes around these. The others
	// are cards above what they hold.
	Group func(i int) bool
	// Gap is left between cards and inside groups; Head is the room for a group's name.
	Gap, Head float64

	sizes []Box // with what they hold
	boxes []Box
}

// across is how many sections stand side by side.
const across = 4

// Place gives each node its box; those that are not shown have none. No two cards
// overlap, and groups hold what is in them. Linear in the nodes.
func (d *Deck) Place() []Box {
	n := len(d.Index.Graph().Nodes)
	d.sizes, d.boxes = make([]Box, n), make([]Box, n)
	y := 0.
	for i := range n {
		if d.Index.Parent(i) < 0 && d.Shown(i) {
			d.measure(i)
			d.put(i, 0, y)
			y += d.sizes[i].H + d.Gap
		}
	}
	return d.boxes
}

func (d *Deck) kids(i int) []int {
	var kids []int
	for _, k := range d.Index.Children(i) {
		if d.Shown(k) {
			kids = append(kids, k)
		}
	}
	return kids
}

func (d *Deck) measure(i int) {
	kids := d.kids(i)
	for _, k := range kids {
		d.measure(k)
	}
	w, h := d.Size(i)
	inner := d.each(kids, func(int, float64, float64) {})
	switch {
	case len(kids) == 0:
	case d.Group(i):
		w, h = inner.W+2*d.Gap, inner.H+2*d.Gap+d.Head
	default:
		w, h = max(w, inner.W), h+d.Gap+inner.H
	}
	d.sizes[i] = Box{W: w, H: h}
}

func (d *Deck) put(i int, x, y float64) {
	kids := d.kids(i)
	d.boxes[i] = Box{x, y, d.sizes[i].W, d.sizes[i].H}
	switch {
	case len(kids) == 0:
		return
	case d.Group(i):
		x, y = x+d.Gap, y+d.Gap+d.Head
	default:
		d.boxes[i].W, d.boxes[i].H = d.Size(i)
		y += d.boxes[i].H + d.Gap
	}
	d.each(kids, func(k int, dx, dy float64) { d.put(k, x+dx, y+dy) })
}

// each gives the places of siblings in relation to the first: sections in rows,
// others one below the other. The result is the extent of all.
func (d *Deck) each(kids []int, place func(k int, x, y float64)) Box {
	var all Box
	x, y, low := 0., 0., 0.
	column := 0
	for _, k := range kids {
		most := 1
		if d.Index.Graph().Nodes[k].Kind == graph.Section {
			most = across
		}
		if column >= most || most == 1 && column > 0 {
			x, y, column = 0, low+d.Gap, 0
		}
		place(k, x, y)
		s := d.sizes[k]
		low = max(low, y+s.H)
		all.W, all.H = max(all.W, x+s.W), low
		x += s.W + d.Gap
		column++
	}
	return all
}

// Width is at most how wide a text is in a common font of sans serif, in em.
func Width(text string) float64 {
	w := 0.
	for _, r := range text {
		switch {
		case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		case r >= 0x1100 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul), r >= 0x3000 && r < 0x3040, r >= 0xff00 && r < 0xff61, r >= 0x1f000:
			w += 1.1
		case unicode.IsUpper(r), r == 'm', r == 'w', r == '@', r == '%', r == '—', r == '…':
			w += 0.85
		case unicode.IsSpace(r), r == 'i', r == 'l', r == 'j', r == 't', r == 'f', r == '.', r == ',':
			w += 0.38
		default:
			w += 0.6
		}
	}
	return w
}

// Lines is at most how many lines a text takes that are as wide as some em.
func Lines(text string, width float64) int {
	// A line ends before a word that does not fit: half of it may stay empty
	// where words are long, but seldom more than a fifth.
	return max(1, int(math.Ceil(1.2*Width(text)/width)))
}
