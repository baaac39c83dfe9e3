package coverage

import (
	"math"
	"testing"
)

func TestGaussian(t *testing.T) {
	for _, sigma := range []float64{0.3, 1, 4.45, 20} {
		for _, d := range []float64{0, 2.5, -7.25} {
			kernel, first := gaussian(sigma, d)
			sum, mean := 0.0, 0.0
			for i, k := range kernel {
				sum += float64(k)
				mean += float64(k) * float64(first+i)
			}
			// What is at x + first comes from there: the picture moves by +d.
			if sum != 65536 || math.Abs(mean/sum+d) > 0.06+sigma/100 {
				t.Errorf("sigma %v, moved %v: sum %v, mean %v", sigma, d, sum, mean/sum)
			}
		}
	}
}
