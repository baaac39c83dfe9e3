package pages

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/roadmapviz/roadmapviz/internal/markup"
	"github.com/roadmapviz/roadmapviz/internal/terminal"
)

// ReportFormat writes a report.
type ReportFormat func(io.Writer, Report) error

var reportFormats = [...]struct {
	name  string
	write ReportFormat
}{
	{"github", writeGitHub},
	{"json", func(w io.Writer, r Report) error { return markup.JSON(w, r) }},
	{"markdown", writeMarkdown},
	{"text", writeText},
}

// ReportFormats are the names of the formats of reports, sorted: for people, for
// programs, for GitHub's annotations, and for comments on pull requests.
func ReportFormats() []string {
	var names []string
	for _, f := range reportFormats {
		names = append(names, f.name)
	}
	return names
}

// LookupReportFormat is the format of that name.
func LookupReportFormat(name string) (ReportFormat, bool) {
	for _, f := range reportFormats {
		if f.name == name {
			return f.write, true
		}
	}
	return nil, false
}

// title says what is wrong with the figure in one line.
func (f FigureReport) title() string {
	if f.Stale {
		return fmt.Sprintf("%s is out of date: %s", f.Figure, f.Message)
	}
	return fmt.Sprintf("%s: %s", f.Figure, f.Message)
}

const blockTitle = "the block is out of date"

func writeText(w io.Writer, r Report) error {
	b := bufio.NewWriter(w)
	for _, f := range r.Figures {
		if f.Message == "" {
			continue
		}
		terminal.Print(b, "%s:%d: %s", f.File, f.Line, f.title())
		for _, c := range f.Changes {
			terminal.Print(b, "  %s:%d: %s", c.File, c.Line, c.Text)
		}
	}
	for _, k := range r.Blocks {
		if k.Stale {
			terminal.Print(b, "%s:%d: %s", k.File, k.Line, blockTitle)
		}
	}
	if r.Err() == nil { // else the error says it
		terminal.Print(b, "%s", r.Summary())
	}
	return b.Flush()
}

// writeGitHub annotates the lines that changed, each once for all figures that
// show it; and what is wrong with a figure otherwise where the document shows it.
func writeGitHub(w io.Writer, r Report) error {
	type place struct {
		level, file string
		line        int
		stale       bool
		text        string
	}
	var order []place
	figures := map[place][]string{}
	add := func(p place, figure string) {
		if figures[p] == nil {
			order = append(order, p)
		}
		figures[p] = append(figures[p], figure)
	}
	for _, f := range r.Figures {
		switch {
		case f.Message == "":
		case !f.Stale:
			add(place{"warning", f.File, f.Line, false, f.Message}, f.Figure)
		case len(f.Changes) == 0:
			add(place{"error", f.File, f.Line, true, f.Message}, f.Figure)
		default:
			for _, c := range f.Changes {
				add(place{"error", c.File, c.Line, true, c.Text}, f.Figure)
			}
		}
	}
	b := bufio.NewWriter(w)
	for _, p := range order {
		names := strings.Join(figures[p], ", ")
		switch {
		case p.stale && len(figures[p]) == 1:
			names += " is out of date"
		case p.stale:
			names += " are out of date"
		}
		fmt.Fprintln(b, markup.Annotation{Level: p.level, File: p.file, Line: p.line, Title: "roadmapviz", Text: names + ": " + p.text})
	}
	for _, k := range r.Blocks {
		if k.Stale {
			fmt.Fprintln(b, markup.Annotation{Level: "error", File: k.File, Line: k.Line, Title: "roadmapviz", Text: blockTitle})
		}
	}
	return b.Flush()
}

// writeMarkdown writes a report for a comment on a pull request.
func writeMarkdown(w io.Writer, r Report) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "### Roadmaps: %s\n", r.Summary())
	for _, f := range r.Figures {
		if f.Message == "" {
			continue
		}
		fmt.Fprintf(b, "\n**%s** (%s, line %d): %s\n", markup.Code(f.Figure), markup.Code(f.File), f.Line, markup.Sentence(f.Message))
		for i, c := range f.Changes {
			if i == 0 {
				b.WriteByte('\n')
			}
			fmt.Fprintf(b, "- %s (line %d)\n", markup.Sentence(c.Text), c.Line)
		}
	}
	for _, k := range r.Blocks {
		if k.Stale {
			fmt.Fprintf(b, "\n**%s**, line %d: %s\n", markup.Code(k.File), k.Line, blockTitle)
		}
	}
	if r.Err() != nil {
		fmt.Fprintf(b, "\nRun %s and commit the figures.\n", markup.Code(r.sync("")))
	}
	return b.Flush()
}
