package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/internal/terminal"
)

// findingFormats write findings, by the name of the format.
var findingFormats = map[string]func(io.Writer, []graph.Diagnostic) error{
	"text":   writeText,
	"json":   writeJSON,
	"sarif":  writeSARIF,
	"github": writeGitHub,
}

func findingFormatNames() []string { return slices.Sorted(maps.Keys(findingFormats)) }

func writeText(w io.Writer, found []graph.Diagnostic) error {
	b := bufio.NewWriter(w)
	printDiagnostics(b, found, graph.Info)
	return b.Flush()
}

func writeJSON(w io.Writer, found []graph.Diagnostic) error {
	if found == nil {
		found = []graph.Diagnostic{} // a list, even if it is empty
	}
	return encodeJSON(w, found)
}

// encodeJSON writes a value as indented JSON, with "<" as itself.
func encodeJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// writeGitHub writes workflow commands, which GitHub Actions shows beside the
// lines of a pull request.
// https://docs.github.com/actions/reference/workflow-commands-for-github-actions
func writeGitHub(w io.Writer, found []graph.Diagnostic) error {
	b := bufio.NewWriter(w)
	command := map[graph.Severity]string{graph.Info: "notice", graph.Warning: "warning", graph.Error: "error"}
	for _, d := range found {
		fmt.Fprintf(b, "::%s ", command[d.Severity])
		p := d.Position
		if p.File != "" {
			fmt.Fprintf(b, "file=%s,", escapeProperty(p.File))
		}
		if p.Line > 0 {
			fmt.Fprintf(b, "line=%d,", p.Line)
			if p.Column > 0 {
				fmt.Fprintf(b, "col=%d,", p.Column)
			}
		}
		fmt.Fprintf(b, "title=%s::%s\n", escapeProperty(d.Code), escapeData(sentence(d)))
	}
	return b.Flush()
}

// sentence is a finding in words, without place and code.
func sentence(d graph.Diagnostic) string {
	if d.Hint == "" {
		return d.Message
	}
	return d.Message + " (" + d.Hint + ")"
}

// escapeData is the text of a workflow command, which may have several lines.
func escapeData(s string) string {
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		lines[i] = strings.ReplaceAll(terminal.Escape(line), "%", "%25")
	}
	return strings.Join(lines, "%0A")
}

func escapeProperty(s string) string {
	return strings.NewReplacer(":", "%3A", ",", "%2C").Replace(escapeData(s))
}
