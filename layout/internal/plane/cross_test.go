package plane

import (
	"math"
	"testing"

	"github.com/roadmapviz/roadmapviz/layout"
)

func TestCross(t *testing.T) {
	pt := func(x, y float64) layout.Point { return layout.Point{X: x, Y: y} }
	for _, c := range []struct {
		a, b, c, d layout.Point
		at, sine   float64
		ok         bool
	}{
		{pt(0, 0), pt(40, 0), pt(10, -5), pt(10, 5), 0.25, 1, true},
		{pt(0, 0), pt(40, 0), pt(30, 10), pt(50, -10), 1, math.Sqrt2 / 2, true},
		{pt(0, 0), pt(40, 0), pt(41, -5), pt(41, 5), 0, 0, false},
		{pt(0, 0), pt(40, 0), pt(10, 1), pt(10, 5), 0, 0, false},
		{pt(0, 0), pt(40, 0), pt(10, 0), pt(50, 0), 0, 0, false},
	} {
		at, sine, ok := Cross(c.a, c.b, c.c, c.d)
		if math.Abs(at-c.at) > 1e-9 || math.Abs(sine-c.sine) > 1e-9 || ok != c.ok {
			t.Errorf("%+v: %g, %g, %v", c, at, sine, ok)
		}
	}
}
