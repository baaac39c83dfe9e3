package text

import (
	"math"
	"sync"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"golang.org/x/image/font/sfnt"
)

// Verb says how a [Segment] is drawn.
type Verb uint8

// The verbs, with the number of points that they use. MoveTo begins a contour;
// contours are closed and filled by the nonzero rule.
const (
	MoveTo  Verb = iota // 1
	LineTo              // 1
	QuadTo              // 2: control point, end
	CubicTo             // 3: two control points, end
)

// Point is a place in a glyph, in font units, y up, origin on the baseline.
type Point struct{ X, Y float32 }

// Segment is one piece of a glyph's outline. Points beyond the verb's are zero.
type Segment struct {
	Verb   Verb
	Points [3]Point
}

// Outline is the shape of a glyph. It is empty for a space and for a glyph that
// does not exist. The slice is shared and must not be changed.
func (f *Face) Outline(g uint32) []Segment {
	if g > 0xFFFF {
		return nil
	}
	if o, ok := f.outlines.Load(g); ok {
		return o.([]Segment)
	}
	var o []Segment
	if f.tables != nil {
		o = f.plainOutline(g)
	} else {
		guard(func() error { o = f.fullOutline(g); return nil })
	}
	f.outlines.Store(g, o)
	return o
}

// glyphs are what glyphs are unpacked in, used again.
var glyphs = sync.Pool{New: func() any { return new(sfnt.Buffer) }}

func (f *Face) plainOutline(g uint32) []Segment {
	room := glyphs.Get().(*sfnt.Buffer)
	defer glyphs.Put(room)
	segments, err := f.tables().LoadGlyph(room, sfnt.GlyphIndex(g), f.units(), nil)
	if err != nil {
		return nil
	}
	verbs := [...]Verb{sfnt.SegmentOpMoveTo: MoveTo, sfnt.SegmentOpLineTo: LineTo, sfnt.SegmentOpQuadTo: QuadTo, sfnt.SegmentOpCubeTo: CubicTo}
	out := make([]Segment, len(segments))
	for i, s := range segments {
		out[i].Verb = verbs[s.Op]
		for j := range out[i].Verb.points() {
			out[i].Points[j] = Point{float32(s.Args[j].X), -float32(s.Args[j].Y)}
		}
	}
	return out
}

func (f *Face) fullOutline(g uint32) []Segment {
	outline, ok := f.view().GlyphDataOutline(font.GID(g)) // which changes nothing in the view
	if !ok {
		return nil
	}
	verbs := [...]Verb{opentype.SegmentOpMoveTo: MoveTo, opentype.SegmentOpLineTo: LineTo, opentype.SegmentOpQuadTo: QuadTo, opentype.SegmentOpCubeTo: CubicTo}
	out := make([]Segment, len(outline.Segments))
	for i, s := range outline.Segments {
		out[i].Verb = verbs[s.Op]
		for j := range out[i].Verb.points() {
			out[i].Points[j] = Point(s.Args[j])
			if len(f.variation) > 0 {
				// What processors compute otherwise in the last place ends here.
				out[i].Points[j].X, out[i].Points[j].Y = step(out[i].Points[j].X), step(out[i].Points[j].Y)
			}
		}
	}
	return out
}

// step is the nearest 1/16 of a unit.
func step(v float32) float32 { return float32(math.Round(float64(v)*16) / 16) }

// points is how many points a verb uses.
func (v Verb) points() int { return [...]int{MoveTo: 1, LineTo: 1, QuadTo: 2, CubicTo: 3}[v] }
