package graph

import "slices"

// maxReductionSteps bounds the work of [Graph.TransitiveReduction], in edges
// followed per edge of the graph. Each is followed once for 64 ends at most, so that
// nothing is left undone below 128,000 of these.
const maxReductionSteps = 2000

// TransitiveReduction is the graph without the prerequisites that follow from
// others: if A is required by B and B by C, or if A is required by what holds C,
// an edge from A to C says nothing new, and is not worth a line in a figure.
// Edges of other kinds stay. The time is linear in most courses; in a graph with more than
// 128,000 nodes to which several ways may lead, the search may stop at a bound, and some
// edges that could go stay. g is not changed, and shares with the result what is alike; it is
// the result where nothing follows.
func (g *Graph) TransitiveReduction() *Graph { return NewIndex(g).TransitiveReduction().graph }

// TransitiveReduction does the same for who has an index, and wants that of the result.
func (x *Index) TransitiveReduction() *Index {
	g, requires := x.graph, 0
	for i := range g.Edges {
		if g.Edges[i].Kind == Requires {
			requires++
		}
	}
	if requires < 2 {
		return x // one edge follows from no other
	}
	after := newLinks(x, forward, Requires)
	redundant := inherited(x)
	if after.areForked() {
		detours(after, order(x), redundant)
	}
	kept := 0
	for _, r := range redundant {
		if !r {
			kept++
		}
	}
	if kept == len(g.Edges) {
		return x
	}
	reduced := *g
	reduced.Edges = make([]Edge, 0, kept)
	for i := range g.Edges {
		if !redundant[i] {
			reduced.Edges = append(reduced.Edges, g.Edges[i])
		}
	}
	return x.Alike(&reduced)
}

// detours marks the links to what can be reached from the same node by a longer way,
// and those that are there twice. The ways are found for 64 ends at once, a bit each:
// from the last node in an order in which links point forward to the first, each
// reaches what those reach that it leads to. Links that were marked are not followed
// again, for nothing is reached by them alone.
func detours(after *links, order []int, redundant []bool) {
	place := make([]int, len(order))
	for at, i := range order {
		place[i] = at
	}
	var starts, ends []int // nodes with links, and nodes to which there may be several ways, in their order
	out, isEnd := make([][]link, len(order)), make([]bool, len(order))
	for _, i := range order {
		if isEnd[i] {
			ends = append(ends, i)
		}
		if len(after.of(i)) == 0 {
			continue
		}
		starts, out[i] = append(starts, i), after.of(i)
		slices.SortStableFunc(out[i], func(a, b link) int { return place[a.node] - place[b.node] })
		last := -1
		out[i] = slices.DeleteFunc(out[i], func(l link) bool {
			twice := l.node == last
			redundant[l.edge], last = redundant[l.edge] || twice, l.node
			return twice
		})
		for _, l := range out[i] {
			isEnd[l.node] = isEnd[l.node] || len(out[i]) > 1
		}
	}
	bit, reaches := make([]uint64, len(order)), make([]uint64, len(order))
	for steps := maxReductionSteps * len(redundant); len(ends) > 0 && steps > 0; {
		block := ends[:min(len(ends), 64)]
		ends = ends[len(block):]
		for k, i := range block {
			bit[i] = 1 << k
		}
		end := place[block[len(block)-1]] // nothing behind it leads there
		for _, i := range slices.Backward(starts) {
			direct, round := uint64(0), uint64(0)
			for _, l := range out[i] {
				if place[l.node] > end {
					break
				}
				direct, round = direct|bit[l.node], round|reaches[l.node]
				steps--
			}
			if reaches[i] = direct | round; direct&round == 0 {
				continue
			}
			out[i] = slices.DeleteFunc(out[i], func(l link) bool {
				known := bit[l.node]&round != 0
				redundant[l.edge] = redundant[l.edge] || known
				return known
			})
		}
		for _, i := range block {
			bit[i] = 0
		}
		clear(reaches)
	}
}

// areForked tells whether any link begins where another does and ends where another does:
// no other can be a detour's, or be there twice.
func (l *links) areForked() bool {
	into := make([]int32, l.len())
	for _, k := range l.all {
		into[k.node]++
	}
	for i := range into {
		if of := l.of(i); len(of) > 1 && slices.ContainsFunc(of, func(k link) bool { return into[k.node] > 1 }) {
			return true
		}
	}
	return false
}

// inherited marks the prerequisites that what holds a node has as well.
func inherited(x *Index) []bool {
	edges := x.graph.Edges
	marks := make([]bool, len(edges))
	required := make(map[ends]bool) // by what holds others
	for i := range edges {
		if e := &edges[i]; e.Kind == Requires {
			if _, to := x.Ends(i); to >= 0 && len(x.Children(to)) > 0 {
				required[x.allEnds()[i]] = true
			}
		}
	}
	if len(required) == 0 {
		return marks
	}
	for i := range edges {
		from, to := x.Ends(i)
		if edges[i].Kind != Requires || to < 0 {
			continue
		}
		for _, a := range x.Ancestors(to) {
			marks[i] = marks[i] || required[ends{int32(from), int32(a)}]
		}
	}
	return marks
}
