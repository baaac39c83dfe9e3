package tree

import "github.com/roadmapviz/roadmapviz/layout/kit"

// branch is a box of the tree with what it holds. The tree grows along one
// axis, from the root outward, and spreads across it.
type branch struct {
	item kit.Item
	kids []*branch
	// listed are the topics of a section that carries them as a list.
	listed []*branch
	level  int // 0 is the root

	out    float64 // where the box begins, outward from the root
	length float64 // the box and the gap behind it, outward
	spread float64 // the extent of the box, across
	gap    float64 // between the subtrees of its children
	across float64 // the result: where the box begins, across

	tidying
}

// tidying is the state of tidy, in the terms of the paper.
type tidying struct {
	prelim, mod, shift, change float64
	threadL, threadR           *branch // to the next box of the contour
	farL, farR                 *branch // the boxes that reach farthest out on either side
	modL, modR                 float64 // the sums of mod down to farL and farR
}

// tidy sets the across of every box of the tree: parents stand in the middle of
// their children, nothing overlaps, and subtrees stand as near to each other as
// their contours let them, whatever sizes the boxes have. Linear in the number of
// boxes. Van der Ploeg, "Drawing non-layered tidy trees in linear time",
// Software: Practice and Experience 44 (2014).
func tidy(root *branch) {
	root.each(func(b *branch) { b.tidying = tidying{} })
	root.first()
	root.second(0)
}

// end is how far out the box reaches.
func (b *branch) end() float64 { return b.out + b.length }

// first places the children of every box in relation to it, bottom up.
func (b *branch) first() {
	if len(b.kids) == 0 {
		b.farL, b.farR = b, b
		return
	}
	var low *reach
	for i, kid := range b.kids {
		kid.first()
		if i == 0 {
			low = low.with(kid.farL.end(), 0)
			continue
		}
		end := kid.farR.end()
		b.separate(i, low)
		low = low.with(end, i)
	}
	head, tail := b.kids[0], b.kids[len(b.kids)-1]
	b.prelim = (head.prelim+head.mod+tail.mod+tail.prelim+tail.spread)/2 - b.spread/2
	b.farL, b.modL = head.farL, head.modL
	b.farR, b.modR = tail.farR, tail.modR
}

// separate moves child i away from the children before it.
func (b *branch) separate(i int, low *reach) {
	left, right := b.kids[i-1], b.kids[i]
	modL, modR := left.mod, right.mod
	first := true // the child itself may move nearer, its contour only away
	for left != nil && right != nil {
		if left.end() > low.end {
			low = low.next
		}
		if move := modL + left.prelim + left.spread + b.gap - modR - right.prelim; move > 0 || first {
			modR += move
			b.move(i, low.child, move)
		}
		first = false
		endL, endR := left.end(), right.end()
		if endL <= endR {
			if left = left.nextRight(); left != nil {
				modL += left.mod
			}
		}
		if endL >= endR {
			if right = right.nextLeft(); right != nil {
				modR += right.mod
			}
		}
	}
	switch {
	case right != nil:
		b.threadLeft(i, right, modR)
	case left != nil:
		b.threadRight(i, left, modL)
	}
}

// move moves child i and spreads the way over the children between it and from.
func (b *branch) move(i, from int, way float64) {
	kid := b.kids[i]
	kid.mod += way
	kid.modL += way
	kid.modR += way
	if n := float64(i - from); n > 1 {
		b.kids[from+1].shift += way / n
		kid.shift -= way / n
		kid.change -= way - way/n
	}
}

func (b *branch) nextLeft() *branch {
	if len(b.kids) > 0 {
		return b.kids[0]
	}
	return b.threadL
}

func (b *branch) nextRight() *branch {
	if n := len(b.kids); n > 0 {
		return b.kids[n-1]
	}
	return b.threadR
}

// threadLeft continues the left contour of the children before i in that of child i.
func (b *branch) threadLeft(i int, to *branch, mods float64) {
	head, kid := b.kids[0], b.kids[i]
	head.farL.threadL = to
	diff := mods - to.mod - head.modL
	head.farL.mod += diff
	head.farL.prelim -= diff
	head.farL, head.modL = kid.farL, kid.modL
}

// threadRight continues the right contour of child i in that of the children before it.
func (b *branch) threadRight(i int, to *branch, mods float64) {
	kid, before := b.kids[i], b.kids[i-1]
	kid.farR.threadR = to
	diff := mods - to.mod - kid.modR
	kid.farR.mod += diff
	kid.farR.prelim -= diff
	kid.farR, kid.modR = before.farR, before.modR
}

// second adds up the relative places, top down.
func (b *branch) second(mods float64) {
	mods += b.mod
	b.across = b.prelim + mods
	var step, sum float64
	for _, kid := range b.kids {
		step += kid.shift
		sum += step + kid.change
		kid.mod += sum
		kid.second(mods)
	}
}

// reach is a list of the children whose subtrees are seen from the right, with
// how far out each is the nearest; the farthest-reaching stand last.
type reach struct {
	end   float64
	child int
	next  *reach
}

func (r *reach) with(end float64, child int) *reach {
	for r != nil && end >= r.end {
		r = r.next
	}
	return &reach{end, child, r}
}
