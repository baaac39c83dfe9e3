package layered

// fit brings coordinates that take much more room than the widest row needs
// into that room: the rows are moved, down and up the layers in turn, so that
// each node comes as near to the mean of its neighbours as the room and the other
// nodes of its row let it. Long edges have more weight than boxes, so that they
// stay straight. Each row is solved exactly, in linear time.
func (n *net) fit(x []float64) {
	const slack, sweeps = 1.1, 12 // a little more room makes lines much straighter
	room := 0.
	for _, row := range n.rows {
		room = max(room, n.natural(row))
	}
	room *= slack
	low, high := n.extent(x)
	if high-low <= room {
		return
	}
	for v := range x {
		x[v] -= low
	}
	n.home(x, room)
	for sweep := range sweeps {
		for i := range n.rows {
			n.check()
			if sweep%2 == 0 {
				n.fitRow(n.rows[i], &n.up, x, room)
			} else {
				n.fitRow(n.rows[len(n.rows)-1-i], &n.down, x, room)
			}
		}
	}
}

// home puts the boxes without edges, which nothing else draws anywhere, where
// they would stand in the middle of the page if there were only boxes.
func (n *net) home(x []float64, room float64) {
	var boxes []int32
	for _, row := range n.rows {
		boxes = boxes[:0]
		for _, v := range row {
			if !n.chain(v) {
				boxes = append(boxes, v)
			}
		}
		at := (room - n.natural(boxes)) / 2
		for i, v := range boxes {
			if i == 0 {
				at += n.width[v] / 2
			} else {
				at += n.apart(boxes[i-1], v)
			}
			if n.loose(v) {
				x[v] = at
			}
		}
	}
}

// loose tells whether a node has no edges.
func (n *net) loose(v int32) bool { return len(n.up.of(v))+len(n.down.of(v)) == 0 }

// natural is the width of a row whose nodes stand as near as they may.
func (n *net) natural(row []int32) float64 {
	if len(row) == 0 {
		return 0
	}
	width := (n.width[row[0]] + n.width[row[len(row)-1]]) / 2
	for i := 1; i < len(row); i++ {
		width += n.apart(row[i-1], row[i])
	}
	return width
}

// pool is a stretch of nodes that stand as near to each other as they may.
type pool struct {
	sum, weight float64
	count       int
}

// fitRow places a row by the row before it: the sum of the weighted squares of
// the ways from where the nodes would be is the least. Without distances this is
// isotonic regression, solved by pooling adjacent violators (Ayer and others,
// "An empirical distribution function for sampling with incomplete information",
// Annals of Mathematical Statistics 26, 1955); the distances go in as offsets, and
// the bounds of the room as limits to the result.
func (n *net) fitRow(row []int32, beyond *links, x []float64, room float64) {
	if len(row) == 0 {
		return
	}
	offset := 0.
	var pools []pool
	for i, v := range row {
		if i > 0 {
			offset += n.apart(row[i-1], v)
		}
		wish, weight := n.wish(v, beyond, x)
		p := pool{sum: (wish - offset) * weight, weight: weight, count: 1}
		for len(pools) > 0 {
			last := pools[len(pools)-1]
			if last.sum/last.weight <= p.sum/p.weight {
				break
			}
			p.sum, p.weight, p.count = p.sum+last.sum, p.weight+last.weight, p.count+last.count
			pools = pools[:len(pools)-1]
		}
		pools = append(pools, p)
	}
	last := row[len(row)-1]
	least, most := n.width[row[0]]/2, room-n.width[last]/2-offset
	offset = 0
	i := 0
	for _, p := range pools {
		at := max(least, min(most, p.sum/p.weight))
		for range p.count {
			if i > 0 {
				offset += n.apart(row[i-1], row[i])
			}
			x[row[i]] = at + offset
			i++
		}
	}
}

// wish is where a node would be, and how much that matters.
func (n *net) wish(v int32, beyond *links, x []float64) (at, weight float64) {
	const loose, box, chain = 0.05, 1, 6
	near := beyond.of(v)
	if len(near) == 0 {
		return x[v], loose // where it is
	}
	for _, u := range near {
		at += x[u]
	}
	weight = box
	if n.chain(v) {
		weight = chain
	}
	return at / float64(len(near)), weight
}
