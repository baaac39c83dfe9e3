package layered

import (
	"math"
	"slices"
)

// gaps between neighbours in a row, px.
const (
	boxGap   = 22. // between two boxes
	chainGap = 10. // between two edges
	passGap  = 16. // between a box and an edge that passes it
)

// apart is the least distance between the middles of two neighbours.
func (n *net) apart(left, right int32) float64 {
	gap := passGap
	switch {
	case n.chain(left) && n.chain(right):
		gap = chainGap
	case !n.chain(left) && !n.chain(right):
		gap = boxGap
	}
	return (n.width[left]+n.width[right])/2 + gap
}

// coordinates gives every node the x of its middle, so that long edges are
// straight and boxes stand amid their neighbours. Brandes and Köpf, "Fast and
// simple horizontal coordinate assignment", Graph Drawing 2001; the blocks are
// packed by longest paths, which avoids the fault that its authors later found
// in the packing (arXiv 2008.01252). What comes out too wide is fitted ([net.fit]).
func (n *net) coordinates() []float64 {
	conflicts := n.conflicts()
	var xs [4][]float64
	for i := range xs {
		b := newBlocks(n, i%2 == 1, i >= 2)
		b.align(conflicts)
		xs[i] = b.place()
	}
	x := n.balance(xs)
	n.fit(x)
	return x
}

// extent is how far the nodes reach to the left and to the right.
func (n *net) extent(x []float64) (low, high float64) {
	low, high = math.Inf(1), math.Inf(-1)
	for v := range x {
		low = min(low, x[v]-n.width[v]/2)
		high = max(high, x[v]+n.width[v]/2)
	}
	return low, high
}

// segment is an edge between two layers.
type segment struct{ upper, lower int32 }

// conflicts are the segments at boxes that cross a segment in the middle of a
// long edge: these give way.
func (n *net) conflicts() map[segment]bool {
	marked := map[segment]bool{}
	for l := 1; l+1 < len(n.rows); l++ {
		n.check()
		upper, lower := n.rows[l], n.rows[l+1]
		left, from := int32(0), 0
		for i, v := range lower {
			right := int32(len(upper) - 1)
			inner := n.innerAbove(v)
			if inner < 0 && i < len(lower)-1 {
				continue
			}
			if inner >= 0 {
				right = n.at[inner]
			}
			for ; from <= i; from++ {
				w := lower[from]
				if n.innerAbove(w) >= 0 {
					continue
				}
				for _, u := range n.up.of(w) {
					if n.at[u] < left || n.at[u] > right {
						marked[segment{u, w}] = true
					}
				}
			}
			left = right
		}
	}
	return marked
}

// innerAbove is the node above v when both belong to one long edge, else -1.
func (n *net) innerAbove(v int32) int32 {
	if n.chain(v) {
		if u := n.up.of(v)[0]; n.chain(u) {
			return u
		}
	}
	return -1
}

// blocks is one of the four alignments: nodes that stand exactly below each
// other form a block. It works downward or upward, and from the left or, as in
// a mirror, from the right.
type blocks struct {
	*net
	upward, mirrored bool
	root, next       []int32 // the first node of each node's block, and a ring through it
}

func newBlocks(n *net, upward, mirrored bool) *blocks {
	b := &blocks{net: n, upward: upward, mirrored: mirrored,
		root: make([]int32, len(n.layer)), next: make([]int32, len(n.layer))}
	for v := range b.root {
		b.root[v], b.next[v] = int32(v), int32(v)
	}
	return b
}

