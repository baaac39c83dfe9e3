package text

import (
	"cmp"
	"slices"

	"golang.org/x/text/unicode/bidi"
)

// bracketDepth is how many brackets may be open at once (BD16).
const bracketDepth = 63

// brackets applies N0: both brackets of a pair get one direction.
func (b *bidiResolver) brackets() {
	c := b.classes
	base := direction(b.base)
	for _, pair := range b.bracketPairs() {
		inside := bidi.ON
		for _, class := range c[pair.open+1 : pair.close] {
			if s := strongest(class); s == base {
				inside = base
				break
			} else if s != bidi.ON {
				inside = s
			}
		}
		if inside == bidi.ON {
			continue // nothing strong inside: left to N1
		}
		if inside != base {
			before := base
			for j := pair.open - 1; j >= 0; j-- {
				if s := strongest(c[j]); s != bidi.ON {
					before = s
					break
				}
			}
			inside = before // the outer context, if it agrees, else the paragraph
		}
		for _, at := range [...]int{pair.open, pair.close} {
			c[at] = inside
			for j := at + 1; j < len(c) && b.original[j] == bidi.NSM; j++ {
				c[j] = inside // marks go with their bracket
			}
		}
	}
}

type bracketPair struct{ open, close int }

// bracketPairs finds the pairs of BD16, in the order of their opening brackets.
func (b *bidiResolver) bracketPairs() []bracketPair {
	type opening struct {
		at   int
		want rune // the bracket that closes it
	}
	var stack []opening
	var pairs []bracketPair
	for j, i := range b.index {
		if b.classes[j] != bidi.ON {
			continue
		}
		r := canonicalBracket(b.runes[i])
		p, _ := bidi.LookupRune(r)
		switch {
		case !p.IsBracket():
		case p.IsOpeningBracket():
			if len(stack) == bracketDepth {
				return nil
			}
			stack = append(stack, opening{j, mirror(r)})
		default:
			for k := len(stack) - 1; k >= 0; k-- {
				if stack[k].want == r {
					pairs = append(pairs, bracketPair{stack[k].at, j})
					stack = stack[:k]
					break
				}
			}
		}
	}
	slices.SortFunc(pairs, func(x, y bracketPair) int { return cmp.Compare(x.open, y.open) })
	return pairs
}

// canonicalBracket makes the two pairs of angle brackets that are canonically
// equivalent one.
func canonicalBracket(r rune) rune {
	switch r {
	case '\u2329':
		return '\u3008'
	case '\u232A':
		return '\u3009'
	}
	return r
}

// mirror is the other bracket of a pair.
func mirror(r rune) rune { return []rune(bidi.ReverseString(string(r)))[0] }
