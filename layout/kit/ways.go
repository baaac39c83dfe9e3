package kit

import (
	"context"
	"math"
	"slices"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/internal/until"
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
// Short trunks come first, each in the lane where it crosses the fewest others. It ends
// with ctx as the work on a [Draft] does.
func Ways(ctx context.Context, ways []Way) []layout.Path {
	r := &router{ctx: ctx, ways: ways, dead: make([]bool, len(ways)), trunkOf: map[trunkKey]int{}, stopOf: map[stopKey]int{}}
	for i := range ways {
		until.Check(ctx)
		r.file(i)
	}
	r.ends()
	r.measure()
	for _, s := range r.strips {
		r.lanes(s)
	}
	paths := make([]layout.Path, len(ways))
	for i := range ways {
		until.Check(ctx)
		if !r.lost(i) {
			paths[i] = r.path(i)
		}
	}
	return paths
}

// router is the state of one call of Ways.
type router struct {
	ctx     context.Context
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
