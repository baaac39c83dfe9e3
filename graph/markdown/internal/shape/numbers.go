package shape

import (
	"bytes"
	"hash/maphash"
)

// Numbers gives keys numbers, in the order in which they come, and makes little garbage
// with it.
type numbers struct {
	keys  []byte  // one behind the other
	ends  []int32 // of each
	table []int32 // numbers from 1 on, at their hashes or the next free place behind
	seed  maphash.Seed
}

// numbersFor has room for about so many keys of so many bytes.
func numbersFor(many, size int) *numbers {
	places := 16
	for places < 2*many {
		places *= 2
	}
	return &numbers{make([]byte, 0, many*size), make([]int32, 0, many), make([]int32, places), maphash.MakeSeed()}
}

// of is the number of a key, and whether it is a new one.
func (x *numbers) of(key []byte) (n int32, isNew bool) {
	at := x.find(key)
	if n := x.table[at]; n > 0 {
		return n - 1, false
	}
	n = int32(len(x.ends))
	x.keys, x.ends = append(x.keys, key...), append(x.ends, int32(len(x.keys)+len(key)))
	x.table[at] = n + 1
	if 2*len(x.ends) > len(x.table) {
		x.grow()
	}
	return n, true
}

// key is the key of a number.
func (x *numbers) key(n int) []byte {
	from := int32(0)
	if n > 0 {
		from = x.ends[n-1]
	}
	return x.keys[from:x.ends[n]]
}

// find is the place of a key in the table, or a free one where it belongs.
func (x *numbers) find(key []byte) int {
	mask := len(x.table) - 1
	at := int(maphash.Bytes(x.seed, key)) & mask
	for n := x.table[at]; n > 0 && !bytes.Equal(x.key(int(n)-1), key); n = x.table[at] {
		at = (at + 1) & mask
	}
	return at
}

// grow doubles the table.
func (x *numbers) grow() {
	x.table = make([]int32, 2*len(x.table))
	for n := range x.ends {
		x.table[x.find(x.key(n))] = int32(n) + 1
	}
}
