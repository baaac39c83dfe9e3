package kit

// Count says how many columns [Divide] makes of those that it is given.
type Count int

// The counts.
const (
	AtMost  Count = iota // fewer where these are more even
	Exactly              // all of them, if there are things enough
	Fewest               // no more than their height takes
)

// Divide puts n things, at least one, into columns, in their order, such that the
// tallest column is as low as it can be and the others are about as tall. It returns
// the number behind the last thing of each column, and about the height of the
// tallest, no less. The height of a column of the things from first up to end has to
// grow with each of them. It takes n log n steps: one pass for each height tried, and
// the heights are halved.
func Divide(n int, count Count, columns int, height func(first, end int) float64) (ends []int, tallest float64) {
	low, high := 0., height(0, n)
	for i := range n {
		low = max(low, height(i, i+1))
	}
	needed := make([]int, n+1)
	for columns > 1 && high-low > 0.5 { // one column is as high as all
		if middle := (low + high) / 2; need(needed, middle, height) <= columns {
			high = middle
		} else {
			low = middle
		}
	}
	const slack = 0.01 // so that the last bit of a sum decides nothing
	if fewest := need(needed, high, height); count == Fewest {
		columns = fewest
	}
	for first := 0; first < n; {
		rest := columns - len(ends) - 1 // columns behind this one
		last := n
		if count == Exactly {
			last -= rest
		}
		// About the mean of what is left, but never so little that the rest
		// would not fit, and never more than the height.
		mean := height(first, n) / float64(rest+1)
		end := first + 1
		for end < last && height(first, end+1) <= high+slack &&
			(needed[end] > rest || height(first, end+1)+height(first, end) <= 2*mean) {
			end++
		}
		ends = append(ends, end)
		first = end
	}
	return ends, high
}

// need is how many columns of a height things take, and those from each one on, which it
// notes; behind the last one there is none.
func need(columns []int, most float64, height func(first, end int) float64) int {
	n := len(columns) - 1
	end := n
	for first := n - 1; first >= 0; first-- {
		for end > first+1 && height(first, end) > most {
			end--
		}
		columns[first] = 1 + columns[end]
	}
	return columns[0]
}
