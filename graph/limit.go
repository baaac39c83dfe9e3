package graph

import "fmt"

// LimitError says that something is larger than the caller allows, before the work on
// it is done.
type LimitError struct {
	What     string // in the plural: "bytes", "elements", "edges", "prerequisites", "pixels" or "bytes of memory"
	Is, Most int64  // how many there are, or are expected, and how many may be
}

func (e *LimitError) Error() string {
	return fmt.Sprintf("%d %s are too many: at most %d are allowed here", e.Is, e.What, e.Most)
}

// Within is a [*LimitError] if there are more of something than there may be; 0 allows
// any number.
func Within(what string, is, most int64) error {
	if most > 0 && is > most {
		return &LimitError{what, is, most}
	}
	return nil
}
