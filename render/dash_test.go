package render

import (
	"math"
	"testing"

	"github.com/roadmapviz/roadmapviz/layout"
)

func TestFitDash(t *testing.T) {
	pattern := []float64{32, 12}
	for length := 80.; length < 400; length += 7.3 {
		var p layout.Path
		p.Line(length*0.6, length*0.8)
		got := fitDash(pattern, p)
		// After whole periods exactly one dash is left.
		rest := math.Mod(length, got[0]+got[1])
		if math.Abs(rest-got[0]) > 0.1 {
			t.Errorf("length %g: pattern %v leaves %g", length, got, rest)
		}
		if s := got[0] / pattern[0]; s < 0.75 || s > 1.4 {
			t.Errorf("length %g: stretched by %g", length, s)
		}
	}
	var curve, short layout.Path
	curve.Curve(1, 2, 3, 4, 100, 100)
	short.Line(20, 0)
	for _, p := range []layout.Path{curve, short, {}} {
		if got := fitDash(pattern, p); got[0] != 32 || got[1] != 12 {
			t.Errorf("%v: pattern %v", p, got)
		}
	}
	if pattern[0] != 32 {
		t.Error("the theme's pattern was changed")
	}
}
