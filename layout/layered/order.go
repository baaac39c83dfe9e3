package layered

import (
	"cmp"
	"slices"
)

const (
	mostSweeps, leastSweeps = 24, 4
	mostStarts              = 6
	patience                = 8 // sweeps without success before the search ends
	// workLimit bounds the nodes that all sweeps visit together, so that a
	// huge course gets fewer of them.
	workLimit = 6_000_000
)

// order puts the nodes of every layer into an order with few crossings: each
// row is sorted by the medians of its neighbours in the row before, down and up
// the layers in turn, and neighbours are exchanged where that helps; the best
// order is kept. Gansner, Koutsofios, North and Vo, "A technique for drawing
// directed graphs", IEEE Transactions on Software Engineering 19 (1993).
//
// The search starts from the order of the document and from scattered ones, from
// which it often comes farther. Boxes without edges are
// put between the others at the end ([net.settle]).
func (n *net) order() {
	o := &ordering{net: n, value: make([]float64, len(n.layer)), best: n.snapshot(), fewest: n.crossings()}
	sweeps := workLimit / (len(n.layer) + 1)
	starts := min(mostStarts, sweeps/mostSweeps)
	if starts > 0 {
		o.search(mostSweeps)
	}
	for start := range max(1, starts) {
		o.scatter(uint32(start))
		o.search(max(leastSweeps, min(mostSweeps, sweeps)))
	}
	n.restore(o.best)
	n.settle()
}

// search sweeps over the rows and keeps the best order that it meets.
func (o *ordering) search(sweeps int) {
	for sweep, failed := 0, 0; sweep < sweeps && o.fewest > 0 && failed < patience; sweep++ {
		ties := sweep%4 >= 2
		o.sweep(sweep%2 == 0, ties)
		o.transpose(ties)
		if c := o.crossings(); c < o.fewest {
			o.best, o.fewest, failed = o.snapshot(), c, 0
		} else {
			failed++
		}
	}
}

// scatter mixes every row, for each seed in its own way.
func (n *net) scatter(seed uint32) {
	hash := func(v int32) uint32 { // the finalizer of MurmurHash3
		h := uint32(v) + seed*0x9e3779b9
		h = (h ^ h>>16) * 0x85ebca6b
		h = (h ^ h>>13) * 0xc2b2ae35
		return h ^ h>>16
	}
	for _, row := range n.rows {
		slices.SortFunc(row, func(a, b int32) int {
			if n.fixed(a) != n.fixed(b) {
				if n.fixed(a) {
					return -1
				}
				return 1
			}
			return cmp.Compare(hash(a), hash(b))
		})
		n.number(row)
	}
}

// settle gives the boxes without edges their places among the others: all boxes
// of a row stand in document order as far as the order of those with edges,
// which stays, lets them, and edges that pass keep in line with their ends.
func (n *net) settle() {
	place := n.inDocument()
	var loose, linked []int32
	for _, row := range n.rows {
		loose, linked = loose[:0], linked[:0]
		for _, v := range row {
			if !n.fixed(v) && n.loose(v) {
				loose = append(loose, v)
			} else {
				linked = append(linked, v)
			}
		}
		slices.Sort(loose)
		for i := range row {
			if len(linked) == 0 || len(loose) > 0 && !n.fixed(linked[0]) && place[loose[0]] < place[linked[0]] {
				row[i], loose = loose[0], loose[1:]
			} else {
				row[i], linked = linked[0], linked[1:]
			}
		}
		n.number(row)
	}
}

// inDocument is the place of each box in its row by document order, from 0 to
// 1, and of each edge that passes a row, between the places of its ends.
func (n *net) inDocument() []float64 {
	place := make([]float64, len(n.layer))
	boxes := make([]int, len(n.rows))
	for v := range n.boxes {
		boxes[n.layer[v]]++
	}
	next := make([]int, len(n.rows))
	for v := range n.boxes {
		l := n.layer[v]
		place[v] = (float64(next[l]) + 0.5) / float64(boxes[l])
		next[l]++
	}
	for _, c := range n.chains {
		from, to := place[c[0]], place[c[len(c)-1]]
		for i := 1; i < len(c)-1; i++ {
			place[c[i]] = from + (to-from)*float64(i)/float64(len(c)-1)
		}
	}
	return place
}

func (n *net) snapshot() [][]int32 {
	rows := make([][]int32, len(n.rows))
	for i, row := range n.rows {
		rows[i] = slices.Clone(row)
	}
	return rows
}

func (n *net) restore(rows [][]int32) {
	n.rows = rows
	for _, row := range rows {
		n.number(row)
	}
}

