// Package nearest says which name was meant by one that does not exist: the
// one "did you mean" of the program.
package nearest

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// maxCompared bounds the length of the names that are compared, in characters,
// because the cost grows with the product of the lengths.
const maxCompared = 64

// Name is the one of names that a user who typed name most likely meant, or ""
// when none is near. Case does not count; a swap of neighbours is one mistake,
// as a missing, extra or wrong letter is, and a third of the letters may be
// mistaken, but not the only one. Of equally near names the first wins.
func Name(name string, names []string) string {
	if len(name) > maxCompared*utf8.UTFMax {
		return ""
	}
	wanted := fold(name)
	if len(wanted) == 0 || len(wanted) > maxCompared {
		return ""
	}
	best, nearest := len(wanted)/3+1, ""
	if len(wanted) < 3 {
		best = 2
	}
	for _, candidate := range names {
		if len(candidate) > maxCompared*utf8.UTFMax || utf8.RuneCountInString(candidate) > maxCompared {
			continue
		}
		folded := fold(candidate)
		if d := distance(wanted, folded, best); d < best && d < max(len(wanted), len(folded)) {
			best, nearest = d, candidate
		}
	}
	return nearest
}

// Hint is `did you mean "z"?` for the nearest of names, or "" when none is near.
func Hint(name string, names []string) string {
	if near := Name(name, names); near != "" {
		return fmt.Sprintf("did you mean %q?", near)
	}
	return ""
}

// Choice is the hint, or else what there is, for a name out of few.
func Choice(name string, names []string) string {
	if hint := Hint(name, names); hint != "" {
		return hint
	}
	return all(names)
}

// maxListed is how many names are told beside the nearest one.
const maxListed = 20

// Unknown is the whole sentence about a name that is not in a table:
//
//	there is no layout "neatto"; did you mean "neato"? (there are: circo, dot, neato)
//
// Where one is near, a long list is left out.
func Unknown(what, name string, names []string) string {
	text := fmt.Sprintf("there is no %s %q", what, name)
	if hint := Hint(name, names); hint != "" {
		text += "; " + hint
		if len(names) > maxListed {
			return text
		}
	}
	return text + " (" + all(names) + ")"
}

// Likeness is the share of letters that need no change to make one name of the
// other: 1 for the same, 0 for those of more than 64 characters.
func Likeness(a, b string) float64 {
	x, y := []rune(a), []rune(b)
	longest := max(len(x), len(y))
	if longest == 0 || longest > maxCompared {
		return 0
	}
	return 1 - float64(distance(x, y, longest))/float64(longest)
}

func all(names []string) string { return "there are: " + strings.Join(names, ", ") }

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
