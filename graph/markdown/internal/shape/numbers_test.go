package shape

import (
	"encoding/binary"
	"math/rand/v2"
	"testing"
)

// Keys have numbers in the order in which they come, however many there are.
func TestNumbers(t *testing.T) {
	chance := rand.New(rand.NewPCG(1, 4))
	x, want := numbersFor(4, 4), map[string]int32{}
	for range 5000 {
		key := binary.AppendUvarint(nil, uint64(chance.IntN(3000)))
		key = key[:chance.IntN(len(key)+1)]
		n, isNew := x.of(key)
		if m, known := want[string(key)]; known == isNew || known && m != n || !known && int(n) != len(want) {
			t.Fatalf("%v is number %d (new: %v) of %d", key, n, isNew, len(want))
		}
		want[string(key)] = n
	}
	for key, n := range want {
		if string(x.key(int(n))) != key {
			t.Errorf("number %d is %v, want %v", n, x.key(int(n)), []byte(key))
		}
	}
}

// What a stock gives is nobody else's, however much it gave.
func TestStock(t *testing.T) {
	var s stock[int]
	var all [][]int
	for i := range 20_000 {
		x := s.take(i % 40)
		for k := range x {
			if x[k] != 0 {
				t.Fatalf("piece %d was used before", i)
			}
			x[k] = i
		}
		all = append(all, append(x, -1)) // which must not reach the next one
	}
	if s.pieces < 60 {
		t.Errorf("%d large pieces are too few to try how they grow", s.pieces)
	}
	for i, x := range all {
		for _, n := range x[:len(x)-1] {
			if n != i {
				t.Fatalf("piece %d has what belongs to %d", i, n)
			}
		}
	}
	if x := s.keep([]int{1, 2}); len(x) != 2 || x[0] != 1 || x[1] != 2 {
		t.Errorf("kept %v", x)
	}
}
