package render_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/render"
	"github.com/roadmapviz/roadmapviz/render/internal/sample"
	"github.com/roadmapviz/roadmapviz/themes"
	"github.com/roadmapviz/roadmapviz/themes/icons"
)

// told is a canvas that notes the boxes that it is told of, and a gauge of rows of 1 px.
type told struct {
	ids      []string
	from, to int
}

func (c *told) Begin(g render.Group)           { c.ids = append(c.ids, g.ID) }
func (c *told) End()                           {}
func (c *told) Path(layout.Path, themes.Style) {}
func (c *told) Text(layout.Line, themes.Style) {}
func (c *told) Icon(icons.Icon, render.Rect)   {}
func (c *told) Rect(r render.Rect, _ themes.Style) {
	c.from, c.to = int(r.Y), int(r.Y+r.H)
}

func (c *told) Rows() (from, to int) {
	from, to = c.from, c.to
	c.from, c.to = 0, 0
	return from, to
}

// Each band is told of what touches it, in drawing order, and of hardly more; and so it is
// when the bands are painted again.
func TestBands(t *testing.T) {
	d := &layout.Diagram{Width: 100, Height: 10_000}
	r := rand.New(rand.NewPCG(3, 4))
	for i := range 500 {
		y, h := r.IntN(10_100)-100, 1+r.IntN(30)
		if i%100 == 0 {
			h = 5000
		}
		d.Boxes = append(d.Boxes, layout.Box{ID: fmt.Sprint(i), Role: layout.TopicRole, Y: float64(y), W: 10, H: float64(h)})
	}
	bands, err := render.NewBands(t.Context(), d, sample.Theme(), &told{})
	if err != nil {
		t.Fatal(err)
	}
	for _, height := range []int{100, 33, 20_000} {
		for top := 0; top < 10_000; top += height {
			var c told
			if err := bands.Paint(t.Context(), &c, top, top+height); err != nil {
				t.Fatal(err)
			}
			var must, may []string
			for _, b := range d.Boxes {
				if y, end := int(b.Y), int(b.Y+b.H); end > top && end > 0 && y < top+height+64 {
					may = append(may, b.ID)
					if y < top+height {
						must = append(must, b.ID)
					}
				}
			}
			at := 0
			for _, id := range c.ids {
				if next := slices.Index(may[at:], id); next < 0 {
					t.Fatalf("rows from %d: %s is told, out of order or far away", top, id)
				} else {
					at += next + 1
				}
			}
			for _, id := range must {
				if !slices.Contains(c.ids, id) {
					t.Fatalf("rows from %d: nothing of %s", top, id)
				}
			}
		}
	}
}
