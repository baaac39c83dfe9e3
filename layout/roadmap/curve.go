package roadmap

import (
	"math"

	"github.com/roadmapviz/roadmapviz/layout"
)

// The S-curve from one section to the next on the other side. It starts in the
// origin heading down, runs sCurveWidth towards the other column and
// sCurveHeight down, and ends a little slanted, moving outward.
var sCurve = [2][4]layout.Point{
	{{X: 0, Y: 0}, {X: 0, Y: 126.77}, {X: 89.56, Y: 142.51}, {X: 216.31, Y: 187.50}},
	{{X: 216.31, Y: 187.50}, {X: 291.84, Y: 214.31}, {X: 392.12, Y: 232.71}, {X: sCurveWidth, Y: sCurveHeight}},
}

const (
	sCurveWidth, sCurveHeight = 404.84, 297.

	// A curve starts this far above the bottom of its section, so that it is
	// already moving when it comes into view.
	curveHidden = 22.2
	// The least distance from the middle of a curve's stroke to a topic, as
	// in the original figures.
	clearance = 25.
	// The last bend takes up to this much of the way that is left to a
	// section further down.
	widestBend = 90.
	// Heights that are nearer than this count as equal, so that the last bit of
	// a sum, which differs between processors, decides nothing.
	slack = 0.01
	// Sections on the same side are joined by a straight line of at least
	// this length.
	straightLength = 100.
)

// curveStart is the x where curves leave a section of the given side; they
// arrive sCurveWidth further on in the other column.
func curveStart(cols [2]column, s side) float64 {
	if s == left {
		return cols[left].section + sectionWidth/2 + 0.7
	}
	return cols[right].section + sectionWidth/2 + 15.5
}

// bend says how a curve keeps clear of the topics on both sides, in px below
// its start: those of the section above end at over, those of the section
// below begin at under.
type bend struct{ over, under float64 }

// bendOf measures the curve that leaves a section of the given side.
func bendOf(cols [2]column, from side) bend {
	above := from.other().inner(cols[from.other()].topic, topicWidth) // the facing edges of the topics
	below := from.inner(cols[from].topic, topicWidth)
	b := bend{over: math.Inf(1), under: math.Inf(-1)}
	slanted, straight := curve(cols, from, 0, 0, sCurveHeight), curve(cols, from, 0, 0, sCurveHeight+1)
	for _, p := range append(slanted.Sample(64), straight.Sample(64)...) {
		// How far the point is from the columns of topics, sideways.
		toAbove, toBelow := math.Abs(p.X-above), math.Abs(p.X-below)
		if from == left && p.X > above || from == right && p.X < above {
			toAbove = 0
		}
		if from == left && p.X < below || from == right && p.X > below {
			toBelow = 0
		}
		if toAbove < clearance {
			b.over = min(b.over, p.Y-math.Sqrt(clearance*clearance-toAbove*toAbove))
		}
		if toBelow < clearance {
			b.under = max(b.under, p.Y+math.Sqrt(clearance*clearance-toBelow*toBelow))
		}
	}
	return b
}

// curve draws the line from the bottom of one section to the top of the next,
// with the S starting at the given y. Where the S starts below the upper box or
// ends above the lower one, vertical lines reach out to them.
func curve(cols [2]column, from side, bottom, start, top float64) layout.Path {
	x0 := curveStart(cols, from)
	// The S is stretched sideways where the page is wider than the original.
	stretch := (sCurveWidth + cols[right].section - 557.3) / sCurveWidth
	if from == right {
		stretch = -stretch
	}
	at := func(p layout.Point) layout.Point { return layout.Point{X: x0 + p.X*stretch, Y: start + p.Y} }

	first, second := sCurve[0], sCurve[1]
	if rest := top - start - sCurveHeight; rest > slack {
		// Arrive straight down, for the line that follows, in a wide bend.
		wide := min(rest, widestBend)
		second[2] = layout.Point{X: second[3].X, Y: second[2].Y + wide/2}
		second[3].Y += wide
	}
	if start < bottom-slack {
		first = tail(first, bottom-start)
	}
	path := layout.Path{Start: layout.Point{X: x0, Y: bottom}}
	if start > bottom+slack {
		path.Line(x0, start)
	} else {
		path.Start = at(first[0])
		path.Start.Y = bottom
	}
	for _, c := range [2][4]layout.Point{first, second} {
		c1, c2, p := at(c[1]), at(c[2]), at(c[3])
		path.Curve(c1.X, c1.Y, c2.X, c2.Y, p.X, p.Y)
	}
	if path.End().Y < top-slack {
		path.Line(path.End().X, top)
	}
	return path
}

// tail is the part of a cubic Bézier curve, growing in y, that lies below y
// (de Casteljau's division).
func tail(c [4]layout.Point, y float64) [4]layout.Point {
	mid := func(a, b layout.Point, t float64) layout.Point {
		return layout.Point{X: a.X + (b.X-a.X)*t, Y: a.Y + (b.Y-a.Y)*t}
	}
	split := func(t float64) [4]layout.Point {
		ab, bc, cd := mid(c[0], c[1], t), mid(c[1], c[2], t), mid(c[2], c[3], t)
		abc, bcd := mid(ab, bc, t), mid(bc, cd, t)
		return [4]layout.Point{mid(abc, bcd, t), bcd, cd, c[3]}
	}
	low, high := 0., 1.
	for range 40 {
		if t := (low + high) / 2; split(t)[0].Y < y {
			low = t
		} else {
			high = t
		}
	}
	return split(high)
}
