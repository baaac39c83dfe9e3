package png_test

import (
	"bytes"
	"errors"
	"flag"
	"image"
	"image/color"
	stdpng "image/png"
	"io"
	"math"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/layout"
	"github.com/roadmapviz/roadmapviz/render/internal/imagecmp"
	"github.com/roadmapviz/roadmapviz/render/internal/sample"
	"github.com/roadmapviz/roadmapviz/render/png"
	"github.com/roadmapviz/roadmapviz/themes"
)

var update = flag.Bool("update", false, "write the expected files anew")

func encode(t testing.TB, d *layout.Diagram, theme *themes.Theme, o png.Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(t.Context(), &b, d, theme, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func decode(t testing.TB, file []byte) image.Image {
	t.Helper()
	img, err := stdpng.Decode(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// TestGolden holds every sample to its picture, with a little tolerance for
// better anti-aliasing. A picture of the difference is among the test's
// artifacts (go test -artifacts).
func TestGolden(t *testing.T) {
	for name, d := range sample.Cases() {
		t.Run(name, func(t *testing.T) {
			got := decode(t, encode(t, d, sample.Theme(), png.Options{}))
			file := filepath.Join("testdata", name+".png")
			if *update {
				if err := imagecmp.Write(file, got); err != nil {
					t.Fatal(err)
				}
			}
			want, err := imagecmp.Read(file)
			if err != nil {
				t.Fatal(err)
			}
			r, err := imagecmp.Compare(got, want)
			if err != nil {
				t.Fatal(err)
			}
			if r.MAD > 0.05 || r.SSIM < 0.995 {
				t.Errorf("%s: %v (go test -update writes it anew)", file, r)
				dir := t.ArtifactDir()
				_ = imagecmp.Write(filepath.Join(dir, name+".got.png"), got)
				_ = imagecmp.Write(filepath.Join(dir, name+".difference.png"), imagecmp.Difference(got, want))
			}
		})
	}
}

// TestScales draws larger pictures of the same figure: halved, they are alike.
func TestScales(t *testing.T) {
	d := sample.Cases()["states"]
	one := decode(t, encode(t, d, sample.Theme(), png.Options{Scale: 1}))
	for _, scale := range []int{2, 3} {
		big := decode(t, encode(t, d, sample.Theme(), png.Options{Scale: scale}))
		if got, want := big.Bounds().Size(), one.Bounds().Size().Mul(scale); got != want {
			t.Fatalf("scale %d: %v, want %v", scale, got, want)
		}
		r, _ := imagecmp.Compare(one, shrink(big, scale))
		if r.MAD > 0.7 || r.SSIM < 0.98 {
			t.Errorf("scale %d: %v", scale, r)
		}
	}
}

// shrink averages squares of n by n pixels.
func shrink(img image.Image, n int) image.Image {
	size := img.Bounds().Size().Div(n)
	out := image.NewRGBA(image.Rectangle{Max: size})
	for y := range size.Y {
		for x := range size.X {
			var sum [3]uint32
			for i := range n * n {
				r, g, b, _ := img.At(x*n+i%n, y*n+i/n).RGBA()
				sum[0], sum[1], sum[2] = sum[0]+r>>8, sum[1]+g>>8, sum[2]+b>>8
			}
			m := uint32(n * n)
			out.SetRGBA(x, y, color.RGBA{uint8(sum[0] / m), uint8(sum[1] / m), uint8(sum[2] / m), 255})
		}
	}
	return out
}

func TestTransparentPage(t *testing.T) {
	theme := sample.Theme()
	theme.Page = themes.Color{}
	d := sample.Cases()["states"]
	img := decode(t, encode(t, d, theme, png.Options{}))
	if _, _, _, a := img.At(2, 2).RGBA(); a != 0 {
		t.Error("the page is not transparent")
	}
	// Laid on white it is the figure with a white page.
	r, _ := imagecmp.Compare(img, decode(t, encode(t, d, sample.Theme(), png.Options{})))
	if r.MAD > 0.2 || r.SSIM < 0.999 {
		t.Errorf("on white: %v", r)
	}
}

func TestSameBytes(t *testing.T) {
	first := encode(t, sample.Figure(), sample.Theme(), png.Options{})
	if !bytes.Equal(first, encode(t, sample.Figure(), sample.Theme(), png.Options{})) {
		t.Error("two runs differ")
	}
}

// What a picture takes does not grow with its height.
func TestMemory(t *testing.T) {
	for _, c := range []struct{ topics, scale int }{{100, 1}, {1500, 1}} {
		d := sample.Many(c.topics)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		if err := png.Encode(t.Context(), io.Discard, d, sample.Theme(), png.Options{Scale: c.scale}); err != nil {
			t.Fatal(err)
		}
		runtime.ReadMemStats(&after)
		if pixels, bytes := d.Width*d.Height*float64(c.scale*c.scale), after.TotalAlloc-before.TotalAlloc; bytes > 40<<20 {
			t.Errorf("%d topics at scale %d, %.0f million pixels: %d MB", c.topics, c.scale, pixels/1e6, bytes>>20)
		} else {
			t.Logf("%d topics at scale %d, %.0f million pixels: %d MB", c.topics, c.scale, pixels/1e6, bytes>>20)
		}
	}
}

func TestMetadata(t *testing.T) {
	file := encode(t, sample.Figure(), sample.Theme(), png.Options{Scale: 2})
	for _, want := range []string{"pHYs\x00\x00\x1d\x88\x00\x00\x1d\x88\x01", "iTXtTitle\x00\x00\x00\x00\x00The LLM Engineer Roadmap", "PLTE"} {
		if !bytes.Contains(file, []byte(want)) {
			t.Errorf("no %q", want)
		}
	}
}

func TestErrors(t *testing.T) {
	d := sample.Figure()
	var large *graph.LimitError
	err := png.Encode(t.Context(), io.Discard, d, sample.Theme(), png.Options{Scale: 2, MaxPixels: 1_000_000})
	if !errors.As(err, &large) || large.What != "pixels" || large.Is < 1_000_000 || !strings.Contains(err.Error(), "would be 1920 by") || !strings.Contains(err.Error(), "lower scale") {
		t.Errorf("too many pixels: %v", err)
	}
	high := *d
	high.Height = 12_000_000
	if err := png.Encode(t.Context(), io.Discard, &high, sample.Theme(), png.Options{Scale: 3}); !errors.As(err, &large) || large.Is != 36_000_000 || large.Most != png.MostSide {
		t.Errorf("too many rows: %v", err)
	}
	for _, scale := range []int{-1, 4} {
		if png.Encode(t.Context(), io.Discard, d, sample.Theme(), png.Options{Scale: scale}) == nil {
			t.Errorf("scale %d was drawn", scale)
		}
	}
	d.Boxes[0].X = math.NaN()
	if png.Encode(t.Context(), io.Discard, d, sample.Theme(), png.Options{}) == nil {
		t.Error("a box at NaN was drawn")
	}
}
