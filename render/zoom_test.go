package render_test

import (
	"math"
	"testing"

	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/render"
	"github.com/roadmapviz/roadmapviz/render/internal/sample"
)

// A view makes all that is drawn so many times as large, lines and shadows too.
func TestViewMakesEverythingLarger(t *testing.T) {
	theme, usual := sample.Theme(), sample.Cases()["states"]
	whole, err := render.Measure(t.Context(), usual, theme)
	if err != nil || whole.Text == 0 {
		t.Fatal(whole, err)
	}
	for _, b := range usual.Boxes {
		if b.X < whole.X || b.Y < whole.Y || b.X+b.W > whole.X+whole.W || b.Y+b.H > whole.Y+whole.H {
			t.Errorf("%+v is without %+v", whole, b)
		}
	}
	for _, scale := range []float64{0.25, 1, 3} {
		seen := *usual
		seen.View = layout.View{Scale: scale, X: 100, Y: -20}
		got, err := render.Measure(t.Context(), &seen, theme)
		if err != nil {
			t.Fatal(err)
		}
		near := func(got, want float64) bool { return math.Abs(got-want) < 1+scale }
		if !near(got.X, 100+scale*whole.X) || !near(got.Y, -20+scale*whole.Y) || !near(got.W, scale*whole.W) || !near(got.H, scale*whole.H) || math.Abs(got.Text-scale*whole.Text) > 0.02 {
			t.Errorf("%g times %+v is %+v", scale, whole, got)
		}
	}
}
