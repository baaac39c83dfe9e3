package png

import (
	"image"
	"image/color"
	"math"
	"slices"
	"testing"

	"github.com/fogleman/gg"

	"github.com/roadmapviz/roadmapviz/render/internal/coverage"
	"github.com/roadmapviz/roadmapviz/themes"
)

// written is a picture as it was surveyed and as the bytes of its rows.
func written(img *image.RGBA) (*pixels, []byte) {
	s := newSurvey()
	row := func(y int) []uint8 { return img.Pix[y*img.Stride:][:4*img.Rect.Dx()] }
	for y := range img.Rect.Dy() {
		s.row(row(y))
	}
	p := s.pixels()
	var all []byte
	for y := range img.Rect.Dy() {
		p.row(row(y))
		all = append(all, p.line...)
	}
	return p, all
}

func TestPixels(t *testing.T) {
	img := image.NewRGBA(image.Rect(0, 0, 64, 64))
	fill := func(k func(i int) color.RGBA) {
		for i := range 64 * 64 {
			img.SetRGBA(i%64, i/64, k(i))
		}
	}
	fill(func(i int) color.RGBA { return color.RGBA{uint8(i), 7, uint8(i / 16 % 4), 255} })
	p, pix := written(img)
	if p.kind != typePalette {
		t.Fatal("few colours were refused")
	}
	for y := range 64 {
		for x := range 64 {
			if got, want := p.palette[pix[y*65+1+x]], img.RGBAAt(x, y); got != color.NRGBA(want) {
				t.Fatalf("pixel %d, %d: %v, want %v exactly", x, y, got, want)
			}
		}
	}
	// Colours without a pattern do not fit a palette.
	noise := func(i int) color.RGBA {
		n := i * 2654435761
		return color.RGBA{uint8(n), uint8(n >> 8), uint8(n >> 16), 255}
	}
	fill(noise)
	if p, pix := written(img); p.kind != typeRGB || len(pix) != 64*(1+3*64) {
		t.Errorf("noise: type %d, %d bytes", p.kind, len(pix))
	}
	// Nor do so many that they are not counted; what shines through is found all the same.
	img = image.NewRGBA(image.Rect(0, 0, 64, 1024))
	for i := range 64 * 1024 {
		img.SetRGBA(i%64, i/64, noise(i))
	}
	if p, pix := written(img); p.kind != typeRGB || p.table != nil || len(pix) != 1024*(1+3*64) || pix[1] != img.Pix[0] {
		t.Errorf("much noise: type %d, %d bytes", p.kind, len(pix))
	}
	img.SetRGBA(63, 1023, color.RGBA{A: 254})
	if p, pix := written(img); p.kind != typeRGBA || len(pix) != 1024*(1+4*64) {
		t.Errorf("noise with a hole: type %d, %d bytes", p.kind, len(pix))
	}
}

// Runs come back as they were added.
func TestRuns(t *testing.T) {
	var r runs
	type run struct{ place, n int }
	var want, got []run
	for i := range 40_000 {
		k := run{i * 7 % maxColors, 1 + i*i%300_000}
		want = append(want, k)
		r.add(k.place, k.n)
	}
	r.all(func(place, n int) bool {
		got = append(got, run{place, n})
		return true
	})
	if !slices.Equal(got, want) {
		t.Errorf("%d runs became %d", len(want), len(got))
	}
	for range mostRuns {
		r.add(maxColors-1, 1<<20)
	}
	if !r.lost || r.blocks != nil {
		t.Error("too many runs were kept")
	}
}

// TestBoxShadow holds the exact shadow against a blurred picture of the box.
func TestBoxShadow(t *testing.T) {
	for _, radius := range []float64{0, 3, 14, 30} {
		c := newCanvas(160, 120, 120, 1, nil)
		s := themes.Shadow{DX: 3, DY: 4.5, Sigma: 4, Color: themes.Color{A: 255}}
		c.boxShadow(box26{30 * 64, 30 * 64, 120 * 64, 90 * 64}, radius, s, 254)

		shape := gg.NewContext(160, 120)
		var o outline
		o.rounded(30, 30, 90, 60, radius)
		for _, p := range o.points {
			shape.LineTo(float64(p.X)/64, float64(p.Y)/64)
		}
		shape.Fill()
		mask := shape.AsMask()
		coverage.Blur(mask, s.Sigma, s.DX, s.DY)
		worst := 0
		for i, want := range mask.Pix {
			got := int(c.band.Pix[4*i+3])
			worst = max(worst, got-int(want), int(want)-got)
		}
		if worst > 3 {
			t.Errorf("radius %v: off by %d", radius, worst)
		}
	}
}

func TestFillFrame(t *testing.T) {
	c := newCanvas(8, 8, 8, 1, nil)
	black := themes.Color{A: 255}
	c.fillFrame(box26{96, 64, 224, 256}, box26{}, black) // 1.5 to 3.5, 1 to 4
	for x, want := range []uint8{0, 127, 255, 127, 0} {
		if got := c.band.RGBAAt(x, 2).A; got != want {
			t.Errorf("column %d: %d, want %d", x, got, want)
		}
	}
	c = newCanvas(8, 8, 8, 1, nil)
	c.fillFrame(box26{0, 0, 512, 512}, box26{96, 96, 416, 416}, black)
	for x, want := range []uint8{255, 127, 0, 0, 0, 0, 127, 255} {
		if got := c.band.RGBAAt(x, 4).A; got != want {
			t.Errorf("frame, column %d: %d, want %d", x, got, want)
		}
	}
}

func TestDashes(t *testing.T) {
	c := newCanvas(1, 1, 1, 2, nil)
	for _, bad := range [][]float64{nil, {0, 0}, {-1, 5}, {math.NaN(), 1}, {0.0011, 0.0011}} {
		if got := c.dashes(bad); got != nil {
			t.Errorf("%v: %v, want a solid line", bad, got)
		}
	}
	if got := c.dashes([]float64{1, 2, 3}); len(got) != 6 || got[3] != 2 {
		t.Errorf("an odd pattern: %v", got)
	}
}
