// Package png draws diagrams as PNG pictures. Everything is drawn in integers
// or rounded to them, so that a diagram gives the same bytes on every machine.
// Products that are added to something are rounded first, as in float64(a*b)+c:
// without that, some processors round once where others round twice.
package png

import (
	"context"
	"fmt"
	"io"
	"strconv"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/render"
	"github.com/roadmapviz/roadmapviz/themes"
)

// Options steer the drawing. The zero value draws a pixel for a px.
type Options struct {
	// Scale is the number of pixels along a px: 1, 2 or 3; 0 means 1.
	Scale int
	// MaxPixels bounds the picture, and with it the time that it takes; 0 means no bound
	// but that of [MostSide].
	MaxPixels int
	// Metadata is what package metadata says about the figure; "" writes none.
	Metadata string
}

// MostSide is how many pixels a picture may be wide, and how many high. Programs that show
// pictures stop far below: many at a million, and browsers at some ten thousand.
const MostSide = 1 << 25

const maxScale = 3

// tooLarge says that a picture would have more pixels than it may.
func tooLarge(width, height, most int) error {
	limit := strconv.Itoa(most)
	if most%1_000_000 == 0 {
		limit = strconv.Itoa(most/1_000_000) + " million"
	}
	return &graph.LimitError{What: "pixels", Is: int64(width) * int64(height), Most: int64(most),
		Says: fmt.Sprintf("the picture would be %d by %d pixels, and the limit is %s in all: use a lower scale, draw one part only, or write SVG", width, height, limit)}
}

// Encode draws the diagram and writes it as one PNG file, in pieces where it is large.
// It takes at most some 40 MB of memory beside the diagram, however high the picture is.
// The error is Check's, a [*graph.LimitError], which comes before any pixel is allocated,
// the context's, or the writer's.
func Encode(ctx context.Context, w io.Writer, d *layout.Diagram, t *themes.Theme, o Options) error {
	if err := render.Check(d); err != nil {
		return err
	}
	if o.Scale == 0 {
		o.Scale = 1
	}
	if o.Scale < 1 || o.Scale > maxScale {
		return fmt.Errorf("scale %d: a picture's scale is 1, 2 or 3", o.Scale)
	}
	width, height := pixelsOf(d, o.Scale)
	if o.MaxPixels > 0 && width > o.MaxPixels/height {
		return tooLarge(width, height, o.MaxPixels)
	}
	if side := max(width, height); side > MostSide {
		return &graph.LimitError{What: "pixels", Is: int64(side), Most: MostSide,
			Says: fmt.Sprintf("the picture would be %d by %d pixels, and no side may have more than %d: use a lower scale, draw one part only, or write SVG", width, height, MostSide)}
	}
	p, err := newPicture(ctx, d, t, o.Scale, bandRows(width, height, o.Scale))
	if err != nil {
		return err
	}
	return p.encode(ctx, w, meta{title: d.Title, description: d.Description, scale: o.Scale, metadata: o.Metadata})
}

// bandRows is how many rows a band has: what is drawn twice because it crosses the border
// between two is little then, and a band is small beside what else the program takes,
// unless a page is wider than any layout makes it. A very high page has higher bands:
// lines along all of it are drawn with each, and how many such there are grows with it.
func bandRows(width, height, scale int) int {
	const rows, bands, most = 64, 2000, 8 << 20 // px, of a page, and bytes
	return max(min(max(rows*scale, height/bands), most/(4*width)), 4)
}
