package graph

import "slices"

// link is one end of an edge: the node at its other end and the edge itself,
// by their positions.
type link struct {
	node, edge int
}

// direction says which way [links] follow the edges.
type direction bool

const (
	forward  direction = false // from what comes first to what comes after
	backward direction = true
)

// links are the edges of each node in one direction, in two flat slices so
// that 100,000 nodes cost two allocations. Edges with an unknown end are left
// out.
type links struct {
	start []int
	all   []link
}

// newLinks collects the edges of the given kinds; without any, of all that say
// what comes first.
func newLinks(x *Index, d direction, kinds ...EdgeKind) *links {
	edges := x.graph.Edges
	l := &links{start: make([]int, len(x.graph.Nodes)+2)}
	ends := func(i int) (from, to int, wanted bool) {
		kind := edges[i].Kind
		if len(kinds) > 0 && !slices.Contains(kinds, kind) || len(kinds) == 0 && kind == Leads {
			return 0, 0, false
		}
		if from, to = x.Ends(i); d == backward {
			from, to = to, from
		}
		return from, to, from >= 0 && to >= 0
	}
	for i := range edges {
		if from, _, wanted := ends(i); wanted {
			l.start[from+2]++
		}
	}
	for i := 2; i < len(l.start); i++ {
		l.start[i] += l.start[i-1]
	}
	l.all = make([]link, l.start[len(l.start)-1])
	for i := range edges {
		if from, to, wanted := ends(i); wanted {
			l.all[l.start[from+1]] = link{to, i}
			l.start[from+1]++
		}
	}
	return l
}

func (l *links) len() int { return len(l.start) - 2 }

// of are the links of node i, in the order of the edges.
func (l *links) of(i int) []link { return l.all[l.start[i]:l.start[i+1]] }

func (l *links) joins(from, to int) bool {
	return slices.ContainsFunc(l.of(from), func(k link) bool { return k.node == to })
}
