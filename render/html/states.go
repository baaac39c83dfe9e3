package html

import (
	"cmp"
	"math/bits"
	"slices"

	"github.com/roadmapviz/roadmapviz/themes"
)

// stateSet is a set of the states that themes know: bit i is that of the i-th.
type stateSet uint32

var stateNames = themes.States()

// setOf is the set of some states. Names that themes do not know are left out.
func setOf(names ...string) (s stateSet) {
	for _, name := range names {
		if i := slices.Index(stateNames, name); i >= 0 {
			s |= 1 << i
		}
	}
	return s
}

// names are the states in the order of the theme's words: the later one wins.
func (s stateSet) names() []string {
	var names []string
	for ; s != 0; s &= s - 1 {
		names = append(names, stateNames[bits.TrailingZeros32(uint32(s))])
	}
	return names
}

func (s stateSet) len() int { return bits.OnesCount32(uint32(s)) }

func (s stateSet) in(t stateSet) bool { return s&^t == 0 }

// compare sorts the smaller set first, and of sets of one size that of the earlier
// states: the order of rules in a style sheet.
func (s stateSet) compare(t stateSet) int {
	return cmp.Or(cmp.Compare(s.len(), t.len()), cmp.Compare(bits.Reverse32(uint32(t)), bits.Reverse32(uint32(s))))
}

// combinations are all sets that have at most one state of each group, in order.
func combinations(groups []stateSet) []stateSet {
	all := []stateSet{0}
	for _, group := range groups {
		for _, rest := range slices.Clone(all) {
			for g := group; g != 0; g &= g - 1 {
				all = append(all, rest|g&-g)
			}
		}
	}
	slices.SortFunc(all, stateSet.compare)
	return all
}
