package coverage

import (
	"image"
	"math"
)

// Reach is how far a Gaussian is drawn, in standard deviations.
const Reach = 3

// Blur blurs a mask with a Gaussian and moves it by dx and dy pixels, which
// need not be whole. It works in integers, one direction after the other.
func Blur(m *image.Alpha, sigma, dx, dy float64) {
	w, h := m.Rect.Dx(), m.Rect.Dy()
	out := make([]uint8, len(m.Pix))
	kernel, first := gaussian(sigma, dx)
	for y := range h {
		convolve(out[y*w:(y+1)*w], m.Pix[y*w:(y+1)*w], kernel, first)
	}
	kernel, first = gaussian(sigma, dy)
	sum := make([]uint32, w)
	for y := range h {
		clear(sum)
		for i, k := range kernel {
			from := y + first + i
			if from < 0 || from >= h {
				continue
			}
			for x, v := range out[from*w : (from+1)*w] {
				sum[x] += k * uint32(v)
			}
		}
		for x, v := range sum {
			m.Pix[y*w+x] = uint8((v + 1<<15) >> 16)
		}
	}
}

// convolve sets out[x] to the sum of kernel[i] * in[x+first+i].
func convolve(out, in []uint8, kernel []uint32, first int) {
	for x := range out {
		sum := uint32(1 << 15)
		for i, k := range kernel {
			if from := x + first + i; from >= 0 && from < len(in) {
				sum += k * uint32(in[from])
			}
		}
		out[x] = uint8(sum >> 16)
	}
}

// gaussian is the kernel, in 65536ths, that blurs by sigma and moves by d; its
// first weight is for the pixel at first from the one that is computed.
func gaussian(sigma, d float64) (kernel []uint32, first int) {
	sigma = max(sigma, 0.01)
	first = int(math.Floor(float64(-Reach*sigma) - d))
	last := int(math.Ceil(float64(Reach*sigma) - d))
	k := 1 / (sigma * math.Sqrt2)
	total, middle := 0, 0
	for i := first; i <= last; i++ {
		lo, hi := float64(i)+d-0.5, float64(i)+d+0.5
		w := int(math.Round((math.Erf(hi*k) - math.Erf(lo*k)) * (65536 / 2)))
		kernel = append(kernel, uint32(w))
		total += w
		if w > int(kernel[middle]) {
			middle = len(kernel) - 1
		}
	}
	kernel[middle] = uint32(int(kernel[middle]) + 65536 - total) // whole coverage stays whole
	return kernel, first
}
