package report

import (
	"bufio"
	"fmt"
	"io"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/codes"
	"github.com/roadmapviz/roadmapviz/internal/markup"
	"github.com/roadmapviz/roadmapviz/internal/terminal"
)

// A Format writes all of the diagnostics, in their order. Its errors are those of
// the writer.
type Format func(w io.Writer, found []graph.Diagnostic) error

var formats = [...]struct {
	name  string
	write Format
}{
	{"github", writeGitHub},
	{"json", writeJSON},
	{"markdown", writeMarkdown},
	{"sarif", writeSARIF},
	{"text", writeText},
}

// Lookup finds a format by its name:
//
//   - text: a line each, "README.md:42:5: warning RV003: message (hint)"
//   - json: a list of [graph.Diagnostic]
//   - markdown: a list for a comment on a pull request, with links to what explains the codes
//   - github: annotations, which GitHub Actions shows beside the lines of a pull request
//   - sarif: a log of SARIF 2.1.0, for code scanning
func Lookup(name string) (Format, bool) {
	for _, f := range formats {
		if f.name == name {
			return f.write, true
		}
	}
	return nil, false
}

// Names are the names of the formats, sorted.
func Names() []string {
	var names []string
	for _, f := range formats {
		names = append(names, f.name)
	}
	return names
}

func writeText(w io.Writer, found []graph.Diagnostic) error {
	b := bufio.NewWriter(w)
	for _, d := range found {
		terminal.Print(b, "%v", d)
	}
	return b.Flush()
}

func writeJSON(w io.Writer, found []graph.Diagnostic) error {
	if found == nil {
		found = []graph.Diagnostic{} // a list, even if it is empty
	}
	return markup.JSON(w, found)
}

func writeGitHub(w io.Writer, found []graph.Diagnostic) error {
	b := bufio.NewWriter(w)
	levels := map[graph.Severity]string{graph.Info: "notice", graph.Warning: "warning", graph.Error: "error"}
	for _, d := range found {
		p := d.Position
		fmt.Fprintln(b, markup.Annotation{
			Level: levels[d.Severity], File: p.File, Line: p.Line, Column: p.Column, Title: d.Code, Text: sentence(d),
		})
	}
	return b.Flush()
}

func writeMarkdown(w io.Writer, found []graph.Diagnostic) error {
	b := bufio.NewWriter(w)
	if len(found) == 0 {
		b.WriteString("Nothing is odd.\n")
	}
	for _, d := range found {
		b.WriteString("- ")
		if place := d.Position.String(); place != "" {
			fmt.Fprintf(b, "%s: ", markup.Code(place))
		}
		code := markup.Code(d.Code)
		if _, known := codes.Lookup(d.Code); known {
			code = fmt.Sprintf("[%s](%s)", d.Code, pageURL(d.Code))
		}
		fmt.Fprintf(b, "%s %s: %s\n", d.Severity, code, markup.Sentence(sentence(d)))
	}
	return b.Flush()
}

// pageURL is where the page of a code can be read.
func pageURL(code string) string { return home + "/blob/main/graph/codes/pages/" + code + ".md" }

const home = "https://github.com/roadmapviz/roadmapviz"

// sentence is a diagnostic in words, without place and code.
func sentence(d graph.Diagnostic) string {
	if d.Hint == "" {
		return d.Message
	}
	return d.Message + " (" + d.Hint + ")"
}
