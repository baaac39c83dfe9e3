package legend

import (
	"maps"
	"slices"
)

// For the tests.
const (
	First = done
	Last  = Of
)

// Languages are those of the program.
func Languages() []string {
	return append(slices.Sorted(maps.Keys(words)), "zh-Hant")
}
