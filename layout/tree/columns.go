package tree

import (
	"math"
	"sort"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/kit"
)

// The measures of parts side by side, px.
const (
	tooHigh     = 4000. // above which parts stand side by side
	mostColumns = 4
	trunkGap    = 34. // from the line that leads to a column to its parts
	columnGap   = 56. // between columns, beside their lanes
	channelGap  = 30. // below the course, and above the parts
	trunkLane   = 14. // between the lines from the course to the columns
)

// stack is a column of parts, one below the other.
type stack struct {
	parts  []*branch
	tops   []float64 // of each part's subtree
	height float64
	width  float64
	ends   int // of prerequisites that may leave it at its right
	x      float64
	lanes  kit.Lanes          // right of it
	before map[int]*kit.Lanes // in the gap before a level
}

// sideBySide puts the parts of a tree that would be too high into columns, in their
// order, each as a tree of its own; the course stands above them, and a line leads
// from it to the first part of each column and on to the others. It gives nil for a tree that is drawn as one.
func (b *builder) sideBySide(root *branch) []*stack {
	if root.level != courseLevel {
		return nil
	}
	heights := make([]float64, len(root.kids))
	below := make([]float64, len(root.kids)+1) // where the parts before each end in one column
	for i, part := range root.kids {
		part.out = 0
		b.measure(part)
		tidy(part)
		low, high := part.extent()
		part.shiftBy(-low)
		heights[i] = high - low
		below[i+1] = below[i] + heights[i] + gaps[courseLevel]
	}
	height := func(first, end int) float64 { return below[end] - below[first] - gaps[courseLevel] }
	for n := 1; ; n++ {
		ends, tallest := kit.Divide(len(heights), kit.AtMost, n, height)
		if tallest > tooHigh && n < min(mostColumns, len(heights)) {
			continue
		}
		if n == 1 {
			return nil
		}
		var stacks []*stack
		first := 0
		for _, end := range ends {
			stacks = append(stacks, b.stack(root.kids[first:end], heights[first:end]))
			first = end
		}
		return stacks
	}
}

func (b *builder) stack(parts []*branch, heights []float64) *stack {
	s := &stack{parts: parts, before: map[int]*kit.Lanes{}, height: -gaps[courseLevel], lanes: kit.Lanes{Gap: 2 * port}}
	for i, part := range parts {
		s.height += gaps[courseLevel]
		s.tops = append(s.tops, s.height)
		s.height += heights[i]
		part.each(func(at *branch) { s.width = max(s.width, at.out+at.item.W) })
	}
	return s
}

// each visits a branch and all that it holds.
func (b *branch) each(visit func(*branch)) {
	visit(b)
	for _, kid := range b.kids {
		kid.each(visit)
	}
}

// extent is how far a branch with all that it holds reaches across.
func (b *branch) extent() (low, high float64) {
	low, high = math.Inf(1), math.Inf(-1)
	b.each(func(at *branch) { low, high = min(low, at.across), max(high, at.across+at.spread) })
	return low, high
}

func (b *branch) shiftBy(dy float64) { b.each(func(at *branch) { at.across += dy }) }

