package codes

import (
	"cmp"
	"slices"

	"github.com/roadmapviz/roadmapviz/graph"
)

// maxSame is how many diagnostics of one code are collected. A document with
// more has one mistake, not thousands.
const maxSame = 200

// A Reporter collects the diagnostics of a file: of each code the first 200.
// The zero value is empty.
type Reporter struct {
	found []graph.Diagnostic
	count map[string]int // by code
}

// Report adds what [Code.At] makes of the arguments.
func (r *Reporter) Report(c Code, at graph.Position, hint, message string, args ...any) {
	if r.Full(c) {
		return
	}
	if r.count == nil {
		r.count = map[string]int{}
	}
	r.count[c.ID]++
	r.found = append(r.found, c.At(at, hint, message, args...))
}

// Full says whether no more of the code is collected.
func (r *Reporter) Full(c Code) bool { return r.count[c.ID] >= maxSame }

// Sorted are the diagnostics in the order of their places.
func (r *Reporter) Sorted() []graph.Diagnostic {
	slices.SortStableFunc(r.found, func(a, b graph.Diagnostic) int {
		return cmp.Or(cmp.Compare(a.Position.Line, b.Position.Line), cmp.Compare(a.Position.Column, b.Position.Column), cmp.Compare(a.Code, b.Code))
	})
	return r.found
}
