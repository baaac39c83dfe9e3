package kit

import (
	"cmp"
	"math"
	"slices"

	"github.com/roadmapviz/roadmapviz/internal/until"
)

// port is where a trunk reaches the edge of a box, at y.
type port struct {
	stop  Stop
	trunk int
	far   float64 // the y to which the line leads
	y     float64
	lost  bool
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
		until.Check(r.ctx)
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
