package graph

import (
	"strings"
	"unicode/utf8"
)

// maxCompared bounds the length of the names that [Nearest] compares, in
// characters, because the cost grows with the product of the lengths.
const maxCompared = 64

// Nearest is the one of names that a user who typed name most likely meant,
// or "" when none is near. Case does not count; a swap of neighbours is one
// mistake, as a missing, extra or wrong letter is, and a third of the letters
// may be mistaken. Of equally near names the first wins.
func Nearest(name string, names []string) string {
	wanted := fold(name)
	if len(wanted) == 0 || len(wanted) > maxCompared {
		return ""
	}
	best, nearest := len(wanted)/3+1, ""
	if len(wanted) < 3 {
		best = 2
	}
	for _, candidate := range names {
		if utf8.RuneCountInString(candidate) > maxCompared {
			continue
		}
		if d := distance(wanted, fold(candidate), best); d < best {
			best, nearest = d, candidate
		}
	}
	return nearest
}

func fold(s string) []rune { return []rune(strings.ToLower(strings.TrimSpace(s))) }

// distance is the optimal string alignment distance of a and b (Levenshtein's
// with swaps of neighbours), or at least limit as soon as that is certain.
func distance(a, b []rune, limit int) int {
	if gap := len(a) - len(b); gap >= limit || -gap >= limit {
		return limit
	}
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			wrong := 1
			if a[i-1] == b[j-1] {
				wrong = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+wrong)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
			least = min(least, row[j])
		}
		if least >= limit {
			return limit
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
