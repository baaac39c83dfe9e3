package kit

import (
	"cmp"
	"math"
	"slices"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
)

// The measures of ways, px.
const (
	laneGap    = 12. // between the lanes of a strip
	leastGap   = 7.  // where many are needed
	laneEnds   = 9.  // between two lines in one lane
	wayCorner  = 8.  // radius
	portGrid   = 6.  // between the ends of lines at the edge of a box
	portCorner = 8.  // from the corners of a box to the first end
	portMiddle = 5.  // about the middle of an edge, where another line ends
	portAside  = 15. // from the middle of an edge to the ends that are most welcome
)

// Strip is a straight part of the page in which no box stands, so that lines may
// run along it side by side. One serves one call of [Ways].
type Strip struct {
	// Across tells that it leads across the page, not down it.
	Across bool
	// Low and High are where lanes can be: xs of a strip that leads down the page,
	// ys of one across. Where High is less, there is no room.
	Low, High float64
	// Home is where lanes are taken first: at Low, at High, or in the middle.
	Home float64

	trunks []int
}

func (s *Strip) middle() float64 { return (s.Low + s.High) / 2 }

// Stop is an edge of a box at which lines can end: its x, and the ys of its ends.
type Stop struct {
	X, Top, Bottom float64
	// Rightward tells that lines leave it to the right.
	Rightward bool
	// Joined tells that some other line ends in its middle.
	Joined bool
}

func (s Stop) middle() float64 { return (s.Top + s.Bottom) / 2 }

// Way is where a prerequisite is to be led: from a stop through strips to another
// stop. The first and the last strip lead down the page, and every second one
// across it; neighbours cross.
type Way struct {
	Edge     graph.Edge
	From, To Stop
	Through  []*Strip
}

// Ways finds the paths of ways as on a map of underground trains: those of one
// prerequisite share one lane in each strip, a trunk from which they branch off; no
// two others lie upon each other. The path is empty where there is no room for one.
// Short trunks come first, each in the lane where it crosses the fewest others.
func Ways(ways []Way) []layout.Path {
	r := &router{ways: ways, dead: make([]bool, len(ways)), trunkOf: map[trunkKey]int{}, stopOf: map[stopKey]int{}}
	for i := range ways {
		r.file(i)
	}
	r.ends()
	r.measure()
	for _, s := range r.strips {
		r.lanes(s)
	}
	paths := make([]layout.Path, len(ways))
	for i := range ways {
		if !r.lost(i) {
			paths[i] = r.path(i)
		}
	}
	return paths
}

// router is the state of one call of Ways.
type router struct {
	ways    []Way
	dead    []bool // of ways without room at a box
	strips  []*Strip
	trunks  []trunk
	trunkOf map[trunkKey]int
	ports   []port
	stops   [][]int // the ports of each stop
	stopOf  map[stopKey]int
	through [][]int  // the trunks of each way
	touches [][2]int // the ports of each way
}

type trunkKey struct {
	from  string
	strip *Strip
}

type stopKey struct {
	box       string
	rightward bool
}

// trunk is what the lines of one prerequisite share in a strip.
type trunk struct {
	strip      *Strip
	start, end float64 // along the strip
	branches   []branch
	lane       int // -1 without one
	at         float64
}

// branch is where a line leaves or joins a trunk: at a place along it, towards
// lower or higher lanes.
type branch struct {
	at     float64
	higher bool
}

// port is where a trunk reaches the edge of a box, at y.
type port struct {
	stop  Stop
	trunk int
	far   float64 // the y to which the line leads
	y     float64
	lost  bool
}

// file notes the trunks and ports of a way.
func (r *router) file(i int) {
	w := &r.ways[i]
	var through []int
	for _, s := range w.Through {
		key := trunkKey{w.Edge.From, s}
		at, ok := r.trunkOf[key]
		if !ok {
			at = len(r.trunks)
			r.trunkOf[key] = at
			r.trunks = append(r.trunks, trunk{strip: s, lane: -1, start: math.Inf(1), end: math.Inf(-1)})
			if len(s.trunks) == 0 {
				r.strips = append(r.strips, s)
			}
			s.trunks = append(s.trunks, at)
		}
		through = append(through, at)
	}
	r.through = append(r.through, through)
	r.touches = append(r.touches, [2]int{
		r.port(w.Edge.From, w.From, through[0], w.To.middle()),
		r.port(w.Edge.To, w.To, through[len(through)-1], w.From.middle()),
	})
}

