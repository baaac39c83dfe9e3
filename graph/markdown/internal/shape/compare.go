package shape

import (
	"cmp"
	"encoding/binary"
	"slices"
)

// A ranking is a reading with its rank and the way that it was made in.
type ranking struct {
	*Reading
	way  way
	rank int
}

// compare makes all readings of a tree, best first. Of those that draw the
// same, the first speaks for all.
func (t *Tree) compare(j *learned, c constraints) []ranking {
	j.fixed, j.earlier = c, t.earlier(c)
	j.ready()
	x := comparison{learned: j, d: drawing{t: t}, kept: numbersFor(64, 32), framed: numbersFor(64, 32), drawn: numbersFor(64, 16)}
	for _, s := range t.Schemes() {
		if c.allows(s) {
			x.read(s)
		}
	}
	slices.SortStableFunc(x.out, func(a, b ranking) int { return cmp.Compare(b.rank, a.rank) })
	return x.out
}

// A comparison is the readings that were made so far, each of which draws something else.
type comparison struct {
	*learned
	d      drawing  // the one that is made
	kept   *numbers // of the parts and sections that schemes keep
	framed *numbers // the same in their frame
	drawn  *numbers // of those with what fills them
	key    []byte   // that is looked up
	out    []ranking
}

// read makes the readings of a scheme, in all ways that may draw something of their own. What
// a keeping keeps that no weight separates from the usual one is the same; and so is what is
// drawn where no unit comes to another decision by leaning.
func (x *comparison) read(s *Scheme) {
	turns := [keepings]bool{usual: true}
	for keeps := range keepings {
		if !turns[keeps] {
			continue
		}
		x.keep(&x.d.kept, s, keeps)
		if keeps == usual {
			turns = x.turns
		}
		if _, isFirst := x.kept.of(x.keyOf(x.d.bare)); !isFirst { // all that follows would be the same
			continue
		}
		x.d.frame(x.t)
		frame, _ := x.framed.of(x.keyOf(x.d.framed))
		for _, w := range ways {
			x.t.Doc.Check()
			if w.keeps == keeps && (w.mode != alike || x.tally()) {
				x.fill(&x.d, w.mode)
				x.add(w, frame)
			}
		}
	}
}

// keyOf tells the parts and sections among some roles, as far as they stand in the region.
func (x *comparison) keyOf(roles []Role) []byte {
	x.key = x.key[:0]
	for _, n := range x.d.nodes {
		if i := n.Index; roles[i] >= Part && i >= x.d.Region.Index {
			x.key = binary.AppendUvarint(x.key, uint64(2*i+b2i(roles[i] == Section)))
		}
	}
	return x.key
}

// add ranks what is drawn in a frame, if that is a course and nothing that was drawn before.
func (x *comparison) add(w way, frame int32) {
	if !x.d.isCourse() {
		return
	}
	x.key = binary.AppendUvarint(x.key[:0], uint64(frame))
	for _, f := range x.d.filled {
		if f != &nothing {
			x.key = binary.AppendUvarint(x.key, uint64(f.drawn))
		}
	}
	if _, isNew := x.drawn.of(x.key); !isNew {
		return
	}
	r := x.reading(&x.d)
	x.out = append(x.out, ranking{r, w, x.rank(&x.d) + x.fixed.rank(x.t, r) + x.earlier.rank(r)})
}
