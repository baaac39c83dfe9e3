package main

import (
	"fmt"
	"io"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/internal/terminal"
)

var severityRank = map[graph.Severity]int{graph.Info: 0, graph.Warning: 1, graph.Error: 2}

// printDiagnostics writes the diagnostics of at least the given severity, one a line.
func printDiagnostics(w io.Writer, ds []graph.Diagnostic, least graph.Severity) {
	for _, d := range ds {
		if severityRank[d.Severity] >= severityRank[least] {
			terminal.Print(w, "%v", d)
		}
	}
}

// failed is the error for a document with diagnostics of severity error.
func failed(name string, ds []graph.Diagnostic) error {
	errs := 0
	for _, d := range ds {
		if d.Severity == graph.Error {
			errs++
		}
	}
	if errs == 0 {
		return nil
	}
	return fmt.Errorf("%s has %s; nothing was drawn", name, plural(errs, "error"))
}
