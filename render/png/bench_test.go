package png_test

import (
	"io"
	"testing"

	"github.com/roadmapviz/roadmapviz/render/internal/sample"
	"github.com/roadmapviz/roadmapviz/render/png"
	"github.com/roadmapviz/roadmapviz/themes"
)

func BenchmarkEncode(b *testing.B) {
	theme, _ := themes.Lookup("course")
	for _, c := range []struct {
		name  string
		scale int
	}{{"scale=1", 1}, {"scale=2", 2}} {
		d := sample.Figure()
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := png.Encode(b.Context(), io.Discard, d, theme, png.Options{Scale: c.scale}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
