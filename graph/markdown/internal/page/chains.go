package page

import (
	"hash/maphash"
	"math"
)

// Chains find things by texts as a map does, in so little memory that what is made for
// a few look-ups costs little: the things stand in a slice of whoever made them, each
// with the place of the next one whose text has the same hash, from 1; 0 ends a chain.
type chains struct {
	heads []uint16
	seed  maphash.Seed // only what stands beside what depends on it
}

// newChains makes chains for so many things, about two a chain.
func newChains(many int) chains {
	if many > math.MaxUint16 {
		panic("too many words")
	}
	n := 1
	for n < many/2 {
		n *= 2
	}
	return chains{heads: make([]uint16, n), seed: maphash.MakeSeed()}
}

// first is where the chain of a text begins.
func (c chains) first(text []byte) uint16 {
	return c.heads[maphash.Bytes(c.seed, text)&uint64(len(c.heads)-1)]
}

// add puts the thing at an index into the chain of a text, and gives what follows it
// there.
func (c chains) add(text string, index int) (next uint16) {
	head := &c.heads[maphash.String(c.seed, text)&uint64(len(c.heads)-1)]
	next, *head = *head, uint16(index+1)
	return next
}
