package main

import (
	"fmt"
	"io"

	"github.com/roadmapviz/roadmapviz/cmd/internal/flags"
	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/report"
	"github.com/roadmapviz/roadmapviz/internal/terminal"
	"github.com/roadmapviz/roadmapviz/internal/words"
)

// messages are what a run says beside its result, on stderr. What is written to
// them is dropped when the user wants it quiet; errors are not.
type messages struct {
	out     io.Writer
	quiet   bool
	printer report.Printer
}

func newMessages(out io.Writer) *messages {
	return &messages{out: out, printer: report.Printer{Out: out}}
}

func (m *messages) Write(text []byte) (int, error) {
	if m.quiet {
		return len(text), nil
	}
	return m.out.Write(text)
}

// printDiagnostics writes the diagnostics of at least the given severity, each once
// a run and one a line. Too many are counted when the run ends.
func printDiagnostics(m *messages, ds []graph.Diagnostic, least graph.Severity) {
	if m.quiet {
		least = graph.Error
	}
	m.printer.Print(flags.Hinted(ds), least)
}

// end says how many diagnostics there were besides.
func (m *messages) end() {
	if left := m.printer.Left(); left > 0 {
		terminal.Print(m.out, "and %d more; 'roadmapviz lint' lists them", left)
	}
}

// fail says what went wrong, one mistake a line.
func (m *messages) fail(err error) { terminal.PrintError(m.out, "roadmapviz: ", err) }

// failed is the error for a document with diagnostics of severity error.
func failed(name string, ds []graph.Diagnostic) error {
	errs := report.Count(ds, graph.Error)
	if errs == 0 {
		return nil
	}
	return fmt.Errorf("%s has %s; nothing was drawn", name, words.Count(errs, "error"))
}
