package build

import (
	"cmp"
	"slices"

	"github.com/roadmapviz/roadmapviz/graph"
)

// breakCycles takes out of the links those that would close a cycle.
func (b *Builder) breakCycles(left func(Link, []int)) {
	isBack := func(l Link) bool { return l.From >= l.To && l.Kind != graph.Leads }
	if !slices.ContainsFunc(b.links, isBack) {
		return // all edges go forward in the text
	}
	s := newSearch(b.parent, b.links)
	drop := make([]bool, len(b.links))
	for _, i := range s.byRank() {
		b.check()
		l := &b.links[i]
		if l.Kind == graph.Leads {
			continue
		}
		if cycle, ok := s.keep(i); !ok {
			left(*l, cycle)
			if b.Graph.IsPlain() && l.At != Nowhere {
				l.Kind = graph.Leads
			} else {
				drop[i] = true
			}
		}
	}
	b.steps = s.steps
	kept := b.links[:0]
	for i, l := range b.links {
		if !drop[i] {
			kept = append(kept, l)
		}
	}
	b.links = kept
}

// maxSteps bounds the search for cycles: steps for each node and link. Only
// what lies on cycles, or between them, costs any. A document that needs more
// has so many cycles that it is not worth more time than the order at hand.
const maxSteps = 64

// A search keeps the nodes in an order in which every kept arc points forward,
// and mends the order when a link is added: Pearce and Kelly, "A dynamic
// topological sort algorithm for directed acyclic graphs" (2006).
type search struct {
	links         []Link
	arcs          []arc // what holds what, then the links
	held          int   // how many arcs are of the first sort
	kept          []bool
	ahead, behind way
	core          []bool // by node: it may lie on a cycle
	order         []int  // by node
	seen          []int  // by node: the last walk that came by
	from          []int  // by node: the one before it in that walk
	walks         int
	steps, budget int
}

type arc struct{ from, to int }

// A way is a direction to follow the arcs in.
type way struct {
	groups               // the arcs by where they are met
	end    func(arc) int // the other end
	found  []int         // nodes of the last walk
}

func newSearch(parent []int, links []Link) *search {
	n := len(parent)
	s := &search{links: links, held: n - 1, budget: maxSteps * (n + len(links))}
	s.arcs = make([]arc, 0, s.held+len(links))
	for i := 1; i < n; i++ {
		s.arcs = append(s.arcs, arc{parent[i], i})
	}
	for _, l := range links {
		s.arcs = append(s.arcs, arc{l.From, l.To})
	}
	from, to := func(a arc) int { return a.from }, func(a arc) int { return a.to }
	s.ahead = way{groups: group(n, len(s.arcs), func(i int) int { return s.arcs[i].from }), end: to}
	s.behind = way{groups: group(n, len(s.arcs), func(i int) int { return s.arcs[i].to }), end: from}
	s.kept = make([]bool, len(s.arcs))
	for i := range s.held {
		s.kept[i] = true
	}
	s.core, s.order, s.seen, s.from = make([]bool, n), make([]int, n), make([]int, n), make([]int, n)
	for i := range n {
		s.core[i], s.order[i] = true, i
	}
	s.peel(&s.behind, &s.ahead)
	s.peel(&s.ahead, &s.behind)
	return s
}

// peel takes out of the core, again and again, the nodes that one way meets no
// arc at. What both ways leave lies on cycles or between them.
func (s *search) peel(one, other *way) {
	count := make([]int, len(s.core)) // arcs within the core
	var free []int
	for v := range count {
		for _, a := range one.of(v) {
			if s.core[s.arcs[a].from] && s.core[s.arcs[a].to] {
				count[v]++
			}
		}
		if s.core[v] && count[v] == 0 {
			free = append(free, v)
		}
	}
	for len(free) > 0 {
		v := free[len(free)-1]
		free = free[:len(free)-1]
		s.core[v] = false
		for _, a := range other.of(v) {
			w := other.end(s.arcs[a])
			if count[w]--; count[w] == 0 && s.core[w] {
				free = append(free, w)
			}
		}
	}
}

// byRank are the links in the order in which they are to be kept.
func (s *search) byRank() []int {
	all := make([]int, len(s.links))
	for i := range all {
		all[i] = i
	}
	rank := func(i int) int {
		switch l := &s.links[i]; {
		case l.Guess != "":
			return 2
		case l.Kind != graph.Next:
			return 0
		case l.Reason != "":
			return 1
		}
		return 3
	}
	slices.SortStableFunc(all, func(i, j int) int { return cmp.Compare(rank(i), rank(j)) })
	return all
}

// keep keeps a link, unless it closes a cycle, which it gives then. It gives
// up, without a cycle, when the budget is used up.
func (s *search) keep(i int) (cycle []int, ok bool) {
	l := arc{s.links[i].From, s.links[i].To}
	switch {
	case l.from == l.to:
		return []int{l.from}, false
	case s.core[l.from] && s.core[l.to] && s.order[l.from] > s.order[l.to]:
		if cycle, ok = s.makeRoom(l); !ok {
			return cycle, false
		}
	}
	s.kept[s.held+i] = true
	return nil, true
}

// makeRoom changes the order so that a link points forward: what leads to its
// start moves before what its end leads to.
func (s *search) makeRoom(l arc) (cycle []int, ok bool) {
	if s.walk(&s.ahead, l.to, l.from); s.seen[l.from] == s.walks {
		return s.cycle(l), false
	}
	s.walk(&s.behind, l.from, l.to)
	if s.steps >= s.budget {
		return nil, false
	}
	byOrder := func(v, w int) int { return cmp.Compare(s.order[v], s.order[w]) }
	slices.SortFunc(s.ahead.found, byOrder)
	slices.SortFunc(s.behind.found, byOrder)
	nodes := slices.Concat(s.behind.found, s.ahead.found)
	places := make([]int, len(nodes))
	for i, v := range nodes {
		places[i] = s.order[v]
	}
	slices.Sort(places)
	for i, v := range nodes {
		s.order[v] = places[i]
	}
	return nil, true
}

// walk finds the nodes of the core that kept arcs lead to from a start, breadth
// first, no further in the order than a goal, which ends it, as does the budget.
func (s *search) walk(w *way, start, goal int) {
	s.walks++
	s.seen[start] = s.walks
	w.found = append(w.found[:0], start)
	low, high := min(s.order[start], s.order[goal]), max(s.order[start], s.order[goal])
	for i := 0; i < len(w.found); i++ {
		for _, a := range w.of(w.found[i]) {
			if s.steps++; s.steps >= s.budget {
				return
			}
			v := w.end(s.arcs[a])
			if !s.kept[a] || !s.core[v] || s.seen[v] == s.walks || s.order[v] < low || s.order[v] > high {
				continue
			}
			s.seen[v], s.from[v] = s.walks, w.found[i]
			if v == goal {
				return
			}
			w.found = append(w.found, v)
		}
	}
}

// cycle is the way that the last walk found from a link's end to its start,
// turned so that the first node in the document begins.
func (s *search) cycle(l arc) []int {
	cycle := []int{l.from}
	for v := l.from; v != l.to; {
		v = s.from[v]
		cycle = append(cycle, v)
	}
	slices.Reverse(cycle)
	first := slices.Index(cycle, slices.Min(cycle))
	return slices.Concat(cycle[first:], cycle[:first])
}
