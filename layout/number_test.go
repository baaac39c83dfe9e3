package layout_test

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/layout"
)

// Numbers are as package strconv rounds them, those that were snapped too.
func TestAppendNumber(t *testing.T) {
	want := func(v float64) string {
		s := strings.TrimRight(strconv.FormatFloat(v, 'f', 2, 64), "0")
		if s = strings.TrimSuffix(s, "."); s == "-0" {
			s = "0"
		}
		return s
	}
	check := func(v float64) {
		if got := string(layout.AppendNumber(nil, v)); got != want(v) {
			t.Errorf("%v: %s, want %s", v, got, want(v))
		}
	}
	for n := -20_000; n < 20_000; n++ {
		check(float64(n) / 64)
		check(float64(n) / 1000)
		check(float64(n)*1e5/64 + 1e7)
		check(math.Sqrt(2) * float64(n*n*n) / 1e6)
		check(math.Nextafter(float64(n)/200, float64(n)))
	}
	for _, v := range []float64{math.Copysign(0, -1), 1 << 24, 1 << 50, -1e15, 0.001, -0.004, 1e-300, math.Inf(1), math.NaN()} {
		check(v)
	}
}
