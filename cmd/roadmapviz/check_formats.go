package main

import (
	"bufio"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// checkFormats write reports, by the name of the format.
var checkFormats = map[string]func(io.Writer, checkReport) error{
	"text":     checkText,
	"json":     func(w io.Writer, r checkReport) error { return encodeJSON(w, r) },
	"github":   checkGitHub,
	"markdown": checkMarkdown,
}

func checkFormatNames() []string { return slices.Sorted(maps.Keys(checkFormats)) }

// title says what is wrong with the figure in one line.
func (f checkedFigure) title() string {
	if f.Stale {
		return fmt.Sprintf("%s is out of date: %s", f.Figure, f.Message)
	}
	return fmt.Sprintf("%s: %s", f.Figure, f.Message)
}

const blockTitle = "the block is out of date"

func checkText(w io.Writer, r checkReport) error {
	b := bufio.NewWriter(w)
	for _, f := range r.Figures {
		if f.Message == "" {
			continue
		}
		fmt.Fprintf(b, "%s:%d: %s\n", f.File, f.Line, f.title())
		for _, c := range f.Changes {
			fmt.Fprintf(b, "  %s:%d: %s\n", c.File, c.Line, c.Text)
		}
	}
	for _, k := range r.Blocks {
		if k.Stale {
			fmt.Fprintf(b, "%s:%d: %s\n", k.File, k.Line, blockTitle)
		}
	}
	if figures, blocks := r.stale(); figures+blocks == 0 { // else the error says it
		fmt.Fprintln(b, r.summary())
	}
	return b.Flush()
}

// checkGitHub writes workflow commands, as writeGitHub does.
func checkGitHub(w io.Writer, r checkReport) error {
	b := bufio.NewWriter(w)
	for _, f := range r.Figures {
		if f.Message == "" {
			continue
		}
		level, text := "warning", f.title()
		if f.Stale {
			level = "error"
		}
		for _, c := range f.Changes {
			text += fmt.Sprintf("\nline %d: %s", c.Line, c.Text)
		}
		fmt.Fprintf(b, "::%s file=%s,line=%d,title=roadmapviz::%s\n", level, escapeProperty(f.File), f.Line, escapeData(text))
	}
	for _, k := range r.Blocks {
		if k.Stale {
			fmt.Fprintf(b, "::error file=%s,line=%d,title=roadmapviz::%s\n", escapeProperty(k.File), k.Line, blockTitle)
		}
	}
	return b.Flush()
}

// checkMarkdown writes a report for a comment on a pull request.
func checkMarkdown(w io.Writer, r checkReport) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "### Roadmaps: %s\n", r.summary())
	for _, f := range r.Figures {
		if f.Message == "" {
			continue
		}
		fmt.Fprintf(b, "\n**%s** (%s, line %d): %s\n", escapeMarkdown(f.Figure), escapeMarkdown(f.File), f.Line, escapeMarkdown(f.Message))
		for i, c := range f.Changes {
			if i == 0 {
				b.WriteByte('\n')
			}
			fmt.Fprintf(b, "- %s (line %d)\n", escapeMarkdown(c.Text), c.Line)
		}
	}
	for _, k := range r.Blocks {
		if k.Stale {
			fmt.Fprintf(b, "\n**%s**, line %d: %s\n", escapeMarkdown(k.File), k.Line, blockTitle)
		}
	}
	if r.verdict() != nil {
		b.WriteString("\nRun `roadmapviz sync` and commit the figures.\n")
	}
	return b.Flush()
}

// escapeMarkdown keeps text that others wrote from being read as markup.
func escapeMarkdown(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case strings.ContainsRune("\\`*_[]<>|~&#@", r):
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n' || r == '\r':
			b.WriteByte(' ')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
