package png

import (
	"image"
	"math"

	"github.com/fogleman/gg"
	"golang.org/x/image/math/fixed"

	"github.com/roadmapviz/roadmapviz/themes"
)

const (
	// Outlines that are taller than so many bands are tall: of them, only what is near
	// a band is drawn with it, so that the work grows with their height and not with its
	// square.
	tallBands = 4
	// leastTall is beyond the sizes by which gg's rasterizer divides its curves into
	// more or fewer lines.
	leastTall = 128
)

// brush draws outlines on a band with gg.
type brush struct {
	band     *image.RGBA
	width    int        // of the page
	tall     int        // rows that are more than an outline of usual height has
	contexts [4]*moving // of the sizes that were needed
	cut      outline    // what of a tall outline is near the band
	strands  map[string]*strand
	key      []byte
}

// moving is a gg context that can be moved to any part of any picture: what a context
// allocates is more than most paths need.
type moving struct {
	*gg.Context
	picture *image.RGBA // what it draws on
	rows    int         // the most that an outline has
}

func newMoving(width, rows int) *moving {
	picture := &image.RGBA{Rect: image.Rect(0, 0, width, rows)}
	c := &moving{gg.NewContextForRGBA(picture), picture, rows}
	c.SetLineCapButt()
	c.SetLineJoinRound()
	return c
}

// begin tells that the band is another.
func (b *brush) begin() {
	for key, s := range b.strands {
		if s.bottom <= b.band.Rect.Min.Y || s.top >= b.band.Rect.Max.Y {
			delete(b.strands, key)
		}
	}
}

// context is one for an area of the page, of which the row base is its row 0, and that
// draws on what the area and the band have in common. gg's rasterizer divides curves
// more finely in large areas than in small ones, and by that there are three kinds; the
// fourth is for slanted lines as tall as several bands.
func (b *brush) context(area image.Rectangle, base int) *moving {
	rows := min(area.Max.Y, b.band.Rect.Max.Y) - base
	kind, width, height := 2, b.width, b.tall
	switch size := area.Size(); {
	case size.X <= 24 && size.Y <= 24:
		kind, width, height = 0, 24, 24
	case size.X <= 120 && size.Y <= 120:
		kind, width, height = 1, 120, 120
	case rows > b.tall:
		kind = 3
		for height < rows {
			height *= 2
		}
	}
	c := b.contexts[kind]
	if c == nil || c.rows < rows {
		c = newMoving(width, height)
		b.contexts[kind] = c
	}
	seen := area.Intersect(b.band.Rect)
	c.picture.Pix = b.band.Pix[b.band.PixOffset(seen.Min.X, seen.Min.Y):]
	c.picture.Stride = b.band.Stride
	c.picture.Rect = seen.Sub(image.Pt(area.Min.X, base))
	return c
}

// trace hands an outline to gg, from the row base on.
func (c *moving) trace(o *outline, base int) {
	up := fixed.Int26_6(base * 64)
	c.ClearPath()
	o.parts(func(points []fixed.Point26_6) {
		c.MoveTo(float64(points[0].X)/64, float64(points[0].Y-up)/64)
		for _, p := range points[1:] {
			c.LineTo(float64(p.X)/64, float64(p.Y-up)/64)
		}
	})
	c.NewSubPath() // the last part closed, a fill needs no copy of the path to close it
}

// fill fills an outline whose origin is the corner of an area of the page.
func (b *brush) fill(o *outline, area image.Rectangle, k themes.Color, evenOdd bool) {
	base := 0
	if area.Dy() > b.tall {
		base = b.cut.filling(o, b.rows(area))
		o = &b.cut
	}
	c := b.context(area, area.Min.Y+base)
	c.SetFillRule(gg.FillRuleWinding)
	if evenOdd {
		c.SetFillRule(gg.FillRuleEvenOdd)
	}
	c.trace(o, base)
	c.SetColor(nrgba(k))
	c.Fill()
}

// stroke strokes an outline whose origin is the corner of an area of the page. The
// width and the dashes are pixels.
func (b *brush) stroke(o *outline, area image.Rectangle, k themes.Color, width float64, dashes []float64) {
	base := 0
	if area.Dy() > b.tall {
		near := b.rows(area)
		reach := int(math.Ceil(width/2)) + 2
		near.top, near.bottom = near.top-reach, near.bottom+reach
		b.cut.clear()
		if len(dashes) > 0 {
			b.strand(o, area, dashes).near(near, &b.cut)
			dashes = nil
		} else {
			o.parts(func(points []fixed.Point26_6) { b.cut.stroking(points, near) })
		}
		if len(b.cut.points) == 0 {
			return
		}
		base = b.cut.top() - reach
		o = &b.cut
	}
	c := b.context(area, area.Min.Y+base)
	c.trace(o, base)
	c.SetColor(nrgba(k))
	c.SetLineWidth(width)
	c.SetDash(dashes...)
	c.Stroke()
}

// rows are those of the band, seen from the top of an area.
func (b *brush) rows(area image.Rectangle) rows {
	return rows{max(b.band.Rect.Min.Y-area.Min.Y, 0), min(b.band.Rect.Max.Y, area.Max.Y) - area.Min.Y}
}
