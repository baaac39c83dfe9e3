package figure

import (
	"cmp"
	"context"
	"errors"
	"math"
	"slices"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/engines"
	"github.com/roadmapviz/roadmapviz/render"
)

// A figure is fitted into a page of a given size by trying: each layout that suits
// is asked for a few shapes, and what it answers is made larger or smaller as a
// whole until it fills the page. What counts is how large the smallest text is
// then. How many are tried does not depend on the course.

// suitable are the layouts that are tried where none is named, the best liked
// first.
var suitable = []string{engines.Default, "grid", "tree", "timeline"}

const (
	// One looks no further where the smallest text is so much larger than the least,
	// and the figure fills so much of either side of the page.
	comfortable = 1.6
	filled      = 0.7
	// liked is how much larger text must be in a layout that is liked less.
	liked = 1.3
	// mostEnlarged is how much larger than usual a figure gets at most.
	mostEnlarged = 8
	// mostColumns is how many columns are tried.
	mostColumns = 5
	// mostBoxes is how much of a page is boxes at most, if these are packed well.
	mostBoxes = 0.9
)

// fitted is a diagram on a page of a given size.
type fitted struct {
	page   *layout.Diagram // its Width, Height and View are those of the page
	found  []graph.Diagnostic
	text   float64       // size of the smallest text on the page, px; +Inf without any
	fills  float64       // how much of either side of the page, at least; 1 is all
	extent render.Extent // of the diagram as it was laid out
}

// fitter fits diagrams of one figure into its page.
type fitter struct {
	*Figure
	Preset
	engines []namedEngine
	most    float64           // how much larger than usual a figure gets
	head    float64           // room for a header above the figure, px; 0 without one
	before  []*layout.Diagram // pages whose legends hold for this one, too
}

type namedEngine struct {
	name string
	layout.Engine
}

// newFitter is the fitter of a figure, if that has a page of a given size.
func (f *Figure) newFitter() (fitter, bool) {
	frame, is := f.options.frame()
	t := fitter{Figure: f, Preset: frame, engines: []namedEngine{{f.options.Layout, f.engine}}, most: mostEnlarged}
	if f.options.Layout == "" {
		t.engines = nil
		for _, name := range suitable {
			if e, ok := engines.Lookup(name); ok && engines.Check(e, f.options.layout()) == nil {
				t.engines = append(t.engines, namedEngine{name, e})
			}
		}
	}
	return t, is
}

// room is the size of what is within the margins, and below a header.
func (t fitter) room() (w, h float64) {
	return float64(t.Width) - 2*t.Margin, float64(t.Height) - 2*t.Margin - t.head
}

// best is the graph as it fits the page best. Its text may be too small all the
// same.
func (t fitter) best(ctx context.Context, g *graph.Graph, o layout.Options) (fitted, error) {
	var best fitted
	var failed error
	for _, e := range t.engines {
		found, err := t.bestOf(ctx, e.Engine, g, o)
		switch {
		case ctx.Err() != nil:
			return best, ctx.Err()
		case err != nil:
			failed = err
		case best.page == nil || found.text > liked*best.text:
			best = found
		}
		if best.page != nil && best.text >= comfortable*t.Text && best.fills >= filled {
			break
		}
	}
	if best.page == nil {
		return best, failed
	}
	return best, nil
}

// bestOf is the graph as it fits best in one layout. An error is of the first shape:
// the others are only tried.
func (t fitter) bestOf(ctx context.Context, e layout.Engine, g *graph.Graph, o layout.Options) (fitted, error) {
	var best fitted
	keep := func(found fitted, err error) error {
		if err == nil && (best.page == nil || found.text > best.text) {
			best = found
		}
		return cmp.Or(ctx.Err(), err)
	}
	can := e.Capabilities()
	shapes := t.shapes(can, o.Page)
	if err := keep(t.whole(ctx, e, g, o)); err != nil || t.isHopeless(best) {
		return best, err
	}
	for _, o.Page = range shapes[1:] {
		keep(t.whole(ctx, e, g, o))
	}
	if t.isJoined(g, o.Page) {
		return best, ctx.Err()
	}
	for _, o.Page = range shapes {
		if o.Page.Aspect == 0 && o.Page.Columns == shapes[0].Columns {
			keep(t.beside(ctx, e, g, o, 0))
		}
	}
	if can.Columns && shapes[0].Columns == 0 {
		o.Page = shapes[0]
		for sections := 1; sections <= mostColumns; sections++ {
			keep(t.beside(ctx, e, g, o, sections))
		}
	}
	return best, ctx.Err()
}

