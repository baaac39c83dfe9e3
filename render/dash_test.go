package render

import (
	"math"
	"slices"
	"testing"

	"github.com/roadmapviz/roadmapviz/layout"
)

func TestFitDash(t *testing.T) {
	pattern := []float64{32, 12}
	for length := 80.; length < 400; length += 7.3 {
		var p layout.Path
		p.Line(length*0.6, length*0.8)
		got := new(painter).fitDash(pattern, &layout.Edge{Path: p}, nil)
		// After whole periods exactly one dash is left.
		rest := math.Mod(length, got[0]+got[1])
		if math.Abs(rest-got[0]) > 0.1 {
			t.Errorf("length %g: pattern %v leaves %g", length, got, rest)
		}
		if s := got[0] / pattern[0]; s < 0.75 || s > 1.4 {
			t.Errorf("length %g: stretched by %g", length, s)
		}
	}
	var curve layout.Path
	curve.Curve(60, 0, 60, 120, 120, 120)
	curve.Line(200, 120)
	var drawn float64 // the length of the line, by many short pieces
	points := curve.Sample(4000)
	for i := 1; i < len(points); i++ {
		drawn += math.Hypot(points[i].X-points[i-1].X, points[i].Y-points[i-1].Y)
	}
	got := new(painter).fitDash(pattern, &layout.Edge{Path: curve}, nil)
	if rest := math.Mod(drawn, got[0]+got[1]); math.Abs(rest-got[0]) > 0.1 {
		t.Errorf("a curve: pattern %v leaves %g", got, rest)
	}
	var short layout.Path
	short.Line(40, 0)
	var stem layout.Path // with a corner, to what a box holds
	stem.Line(100, 0)
	stem.Curve(110, 0, 120, 10, 120, 20)
	stem.Line(120, 200)
	for name, e := range map[string]layout.Edge{
		"short": {Kind: "requires", Path: short}, "stem": {Kind: "contains", Path: stem}, "nothing": {},
	} {
		if got := new(painter).fitDash(pattern, &e, nil); got != nil {
			t.Errorf("%s: pattern %v", name, got)
		}
	}
	if got := new(painter).fitDash(pattern, &layout.Edge{Kind: "requires", Path: stem}, nil); got == nil {
		t.Error("the line of a prerequisite around a corner is solid")
	}
	whole := curve
	whole.Start.X = -500
	whole.Segments = append([]layout.Segment{{Hidden: true}}, curve.Segments...)
	if part := new(painter).fitDash(pattern, &layout.Edge{Path: whole}, whole.AppendVisible(nil)); !slices.Equal(part, got) {
		t.Errorf("a curve whose beginning is hidden: pattern %v, without it %v", part, got)
	}
	if dots := []float64{3, 5}; !slices.Equal(new(painter).fitDash(dots, &layout.Edge{Path: curve}, nil), dots) {
		t.Error("a pattern of dots is stretched")
	}
	if pattern[0] != 32 {
		t.Error("the theme's pattern was changed")
	}
}
