package markup

import (
	"fmt"
	"strings"

	"github.com/roadmapviz/roadmapviz/internal/terminal"
)

// An Annotation is what GitHub shows beside a line of a pull request.
type Annotation struct {
	Level        string // notice, warning or error
	File         string // relative to the repository; empty for what is about none
	Line, Column int    // from 1; 0 where they are not known
	Title        string
	Text         string // of one line or several
}

// String is the annotation as a workflow command, without a line break behind it.
// https://docs.github.com/actions/reference/workflow-commands-for-github-actions
func (a Annotation) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "::%s ", a.Level)
	if a.File != "" {
		fmt.Fprintf(&b, "file=%s,", property(a.File))
	}
	if a.Line > 0 {
		fmt.Fprintf(&b, "line=%d,", a.Line)
		if a.Column > 0 {
			fmt.Fprintf(&b, "col=%d,", a.Column)
		}
	}
	fmt.Fprintf(&b, "title=%s::%s", property(a.Title), data(a.Text))
	return b.String()
}

// data is the text of a workflow command.
func data(s string) string {
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		lines[i] = strings.ReplaceAll(terminal.Escape(line), "%", "%25")
	}
	return strings.Join(lines, "%0A")
}

func property(s string) string {
	return strings.NewReplacer(":", "%3A", ",", "%2C").Replace(data(s))
}
