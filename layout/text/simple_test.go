package text

import (
	"slices"
	"strings"
	"testing"
)

// Lines of simple texts end where the annex lets them: looked at are all short texts of
// each kind of character.
func TestSimpleTexts(t *testing.T) {
	const kinds = "aB7 ,.:;!?"
	simple := 0
	for n := 1; n <= 6; n++ {
		picks := make([]int, n)
		for {
			var b strings.Builder
			for _, k := range picks {
				b.WriteByte(kinds[k])
			}
			if runes := []rune(b.String()); isSimple(runes) {
				simple++
				fast, any := lineBreaker{places: make([]place, n+1)}, lineBreaker{places: make([]place, n+1)}
				fast.findSimple(runes)
				any.findAny(runes)
				if !slices.Equal(fast.places, any.places) {
					t.Fatalf("%q: %v, and the annex has %v", b.String(), fast.places, any.places)
				}
			}
			i := 0
			for i < n && picks[i] == len(kinds)-1 {
				picks[i] = 0
				i++
			}
			if i == n {
				break
			}
			picks[i]++
		}
	}
	if simple < 5000 {
		t.Errorf("only %d texts are simple", simple)
	}
}
