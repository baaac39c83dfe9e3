package grid

import (
	"math"
	"slices"
)

// divide puts cards into at most n columns, in their order, such that the
// tallest column is as low as it can be and the others are about as tall as each
// other; into the fewest columns of that height, if that is wanted. It returns the index behind the last card of each column, and the height
// of the tallest. It takes n log n steps: one pass for each height tried, and the
// heights are halved.
func divide(cards []card, n int, fewest bool) (ends []int, tallest float64) {
	// behind[i] is where the cards before i end in one endless column.
	behind := make([]float64, len(cards)+1)
	low := 0.
	for i, c := range cards {
		behind[i+1] = behind[i] + c.h + cardGap
		low = max(low, c.h)
	}
	high := behind[len(cards)] - cardGap
	height := func(from, to int) float64 { return behind[to] - behind[from] - cardGap }
	for high-low > 0.5 {
		if middle := (low + high) / 2; need(cards, middle)[0] <= n {
			high = middle
		} else {
			low = middle
		}
	}
	columns := need(cards, high)
	if fewest {
		n = columns[0]
	}
	for first := 0; first < len(cards); {
		left := n - len(ends)
		// About the mean of what is left, but never so little that the rest
		// would not fit, and never more than the height.
		mean := height(first, len(cards))/float64(left) + cardGap/2
		end := first + 1
		for end < len(cards) && height(first, end+1) <= high+0.01 &&
			(columns[end] > left-1 || height(first, end+1)-cards[end].h/2 <= mean) {
			end++
		}
		ends = append(ends, end)
		first = end
	}
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

// need is how many columns of a height the cards from i on take, for every i.
func need(cards []card, height float64) []int {
	columns := make([]int, len(cards)+1)
	sum, end := 0., len(cards) // of the cards from i up to end
	for i, c := range slices.Backward(cards) {
		sum += c.h + cardGap
		for sum-cardGap > height && end > i+1 {
			end--
			sum -= cards[end].h + cardGap
		}
		columns[i] = 1 + columns[end]
	}
	return columns
}
