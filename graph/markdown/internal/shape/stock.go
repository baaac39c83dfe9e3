package shape

import "unsafe"

// A stock gives many small pieces of few large ones: a document has very many, and all
// are thrown away together.
type stock[T any] struct {
	rest   []T
	pieces int // large ones that were got
}

// take is room for so many.
func (s *stock[T]) take(n int) []T {
	if n > len(s.rest) {
		// 2 KB less what the runtime keeps with each, so that those of all stocks lie side by
		// side; and twice as much after every eight, up to 32.
		size := 1<<min(11+s.pieces/8, 15) - 8
		s.rest = make([]T, max(n, size/int(unsafe.Sizeof(*new(T)))))
		s.pieces++
	}
	out := s.rest[:n:n]
	s.rest = s.rest[n:]
	return out
}

// one is room for one.
func (s *stock[T]) one() *T { return &s.take(1)[0] }

// keep is a copy of what is used again.
func (s *stock[T]) keep(x []T) []T {
	out := s.take(len(x))
	copy(out, x)
	return out
}
