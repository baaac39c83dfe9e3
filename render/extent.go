package render

import (
	"context"
	"math"

	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/themes"
	"github.com/roadmapviz/roadmapviz/themes/icons"
)

// Extent is what drawing a diagram takes: the rectangle around all that is seen on
// the page, lines, shadows and marks with it, and the size of its smallest text.
type Extent struct {
	X, Y, W, H float64 // px
	Text       float64 // px per em; 0 without any
}

// Measure is the extent of a diagram in a theme. Curves count with their control
// points. The error is the context's.
func Measure(ctx context.Context, d *layout.Diagram, t *themes.Theme) (Extent, error) {
	bare := *t
	bare.Page = themes.Color{} // which is as large as the page
	r := ruler{x0: math.Inf(1), y0: math.Inf(1), x1: math.Inf(-1), y1: math.Inf(-1), text: math.Inf(1)}
	if err := Paint(ctx, d, &bare, &r); err != nil || r.x0 > r.x1 {
		return Extent{}, err
	}
	if math.IsInf(r.text, 1) {
		r.text = 0
	}
	return Extent{r.x0, r.y0, r.x1 - r.x0, r.y1 - r.y0, r.text}, nil
}

// ruler is a canvas that measures what it is told to draw.
type ruler struct{ x0, y0, x1, y1, text float64 }

func (r *ruler) Begin(Group) {}
func (r *ruler) End()        {}

func (r *ruler) add(x, y, w, h float64) {
	r.x0, r.y0, r.x1, r.y1 = min(r.x0, x), min(r.y0, y), max(r.x1, x+w), max(r.y1, y+h)
}

func (r *ruler) Rect(a Rect, s themes.Style) {
	half := 0.
	if s.Stroke.A > 0 {
		half = s.Width / 2
	}
	r.add(a.X-half, a.Y-half, a.W+s.Width, a.H+s.Width)
	if s.Shadow.Color.A > 0 && s.Fill.A > 0 {
		r.shadow(a.X, a.Y, a.W, a.H, s.Shadow)
	}
}

// shadow counts a shadow as far as one sees it.
func (r *ruler) shadow(x, y, w, h float64, s themes.Shadow) {
	reach := float64(2 * s.Sigma)
	r.add(x+s.DX-reach, y+s.DY-reach, w+2*reach, h+2*reach)
}

func (r *ruler) Path(p layout.Path, s themes.Style) {
	half := s.Width / 2
	point := func(p layout.Point) { r.add(p.X-half, p.Y-half, s.Width, s.Width) }
	point(p.Start)
	for _, segment := range p.Segments {
		if segment.Cubic {
			point(segment.C1)
			point(segment.C2)
		}
		point(segment.P)
	}
}

func (r *ruler) Text(l layout.Line, s themes.Style) {
	if l.Text == "" {
		return
	}
	r.text = min(r.text, l.Size)
	// Few letters reach higher or lower, and its place was rounded to a whole px.
	x, y, h := l.X-l.Width/2, l.Y-l.Size-0.5, 1.25*l.Size+1
	r.add(x, y, l.Width, h)
	if s.TextShadow.Color.A > 0 {
		r.shadow(x, y, l.Width, h, s.TextShadow)
	}
}

func (r *ruler) Icon(_ icons.Icon, a Rect) { r.add(a.X, a.Y, a.W, a.H) }
