// Package words has what sentences are put together of.
package words

import "fmt"

// Count is a number with what it counts: "1 topic", "2 topics".
func Count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
