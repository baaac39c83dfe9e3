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
	// The last bend takes up to this much of the way that is left to a
	// section further down.
	widestBend = 90.
	// How much further to the right curves go than their sections are apart.
	curveLean = 8.54
	// Heights that are nearer than this count as equal, so that the last bit of
	// a sum, which differs between processors, decides nothing.
	slack = 0.01
	// Sections on the same side are joined by a straight line of at least
	// this length.
	straightLength = 100.
)

// curveStart is the x where curves leave a section of the given side.
func (m *measures) curveStart(cols [2]column, s side) float64 {
	if s == left {
		return cols[left].section + m.section.W/2 + 0.7
	}
	return cols[right].section + m.section.W/2 + 15.5
}

// flat is the height of the curve between two sections: what is between their
// boxes and the room that it has, but no more than the full height of the curve.
// So where sections have few topics the curve is flat and the way is short.
func (m *measures) flat(above, s *block) float64 {
	gap := m.room + above.half() - above.section.H/2 + s.half() - s.section.H/2
	return min(m.curve, gap/(1-curveHidden/sCurveHeight))
}

// bend says how a curve keeps clear of the topics on both sides, in px below
// its start: those of the section above end at over, those of the section
// below begin at under.
type bend struct{ over, under float64 }

// bending is a curve by the side that it leaves and its height.
type bending struct {
	from   side
	height float64
}

// bend measures a curve, or remembers one.
func (b *builder) bend(from side, height float64) bend {
	key := bending{from, height}
	found, ok := b.bends[key]
	if !ok {
		found = b.m.bend(from, height)
		b.bends[key] = found
	}
	return found
}

func (m *measures) bend(from side, height float64) bend {
	above := from.other().inner(m.cols[from.other()].topic, m.topic.W) // the facing edges of the topics
	below := from.inner(m.cols[from].topic, m.topic.W)
	b := bend{over: math.Inf(1), under: math.Inf(-1)}
	slanted, straight := m.path(m.cols, from, 0, 0, height, height), m.path(m.cols, from, 0, 0, height+1, height)
	for _, p := range append(slanted.Sample(64), straight.Sample(64)...) {
		// How far the point is from the columns of topics, sideways.
		toAbove, toBelow := math.Abs(p.X-above), math.Abs(p.X-below)
		if from == left && p.X > above || from == right && p.X < above {
			toAbove = 0
		}
		if from == left && p.X < below || from == right && p.X > below {
			toBelow = 0
		}
		if c := m.clearance; toAbove < c {
			b.over = min(b.over, p.Y-math.Sqrt(c*c-toAbove*toAbove))
		}
		if c := m.clearance; toBelow < c {
			b.under = max(b.under, p.Y+math.Sqrt(c*c-toBelow*toBelow))
		}
	}
	return b
}

// path draws the line from the bottom of one section to the top of the next,
// with an S of the given height that starts at the given y. Where it starts below the upper box or
// ends above the lower one, vertical lines reach out to them.
func (m *measures) path(cols [2]column, from side, bottom, start, top, height float64) layout.Path {
	x0 := m.curveStart(cols, from)
	// The S is stretched sideways as far as the sections are apart.
	stretch, flat := (cols[right].section-cols[left].section+curveLean)/sCurveWidth, height/sCurveHeight
	if from == right {
		stretch = -stretch
	}
	at := func(p layout.Point) layout.Point { return layout.Point{X: x0 + p.X*stretch, Y: start + p.Y} }

	first, second := sCurve[0], sCurve[1]
	for i := range first {
		first[i].Y, second[i].Y = first[i].Y*flat, second[i].Y*flat
	}
	if rest := top - start - height; rest > slack {
		// Arrive straight down, for the line that follows, in a wide bend.
		wide := min(rest, widestBend*flat)
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
