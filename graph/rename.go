package graph

import (
	"slices"
	"strings"

	"github.com/roadmapviz/roadmapviz/internal/nearest"
)

// alike is how like each other an old and a new name must be, from 0 to 1, to
// be taken for one that was renamed; at the same place, less is enough.
const (
	alike      = 0.5
	alikeThere = 0.25
)

// maxCandidates bounds the pairs of siblings that are compared by name.
const maxCandidates = 40_000

// byLikeness pairs siblings that were renamed: the most similar first.
func (m *matching) byLikeness(kind Kind) {
	olds := map[int][]int{} // by the parent's position in the new graph
	for _, o := range open(m.old, kind, m.toNew) {
		if p := m.old.Parent(o); p >= 0 && m.toNew[p] >= 0 {
			olds[m.toNew[p]] = append(olds[m.toNew[p]], o)
		}
	}
	news := map[int][]int{}
	var parents []int
	for _, n := range open(m.new, kind, m.toOld) {
		p := m.new.Parent(n)
		if len(olds[p]) == 0 {
			continue
		}
		if len(news[p]) == 0 {
			parents = append(parents, p)
		}
		news[p] = append(news[p], n)
	}
	for _, p := range parents {
		m.pairAlike(olds[p], news[p])
	}
}

// candidate is a pair that may be one renamed node.
type candidate struct {
	old, new int
	likeness float64
}

func (m *matching) pairAlike(olds, news []int) {
	if len(olds)*len(news) > maxCandidates {
		return
	}
	var all []candidate
	for _, o := range olds {
		for _, n := range news {
			likeness := max(likeness(m.old.graph.Nodes[o].Title, m.new.graph.Nodes[n].Title), m.sharedChildren(o, n))
			if likeness >= alike || likeness >= alikeThere && m.samePlace(o, n) {
				all = append(all, candidate{o, n, likeness})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b candidate) int {
		switch {
		case a.likeness > b.likeness:
			return -1
		case a.likeness < b.likeness:
			return 1
		}
		return 0
	})
	for _, c := range all {
		if m.toNew[c.old] < 0 && m.toOld[c.new] < 0 {
			m.pair(c.old, c.new)
		}
	}
}

// likeness compares two titles: by the words that they share, or by letters.
func likeness(a, b string) float64 {
	a, b = key(a), key(b)
	if a == "" || b == "" {
		return 0
	}
	return max(nearest.Likeness(a, b), shared(strings.Split(a, "-"), strings.Split(b, "-")))
}

// sharedChildren is the share of titles that what two nodes hold has in common.
func (m *matching) sharedChildren(o, n int) float64 {
	titles := func(x *Index, i int) []string {
		var list []string
		for _, c := range x.Children(i) {
			list = append(list, key(x.graph.Nodes[c].Title))
		}
		return list
	}
	return shared(titles(m.old, o), titles(m.new, n))
}

// shared is the Dice coefficient of two lists without repetitions.
func shared(a, b []string) float64 {
	if len(a)+len(b) == 0 {
		return 0
	}
	in := make(map[string]bool, len(a))
	for _, s := range a {
		in[s] = true
	}
	common := 0
	for _, s := range b {
		if in[s] {
			common++
			delete(in, s)
		}
	}
	return 2 * float64(common) / float64(len(a)+len(b))
}

// samePlace tells whether the neighbours of two nodes are partners, or are
// missing on both sides.
func (m *matching) samePlace(o, n int) bool {
	before := func(x *Index, i, step int) int {
		list := x.Children(x.Parent(i))
		at := slices.Index(list, i) + step
		if at < 0 || at >= len(list) {
			return -1
		}
		return list[at]
	}
	for _, step := range []int{-1, 1} {
		was, is := before(m.old, o, step), before(m.new, n, step)
		if (was < 0) != (is < 0) || was >= 0 && m.toNew[was] != is {
			return false
		}
	}
	return true
}

// findMoved marks the nodes with another parent, and the fewest siblings that
// account for another order: those outside a longest increasing subsequence.
func (m *matching) findMoved() {
	for p := range m.new.graph.Nodes {
		var kept []int // new nodes that have stayed below this parent
		for _, n := range m.new.Children(p) {
			o := m.toOld[n]
			if o < 0 {
				continue
			}
			if was := m.old.Parent(o); was < 0 || m.toNew[was] != p {
				m.moved[n] = true
				continue
			}
			kept = append(kept, n)
		}
		places := make([]int, len(kept))
		for i, n := range kept {
			places[i] = m.toOld[n]
		}
		stays := increasing(places)
		for i, n := range kept {
			m.moved[n] = !stays[i]
		}
	}
}

// increasing marks the members of a longest increasing subsequence, by
// patience sorting.
func increasing(values []int) []bool {
	var tails []int // tails[k] is where the best sequence of k+1 members ends
	before := make([]int, len(values))
	for i, v := range values {
		k, _ := slices.BinarySearchFunc(tails, v, func(at, v int) int { return values[at] - v })
		before[i] = -1
		if k > 0 {
			before[i] = tails[k-1]
		}
		if k == len(tails) {
			tails = append(tails, i)
		} else {
			tails[k] = i
		}
	}
	marked := make([]bool, len(values))
	if len(tails) > 0 {
		for i := tails[len(tails)-1]; i >= 0; i = before[i] {
			marked[i] = true
		}
	}
	return marked
}
