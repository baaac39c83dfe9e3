package graphviz

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/text"
)

// answer is where Graphviz puts things, in px and with y growing upward: the
// middles of the cards, the routes of the links, and the panels of the
// clusters by the card that they are named after.
type answer struct {
	centres []layout.Point
	routes  []layout.Path // without segments for a link that was not sent
	panels  map[int]rect
}

// rect is a rectangle from (x0, y0) to (x1, y1).
type rect struct{ x0, y0, x1, y1 float64 }

// output is what we read of Graphviz's format json0
// (https://graphviz.org/docs/outputs/json/).
type output struct {
	Objects []struct {
		Name string `json:"name"`
		Pos  string `json:"pos"`
		BB   string `json:"bb"`
	} `json:"objects"`
	Edges []struct {
		Comment string `json:"comment"` // our number of the link
		Pos     string `json:"pos"`
	} `json:"edges"`
}

// errGarbage is returned for an answer that Graphviz cannot have given.
var errGarbage = errors.New("the answer is not a Graphviz layout")

// read takes an answer apart. It believes nothing: every card must have a
// sensible place, and names and numbers must be ours.
func read(data []byte, c *content) (*answer, error) {
	var o output
	if err := json.Unmarshal(data, &o); err != nil {
		return nil, fmt.Errorf("%w: %w", errGarbage, err)
	}
	a := &answer{centres: make([]layout.Point, len(c.cards)), routes: make([]layout.Path, len(c.links)), panels: map[int]rect{}}
	placed := 0
	for _, object := range o.Objects {
		if at, ok := number(object.Name, "n", len(c.cards)); ok {
			p, ok := point(object.Pos)
			if !ok {
				return nil, fmt.Errorf("%w: box %s has the place %q", errGarbage, object.Name, text.Shorten(object.Pos, 40))
			}
			a.centres[at] = p
			placed++
		}
		if at, ok := number(object.Name, "cluster", len(c.cards)); ok {
			if lower, upper, ok := corners(object.BB); ok {
				a.panels[at] = rect{lower.X, lower.Y, upper.X, upper.Y}
			}
		}
	}
	if placed != len(c.cards) {
		return nil, fmt.Errorf("%w: it places %d of %d boxes", errGarbage, placed, len(c.cards))
	}
	for _, e := range o.Edges {
		if at, ok := number(e.Comment, "", len(c.links)); ok {
			a.routes[at] = route(e.Pos)
		}
	}
	return a, nil
}

// number is the number after a prefix, if it is one below n.
func number(s, prefix string, n int) (int, bool) {
	digits, ok := strings.CutPrefix(s, prefix)
	i, err := strconv.Atoi(digits)
	return i, ok && err == nil && i >= 0 && i < n
}

// mostCoordinate is the largest coordinate that is believed, px.
const mostCoordinate = 1 << 23

// point reads "x,y". A third coordinate is not read.
func point(s string) (layout.Point, bool) {
	x, rest, ok := strings.Cut(s, ",")
	y, _, _ := strings.Cut(rest, ",")
	px, errX := strconv.ParseFloat(x, 64)
	py, errY := strconv.ParseFloat(y, 64)
	ok = ok && errX == nil && errY == nil && math.Abs(px) <= mostCoordinate && math.Abs(py) <= mostCoordinate
	return layout.Point{X: px, Y: py}, ok
}

// corners reads "x0,y0,x1,y1".
func corners(s string) (lower, upper layout.Point, ok bool) {
	f := strings.Split(s, ",")
	if len(f) != 4 {
		return lower, upper, false
	}
	lower, ok = point(f[0] + "," + f[1])
	upper, ok2 := point(f[2] + "," + f[3])
	return lower, upper, ok && ok2 && lower.X <= upper.X && lower.Y <= upper.Y
}

// route reads a spline, "x,y x,y …": a start and three points for every cubic.
// Ends of arrows ("s,x,y", "e,x,y"), which we do not ask for, are left out, and
// so are further splines after a semicolon. What cannot be read has no segments.
func route(s string) layout.Path {
	s, _, _ = strings.Cut(s, ";")
	var points []layout.Point
	for _, field := range strings.Fields(s) {
		if field[0] == 's' || field[0] == 'e' {
			continue
		}
		p, ok := point(field)
		if !ok {
			return layout.Path{}
		}
		points = append(points, p)
	}
	if len(points) < 4 {
		return layout.Path{}
	}
	path := layout.Path{Start: points[0]}
	for p := points[1:]; len(p) >= 3; p = p[3:] {
		path.Segments = append(path.Segments, layout.Segment{Cubic: true, C1: p[0], C2: p[1], P: p[2]})
	}
	return path
}

// overlaps tells whether two cards lie on each other, by sweeping over them
// from left to right.
func (a *answer) overlaps(c *content) bool {
	order := make([]int, len(c.cards))
	for i := range order {
		order[i] = i
	}
	left := func(i int) float64 { return a.centres[i].X - c.cards[i].w/2 }
	slices.SortFunc(order, func(i, j int) int { return cmp.Compare(left(i), left(j)) })
	for at, i := range order {
		for _, j := range order[at+1:] {
			if left(j) >= left(i)+c.cards[i].w {
				break
			}
			if math.Abs(a.centres[i].Y-a.centres[j].Y) < (c.cards[i].h+c.cards[j].h)/2 {
				return true
			}
		}
	}
	return false
}
