package main

import (
	"bufio"
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"github.com/roadmapviz/roadmapviz/internal/terminal"
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
	if figures, blocks := r.stale(); figures+blocks == 0 { // else the error says it
		terminal.Print(b, "%s", r.summary())
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
		fmt.Fprintf(b, "\n**%s** (%s, line %d): %s\n", asCode(f.Figure), asCode(f.File), f.Line, sentenceInMarkdown(f.Message))
		for i, c := range f.Changes {
			if i == 0 {
				b.WriteByte('\n')
			}
			fmt.Fprintf(b, "- %s (line %d)\n", sentenceInMarkdown(c.Text), c.Line)
		}
	}
	for _, k := range r.Blocks {
		if k.Stale {
			fmt.Fprintf(b, "\n**%s**, line %d: %s\n", asCode(k.File), k.Line, blockTitle)
		}
	}
	if r.verdict() != nil {
		b.WriteString("\nRun `roadmapviz sync` and commit the figures.\n")
	}
	return b.Flush()
}

// quotation is a title in a sentence, as fmt's %q writes it.
var quotation = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`"(?:[^"\\]|\\.)*"`) })

// sentenceInMarkdown is a sentence of ours in Markdown, with the titles that it
// quotes as code. Where there is more than plain words beside them, all is code.
func sentenceInMarkdown(s string) string {
	quoted := quotation()
	words := quoted.ReplaceAllString(s, "")
	if strings.ContainsFunc(words, func(r rune) bool { return !unicode.IsLetter(r) && !strings.ContainsRune(" ,;()'", r) }) {
		return asCode(s)
	}
	return quoted.ReplaceAllStringFunc(s, func(title string) string {
		plain, err := strconv.Unquote(title)
		if err != nil {
			plain = title
		}
		return asCode(plain)
	})
}

// asCode is text that others wrote, in Markdown: as code it is no markup, and no
// site makes links of the names, numbers and addresses in it. (A backslash does
// not keep "@name" from calling somebody.)
func asCode(s string) string {
	s = terminal.Escape(s)
	longest, run := 0, 0
	for _, r := range s {
		if run++; r != '`' {
			run = 0
		}
		longest = max(longest, run)
	}
	fence := strings.Repeat("`", longest+1)
	if strings.Trim(s, "` ") != s || s == "" {
		s = " " + s + " "
	}
	return fence + s + fence
}
