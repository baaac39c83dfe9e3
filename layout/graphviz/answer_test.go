package graphviz

import (
	"errors"
	"math"
	"testing"

	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/layout/enginetest"
)

// FuzzRead: no answer of a program does harm. What is accepted can be drawn.
func FuzzRead(f *testing.F) {
	var m manner
	for _, m = range manners {
		if m.name == "osage" {
			break
		}
	}
	g := enginetest.Course(enginetest.Label("x"), []int{1, 0})
	f.Add([]byte(`{"objects":[{"name":"n0","pos":"1,2"},{"name":"n1","pos":"1,2"},{"name":"n2","pos":"3,4,5"},{"name":"n3","pos":"1,99"},{"name":"cluster1","bb":"0,0,9,9"}],` +
		`"edges":[{"comment":"3","pos":"e,1,2 0,0 1,1 2,2 3,3 4,4 5,5 6,6"},{"comment":"","pos":""},{"comment":"2","pos":"s,1,1 0,0"}]}`))
	f.Add([]byte(`{"objects":[{"name":"n0","pos":"NaN,2"}]}`))
	f.Add([]byte(`{"objects":[{"name":"n-1","pos":"1e300,2"}],"edges":[{"comment":"99","pos":"1,1;2,2"}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		c := measure(t.Context(), g, layout.Page{}, m)
		a, err := read(data, c)
		if err != nil {
			if !errors.Is(err, errGarbage) {
				t.Errorf("%v", err)
			}
			return
		}
		a.overlaps(c)
		d := draw(c, a, m)
		if !(d.Width > 0) || math.IsInf(d.Width, 0) || !(d.Height > 0) || math.IsInf(d.Height, 0) {
			t.Errorf("the page measures %g by %g", d.Width, d.Height)
		}
	})
}