// align joins each node to the middle one of its neighbours in the row before.
func (b *blocks) align(conflicts map[segment]bool) {
	var places []int32
	for i := range b.rows {
		l, beyond, step := i, &b.up, -1
		if b.upward {
			l, beyond, step = len(b.rows)-1-i, &b.down, 1
		}
		if i == 0 {
			continue
		}
		b.check()
		row, before := b.rows[l], b.rows[l+step]
		last := int32(-1) // the place in the row before that was taken last
		if b.mirrored {
			last = int32(len(before))
		}
		for j := range row {
			v := row[j]
			if b.mirrored {
				v = row[len(row)-1-j]
			}
			near := beyond.of(v)
			if len(near) == 0 {
				continue
			}
			places = places[:0]
			for _, u := range near {
				places = append(places, b.at[u])
			}
			slices.Sort(places)
			middles := [2]int32{places[(len(places)-1)/2], places[len(places)/2]}
			if b.mirrored {
				middles[0], middles[1] = middles[1], middles[0]
			}
			for _, place := range middles {
				free := place > last
				if b.mirrored {
					free = place < last
				}
				u := before[place]
				s := segment{u, v}
				if b.upward {
					s = segment{v, u}
				}
				if b.next[v] == v && free && !conflicts[s] {
					b.next[u] = v
					b.root[v] = b.root[u]
					b.next[v] = b.root[v]
					last = place
				}
			}
		}
	}
}

// place packs the blocks: first each as far left as it goes, then each as far
// right as the ones behind it leave it; mirrored, the other way about.
func (b *blocks) place() []float64 {
	order := b.sorted()
	x := make([]float64, len(b.root))
	for _, r := range order {
		b.check()
		at := 0.
		b.each(r, func(v int32) {
			if u := b.beside(v, -1); u >= 0 {
				at = max(at, x[b.root[u]]+b.between(u, v))
			}
		})
		x[r] = at
	}
	for _, r := range slices.Backward(order) {
		b.check()
		most := math.Inf(1)
		b.each(r, func(v int32) {
			if w := b.beside(v, 1); w >= 0 {
				most = min(most, x[b.root[w]]-b.between(v, w))
			}
		})
		if !math.IsInf(most, 1) {
			x[r] = max(x[r], most)
		}
	}
	for v, r := range b.root {
		x[v] = x[r]
	}
	if b.mirrored {
		for v := range x {
			x[v] = -x[v]
		}
	}
	return x
}

func (b *blocks) each(root int32, do func(int32)) {
	do(root)
	for v := b.next[root]; v != root; v = b.next[v] {
		do(v)
	}
}

// beside is the neighbour of v in its row, before (-1) or behind (1), or -1.
func (b *blocks) beside(v int32, step int) int32 {
	if b.mirrored {
		step = -step
	}
	row := b.rows[b.layer[v]]
	if i := int(b.at[v]) + step; i >= 0 && i < len(row) {
		return row[i]
	}
	return -1
}

func (b *blocks) between(u, v int32) float64 {
	if b.mirrored {
		u, v = v, u
	}
	return b.apart(u, v)
}

// sorted are the roots in an order in which each block comes behind all that
// stand before it in a row.
func (b *blocks) sorted() []int32 {
	waits := make([]int32, len(b.root))
	var order []int32
	for v := range b.root {
		if b.beside(int32(v), -1) >= 0 {
			waits[b.root[v]]++
		}
	}
	for v, r := range b.root {
		if int32(v) == r && waits[v] == 0 {
			order = append(order, r)
		}
	}
	for i := 0; i < len(order); i++ {
		b.check()
		b.each(order[i], func(v int32) {
			if w := b.beside(v, 1); w >= 0 {
				r := b.root[w]
				if waits[r]--; waits[r] == 0 {
					order = append(order, r)
				}
			}
		})
	}
	return order
}

// balance moves the four results over the narrowest one and takes the mean of
// the two in the middle, for every node.
func (n *net) balance(xs [4][]float64) []float64 {
	var low, high [4]float64
	narrowest := 0
	for i, x := range xs {
		low[i], high[i] = n.extent(x)
		if high[i]-low[i] < high[narrowest]-low[narrowest] {
			narrowest = i
		}
	}
	for i, x := range xs {
		shift := low[narrowest] - low[i]
		if i >= 2 {
			shift = high[narrowest] - high[i]
		}
		for v := range x {
			x[v] += shift
		}
	}
	result := make([]float64, len(xs[0]))
	for v := range result {
		n.check()
		four := [4]float64{xs[0][v], xs[1][v], xs[2][v], xs[3][v]}
		slices.Sort(four[:])
		result[v] = (four[1] + four[2]) / 2
	}
	return result
}