// drawColumns draws the columns, the course above them and the prerequisites.
func (b *builder) drawColumns(root *branch, stacks []*stack) {
	home := map[string]*stack{}
	for _, s := range stacks {
		for _, part := range s.parts {
			part.each(func(at *branch) { home[at.item.Node.ID] = s })
		}
	}
	edges := kit.Prerequisites(b.Lines, home)
	across := 0 // prerequisites from one column to another
	for _, e := range edges {
		home[e.From].ends++
		if home[e.To] != home[e.From] {
			home[e.To].ends++
			across++
		}
	}
	trunk := root.item.H + channelGap
	channel := trunk + float64(len(stacks))*trunkLane + channelGap // the first lane of the prerequisites
	top := channel + float64(across)*laneGap
	if across > 0 {
		top += channelGap
	}
	x := 0.
	for _, s := range stacks {
		s.x = x + trunkGap
		x = s.x + s.width + columnGap
		if s.ends > 0 {
			x += laneStart + float64(s.ends)*laneGap
		}
	}
	last := stacks[len(stacks)-1]
	middle := (last.x + last.width) / 2
	b.put(root, middle-root.item.W/2, 0, 1)
	for k, s := range stacks {
		for i, part := range s.parts {
			part.each(func(at *branch) { at.out += s.x })
			part.shiftBy(top + s.tops[i])
			y := part.across + part.spread/2
			if i > 0 {
				before, x := s.parts[i-1], s.x+part.item.W/2
				path := layout.Path{Start: layout.Point{X: x, Y: before.across + before.spread}}
				path.Line(x, part.across)
				b.Join(before.item.Node.ID, part.item.Node.ID, graph.Next, path)
				b.draw(part, 1, 0)
				continue
			}
			// Lines to the farthest columns turn first, so that none meets another.
			x := middle + (float64(k)-float64(len(stacks)-1)/2)*2*trunkLane
			turn := trunk + trunkLane*float64(k)
			if s.x > x {
				turn = trunk + trunkLane*float64(len(stacks)-1-k)
			}
			b.contain(root, part, kit.Rounded(corner, layout.Point{X: x, Y: root.item.H}, layout.Point{X: x, Y: turn},
				layout.Point{X: s.x - trunkGap, Y: turn}, layout.Point{X: s.x - trunkGap, Y: y}, layout.Point{X: s.x, Y: y}))
			b.draw(part, 1, 0)
		}
	}
	b.columnPrerequisites(edges, home, channel)
}

// columnPrerequisites draws the prerequisites: within a column beside it, or in the
// gap before a level, and from column to column through these and the channel above.
func (b *builder) columnPrerequisites(edges []graph.Edge, home map[string]*stack, channel float64) {
	var links []link
	for _, e := range edges {
		links = append(links, link{e, b.ends[e.From], b.ends[e.To]})
	}
	sort.SliceStable(links, func(i, j int) bool { return links[i].top() < links[j].top() })
	level := 0
	for _, l := range links {
		from, to := home[l.edge.From], home[l.edge.To]
		start, x0, lane0 := from.way(l.from)
		end, x1, lane1 := to.way(l.to)
		start.Y, end.Y = start.Y+port, end.Y-port
		if from == to && x0 == x1 {
			x := x0 + lane0(min(start.Y, end.Y), max(start.Y, end.Y))
			b.Require(l.edge, kit.Rounded(corner, start, layout.Point{X: x, Y: start.Y}, layout.Point{X: x, Y: end.Y}, end))
			continue
		}
		if from == to && l.from.level != l.to.level { // the next level, or nearly so
			if l.from.level < l.to.level {
				b.Require(l.edge, wave(l.from.outer(), l.to.inner()))
			} else {
				b.Require(l.edge, wave(l.from.inner(), l.to.outer()))
			}
			continue
		}
		y := channel + float64(level)*laneGap
		level++
		a, z := x0+lane0(y, start.Y), x1+lane1(y, end.Y)
		b.Require(l.edge, kit.Rounded(corner, start, layout.Point{X: a, Y: start.Y}, layout.Point{X: a, Y: y},
			layout.Point{X: z, Y: y}, layout.Point{X: z, Y: end.Y}, end))
	}
}

// way is how a prerequisite leaves a box without meeting another: from where, to
// which place beside the boxes, and a function that gives it a lane there.
func (s *stack) way(e *end) (at layout.Point, x float64, lane func(from, to float64) float64) {
	if e.leaf {
		return e.outer(), s.x + s.width, func(from, to float64) float64 {
			return laneStart + laneGap*float64(s.lanes.Take(from, to))
		}
	}
	if s.before[e.level] == nil {
		s.before[e.level] = &kit.Lanes{Most: innerLanes}
	}
	most := laneGap
	if e.level == partLevel { // between that line and the parts
		most = (trunkGap - laneStart) / innerLanes
	}
	return e.inner(), e.x, func(from, to float64) float64 {
		return -laneStart - most*float64(s.before[e.level].Take(from, to))
	}
}
