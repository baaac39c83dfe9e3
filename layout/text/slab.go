package text

// slab hands out small slices of a large one, as thousands of labels of a few
// glyphs each would otherwise cost thousands of allocations. The slices live as
// long as any of their block is used, which suits text: a diagram keeps or drops
// all of its labels together.
type slab[T any] struct {
	free []T
	size int // of the last block
}

// take returns n zero values that nobody else has.
func (s *slab[T]) take(n int) []T {
	if n > len(s.free) {
		s.size = max(n, min(2*max(s.size, 32), 4096))
		s.free = make([]T, s.size)
	}
	t := s.free[:n:n]
	s.free = s.free[n:]
	return t
}