// ordering is the working state of order.
type ordering struct {
	*net
	best   [][]int32
	fewest int       // crossings of the best order so far
	value  []float64 // the median of each node's neighbours; -1 for none
	seats  []int32
	moved  []int32
}

// sweep sorts every row by the one before it; equal medians keep their order,
// or change it where flip is set, which lets the search leave a dead end.
func (o *ordering) sweep(down, flip bool) {
	for i := 1; i < len(o.rows); i++ {
		o.check()
		l, beyond := i, &o.up
		if !down {
			l, beyond = len(o.rows)-1-i, &o.down
		}
		o.sortRow(o.rows[l], beyond, flip)
	}
}

// sortRow sorts the nodes that have neighbours among the seats that these take
// now. The others keep their seats.
func (o *ordering) sortRow(row []int32, beyond *links, flip bool) {
	o.seats, o.moved = o.seats[:0], o.moved[:0]
	for i, v := range row {
		if o.fixed(v) {
			continue
		}
		if o.value[v] = o.median(beyond.of(v)); o.value[v] >= 0 {
			o.seats = append(o.seats, int32(i))
			o.moved = append(o.moved, v)
		}
	}
	if flip {
		slices.Reverse(o.moved)
	}
	slices.SortStableFunc(o.moved, func(a, b int32) int {
		switch {
		case o.value[a] < o.value[b]:
			return -1
		case o.value[a] > o.value[b]:
			return 1
		}
		return 0
	})
	for i, seat := range o.seats {
		row[seat] = o.moved[i]
		o.at[o.moved[i]] = seat
	}
}

// median is the weighted median of the places of some nodes: of two in the
// middle, the side where the places lie closer together draws.
func (o *ordering) median(nodes []int32) float64 {
	switch len(nodes) {
	case 0:
		return -1
	case 1:
		return float64(o.at[nodes[0]])
	case 2:
		return float64(o.at[nodes[0]]+o.at[nodes[1]]) / 2
	}
	places := o.places(nodes, nil)
	m := len(places) / 2
	if len(places)%2 == 1 {
		return float64(places[m])
	}
	left, right := float64(places[m-1]-places[0]), float64(places[len(places)-1]-places[m])
	if left+right == 0 {
		return float64(places[m-1]+places[m]) / 2
	}
	// Rounding each product keeps the order the same on every processor.
	return (float64(float64(places[m-1])*right) + float64(float64(places[m])*left)) / (left + right)
}

// places are the positions of some nodes in their row, sorted.
func (o *ordering) places(nodes, buffer []int32) []int32 {
	buffer = buffer[:0]
	for _, v := range nodes {
		buffer = append(buffer, o.at[v])
	}
	slices.Sort(buffer)
	return buffer
}

// transpose exchanges neighbours in a row as long as that saves crossings; with
// ties it also does, once, where it saves none.
func (o *ordering) transpose(ties bool) {
	const rounds = 20
	dirty := make([]bool, len(o.rows))
	for l := range dirty {
		dirty[l] = true
	}
	for round := range rounds {
		any := false
		for l, row := range o.rows {
			if !dirty[l] {
				continue
			}
			dirty[l] = false
			o.check()
			if o.transposeRow(row, ties && round == 0) {
				any, dirty[l], dirty[max(l-1, 0)], dirty[min(l+1, len(dirty)-1)] = true, true, true, true
			}
		}
		if !any {
			return
		}
	}
}

func (o *ordering) transposeRow(row []int32, ties bool) (saved bool) {
	for i := 1; i < len(row); i++ {
		if o.fixed(row[i-1]) {
			continue
		}
		gain := o.gain(row[i-1], row[i])
		if gain > 0 || gain == 0 && ties {
			row[i-1], row[i] = row[i], row[i-1]
			o.at[row[i-1]], o.at[row[i]] = int32(i-1), int32(i)
			saved = saved || gain > 0
		}
	}
	return saved
}

// gain is how many crossings are saved when v and w, neighbours in a row, change places.
func (o *ordering) gain(v, w int32) int {
	return o.saved(o.up.of(v), o.up.of(w)) + o.saved(o.down.of(v), o.down.of(w))
}

// saved counts the pairs of edges to a and to b that cross now, less those
// that would cross after the exchange.
func (o *ordering) saved(a, b []int32) int {
	saved := 0
	for _, x := range a {
		for _, y := range b {
			switch {
			case o.at[x] > o.at[y]:
				saved++
			case o.at[x] < o.at[y]:
				saved--
			}
		}
	}
	return saved
}
