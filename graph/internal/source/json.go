package source

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/roadmapviz/roadmapviz/graph"
)

// WrongJSON says in words what package encoding/json has against a file, of which
// it was given what begins at the offset base.
func WrongJSON(data []byte, base int, err error) *graph.SyntaxError {
	at, message := len(data), strings.TrimPrefix(err.Error(), "json: ")
	var syntax *json.SyntaxError
	var mismatch *json.UnmarshalTypeError
	switch {
	case errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF):
		message = "the file ends too early"
	case errors.As(err, &syntax):
		at = base + int(syntax.Offset) - 1
		switch {
		case at >= len(data) || strings.HasPrefix(message, "unexpected end"):
			at, message = len(data), "the file ends too early"
		case strings.Contains(message, "max depth"):
			message = "too many brackets are open"
		case at >= 0:
			r, _ := utf8.DecodeRune(data[at:])
			message = fmt.Sprintf("unexpected %q", r)
		}
	case errors.As(err, &mismatch):
		at = valueStart(data, base+int(mismatch.Offset)-1)
		found, _, _ := strings.Cut(mismatch.Value, " ")
		name := mismatch.Field[strings.LastIndexByte(mismatch.Field, '.')+1:]
		message = fmt.Sprintf("%q takes %s, not %s", name, inWords(mismatch.Type.Kind().String()), inWords(found))
		if name == "" {
			message = fmt.Sprintf("expected %s, not %s", inWords(mismatch.Type.Kind().String()), inWords(found))
		}
	}
	return &graph.SyntaxError{Source: Position(data, at), Message: message, Err: err}
}

// valueStart is where the JSON value begins whose last byte is at an offset, or
// whose first if that is a bracket.
func valueStart(data []byte, end int) int {
	at := min(max(end, 0), len(data)-1)
	if data[at] == '"' {
		for at--; at > 0 && (data[at] != '"' || data[at-1] == '\\'); at-- {
		}
		return max(at, 0)
	}
	for at > 0 && bytes.IndexByte([]byte(" \t\r\n:,[{"), data[at-1]) < 0 {
		at--
	}
	return at
}

// inWords is a type of Go, or a value of JSON, as people call it.
func inWords(kind string) string {
	switch {
	case strings.HasPrefix(kind, "int"), strings.HasPrefix(kind, "uint"):
		return "a whole number"
	case strings.HasPrefix(kind, "float"):
		return "a number"
	case kind == "bool":
		return "true or false"
	case kind == "slice", kind == "array":
		return "a list"
	case kind == "struct", kind == "map", kind == "object":
		return "an object"
	}
	return "a " + kind
}
