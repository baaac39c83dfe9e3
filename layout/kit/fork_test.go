package kit

import (
	"testing"

	"github.com/roadmapviz/roadmapviz/layout"
)

// A fork turns along its stem, and where it would turn but a little it is straight.
func TestFork(t *testing.T) {
	from, stem, end := layout.Point{X: 10, Y: 100}, 36., 80.
	for off, curves := range map[float64]int{-60: 2, -7: 0, 0: 0, 4: 0, 7.9: 0, 8: 2, 200: 2} {
		p := Fork(from, layout.Point{X: stem, Y: from.Y}, layout.Point{X: stem, Y: from.Y + off}, layout.Point{X: end, Y: from.Y + off})
		got := 0
		for _, s := range p.Segments {
			if s.Cubic {
				got++
			}
		}
		want := layout.Point{X: end, Y: from.Y}
		if curves > 0 {
			want.Y += off
		}
		if p.Start != from || got != curves || p.End() != want {
			t.Errorf("%g px beside its box, a line ends at %v with %d turns, want %v with %d", off, p.End(), got, want, curves)
		}
	}
}