// port is the number of the port in which a trunk reaches a box.
func (r *router) port(box string, s Stop, trunk int, far float64) int {
	key := stopKey{box, s.Rightward}
	at, ok := r.stopOf[key]
	if !ok {
		at = len(r.stops)
		r.stopOf[key] = at
		r.stops = append(r.stops, nil)
	}
	for _, p := range r.stops[at] {
		if r.ports[p].trunk == trunk {
			return p
		}
	}
	r.ports = append(r.ports, port{stop: s, trunk: trunk, far: far})
	r.stops[at] = append(r.stops[at], len(r.ports)-1)
	return len(r.ports) - 1
}

// ends gives the ports their places. Lines from above end in the upper half of an
// edge, others in the lower one, and in each the nearest above, so that they need
// not cross. The places of boxes that face each other lie between each other's.
func (r *router) ends() {
	for _, ports := range r.stops {
		slices.SortStableFunc(ports, func(p, q int) int { return cmp.Compare(r.ports[q].far, r.ports[p].far) })
		s := r.ports[ports[0]].stop
		shift := 0.
		if !s.Rightward {
			shift = portGrid / 2
		}
		var upper, lower []float64
		for y := math.Ceil((s.Top+portCorner-shift)/portGrid)*portGrid + shift; y <= s.Bottom-portCorner; y += portGrid {
			switch {
			case s.Joined && math.Abs(y-s.middle()) < portMiddle:
			case y < s.middle():
				upper = append(upper, y)
			default:
				lower = append(lower, y)
			}
		}
		var above, below []int
		for _, p := range ports {
			if r.ports[p].far < s.middle() {
				above = append(above, p)
			} else {
				below = append(below, p)
			}
		}
		switch {
		case s.Joined || len(above) > 0 && len(below) > 0:
			r.seat(above, upper, s.middle()-portAside)
			r.seat(below, lower, s.middle()+portAside)
		default: // the whole edge is theirs
			r.seat(ports, append(upper, lower...), s.middle()+math.Copysign(portAside, float64(len(below)-len(above))))
		}
	}
	for i, ends := range r.touches {
		r.dead[i] = r.ports[ends[0]].lost || r.ports[ends[1]].lost
	}
}

// seat gives ports places in their order, side by side and near the one that is
// wished for.
func (r *router) seat(ports []int, places []float64, wish float64) {
	n, step := min(len(ports), len(places)), 1
	if 2*n-1 <= len(places) {
		step = 2 // room for an arrowhead
	}
	reach := step * (n - 1)
	off := func(first int) float64 { return math.Abs((places[first]+places[first+reach])/2 - wish) }
	first := 0
	for n > 0 && first+1+reach < len(places) && off(first+1) < off(first) {
		first++
	}
	for i, p := range ports {
		if i < n {
			r.ports[p].y = places[first+step*i]
		} else {
			r.ports[p].lost = true
		}
	}
}

// measure finds how far trunks reach, and where lines branch off.
func (r *router) measure() {
	for i, through := range r.through {
		if r.dead[i] {
			continue
		}
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
		t := &r.trunks[i]
		if t.end < t.start { // no way has room for it
			continue
		}
		if t.lane = cheapest(r.costs(t, placed, most), home); t.lane >= 0 {
			used[t.lane] = true
			placed = append(placed, i)
		}
	}
	s.spread(used, home, func(lane int, at float64) {
		for _, i := range placed {
			if r.trunks[i].lane == lane {
				r.trunks[i].at = at
			}
		}
	})
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

// lost tells whether a way has no room somewhere.
func (r *router) lost(i int) bool {
	return r.dead[i] || slices.ContainsFunc(r.through[i], func(t int) bool { return r.trunks[t].lane < 0 })
}

// path is the line of a way.
func (r *router) path(i int) layout.Path {
	from, to := r.ports[r.touches[i][0]], r.ports[r.touches[i][1]]
	at := layout.Point{X: from.stop.X, Y: from.y}
	points := []layout.Point{at}
	for _, t := range r.through[i] {
		if s := r.trunks[t].strip; s.Across {
			at.Y = r.trunks[t].at
		} else {
			at.X = r.trunks[t].at
		}
		points = append(points, at)
	}
	return Rounded(wayCorner, append(points, layout.Point{X: at.X, Y: to.y}, layout.Point{X: to.stop.X, Y: to.y})...)
}
