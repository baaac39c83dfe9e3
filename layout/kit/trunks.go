package kit

import (
	"cmp"
	"math"
	"slices"

	"github.com/roadmapviz/roadmapviz/internal/until"
)

// measure finds how far trunks reach, and where lines branch off.
func (r *router) measure() {
	for i, through := range r.through {
		if r.dead[i] {
			continue
		}
		until.Check(r.ctx)
		for k, t := range through {
			for _, before := range [2]bool{true, false} {
				b, from, to := r.branch(i, k, before)
				at := &r.trunks[t]
				at.start, at.end = min(at.start, from), max(at.end, to)
				if !slices.Contains(at.branches, b) {
					at.branches = append(at.branches, b)
				}
			}
		}
	}
}

// branch is where a way joins its k-th trunk, or leaves it, and between which
// places along the trunk that may turn out to be.
func (r *router) branch(i, k int, before bool) (b branch, from, to float64) {
	through := r.through[i]
	strip := r.trunks[through[k]].strip
	p, next, beyond := r.ports[r.touches[i][1]], k+1, k+2
	if before {
		p, next, beyond = r.ports[r.touches[i][0]], k-1, k-2
	}
	if next < 0 || next >= len(through) {
		return branch{p.y, !p.stop.Rightward}, p.y, p.y
	}
	other := r.trunks[through[next]].strip
	b.at = other.middle()
	switch {
	case strip.Across && (beyond < 0 || beyond >= len(through)):
		b.higher = p.y > strip.middle()
	case beyond < 0 || beyond >= len(through): // the last but one is never a strip down the page
	default:
		b.higher = r.trunks[through[beyond]].strip.middle() > strip.middle()
	}
	return b, other.Low, other.High
}

// lanes gives the trunks of a strip their lanes, and these their places.
func (r *router) lanes(s *Strip) {
	most := 0
	if s.High >= s.Low {
		most = int((s.High-s.Low)/leastGap) + 1
	}
	home := float64(most-1) / 2
	switch s.Home {
	case s.Low:
		home = 0
	case s.High:
		home = float64(most - 1)
	}
	order := slices.Clone(s.trunks)
	slices.SortStableFunc(order, func(p, q int) int {
		a, b := &r.trunks[p], &r.trunks[q]
		return cmp.Or(cmp.Compare(a.end-a.start, b.end-b.start), cmp.Compare(a.start, b.start))
	})
	var placed []int
	used := make([]bool, most)
	for _, i := range order {
		until.Check(r.ctx)
		t := &r.trunks[i]
		if t.end < t.start { // no way has room for it
			continue
		}
		if t.lane = cheapest(r.costs(t, placed, most), home); t.lane >= 0 {
			used[t.lane] = true
			placed = append(placed, i)
		}
	}
	places := make([]float64, most)
	s.spread(used, home, func(lane int, at float64) { places[lane] = at })
	for _, i := range placed {
		r.trunks[i].at = places[r.trunks[i].lane]
	}
}

// costs are how many others a trunk would cross in each lane; infinite in those that
// are taken.
func (r *router) costs(t *trunk, placed []int, lanes int) []float64 {
	costs := make([]float64, lanes)
	for _, j := range placed {
		u := &r.trunks[j]
		if u.end+laneEnds <= t.start || t.end+laneEnds <= u.start {
			continue
		}
		lower, higher := crossings(t, u), crossings(u, t)
		for lane := range costs {
			switch {
			case lane < u.lane:
				costs[lane] += lower
			case lane > u.lane:
				costs[lane] += higher
			default:
				costs[lane] = math.Inf(1)
			}
		}
	}
	return costs
}

// cheapest is the lane of the least cost, of several the one nearest to home; -1 if
// none is free.
func cheapest(costs []float64, home float64) int {
	best := -1
	for lane, c := range costs {
		if !math.IsInf(c, 1) && (best < 0 || c < costs[best] ||
			c == costs[best] && math.Abs(float64(lane)-home) < math.Abs(float64(best)-home)) {
			best = lane
		}
	}
	return best
}

// crossings is how often two trunks cross when the first has the lower lane.
func crossings(low, high *trunk) float64 {
	n := 0.
	for _, b := range low.branches {
		if b.higher && b.at > high.start && b.at < high.end {
			n++
		}
	}
	for _, b := range high.branches {
		if !b.higher && b.at > low.start && b.at < low.end {
			n++
		}
	}
	return n
}

// spread tells the places of the lanes that are used.
func (s *Strip) spread(used []bool, home float64, tell func(lane int, at float64)) {
	var lanes []int
	for lane, is := range used {
		if is {
			lanes = append(lanes, lane)
		}
	}
	n := float64(len(lanes) - 1)
	gap := laneGap
	if n > 0 {
		gap = min(gap, (s.High-s.Low)/n)
	}
	first := s.middle() - n*gap/2
	switch s.Home {
	case s.Low:
		first = s.Low
	case s.High:
		first = s.High - n*gap
	}
	for i, lane := range lanes {
		tell(lane, first+float64(i)*gap)
	}
}
