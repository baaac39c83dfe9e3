package tree

import (
	"math"

	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/kit"
)

// endless is the length of the last boxes where prerequisites are drawn: they
// reach to the end of the page, so that the way out of each is free.
const endless = 1e9

// right draws the tree from the root to the right. Parts that would be too high one
// below the other stand side by side.
func (b *builder) right(root *branch) {
	if stacks := b.sideBySide(root); stacks != nil {
		b.drawColumns(root, stacks)
		return
	}
	b.measure(root)
	tidy(root)
	b.draw(root, 1, 0)
	b.sidewaysPrerequisites()
}

// both draws the tree to both sides of the root: the first half of what it
// holds to the right, the rest to the left, each from top to bottom.
func (b *builder) both(root *branch) {
	b.measure(root)
	cut := half(root.kids)
	rightward, leftward := *root, *root
	rightward.kids, leftward.kids = root.kids[:cut], root.kids[cut:]
	tidy(&rightward)
	tidy(&leftward)
	b.draw(&rightward, 1, -rightward.across)
	for _, kid := range leftward.kids {
		b.drawKid(&leftward, kid, -1, -leftward.across)
	}
	b.sidewaysPrerequisites()
}

// half is where a row of branches divides into two of about the same height.
func half(kids []*branch) int {
	total := 0.
	for _, kid := range kids {
		total += kid.height()
	}
	cut, sum := 0, 0.
	for cut < len(kids) && sum+kids[cut].height()/2 <= total/2+0.01 {
		sum += kids[cut].height()
		cut++
	}
	return max(1, cut)
}

// height is about how much room a branch takes across.
func (b *branch) height() float64 {
	sum := 0.
	for _, kid := range b.kids {
		sum += kid.height()
	}
	return max(sum, b.spread+b.gap)
}

// measure sets the extents of a branch and of all below it: the tree grows
// along x and spreads along y. Siblings are as wide as the widest needs.
func (b *builder) measure(at *branch) {
	at.spread = at.item.H
	at.length = at.item.W + levelGap
	if at.level >= topicLevel {
		at.length -= levelGap / 2
	}
	if at.level >= sectionLevel {
		width := topicLow
		for _, kid := range at.kids {
			width = max(width, kid.item.Inner()+2*padding)
		}
		for _, kid := range at.kids {
			kid.item.W = width
		}
	}
	for _, kid := range at.kids {
		kid.out = at.end()
		b.measure(kid)
	}
	if len(at.kids) == 0 && len(b.ends) > 0 {
		at.length = endless
	}
}

// draw adds a branch to the diagram, mirrored where side is -1.
func (b *builder) draw(at *branch, side, dy float64) {
	x := at.out
	if side < 0 {
		x = partStyle.W - at.out - at.item.W // outward from the root's left edge
	}
	b.put(at, x, at.across+dy, side)
	for _, kid := range at.kids {
		b.drawKid(at, kid, side, dy)
	}
}

// drawKid draws a branch and the line that leads to it.
func (b *builder) drawKid(at, kid *branch, side, dy float64) {
	x0, x1 := at.out+at.item.W, kid.out
	if side < 0 {
		x0, x1 = partStyle.W-x0, partStyle.W-x1
	}
	from := layout.Point{X: x0, Y: at.across + at.spread/2 + dy}
	to := layout.Point{X: x1, Y: kid.across + kid.spread/2 + dy}
	stem := x0 + side*min(stemLength, (x1-x0)*side/2)
	b.contain(at, kid, kit.Fork(from, layout.Point{X: stem, Y: from.Y}, layout.Point{X: stem, Y: to.Y}, to))
	b.draw(kid, side, dy)
}

// wave is a smooth line that leaves and arrives along x.
func wave(from, to layout.Point) layout.Path {
	path := layout.Path{Start: from}
	if math.Abs(from.Y-to.Y) < 0.01 {
		path.Line(to.X, to.Y)
		return path
	}
	middle := (from.X + to.X) / 2
	path.Curve(middle, from.Y, middle, to.Y, to.X, to.Y)
	return path
}
