// Package report writes diagnostics: for people, for programs, and for the places
// where a change is reviewed.
//
//	write, ok := report.Lookup("sarif")
//	err := write(os.Stdout, report.Sort(diagnostics))
//
// Text that others wrote is shown and not obeyed, in each format by its own rules.
// All of it is safe for concurrent use, but a [Printer].
package report

import (
	"cmp"
	"slices"

	"github.com/roadmapviz/roadmapviz/graph"
)

// Sort sorts diagnostics by their places, and keeps the same ones once. Those
// without a place come first, and the files in the order in which they occur. The
// slice is changed.
func Sort(found []graph.Diagnostic) []graph.Diagnostic {
	files := map[string]int{"": -1}
	for _, d := range found {
		if _, seen := files[d.Position.File]; !seen {
			files[d.Position.File] = len(files)
		}
	}
	slices.SortStableFunc(found, func(a, b graph.Diagnostic) int {
		return cmp.Or(
			cmp.Compare(files[a.Position.File], files[b.Position.File]),
			cmp.Compare(a.Position.Line, b.Position.Line),
			cmp.Compare(a.Position.Column, b.Position.Column),
			cmp.Compare(a.Code, b.Code))
	})
	return slices.Compact(found)
}

// Count is how many diagnostics have a severity.
func Count(found []graph.Diagnostic, of graph.Severity) int {
	n := 0
	for _, d := range found {
		if d.Severity == of {
			n++
		}
	}
	return n
}

// ranks are the severities, mildest first.
var ranks = []graph.Severity{graph.Info, graph.Warning, graph.Error}

func isAtLeast(s, least graph.Severity) bool {
	return slices.Index(ranks, s) >= slices.Index(ranks, least)
}
