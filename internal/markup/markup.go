// Package markup puts text that others wrote into what has a syntax of its own:
// JSON, Markdown, and the commands of a workflow on GitHub. None of it is markup
// there, or a command, or calls anybody.
package markup

import (
	"encoding/json"
	"io"
)

// JSON writes a value as indented JSON, with "<" as itself.
func JSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}
