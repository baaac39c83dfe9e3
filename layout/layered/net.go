package layered

// net is a graph whose nodes stand in layers and whose edges lead from each
// layer to the next only: an edge over several layers is a chain of nodes of
// its own, one in each layer between. Nodes are numbered; the first ones are the
// boxes, in the order given, and the chains follow.
type net struct {
	check  func()    // ends the work if its context has ended
	boxes  int       // the number of nodes that are boxes
	layer  []int32   // of each node
	width  []float64 // of each node; 0 for chains
	pinned []bool    // of each box: it stays the first of its layer
	rows   [][]int32 // the nodes of each layer, in order
	at     []int32   // the position of each node in its row
	up     links     // neighbours in the layer above
	down   links     // neighbours in the layer below
	chains [][]int32 // of each edge given, its nodes from the upper box to the lower
}

// links are the neighbours of every node: those of v are to[start[v]:start[v+1]].
type links struct{ start, to []int32 }

func (l *links) of(v int32) []int32 { return l.to[l.start[v]:l.start[v+1]] }

// newNet builds the net of boxes with their layers and widths and of edges
// between them, each from an upper layer to a lower one. Rows are in the order
// of a walk along the edges, box by box, so that what belongs together starts out
// side by side.
func newNet(check func(), layer []int32, width []float64, edges [][2]int32) *net {
	n := &net{check: check, boxes: len(layer), layer: layer, width: width, pinned: make([]bool, len(layer))}
	layers, nodes := int32(0), len(layer)
	for _, l := range layer {
		layers = max(layers, l+1)
	}
	for _, e := range edges {
		nodes += int(layer[e[1]]-layer[e[0]]) - 1
	}
	n.layer = append(make([]int32, 0, nodes), layer...)
	n.width = append(make([]float64, 0, nodes), width...)
	n.chains = make([][]int32, len(edges))
	all := make([]int32, 0, nodes-len(layer)+2*len(edges))
	for i, e := range edges {
		n.check()
		first := len(all)
		all = append(all, e[0])
		for l := layer[e[0]] + 1; l < layer[e[1]]; l++ {
			all = append(all, int32(len(n.layer)))
			n.layer = append(n.layer, l)
			n.width = append(n.width, 0)
		}
		all = append(all, e[1])
		n.chains[i] = all[first:len(all):len(all)]
	}
	n.link()
	n.arrange(layers)
	return n
}

// link finds the neighbours of every node.
func (n *net) link() {
	nodes := len(n.layer)
	n.up.start, n.down.start = make([]int32, nodes+2), make([]int32, nodes+2)
	for _, c := range n.chains {
		n.check()
		for i := 1; i < len(c); i++ {
			n.down.start[c[i-1]+2]++
			n.up.start[c[i]+2]++
		}
	}
	for _, l := range []*links{&n.up, &n.down} {
		for v := 2; v < len(l.start); v++ {
			l.start[v] += l.start[v-1]
		}
		l.to = make([]int32, l.start[nodes+1])
	}
	put := func(l *links, from, to int32) {
		l.to[l.start[from+1]] = to
		l.start[from+1]++
	}
	for _, c := range n.chains {
		n.check()
		for i := 1; i < len(c); i++ {
			put(&n.down, c[i-1], c[i])
			put(&n.up, c[i], c[i-1])
		}
	}
}

// arrange fills the rows in the order of a depth-first walk.
func (n *net) arrange(layers int32) {
	count := make([]int32, layers)
	for _, l := range n.layer {
		count[l]++
	}
	n.rows = make([][]int32, layers)
	for l := range n.rows {
		n.rows[l] = make([]int32, 0, count[l])
	}
	n.at = make([]int32, len(n.layer))
	seen := make([]bool, len(n.layer))
	var stack []int32
	for box := range n.boxes {
		n.check()
		stack = append(stack, int32(box))
		for len(stack) > 0 {
			v := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			if seen[v] {
				continue
			}
			seen[v] = true
			n.at[v] = int32(len(n.rows[n.layer[v]]))
			n.rows[n.layer[v]] = append(n.rows[n.layer[v]], v)
			below := n.down.of(v)
			for i := len(below) - 1; i >= 0; i-- {
				stack = append(stack, below[i])
			}
		}
	}
}

// pin makes a box the first of its row, for good.
func (n *net) pin(box int32) {
	row := n.rows[n.layer[box]]
	copy(row[1:], row[:n.at[box]])
	row[0] = box
	n.pinned[box] = true
	n.number(row)
}

func (n *net) number(row []int32) {
	for i, v := range row {
		n.at[v] = int32(i)
	}
}

// chain tells whether a node is part of an edge and not a box.
func (n *net) chain(v int32) bool { return int(v) >= n.boxes }

// fixed tells whether a node must stay the first of its row.
func (n *net) fixed(v int32) bool { return int(v) < n.boxes && n.pinned[v] }
