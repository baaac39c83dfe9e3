package listing

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/roadmapviz/roadmapviz/graph"
	"github.com/roadmapviz/roadmapviz/graph/markdown"
	"github.com/roadmapviz/roadmapviz/internal/terminal"
	"github.com/roadmapviz/roadmapviz/internal/words"
)

// mostInset is how many levels are indented. A line below them says how much
// deeper it stands, so that a deep course does not make an endless text.
const mostInset = 40

// Text writes the outline for people: an indented tree, one element a line, and,
// if it is wanted, a line for each that says why it is there. The text grows with
// the number of elements, however deep they stand.
func (l *Listing) Text(w io.Writer, why bool) error {
	b := bufio.NewWriter(w)
	if why {
		for _, d := range l.Documents {
			d.write(b)
		}
	}
	before := "" // the reason above
	for i, e := range l.Elements {
		indent := strings.Repeat("  ", min(e.Depth, mostInset))
		line := e.Title + "  - " + e.fate()
		if n := l.nodes[i]; n.ID != "" {
			line = lineOf(n)
		}
		if deeper := e.Depth - mostInset; deeper > 0 {
			line = fmt.Sprintf("+%d %s", deeper, line)
		}
		if e.Resources > 0 {
			line += "  [" + words.Count(e.Resources, "resource") + "]"
		}
		terminal.Print(b, "%s%s", indent, line)
		if why && e.By != "" {
			reason := e.reason()
			if reason == before {
				terminal.Print(b, "%s  ~ likewise", indent)
			} else {
				terminal.Print(b, "%s  ~ %s", indent, reason)
			}
			before = reason
		}
	}
	return b.Flush()
}

// fate says in words what becomes of an element that no node stands for.
func (e Element) fate() string {
	if e.Excluded == "" {
		return "only holds others"
	}
	return "left out: " + e.Excluded
}

// reason says why an element has its role.
func (e Element) reason() string {
	s := e.Role
	if e.Other != "" {
		s += ", or else " + e.Other
	}
	if e.By != "" {
		s += ": " + e.By
	}
	if e.Margin != 0 {
		s += fmt.Sprintf(" by %d", e.Margin)
	}
	return s + weights(e.Why)
}

func weights(why []markdown.Factor) string {
	var all []string
	for _, f := range why {
		all = append(all, fmt.Sprintf("%+d %s", f.Weight, f.What))
	}
	if len(all) == 0 {
		return ""
	}
	return "; " + strings.Join(all, "; ")
}

// write says how a document is read.
func (d Document) write(b *bufio.Writer) {
	if d.Reading == "" {
		return
	}
	terminal.Print(b, "%s is read as %s, certain to %.0f %%", d.File, d.Reading, 100*d.Certainty)
	terminal.Print(b, "  parts: %s; sections: %s; topics: %s", d.Parts, d.Sections, d.Topics)
	if d.Line != nil {
		terminal.Print(b, "  to make it sure, %v", d.Line)
	}
	if d.Other != "" {
		terminal.Print(b, "  or else: %s", d.Other)
	}
	if d.OtherLine != nil {
		terminal.Print(b, "  for that, %v", d.OtherLine)
	}
	if w := weights(d.Why); w != "" {
		terminal.Print(b, "  between the two: %s", strings.TrimPrefix(w, "; "))
	}
	b.WriteByte('\n')
}

// lineOf is a node in a line.
func lineOf(n *graph.Node) string {
	var b strings.Builder
	switch {
	case n.Icon == "":
	case n.Icon[0] < utf8.RuneSelf:
		b.WriteString(":" + n.Icon + ": ") // a name, as authors write it
	default:
		b.WriteString(n.Icon + " ")
	}
	if n.Number != "" {
		b.WriteString(n.Number + ". ")
	}
	b.WriteString(n.Title)
	if n.Kind == graph.Part {
		b.WriteString("  (" + n.ID + ")")
	}
	if n.Status != graph.Unknown {
		b.WriteString("  " + string(n.Status))
	}
	if n.Optional {
		b.WriteString("  optional")
	}
	if n.Excluded != "" {
		b.WriteString("  - left out: " + n.Excluded)
	}
	return b.String()
}
