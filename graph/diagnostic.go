package graph

import (
	"fmt"
	"strings"
)

// Severity ranks a [Diagnostic].
type Severity string

// The severities, mildest first.
const (
	Info    Severity = "info"
	Warning Severity = "warning"
	Error   Severity = "error"
)

// Diagnostic is something odd in the user's document. A result exists all the
// same; an error is only for when there is none.
type Diagnostic struct {
	Position Position `json:"position,omitzero"`
	Severity Severity `json:"severity"`
	Code     string   `json:"code"`    // stable, "RV" and three digits
	Message  string   `json:"message"` // one sentence, no full stop
	Hint     string   `json:"hint,omitempty"`
}

// String is the line that a terminal shows:
//
//	README.md:42:5: warning RV003: message (hint)
func (d Diagnostic) String() string {
	var b strings.Builder
	if p := d.Position.String(); p != "" {
		b.WriteString(p + ": ")
	}
	fmt.Fprintf(&b, "%s %s: %s", d.Severity, d.Code, d.Message)
	if d.Hint != "" {
		fmt.Fprintf(&b, " (%s)", d.Hint)
	}
	return b.String()
}

// String is "file:line:column", without the parts that are not known.
func (p Position) String() string {
	var parts []string
	if p.File != "" {
		parts = append(parts, p.File)
	}
	if p.Line > 0 {
		parts = append(parts, fmt.Sprint(p.Line))
		if p.Column > 0 {
			parts = append(parts, fmt.Sprint(p.Column))
		}
	}
	return strings.Join(parts, ":")
}
