// Package flags is what the command lines of the programs share: the flags of figures,
// of the machine and of courses, with their help and completion, and mistakes in the
// user's words.
package flags

import (
	"errors"
	"fmt"

	courses "github.com/roadmapviz/roadmapviz/graph/course"
	"github.com/roadmapviz/roadmapviz/internal/nearest"
)

// UsageError is a mistake in how a program was called.
type UsageError struct{ error }

func (e UsageError) Unwrap() error { return e.error }

// AsUsage makes an error one.
func AsUsage(err error) error { return UsageError{err} }

// Usagef makes one as [fmt.Errorf] does.
func Usagef(format string, args ...any) error { return UsageError{fmt.Errorf(format, args...)} }

// IsUsage tells mistakes in how a program was called from others.
func IsUsage(err error) bool {
	return errors.As(err, new(UsageError)) || errors.As(err, new(*courses.FormatError))
}

// Unknown is the error for a name that is not in a table.
func Unknown(what, name string, names []string) error {
	return Usagef("%s", nearest.Unknown(what, name, names))
}
