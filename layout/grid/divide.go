package grid

import (
	"math"

	"github.com/roadmapviz/roadmapviz/layout/kit"
)

// divide puts cards into columns of about the same height. It returns the index
// behind the last card of each column, and the height of the tallest.
func divide(cards []card, n int, count kit.Count) (ends []int, tallest float64) {
	// behind[i] is where the cards before i end in one endless column.
	behind := make([]float64, len(cards)+1)
	for i, c := range cards {
		behind[i+1] = behind[i] + c.h + cardGap
	}
	height := func(first, end int) float64 { return behind[end] - behind[first] - cardGap }
	ends, _ = kit.Divide(len(cards), count, n, height)
	level(ends, height)
	for i, end := range ends {
		first := 0
		if i > 0 {
			first = ends[i-1]
		}
		tallest = max(tallest, height(first, end))
	}
	return ends, tallest
}

// level moves cards from column to neighbouring column as long as that brings the
// heights of the two nearer to each other: what was cut from the first to the last
// column is then even from either side. Of two that cannot be even the left is taller.
func level(ends []int, height func(from, to int) float64) {
	const rounds = 8
	for range rounds {
		moved := false
		for i := range len(ends) - 1 {
			first, last := 0, ends[i+1]
			if i > 0 {
				first = ends[i-1]
			}
			apart := func(end int) float64 { return math.Abs(height(first, end) - height(end, last)) }
			move := func(step int, gain float64) {
				for end := ends[i] + step; end > first && end < last && apart(end) < apart(ends[i])-gain; end += step {
					ends[i], moved = end, true
				}
			}
			move(-1, 0.01)
			move(1, -0.01)
		}
		if !moved {
			return
		}
	}
}
