// Package slab makes many small slices of few large ones.
package slab

// Slab hands out small slices of a large one, as thousands of labels of a few
// glyphs each would otherwise cost thousands of allocations. The slices live as
// long as any of their block is used, which suits text and lines: a diagram keeps or drops
// all of them together. The zero value is ready; it is for one goroutine.
type Slab[T any] struct {
	free []T
	size int // of the last block
}

// Take returns n zero values that nobody else has.
func (s *Slab[T]) Take(n int) []T {
	if n > len(s.free) {
		s.size = max(n, min(2*max(s.size, 32), 4096))
		s.free = make([]T, s.size)
	}
	t := s.free[:n:n]
	s.free = s.free[n:]
	return t
}
