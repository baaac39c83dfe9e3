package render

import (
	"math"
	"slices"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
)

// fitDash stretches a pattern of one dash and one gap, so that a line begins and
// ends with a whole dash; one that has no room for two is solid, and so is one that
// leads around corners to what a box holds: it is a stem or a branch, which would begin
// at a gap. Other patterns stay, and so do those of dots on lines that bend, where nobody
// sees their ends. The result is rounded to 1/100 px. The pieces are those of the line
// that are drawn; of several only the line itself begins and ends so.
func (of *painter) fitDash(dash []float64, e *layout.Edge, pieces []layout.Path) []float64 {
	const dot = 8. // px; shorter dashes are dots
	hasStraight := slices.ContainsFunc(e.Path.Segments, func(s layout.Segment) bool { return !s.Cubic })
	isStraight := hasStraight && len(e.Path.Segments) == 1
	if len(dash) != 2 || dash[0] < dot && !isStraight {
		return dash
	}
	if e.Kind == string(graph.Contains) && hasStraight && !isStraight {
		return nil
	}
	on, off := dash[0], dash[1]
	line := e.Path
	if len(pieces) == 1 {
		line = pieces[0]
	}
	length := lengthOf(line)
	dashes := math.Round((length + off) / (on + off))
	switch {
	case dashes >= 2:
	case on < dot:
		return dash
	default:
		return nil
	}
	stretch := length / (dashes*(on+off) - off)
	round := func(v float64) float64 { return math.Round(v*100) / 100 }
	if len(of.dashes)+2 > cap(of.dashes) {
		const some = 64
		of.dashes = make([]float64, 0, some)
	}
	of.dashes = append(of.dashes, round(on*stretch), round(off*stretch))
	return slices.Clip(of.dashes[len(of.dashes)-2:])
}

// lengthOf is the length of a path, px. A curve is measured by chords, which are
// short enough to be right to a hundredth.
func lengthOf(p layout.Path) float64 {
	length, at := 0., p.Start
	for _, s := range p.Segments {
		chords := 1
		if s.Cubic {
			chords = 64
		}
		from := at
		for i := 1; i <= chords; i++ {
			to := s.At(from, float64(i)/float64(chords))
			dx, dy := to.X-at.X, to.Y-at.Y
			length += math.Sqrt(float64(dx*dx) + float64(dy*dy)) // rounded, not fused
			at = to
		}
	}
	return length
}
