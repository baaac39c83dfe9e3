package text

import (
	"slices"

	"golang.org/x/text/unicode/bidi"

	"github.com/roadmapviz/roadmapviz/layout/internal/language"
)

// bidiResolver finds the embedding levels of a text by the Unicode Bidirectional
// Algorithm (Unicode Standard Annex #9): even levels run to the right, odd ones
// to the left. Labels have no use for explicit embeddings, so their marks are
// passed over and isolates count as neutrals; every other rule is applied.
// The names W1 … L2 are the annex's.
type bidiResolver struct {
	levels   []uint8 // by character
	base     uint8   // the paragraph's level
	index    []int   // of the characters that take part
	classes  []bidi.Class
	original []bidi.Class // before any rule
	runes    []rune
}

// resolve fills levels for a text in a paragraph of the given level. A line feed
// ends a paragraph of the algorithm, not the level.
func (b *bidiResolver) resolve(runes []rune, base uint8) {
	b.levels = resize(b.levels, len(runes))
	b.runes, b.base = runes, base
	b.begin()
	for i, r := range runes {
		class := classOf(r)
		b.levels[i] = b.base
		switch class {
		case bidi.B:
			b.finish()
			b.begin()
			continue
		case bidi.BN, bidi.LRE, bidi.RLE, bidi.LRO, bidi.RLO, bidi.PDF:
			continue // X9
		case bidi.LRI, bidi.RLI, bidi.FSI, bidi.PDI:
			class = bidi.ON
		}
		b.index = append(b.index, i)
		b.classes = append(b.classes, class)
	}
	b.finish()
}

func (b *bidiResolver) begin() { b.index, b.classes = b.index[:0], b.classes[:0] }

func (b *bidiResolver) finish() {
	b.original = append(b.original[:0], b.classes...)
	b.weak()
	b.brackets()
	b.neutral()
	b.implicit()
}

func classOf(r rune) bidi.Class {
	p, _ := bidi.LookupRune(r)
	return p.Class()
}

// baseLevel is the level of a paragraph. In a language that is written from right to left
// it is that of any text with such letters, whatever it begins with; elsewhere the first
// strong character decides, by P2 and P3.
func baseLevel(runes []rune, tag string) uint8 {
	if language.IsRightToLeft(tag) && slices.ContainsFunc(runes, isRightToLeft) {
		return 1
	}
	for _, r := range runes {
		switch classOf(r) {
		case bidi.L:
			return 0
		case bidi.R, bidi.AL:
			return 1
		}
	}
	return 0
}

func isRightToLeft(r rune) bool {
	class := classOf(r)
	return class == bidi.R || class == bidi.AL
}

// direction is the strong class of a level.
func direction(level uint8) bidi.Class {
	if level%2 == 0 {
		return bidi.L
	}
	return bidi.R
}

// weak applies W1 to W7.
func (b *bidiResolver) weak() {
	c := b.classes
	previous, strong := direction(b.base), direction(b.base)
	for i := range c { // W1, W2, W3
		if c[i] == bidi.NSM {
			c[i] = previous
		}
		previous = c[i]
		switch c[i] {
		case bidi.L, bidi.R, bidi.AL:
			strong = c[i]
		case bidi.EN:
			if strong == bidi.AL {
				c[i] = bidi.AN
			}
		}
	}
	for i := range c {
		if c[i] == bidi.AL {
			c[i] = bidi.R
		}
	}
	for i := 1; i+1 < len(c); i++ { // W4
		if c[i-1] == c[i+1] && (c[i] == bidi.CS && (c[i-1] == bidi.EN || c[i-1] == bidi.AN) || c[i] == bidi.ES && c[i-1] == bidi.EN) {
			c[i] = c[i-1]
		}
	}
	for i := 0; i < len(c); i++ { // W5, W6
		if c[i] == bidi.ET {
			end := i
			for end < len(c) && c[end] == bidi.ET {
				end++
			}
			to := bidi.ON
			if i > 0 && c[i-1] == bidi.EN || end < len(c) && c[end] == bidi.EN {
				to = bidi.EN
			}
			for ; i < end; i++ {
				c[i] = to
			}
			i--
		} else if c[i] == bidi.CS || c[i] == bidi.ES {
			c[i] = bidi.ON
		}
	}
	strong = direction(b.base)
	for i := range c { // W7
		switch c[i] {
		case bidi.L, bidi.R:
			strong = c[i]
		case bidi.EN:
			if strong == bidi.L {
				c[i] = bidi.L
			}
		}
	}
}

// strongest is the direction that a class stands for beside neutrals; ON for none.
func strongest(c bidi.Class) bidi.Class {
	switch c {
	case bidi.L:
		return bidi.L
	case bidi.R, bidi.EN, bidi.AN:
		return bidi.R
	}
	return bidi.ON
}

// neutral applies N1 and N2.
func (b *bidiResolver) neutral() {
	c := b.classes
	before := direction(b.base)
	for i := 0; i < len(c); {
		if s := strongest(c[i]); s != bidi.ON {
			before = s
			i++
			continue
		}
		end := i
		for end < len(c) && strongest(c[end]) == bidi.ON {
			end++
		}
		after := direction(b.base)
		if end < len(c) {
			after = strongest(c[end])
		}
		to := direction(b.base)
		if before == after {
			to = before
		}
		for ; i < end; i++ {
			c[i] = to
		}
	}
}

// implicit applies I1 and I2, and L1 to separators; characters that took no part
// get the level of the one before them.
func (b *bidiResolver) implicit() {
	for j, i := range b.index {
		level := b.base
		switch class := b.classes[j]; {
		case class == bidi.EN || class == bidi.AN:
			level = (b.base + 2) &^ 1
		case class != direction(b.base):
			level++
		}
		b.levels[i] = level
	}
	trailing := true // L1: spaces before a separator or the end
	for j := len(b.index) - 1; j >= 0; j-- {
		switch b.original[j] {
		case bidi.S:
			trailing = true
		case bidi.WS:
		default:
			trailing = trailing && isIsolate(b.runes[b.index[j]])
		}
		if trailing {
			b.levels[b.index[j]] = b.base
		}
	}
	for j, i := range b.index {
		if j+1 == len(b.index) {
			break
		}
		for k := i + 1; k < b.index[j+1]; k++ {
			b.levels[k] = b.levels[i]
		}
	}
}

func isIsolate(r rune) bool { return 0x2066 <= r && r <= 0x2069 }

// reverseRuns applies L2 to the runs of a line, given the level of each.
func reverseRuns[T any](runs []T, level func(T) uint8) {
	highest := uint8(0)
	for _, r := range runs {
		highest = max(highest, level(r))
	}
	for l := highest; l > 0; l-- {
		for i := 0; i < len(runs); i++ {
			end := i
			for end < len(runs) && level(runs[end]) >= l {
				end++
			}
			for x, y := i, end-1; x < y; x, y = x+1, y-1 {
				runs[x], runs[y] = runs[y], runs[x]
			}
			i = max(i, end-1)
		}
	}
}
