package render

import (
	"context"
	"math"
	"slices"

	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/themes"
)

// Gauge is a canvas that draws nothing and measures how far down the page that
// would be drawn which it is told.
type Gauge interface {
	Canvas
	// Rows are the first row that was touched since they were last asked for, and the
	// one below the last; the same twice if none was. What a row is its format knows.
	Rows() (from, to int)
}

// Bands paints a diagram as often as it takes to draw its page in bands, each time
// only what touches the band. All of an edge or a box is then told, as Paint does
// and in the same order; the canvas leaves out what lies outside. It is for one goroutine.
type Bands struct {
	painter painter
	diagram *layout.Diagram
	theme   *themes.Theme
	reaches []reach // of the diagram's elements, in drawing order
	order   []int32 // the elements by the stretch of rows in which they begin
	next    int     // in order; those before it have begun
	active  []int32 // those that have begun and not ended, in drawing order
	bottom  int     // of the last band
}

// reach is the rows that an element touches; those above the page are left out.
type reach struct{ from, to int32 }

// stretchRows is how many rows a stretch has. Elements are put in order by these, which
// takes no time to speak of for a million.
const stretchRows = 64

func (r reach) stretch() int { return int(r.from) / stretchRows }

// NewBands measures a diagram. The error is that of the context.
func NewBands(ctx context.Context, d *layout.Diagram, t *themes.Theme, g Gauge) (*Bands, error) {
	b := &Bands{painter: newPainter(d, t, g), diagram: d, theme: t}
	b.reaches = make([]reach, elements(d))
	begin := []int32{0} // how many elements begin in each stretch
	for i := range b.reaches {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		b.painter.element(d, i)
		from, to := g.Rows()
		r := reach{int32(min(max(from, 0), math.MaxInt32)), int32(max(min(to, math.MaxInt32), 0))}
		b.reaches[i] = r
		if missing := r.stretch() + 1 - len(begin); missing > 0 {
			begin = append(begin, make([]int32, missing)...)
		}
		begin[r.stretch()]++
	}
	first := int32(0)
	for i, n := range begin {
		begin[i] = first
		first += n
	}
	b.order = make([]int32, len(b.reaches))
	for i, r := range b.reaches {
		at := &begin[r.stretch()]
		b.order[*at] = int32(i)
		*at++
	}
	return b, nil
}

// Paint draws the rows from top to the one above bottom. Bands are asked for from the
// top of the page down, as often as they are wanted. The error is that of the context.
func (b *Bands) Paint(ctx context.Context, c Canvas, top, bottom int) error {
	if top < b.bottom {
		b.next, b.active = 0, b.active[:0]
	}
	b.bottom = bottom
	b.active = slices.DeleteFunc(b.active, func(i int32) bool { return int(b.reaches[i].to) <= top })
	begun := b.next
	for ; b.next < len(b.order) && b.reaches[b.order[b.next]].stretch()*stretchRows < bottom; b.next++ {
		if i := b.order[b.next]; int(b.reaches[i].to) > top {
			b.active = append(b.active, i)
		}
	}
	if b.next > begun {
		slices.Sort(b.active)
	}
	page(b.diagram, b.theme, c)
	b.painter.Canvas = viewed(c, b.diagram.View)
	for _, i := range b.active {
		if err := ctx.Err(); err != nil {
			return err
		}
		b.painter.element(b.diagram, int(i))
	}
	return nil
}