// shapes are the pages that an engine is asked for: what it does by itself, the
// shape of the room, several columns, another width and its other directions, as
// far as it can and the user leaves that open.
func (t fitter) shapes(can layout.Capabilities, page layout.Page) []layout.Page {
	shapes := []layout.Page{page}
	if page.Width > 0 || page.MaxWidth > 0 || page.Aspect > 0 {
		return shapes // which the user leaves no other
	}
	if page.Direction == "" && len(can.Directions) > 1 {
		for _, direction := range can.Directions[1:] {
			turned := page
			turned.Direction = direction
			shapes = append(shapes, turned)
		}
	}
	w, h := t.room()
	for _, shape := range slices.Clone(shapes) {
		if can.Aspect {
			shape.Aspect = math.Round(w/h*100) / 100
			shapes = append(shapes, shape)
			shape.Aspect = 0
		}
		if can.Columns && page.Columns == 0 {
			for n := 1; n <= mostColumns; n++ {
				shape.Columns = n
				shapes = append(shapes, shape)
			}
			shape.Columns = 0
		}
		if can.Width {
			for _, width := range []float64{860, 640} {
				shape.Width = width
				shapes = append(shapes, shape)
			}
		}
	}
	return shapes
}

// whole lays the graph out as one diagram.
func (t fitter) whole(ctx context.Context, e layout.Engine, g *graph.Graph, o layout.Options) (fitted, error) {
	d, found, err := engines.Layout(ctx, e, g, o)
	if err != nil {
		return fitted{}, err
	}
	return t.put(ctx, g, d, found)
}

// put puts a diagram of a graph into the middle of the page, as large as it fits.
func (t fitter) put(ctx context.Context, g *graph.Graph, d *layout.Diagram, found []graph.Diagnostic) (fitted, error) {
	extent, err := render.Measure(ctx, d, t.theme.Theme)
	if err != nil || extent.W <= 0 || extent.H <= 0 {
		return fitted{}, errors.Join(err, layout.ErrEmpty)
	}
	d.Move(layout.Snap(-extent.X), layout.Snap(-extent.Y)) // so that a legend stands right below
	d.Width, d.Height = layout.Snap(extent.W), layout.Snap(extent.H)
	d = t.finish(g, d, t.before...)
	if extent, err = render.Measure(ctx, d, t.theme.Theme); err != nil {
		return fitted{}, err
	}
	w, h := t.room()
	f := fitted{page: d, found: found, extent: extent}
	t.scale(&f, min(w/extent.W, h/extent.H, t.most))
	return f, nil
}

// scale shows a diagram in a size: in the middle of the page, or below its header.
func (t fitter) scale(f *fitted, scale float64) {
	scale = math.Floor(scale*4096) / 4096 // the same on every processor
	d, extent := f.page, f.extent
	d.Width, d.Height = float64(t.Width), float64(t.Height)
	d.View = layout.View{Scale: scale, X: layout.Snap(centred(d.Width, extent.X, extent.W, scale)), Y: layout.Snap(centred(d.Height, extent.Y, extent.H, scale))}
	if t.head > 0 {
		d.View.Y = layout.Snap(t.Margin + t.head - float64(extent.Y*scale))
	}
	f.text = math.Inf(1)
	if extent.Text > 0 {
		f.text = extent.Text * scale
	}
	w, h := t.room()
	f.fills = min(extent.W*scale/w, extent.H*scale/h)
}

// centred is where the origin is on a side of the page if what begins at a place
// and is so long stands in the middle.
func centred(side, begin, length, scale float64) float64 {
	return (side-float64(length*scale))/2 - float64(begin*scale)
}

// isHopeless tells that no arrangement of the same boxes can be read: they do not
// fit the page even if nothing is between them.
func (t fitter) isHopeless(f fitted) bool {
	boxes := 0.
	for _, b := range f.page.Boxes {
		if b.Role != layout.GroupRole && b.Role != layout.TitleRole {
			boxes += float64(b.W * b.H)
		}
	}
	w, h := t.room()
	least := f.text / f.page.View.Scale // the text at its usual size
	return least*math.Sqrt(mostBoxes*w*h/boxes) < t.Text
}
