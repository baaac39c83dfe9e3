package render

import (
	"math"
	"slices"

	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/themes"
	"github.com/roadmapviz/roadmapviz/themes/icons"
)

// zoomed draws on a canvas what a view shows. Everything gets larger or smaller
// alike, lines and shadows too, so that a figure looks the same in any size.
type zoomed struct {
	Canvas
	view layout.View
}

// viewed is a canvas as a view shows it.
func viewed(c Canvas, v layout.View) Canvas {
	if v == (layout.View{}) {
		return c
	}
	return zoomed{c, v}
}

func (z zoomed) Rect(r Rect, s themes.Style) { z.Canvas.Rect(z.rect(r), z.style(s)) }

func (z zoomed) Path(p layout.Path, s themes.Style) {
	moved := layout.Path{Start: z.view.Point(p.Start), Segments: slices.Clone(p.Segments)}
	for i := range moved.Segments {
		m := &moved.Segments[i]
		m.C1, m.C2, m.P = z.view.Point(m.C1), z.view.Point(m.C2), z.view.Point(m.P)
	}
	z.Canvas.Path(moved, z.style(s))
}

func (z zoomed) Text(l layout.Line, s themes.Style) {
	at := z.view.Point(layout.Point{X: l.X, Y: l.Y})
	l.X, l.Y = at.X, math.Round(at.Y)
	l.Width, l.Size, l.Runs = z.length(l.Width), z.length(l.Size), slices.Clone(l.Runs)
	for i := range l.Runs {
		r := &l.Runs[i]
		r.X, r.Width, r.Size = z.length(r.X), z.length(r.Width), z.length(r.Size)
	}
	z.Canvas.Text(l, z.style(s))
}

func (z zoomed) Icon(icon icons.Icon, r Rect) { z.Canvas.Icon(icon, z.rect(r)) }

func (z zoomed) rect(r Rect) Rect {
	from, to := z.view.Point(layout.Point{X: r.X, Y: r.Y}), z.view.Point(layout.Point{X: r.X + r.W, Y: r.Y + r.H})
	return Rect{from.X, from.Y, to.X - from.X, to.Y - from.Y}
}

func (z zoomed) style(s themes.Style) themes.Style {
	s.Width, s.Radius, s.Dash = z.length(s.Width), z.length(s.Radius), slices.Clone(s.Dash)
	for i := range s.Dash {
		s.Dash[i] = z.length(s.Dash[i])
	}
	for _, shadow := range []*themes.Shadow{&s.Shadow, &s.TextShadow} {
		shadow.DX, shadow.DY, shadow.Sigma = z.length(shadow.DX), z.length(shadow.DY), z.length(shadow.Sigma)
	}
	return s
}

func (z zoomed) length(l float64) float64 { return layout.Snap(z.view.Length(l)) }
