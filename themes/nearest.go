package themes

import "fmt"

// didYouMean is ": did you mean …?" with the nearest of the names, or "" when
// none is near.
func didYouMean(name string, names []string) string {
	best, nearest := len(name)/3+2, ""
	for _, candidate := range names {
		if d := distance(name, candidate); d < best {
			best, nearest = d, candidate
		}
	}
	if nearest == "" || len(name) > 64 {
		return ""
	}
	return fmt.Sprintf(": did you mean %q?", nearest)
}

// distance is Levenshtein's: the least number of letters to add, drop or change.
func distance(a, b string) int {
	if len(a) > 64 {
		return len(a)
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
