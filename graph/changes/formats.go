package changes

import (
	"bufio"
	"fmt"
	"io"

	"github.com/roadmapviz/roadmapviz/internal/markup"
	"github.com/roadmapviz/roadmapviz/internal/terminal"
)

// Formats write changes, by their names: for people, for programs, and for comments
// on pull requests.
var Formats = map[string]func(io.Writer, []Change) error{
	"json":     func(w io.Writer, found []Change) error { return markup.JSON(w, found) },
	"markdown": writeMarkdown,
	"text":     writeText,
}

func writeText(w io.Writer, found []Change) error {
	b := bufio.NewWriter(w)
	for _, c := range found {
		if c.Line > 0 {
			terminal.Print(b, "%s:%d: %s", c.File, c.Line, c.Text)
		} else {
			terminal.Print(b, "%s", c.Text)
		}
	}
	return b.Flush()
}

func writeMarkdown(w io.Writer, found []Change) error {
	b := bufio.NewWriter(w)
	if len(found) == 0 {
		b.WriteString("The course is the same.\n")
	}
	for _, c := range found {
		fmt.Fprintf(b, "- %s", markup.Sentence(c.Text))
		if c.Line > 0 {
			fmt.Fprintf(b, " (line %d)", c.Line)
		}
		b.WriteByte('\n')
	}
	return b.Flush()
}
