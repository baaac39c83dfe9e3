package page

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/codes"
)

// Code identifies a kind of [graph.Diagnostic]. Codes are stable: one is never
// used again for something else.
type Code string

// The codes of what the parser finds. Package codes explains them.
const (
	NoCourse       Code = "RV001"
	ImageOnly      Code = "RV002"
	NoTopics       Code = "RV003"
	Unresolved     Code = "RV004"
	Cycle          Code = "RV005"
	AgainstOrder   Code = "RV006"
	UnknownKey     Code = "RV007"
	BadValue       Code = "RV008"
	DuplicateTitle Code = "RV009"
	HeadingJump    Code = "RV010"
	DeadAnchor     Code = "RV011"
	TooDeep        Code = "RV012"
	TooLong        Code = "RV013"
	BadFrontMatter Code = "RV014"
	Damaged        Code = "RV015"
	UnknownNode    Code = "RV016"
	External       Code = "RV017"
	DuplicateID    Code = "RV018"
	Doubt          Code = "RV019"
	Guessed        Code = "RV020"
	Lost           Code = "RV021"
)

// severity is that of the code's rule in the register.
func (c Code) severity() graph.Severity {
	if r, ok := codes.Lookup(string(c)); ok {
		return r.Severity
	}
	return graph.Warning
}

// maxSame is how many diagnostics of one code are reported. A document with
// more has one mistake, not thousands.
const maxSame = 200

// A Reporter collects diagnostics.
type Reporter struct {
	found []graph.Diagnostic
	count map[Code]int
}

// Report adds a diagnostic. The message has no full stop; hint may be empty.
func (r *Reporter) Report(c Code, at graph.Position, hint, message string, args ...any) {
	r.Tell(c.severity(), c, at, hint, message, args...)
}

// Tell is Report for what is milder than most of its kind.
func (r *Reporter) Tell(s graph.Severity, c Code, at graph.Position, hint, message string, args ...any) {
	if r.count == nil {
		r.count = map[Code]int{}
	}
	if r.count[c]++; r.count[c] > maxSame {
		return
	}
	r.found = append(r.found, graph.Diagnostic{
		Position: at, Severity: s, Code: string(c), Message: fmt.Sprintf(message, args...), Hint: hint,
	})
}

// Sorted are the diagnostics in the order of their places.
func (r *Reporter) Sorted() []graph.Diagnostic {
	slices.SortStableFunc(r.found, func(a, b graph.Diagnostic) int {
		return cmp.Or(cmp.Compare(a.Position.Line, b.Position.Line), cmp.Compare(a.Position.Column, b.Position.Column), cmp.Compare(a.Code, b.Code))
	})
	return r.found
}
