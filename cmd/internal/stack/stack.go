// Package stack makes room on the stack of the main goroutine, for a program that
// imports it. It imports nothing, and so is initialised before the packages whose paths
// come later: among them goldmark, which compiles regular expressions at start, nested
// 64 kB deep. A stack that is too small is copied to one twice as large, page by page, as
// often as it takes; a call that needs much lets it grow at once, and what is not
// written to takes no memory.
package stack

const room = 64 << 10

func init() { grow(0) }

// grow has variables of that size, of which it uses the first n bytes.
//
//go:noinline
func grow(n int) (sum byte) {
	if n == 0 {
		return 0 // before any of them is written to
	}
	var bytes [room]byte
	for i := range bytes[:n] {
		bytes[i] = byte(i)
	}
	for _, b := range bytes[:n] {
		sum += b
	}
	return sum
}
