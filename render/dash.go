package render

import (
	"math"

	"github.com/roadmapviz/roadmapviz/layout"
)

// fitDash stretches a pattern of one dash and one gap, by a few per cent, so
// that a straight line begins and ends with a whole dash. Other lines and
// patterns keep theirs. The result is rounded to 1/100 px.
func fitDash(dash []float64, p layout.Path) []float64 {
	if len(dash) != 2 || len(p.Segments) != 1 || p.Segments[0].Cubic {
		return dash
	}
	on, off := dash[0], dash[1]
	dx, dy := p.End().X-p.Start.X, p.End().Y-p.Start.Y
	length := math.Sqrt(float64(dx*dx) + float64(dy*dy))
	dashes := math.Round((length + off) / (on + off))
	if dashes < 2 {
		return dash
	}
	stretch := length / (dashes*(on+off) - off)
	round := func(v float64) float64 { return math.Round(v*100) / 100 }
	return []float64{round(on * stretch), round(off * stretch)}
}
