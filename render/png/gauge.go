package png

import (
	"math"

	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/render"
	"github.com/roadmapviz/roadmapviz/render/internal/coverage"
	"github.com/roadmapviz/roadmapviz/themes"
	"github.com/roadmapviz/roadmapviz/themes/icons"
)

// gauge measures which rows of pixels a canvas of the same scale would touch.
type gauge struct {
	scale    float64
	glyphs   *coverage.Glyphs
	from, to int // both 0 if nothing was touched
}

// Rows implements [render.Gauge].
func (g *gauge) Rows() (from, to int) {
	from, to = g.from, g.to
	g.from, g.to = 0, 0
	return from, to
}

func (g *gauge) add(from, to int) {
	if from >= to {
		return
	}
	if g.from == g.to {
		g.from, g.to = from, to
	}
	g.from, g.to = min(g.from, from), max(g.to, to)
}

// shadow adds what lies between two rows again, as its shadow.
func (g *gauge) shadow(from, to int, s themes.Shadow) {
	if s.Color.A > 0 && from < to {
		room, dy := coverage.Reach*s.Sigma*g.scale, s.DY*g.scale
		g.add(from+int(math.Floor(dy-room))-1, to+int(math.Ceil(dy+room))+1)
	}
}

// Begin and End have nothing to measure.
func (g *gauge) Begin(render.Group) {}

func (g *gauge) End() {}

func (g *gauge) Rect(r render.Rect, s themes.Style) {
	area := touched(r, max(s.Width, 0), g.scale)
	g.add(area.Min.Y, area.Max.Y)
	if s.Fill.A > 0 {
		g.shadow(area.Min.Y, area.Max.Y, s.Shadow)
	}
}

func (g *gauge) Path(p layout.Path, s themes.Style) {
	area := touched(around(p), s.Width, g.scale)
	g.add(area.Min.Y, area.Max.Y)
}

func (g *gauge) Text(l layout.Line, s themes.Style) {
	if s.Text.A > 0 {
		from, to := g.glyphs.Rows(&l, g.scale)
		g.add(from, to)
		g.shadow(from, to, s.TextShadow)
	}
}

func (g *gauge) Icon(_ icons.Icon, r render.Rect) {
	area := touched(r, 0, g.scale)
	g.add(area.Min.Y, area.Max.Y)
}
