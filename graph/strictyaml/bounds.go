package strictyaml

import "github.com/goccy/go-yaml/token"

// Bounds of a settings file. The YAML library takes time that grows with the
// square of the nesting: without them, 64 kB of brackets take a minute.
const (
	maxBytes    = 1 << 20
	maxBrackets = 64   // open at once
	maxColumns  = 4000 // of a line, which can nest by "- - -" too
)

// beyondBounds is the place where the source goes beyond the bounds, and what
// it does there; the message is empty when it does not.
func beyondBounds(src []byte) (at token.Position, message string) {
	at = token.Position{Line: 1, Column: 1}
	if len(src) > maxBytes {
		return at, "larger than settings can be"
	}
	depth := 0
	for _, c := range src {
		switch c {
		case '\n':
			at.Line, at.Column = at.Line+1, 0
		case '[', '{':
			depth++
		case ']', '}':
			depth = max(0, depth-1)
		}
		if depth > maxBrackets {
			return at, "nested too deeply"
		}
		if at.Column++; at.Column > maxColumns {
			return at, "the line is too long"
		}
	}
	return at, ""
}
