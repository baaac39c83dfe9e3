package kit_test

import (
	"math/rand"
	"testing"

	"github.com/roadmapviz/roadmapviz/layout/kit"
)

// TestDivide holds the tallest column against all ways to divide.
func TestDivide(t *testing.T) {
	rnd := rand.New(rand.NewSource(5))
	for seed := range 600 {
		heights := make([]float64, 1+rnd.Intn(9))
		for i := range heights {
			heights[i] = 20 + float64(rnd.Intn([]int{300, 3000}[seed%2]))
		}
		height := func(first, end int) (sum float64) {
			for _, h := range heights[first:end] {
				sum += h
			}
			return sum + 30*float64(end-first-1)
		}
		tallestOf := func(ends []int) (tallest float64) {
			first := 0
			for _, end := range ends {
				tallest, first = max(tallest, height(first, end)), end
			}
			return tallest
		}
		n := 1 + rnd.Intn(5)
		count := []kit.Count{kit.AtMost, kit.Exactly, kit.Fewest}[seed%3]
		ends, told := kit.Divide(len(heights), count, n, height)
		if len(ends) > n || count == kit.Exactly && len(ends) < min(n, len(heights)) || ends[len(ends)-1] != len(heights) {
			t.Fatalf("%v in %d columns: %v", heights, n, ends)
		}
		got, want := tallestOf(ends), lowest(0, len(heights), n, height)
		if got > want+1 || told < got-0.01 || told > want+1 {
			t.Fatalf("the tallest of %d columns of %v has %g px and is told to have %g, want %g", n, heights, got, told, want)
		}
		if few, _ := kit.Divide(len(heights), kit.Fewest, n, height); len(few) > len(ends) || tallestOf(few) > want+1 {
			t.Fatalf("%d columns of %g px, where %d of %g px were wanted", len(few), tallestOf(few), len(ends), want)
		}
	}
}

// lowest is how low the tallest of at most so many columns can be.
func lowest(first, n, columns int, height func(first, end int) float64) float64 {
	best := height(first, n)
	if columns == 1 {
		return best
	}
	for end := first + 1; end < n; end++ {
		best = min(best, max(height(first, end), lowest(end, n, columns-1, height)))
	}
	return best
}
