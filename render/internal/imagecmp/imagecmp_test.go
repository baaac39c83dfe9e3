package imagecmp

import (
	"image"
	"image/color"
	"path/filepath"
	"testing"
)

func square(x0 int, k color.Color) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, 32, 32))
	for y := 4; y < 20; y++ {
		for x := x0; x < x0+16; x++ {
			img.Set(x, y, k)
		}
	}
	return img
}

func TestCompare(t *testing.T) {
	black := square(4, color.Black)
	same, err := Compare(black, square(4, color.Black))
	if err != nil || same != (Result{SSIM: 1}) {
		t.Errorf("equal pictures: %v, %v", same, err)
	}
	moved, _ := Compare(black, square(8, color.Black))
	// 4 columns of 16 pixels on each side change from white to black.
	if want := 255 * 128 / 1024.0; moved.MAD != want || moved.Off != 128/1024.0 || moved.Max != 255 {
		t.Errorf("moved square: %v, want MAD %v", moved, want)
	}
	if moved.SSIM > 0.8 {
		t.Errorf("moved square: SSIM %v is too like", moved.SSIM)
	}
	pale, _ := Compare(black, square(4, color.Gray{20}))
	if pale.SSIM < 0.95 || pale.MAD == 0 || pale.Off != 0 {
		t.Errorf("slightly paler square: %v", pale)
	}
	if _, err := Compare(black, image.NewGray(image.Rect(0, 0, 1, 1))); err == nil {
		t.Error("different sizes were compared")
	}
}

func TestDifferenceFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "difference.png")
	if err := Write(file, Difference(square(4, color.Black), square(8, color.Black))); err != nil {
		t.Fatal(err)
	}
	img, err := Read(file)
	if err != nil {
		t.Fatal(err)
	}
	if r, g, b, _ := img.At(5, 5).RGBA(); r+g+b != 0 {
		t.Error("a place that differs is not dark")
	}
	if r, _, _, _ := img.At(10, 10).RGBA(); r != 0xffff {
		t.Error("a place that is equal is not white")
	}
}
