// Package imagecmp measures how far two pictures differ, for tests.
package imagecmp

import (
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"math"
	"os"
)

// Result is how far two pictures of one size differ.
type Result struct {
	// MAD is the mean absolute difference of the channels red, green and blue, 0 to 255.
	MAD float64
	// Off is the share of pixels whose grey differs by more than 64.
	Off float64
	// SSIM is the mean structural similarity (Wang et al. 2004, on grey, with
	// plain 8 by 8 windows) over the windows where a picture shows anything but
	// one flat colour; 1 is equal. Flat windows would only flatter it.
	SSIM float64
	// Max is the largest difference of a channel.
	Max int
}

func (r Result) String() string {
	return fmt.Sprintf("MAD %.3f, %.3f%% of pixels off, SSIM %.4f, max %d", r.MAD, r.Off*100, r.SSIM, r.Max)
}

// Compare measures the difference of two pictures laid on white. It fails when
// their sizes differ.
func Compare(a, b image.Image) (Result, error) {
	if a.Bounds().Size() != b.Bounds().Size() {
		return Result{}, fmt.Errorf("pictures of different sizes: %v and %v", a.Bounds().Size(), b.Bounds().Size())
	}
	p, q := onWhite(a), onWhite(b)
	var r Result
	sum, off := 0, 0
	for i := 0; i < len(p.Pix); i += 4 {
		for j := range 3 {
			d := abs(int(p.Pix[i+j]) - int(q.Pix[i+j]))
			sum += d
			r.Max = max(r.Max, d)
		}
		if math.Abs(grey(p, i)-grey(q, i)) > 64 {
			off++
		}
	}
	pixels := float64(len(p.Pix) / 4)
	r.MAD, r.Off, r.SSIM = float64(sum)/3/pixels, float64(off)/pixels, ssim(p, q)
	return r, nil
}

// ssim is the mean over non-overlapping windows of 8 by 8 pixels.
func ssim(p, q *image.RGBA) float64 {
	const n, c1, c2 = 8, (0.01 * 255) * (0.01 * 255), (0.03 * 255) * (0.03 * 255)
	total, windows := 0.0, 0
	for y := 0; y+n <= p.Rect.Dy(); y += n {
		for x := 0; x+n <= p.Rect.Dx(); x += n {
			var sp, sq, spp, sqq, spq float64
			for dy := range n {
				for dx := range n {
					i := p.PixOffset(x+dx, y+dy)
					u, v := grey(p, i), grey(q, i)
					sp, sq, spp, sqq, spq = sp+u, sq+v, spp+u*u, sqq+v*v, spq+u*v
				}
			}
			const m = n * n
			mp, mq := sp/m, sq/m
			vp, vq, cov := spp/m-mp*mp, sqq/m-mq*mq, spq/m-mp*mq
			if vp < 1 && vq < 1 {
				continue
			}
			total += (2*mp*mq + c1) * (2*cov + c2) / ((mp*mp + mq*mq + c1) * (vp + vq + c2))
			windows++
		}
	}
	if windows == 0 {
		return 1
	}
	return total / float64(windows)
}

// grey is the luma of the pixel at offset i (Rec. 601).
func grey(p *image.RGBA, i int) float64 {
	return 0.299*float64(p.Pix[i]) + 0.587*float64(p.Pix[i+1]) + 0.114*float64(p.Pix[i+2])
}

// Difference shows where two pictures of one size differ: the darker, the more.
func Difference(a, b image.Image) image.Image {
	p, q := onWhite(a), onWhite(b)
	d := image.NewGray(p.Rect)
	for y := range p.Rect.Dy() {
		for x := range p.Rect.Dx() {
			i, worst := p.PixOffset(x, y), 0
			for j := range 3 {
				worst = max(worst, abs(int(p.Pix[i+j])-int(q.Pix[i+j])))
			}
			d.SetGray(x, y, color.Gray{uint8(255 - min(255, 3*worst))})
		}
	}
	return d
}

// Read reads a PNG file.
func Read(file string) (image.Image, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return png.Decode(f)
}

// Write writes a PNG file.
func Write(file string, img image.Image) error {
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	if err := png.Encode(f, img); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

func onWhite(img image.Image) *image.RGBA {
	out := image.NewRGBA(image.Rectangle{Max: img.Bounds().Size()})
	draw.Draw(out, out.Rect, image.White, image.Point{}, draw.Src)
	draw.Draw(out, out.Rect, img, img.Bounds().Min, draw.Over)
	return out
}

func abs(v int) int { return max(v, -v) }
