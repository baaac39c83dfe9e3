package png

import (
	"image"
	"image/color"
	"math"
	"testing"

	"github.com/fogleman/gg"

	"github.com/roadmapviz/roadmapviz/render/internal/coverage"
	"github.com/roadmapviz/roadmapviz/themes"
)

func TestQuantise(t *testing.T) {
	img := image.NewRGBA(image.Rect(0, 0, 64, 64))
	fill := func(k func(i int) color.RGBA) {
		for i := range 64 * 64 {
			img.SetRGBA(i%64, i/64, k(i))
		}
	}
	fill(func(i int) color.RGBA { return color.RGBA{uint8(i), 7, uint8(i / 16 % 4), 255} })
	p, ok := quantise(img)
	if !ok {
		t.Fatal("few colours were refused")
	}
	for y := range 64 {
		for x := range 64 {
			if got, want := p.palette[p.pix[y*65+1+x]], img.RGBAAt(x, y); got != color.NRGBA(want) {
				t.Fatalf("pixel %d, %d: %v, want %v exactly", x, y, got, want)
			}
		}
	}
	// Colours without a pattern do not fit a palette.
	fill(func(i int) color.RGBA {
		n := i * 2654435761
		return color.RGBA{uint8(n), uint8(n >> 8), uint8(n >> 16), 255}
	})
	if _, ok := quantise(img); ok {
		t.Error("noise was accepted")
	}
	if kind, pix := direct(img); kind != typeRGB || len(pix) != 64*(1+3*64) {
		t.Errorf("noise: type %d, %d bytes", kind, len(pix))
	}
}

// TestBoxShadow holds the exact shadow against a blurred picture of the box.
func TestBoxShadow(t *testing.T) {
	for _, radius := range []float64{0, 3, 14, 30} {
		c := newCanvas(160, 120, 1)
		s := themes.Shadow{DX: 3, DY: 4.5, Sigma: 4, Color: themes.Color{A: 255}}
		c.boxShadow(box26{30 * 64, 30 * 64, 120 * 64, 90 * 64}, radius, s, 254)

		shape := gg.NewContext(160, 120)
		roundedPath(shape, 30, 30, 90, 60, radius)
		shape.Fill()
		mask := shape.AsMask()
		coverage.Blur(mask, s.Sigma, s.DX, s.DY)
		worst := 0
		for i, want := range mask.Pix {
			got := int(c.img.Pix[4*i+3])
			worst = max(worst, got-int(want), int(want)-got)
		}
		if worst > 3 {
			t.Errorf("radius %v: off by %d", radius, worst)
		}
	}
}

func TestFillFrame(t *testing.T) {
	c := newCanvas(8, 8, 1)
	black := themes.Color{A: 255}
	c.fillFrame(box26{96, 64, 224, 256}, box26{}, black) // 1.5 to 3.5, 1 to 4
	for x, want := range []uint8{0, 127, 255, 127, 0} {
		if got := c.img.RGBAAt(x, 2).A; got != want {
			t.Errorf("column %d: %d, want %d", x, got, want)
		}
	}
	c = newCanvas(8, 8, 1)
	c.fillFrame(box26{0, 0, 512, 512}, box26{96, 96, 416, 416}, black)
	for x, want := range []uint8{255, 127, 0, 0, 0, 0, 127, 255} {
		if got := c.img.RGBAAt(x, 4).A; got != want {
			t.Errorf("frame, column %d: %d, want %d", x, got, want)
		}
	}
}

func TestDashes(t *testing.T) {
	c := newCanvas(1, 1, 2)
	for _, bad := range [][]float64{nil, {0, 0}, {-1, 5}, {math.NaN(), 1}} {
		if got := c.dashes(bad); got != nil {
			t.Errorf("%v: %v, want a solid line", bad, got)
		}
	}
	if got := c.dashes([]float64{1, 2, 3}); len(got) != 6 || got[3] != 2 {
		t.Errorf("an odd pattern: %v", got)
	}
}
