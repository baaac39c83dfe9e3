package graph

import "fmt"

// LimitError says that something is larger than the caller allows, before the work on
// it is done.
type LimitError struct {
	What     string // in the plural: "bytes", "elements", "edges", "prerequisites", "pixels", "boxes" or "bytes of memory"
	Is, Most int64  // how many there are, or are expected, and how many may be; Is is 0 where that was not counted
	// Says is the sentence of Error where there is more to say than the numbers, such as
	// what to do; "" where there is not.
	Says string
}

func (e *LimitError) Error() string {
	if e.Says != "" {
		return e.Says
	}
	return fmt.Sprintf("%d %s are too many: at most %d are allowed here", e.Is, e.What, e.Most)
}

// Within is a [*LimitError] if there are more of something than there may be; 0 allows
// any number.
func Within(what string, is, most int64) error {
	if most > 0 && is > most {
		return &LimitError{What: what, Is: is, Most: most}
	}
	return nil
}
