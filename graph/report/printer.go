package report

import (
	"io"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/internal/terminal"
)

// mostPrinted is how many diagnostics that are no errors a [Printer] writes.
const mostPrinted = 10

// A Printer tells people what is odd while a program does its work: each
// diagnostic once, in a line. Errors are all written, of the others only the first
// ten: who wants to read more of them asks for all.
type Printer struct {
	// Out is where lines are written, as for a terminal.
	Out io.Writer

	said map[graph.Diagnostic]bool
	mild int // how many that are no errors there were
}

// Print writes the diagnostics of at least the given severity that were not
// written before.
func (p *Printer) Print(found []graph.Diagnostic, least graph.Severity) {
	for _, d := range found {
		if !isAtLeast(d.Severity, least) || p.said[d] {
			continue
		}
		if p.said == nil {
			p.said = map[graph.Diagnostic]bool{}
		}
		p.said[d] = true
		if d.Severity != graph.Error {
			if p.mild++; p.mild > mostPrinted {
				continue
			}
		}
		terminal.Print(p.Out, "%v", d)
	}
}

// Left is how many diagnostics Print was given and has not written because there
// were too many.
func (p *Printer) Left() int { return max(p.mild-mostPrinted, 0) }
